import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BadInput, type Problem } from '../../error.ts';
import { needle, pairDocument, type Parts } from '../../testing/heat-problem.ts';
import { readHeatProblem } from './read-heat-problem.ts';

const example = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../../examples/lab/${name}`, import.meta.url), 'utf8'));

const problemsOf = (document: unknown): readonly Problem[] => {
  try {
    readHeatProblem(document);
  } catch (error) {
    if (error instanceof BadInput) return error.problems;
    throw error;
  }
  return [];
};

const only = (document: unknown): Problem => {
  const problems = problemsOf(document);
  expect(problems.map(({ path, problem }) => `${path}: ${problem}`)).toHaveLength(1);
  const [first] = problems;
  if (first === undefined) throw new Error('no problem');
  return first;
};

const sides = (differs: Parts): Parts => ({
  domain: { kind: 'block', width: '6 mm', breadth: '4 mm', depth: '4 mm', sides: differs },
});

const groupsOfArray = (polarity: string): unknown[] =>
  readHeatProblem(
    pairDocument({
      electrodes: [
        {
          shape: 'needle array',
          columns: 2,
          rows: 2,
          pitch: '1 mm',
          polarity,
          groups: ['plus', 'minus'],
          to: '1 mm',
          radius: '0.1 mm',
        },
      ],
    }),
  ).electrodes.map(({ group }) => group);

const sphere = (x: string, z: string, group: string): Parts => ({
  shape: 'sphere',
  group,
  centre: { x, z },
  radius: '0.5 mm',
});

const spheresAt = (x: string, z: string): readonly Problem[] =>
  problemsOf(pairDocument({ electrodes: [sphere('0 mm', '1 mm', 'plus'), sphere(x, z, 'minus')] }));

describe('a document in SI', () => {
  test('the pair of the benchmark', () => {
    const problem = readHeatProblem(example('needle-pair.json'));
    expect(problem.electrodes.map(({ name, group }) => [name, group])).toEqual([
      ['needle-1-1', 'plus'],
      ['needle-1-2', 'minus'],
    ]);
    expect(problem.electrodes[1]?.shape).toEqual({
      kind: 'needle',
      x: 0.0005,
      y: 0,
      from: 0,
      to: 0.0015,
      radius: 0.000125,
      tip: 0,
      exposed: { from: 0.001, to: 0.0015 },
    });
    expect(problem.layers.map(({ thickness }) => thickness * 1e3)).toEqual([
      0.1,
      1.6,
      expect.closeTo(2.3, 12),
    ]);
    expect(problem.materials[1]?.conductivity).toEqual({
      kind: 'linear',
      value: 0.35,
      slope: 0.02,
      reference: 310.15,
      cap: 373.15,
    });
    expect(problem.kinetics.map(({ name }) => name)).toEqual(['skin burn']);
    expect(problem.generator?.channels[0]?.pulses).toEqual([
      { from: 0, to: 0.1, control: { kind: 'voltage', voltage: 50 } },
    ]);
  });

  test('what is left out: insulated sides, 37 °C, cooling until damage has settled', () => {
    const problem = readHeatProblem(pairDocument());
    expect(problem.domain?.sides).toMatchObject({
      top: { thermal: { kind: 'insulated' }, electrical: { kind: 'insulated' } },
    });
    expect(problem.initial.temperature).toBe(310.15);
    expect(problem.end).toEqual({ kind: 'settled', least: 3, growth: 0.01, most: 60 });
    expect(problem.moves).toEqual([]);
  });

  test('a train of pulses is laid out from its start', () => {
    const pulses = [
      { on: '50 ms', pause: '10 ms', times: 3 },
      { on: '0.1 s', control: { power: '2 W' } },
    ];
    const [channel] =
      readHeatProblem(
        pairDocument({
          generator: {
            frequency: '1 MHz',
            channels: [{ from: 'plus', to: 'minus', control: { voltage: '25 V' }, pulses }],
          },
        }),
      ).generator?.channels ?? [];
    expect(channel?.pulses.map(({ from, to }) => [from, to].map((t) => Math.round(t * 1e6)))).toEqual([
      [10_000, 60_000],
      [70_000, 120_000],
      [130_000, 180_000],
      [180_000, 280_000],
    ]);
    expect(channel?.pulses[3]?.control).toEqual({ kind: 'power', power: 2 });
    expect(channel?.limits).toEqual({ voltage: Infinity, current: Infinity, power: Infinity });
  });

  test('arrays alternate as asked', () => {
    expect(groupsOfArray('rows')).toEqual(['plus', 'plus', 'minus', 'minus']);
    expect(groupsOfArray('columns')).toEqual(['plus', 'minus', 'plus', 'minus']);
    expect(groupsOfArray('chessboard')).toEqual(['plus', 'minus', 'minus', 'plus']);
  });

  test('a move shifts tips and leaves shafts at the surface', () => {
    const { moves } = readHeatProblem(pairDocument({ moves: [{ at: '1 s', z: '-0.5 mm' }] }));
    const shape = moves[0]?.electrodes[0]?.shape;
    expect(shape?.kind === 'needle' && shape.to).toBeCloseTo(0.001, 12);
    expect(shape?.kind === 'needle' && shape.exposed.from).toBe(0);
  });

  test('a material like a tissue takes from it what is left out', () => {
    const { materials } = readHeatProblem(
      pairDocument({
        materials: { tissue: { like: 'dermis', conductivity: '0.4 S/m', phase_change: 'none' } },
      }),
    );
    expect(materials[0]).toMatchObject({
      conductivity: { kind: 'constant', value: 0.4 },
      density: 1109,
      phaseChange: undefined,
      perfusion: { arterial: 310.15 },
    });
  });

  test('a spectrum gives conductivity and permittivity at the frequency of the generator', () => {
    const { materials } = readHeatProblem(
      pairDocument({ materials: { tissue: { like: 'dermis', spectrum: 'tendon' } } }),
    );
    expect(materials[0]?.conductivity).toEqual({ kind: 'constant', value: expect.closeTo(0.392, 3) });
    expect(materials[0]?.permittivity).toBeCloseTo(160, -1);
  });

  test('perfusion from blood flow', () => {
    const material = {
      conductivity: '0.3 S/m',
      thermal_conductivity: '0.372 W/m/K',
      density: '1109 kg/m3',
      specific_heat: '3390.5 J/kg/K',
      perfusion: { blood_flow: '106.38 mL/min/kg', blood: '3.79694575 MJ/m3/K' },
    };
    const { materials } = readHeatProblem(pairDocument({ materials: { tissue: material } }));
    expect(materials[0]?.perfusion?.coefficient).toBeCloseTo(7466, 0);
  });

  test('published kinetics that are only used are there as well', () => {
    const contours = [{ name: 'cells', damage: { kinetics: 'cho-cell-death' } }];
    const { kinetics } = readHeatProblem(pairDocument({ kinetics: ['cem43'], outputs: { contours } }));
    expect(kinetics.map(({ name }) => name)).toEqual(['cem43', 'cho-cell-death']);
  });

  test('histories need no domain', () => {
    const problem = readHeatProblem({
      kind: 'percuta heat problem',
      version: 1,
      title: 'a pulse',
      histories: [
        {
          name: 'pulse',
          kinetics: ['cem43'],
          start: '37 °C',
          pieces: [
            { to: '60 °C', in: '0.1 s' },
            { towards: '37 °C', time_constant: '1 s', for: '1 s' },
            { hold: '2 s' },
          ],
        },
      ],
    });
    expect(problem.domain).toBeUndefined();
    const held = problem.histories[0]?.course.pieces[2];
    expect(held).toEqual({ kind: 'linear', to: expect.closeTo(310.15 + 23 / Math.E, 9), duration: 2 });
  });
});

describe('what cannot be solved', () => {
  test.each<[string, Parts, { path: RegExp; problem: RegExp; allowed?: RegExp }]>([
    [
      'needles that overlap',
      { electrodes: [needle('0 mm', 'plus'), needle('0.2 mm', 'minus')] },
      { path: /electrode-1/, problem: /overlap/ },
    ],
    [
      'a needle beside the domain',
      { electrodes: [needle('-2.9 mm', 'plus'), needle('0.75 mm', 'minus')] },
      { path: /electrode-1/, problem: /outside the domain/, allowed: /-3 mm to 3 mm/ },
    ],
    [
      'a needle deeper than the domain',
      { electrodes: [needle('-0.75 mm', 'plus', { to: '5 mm' }), needle('0.75 mm', 'minus')] },
      { path: /electrode-1/, problem: /outside the domain/, allowed: /depth from 0 mm to 4 mm/ },
    ],
    [
      'a needle that begins above the surface',
      { electrodes: [needle('-0.75 mm', 'plus', { from: '-0.1 mm' }), needle('0.75 mm', 'minus')] },
      { path: /electrode-1.*from/, problem: /crosses the surface/ },
    ],
    [
      'a sphere through the surface',
      {
        electrodes: [
          { shape: 'sphere', group: 'plus', centre: { x: '-1 mm', z: '0.1 mm' }, radius: '0.2 mm' },
          needle('0.75 mm', 'minus'),
        ],
      },
      { path: /electrode-1/, problem: /crosses the surface/ },
    ],
    [
      'more bare metal than needle',
      { electrodes: [needle('-0.75 mm', 'plus', { exposed: '2 mm' }), needle('0.75 mm', 'minus')] },
      { path: /exposed/, problem: /longer than the needle/ },
    ],
    [
      'bare metal beside the needle',
      {
        electrodes: [
          needle('-0.75 mm', 'plus', { exposed: { from: '1.4 mm', to: '1.6 mm' } }),
          needle('0.75 mm', 'minus'),
        ],
      },
      { path: /exposed/, problem: /leaves the needle/ },
    ],
    [
      'a cone longer than the needle',
      { electrodes: [needle('-0.75 mm', 'plus', { tip: '2 mm' }), needle('0.75 mm', 'minus')] },
      { path: /tip/, problem: /longer than the needle/ },
    ],
    [
      'a group alone',
      { electrodes: [needle('0 mm', 'plus')], generator: undefined },
      { path: /electrodes/, problem: /no return path/ },
    ],
    [
      'a channel that returns to where it comes from',
      {
        generator: {
          frequency: '1 MHz',
          channels: [{ from: 'plus', to: 'plus', control: { voltage: '25 V' }, pulses: [{ on: '1 s' }] }],
        },
      },
      { path: /channels\[0\]/, problem: /no return path/, allowed: /minus/ },
    ],
    [
      'a group that nothing names',
      { electrodes: [needle('-0.75 mm', 'plus'), needle('0.75 mm', 'minus'), needle('2 mm', 'third')] },
      { path: /electrodes/, problem: /no channel and no resistance/ },
    ],
    [
      'an unknown group',
      {
        generator: {
          frequency: '1 MHz',
          channels: [{ from: 'plus', to: 'pad', control: { voltage: '25 V' }, pulses: [{ on: '1 s' }] }],
        },
      },
      { path: /channels\[0\]/, problem: /not the name of a group/, allowed: /plus, minus/ },
    ],
    [
      'an unknown material',
      { layers: [{ material: 'skin' }] },
      { path: /layers\[0\]/, problem: /not the name of a material/, allowed: /tissue/ },
    ],
    [
      'unknown kinetics in use',
      { outputs: { contours: [{ name: 'a', damage: { kinetics: 'henrique' } }] } },
      { path: /contours\[0\]/, problem: /not the name of a kinetics set/, allowed: /henriques-burn/ },
    ],
    [
      'unknown kinetics declared',
      { kinetics: ['henrique'] },
      { path: /kinetics\[0\]/, problem: /not the name of a kinetics set/, allowed: /henriques-burn/ },
    ],
    [
      'an unknown spectrum',
      { materials: { tissue: { like: 'dermis', spectrum: 'gold' } } },
      { path: /spectrum/, problem: /not the name of a spectrum/, allowed: /skin-wet/ },
    ],
    [
      'a property below 0',
      { materials: { tissue: { like: 'dermis', conductivity: '-0.3 S/m' } } },
      { path: /conductivity/, problem: /too small/ },
    ],
    [
      'a property that falls below 0 when warm',
      {
        materials: { tissue: { like: 'dermis', conductivity: { value: '0.3 S/m', slope: '-2 %/K' } } },
      },
      { path: /conductivity/, problem: /not above 0/ },
    ],
    [
      'a property that is missing',
      { materials: { tissue: { conductivity: '0.3 S/m', density: '1100 kg/m3', specific_heat: '3 J/g/K' } } },
      { path: /thermal_conductivity/, problem: /missing/ },
    ],
    [
      'a table out of order',
      {
        materials: {
          tissue: {
            like: 'dermis',
            conductivity: {
              table: [
                ['60 °C', '0.4 S/m'],
                ['37 °C', '0.3 S/m'],
              ],
            },
          },
        },
      },
      { path: /conductivity.table/, problem: /do not rise/ },
    ],
    [
      'layers that leave a gap',
      { layers: [{ material: 'tissue', thickness: '1 mm' }] },
      { path: /layers/, problem: /do not fill/, allowed: /4 mm/ },
    ],
    [
      'a probe outside',
      { outputs: { probes: [{ name: 'far', at: { z: '5 mm' } }] } },
      { path: /probes\[0\].at.z/, problem: /outside the domain/ },
    ],
    [
      'a control without its probe',
      {
        generator: {
          frequency: '1 MHz',
          channels: [
            {
              from: 'plus',
              to: 'minus',
              control: { temperature: '72 °C', probe: 'tip', band: '5 K', full: { power: '7 W' } },
              pulses: [{ on: '4 s' }],
            },
          ],
        },
      },
      { path: /probe/, problem: /not the name of a probe/ },
    ],
    [
      'power beyond what voltage and current allow',
      {
        generator: {
          frequency: '1 MHz',
          channels: [
            {
              from: 'plus',
              to: 'minus',
              control: { power: '25 W' },
              limits: { voltage: '60 V', current: '0.4 A' },
              pulses: [{ on: '1 s', times: 2 }],
            },
          ],
        },
      },
      { path: /control.power/, problem: /no voltage can deliver/, allowed: /24 W/ },
    ],
    [
      'two channels over one pair',
      {
        generator: {
          frequency: '1 MHz',
          channels: [1, 2].map(() => ({
            from: 'plus',
            to: 'minus',
            control: { voltage: '25 V' },
            pulses: [{ on: '1 s' }],
          })),
        },
      },
      { path: /channels\[1\]/, problem: /already join/ },
    ],
    [
      'a move into the other needle',
      {
        electrodes: [needle('-0.75 mm', 'plus'), needle('0.75 mm', 'minus')],
        moves: [{ at: '1 s', x: '3 mm' }],
      },
      { path: /moves\[0\]/, problem: /outside/ },
    ],
    [
      'edges that miss the end',
      {
        domain: {
          kind: 'block',
          width: '6 mm',
          breadth: '4 mm',
          depth: '4 mm',
          sides: {},
          grid: { edges: { z: ['0 mm', '1 mm', '3 mm'] } },
        },
      },
      { path: /edges.z/, problem: /end to end/ },
    ],
    [
      'two needles of one name',
      { electrodes: [needle('-0.75 mm', 'plus', { name: 'a' }), needle('0.75 mm', 'minus', { name: 'a' })] },
      { path: /electrodes/, problem: /more than one/ },
    ],
    [
      'a point of heat in a slab',
      {
        domain: { kind: 'line', metric: 'slab', from: '0 mm', to: '1 mm', sides: {} },
        electrodes: [],
        generator: undefined,
        sources: [{ kind: 'point', at: {}, power: '1 mW', on: [{ from: '0 s', to: '1 s' }] }],
      },
      { path: /sources\[0\]/, problem: /does not fit a slab/ },
    ],
    [
      'a needle off the axis',
      {
        domain: {
          kind: 'axisymmetric',
          radius: '5 mm',
          depth: '5 mm',
          sides: { rim: { electrical: { group: 'minus' } } },
        },
        electrodes: [needle('0.1 mm', 'plus')],
      },
      { path: /electrode-1/, problem: /beside the axis/ },
    ],
    [
      'nothing to solve',
      { domain: undefined, electrodes: [], generator: undefined },
      { path: /domain/, problem: /missing/ },
    ],
  ])('%s', (_, differs, expected) => {
    const found = only(pairDocument(differs));
    expect(found.path).toMatch(expected.path);
    expect(found.problem).toMatch(expected.problem);
    expect(found.allowed ?? '').toMatch(expected.allowed ?? /^/);
    expect(found.remedy).not.toBe('');
  });

  test('spheres on the slant touch only where they do', () => {
    // Beside each other on the slant: boxes would touch, spheres do not.
    expect(spheresAt('0.75 mm', '1.75 mm')).toEqual([]);
    expect(spheresAt('0.65 mm', '1.65 mm')).toHaveLength(1);
  });

  test('a needle through a ring is clear of it', () => {
    const ring = {
      shape: 'ring',
      group: 'plus',
      centre: { z: '0.5 mm' },
      radius: '1 mm',
      wire_radius: '0.1 mm',
    };
    expect(problemsOf(pairDocument({ electrodes: [ring, needle('0 mm', 'minus')] }))).toEqual([]);
    expect(problemsOf(pairDocument({ electrodes: [ring, needle('1 mm', 'minus')] }))).toHaveLength(1);
  });

  test('a ground at infinity is a return path', () => {
    const open = { thermal: 'open', electrical: { ground: 'far' } };
    const document = pairDocument({
      ...sides({ bottom: open }),
      electrodes: [needle('0 mm', 'plus')],
      generator: undefined,
      outputs: { resistances: [{ between: ['plus', 'far'] }] },
      end: 'potential',
    });
    expect(problemsOf(document)).toEqual([]);
  });

  test('an unknown key is named with what was meant', () => {
    expect(only(pairDocument({ electrode: [] }))).toMatchObject({ problem: 'unknown key' });
  });
});
