import { expect, test } from 'vitest';
import { solveHeat } from '../../solve-heat.ts';
import { readHeatProblem } from '../read-heat-problem.ts';

const round = { kind: 'axisymmetric', radius: '4 mm', depth: '4 mm', sides: {} };
const slab = { kind: 'line', metric: 'slab', from: '0 mm', to: '4 mm', sides: {} };

const read = (parts: Readonly<Record<string, unknown>>) =>
  readHeatProblem({
    kind: 'percuta heat problem',
    version: 1,
    title: 'Refused',
    domain: round,
    materials: { skin: { like: 'dermis' } },
    layers: [{ material: 'skin' }],
    end: { at: '1 s' },
    ...parts,
  });

const probe = (rest: object) => ({ outputs: { probes: [{ name: 'p', at: {}, ...rest }] } });

test.each([
  [
    'a coordinate that a slab has not',
    { domain: slab, ...probe({ at: { x: '1 mm' } }) },
    /no such coordinate/,
  ],
  [
    'a Gaussian beside the axis',
    { sources: [{ kind: 'gaussian', centre: { x: '1 mm' }, deviation: '1 mm', peak: '1 MW/m3' }] },
    /beside the axis/,
  ],
  ['a time after the end', probe({ times: ['2 s'] }), /after the end/],
  ['a time of a run without time', { end: 'steady', ...probe({ times: ['1 s'] }) }, /has no times/],
  [
    'a source without end in a run until all has settled',
    { end: undefined, sources: [{ kind: 'uniform', density: '1 MW/m3' }] },
    /cannot come/,
  ],
  [
    'a steady state under control of a temperature',
    {
      domain: {
        ...slab,
        sides: { start: { electrical: { group: 'a' } }, end: { electrical: { group: 'b' } } },
      },
      ...probe({}),
      end: 'steady',
      generator: {
        frequency: '1 MHz',
        channels: [
          {
            from: 'a',
            to: 'b',
            control: { temperature: '60 °C', probe: 'p', band: '5 K', full: { power: '1 W' } },
            pulses: [{ on: '1 s' }],
          },
        ],
      },
    },
    /not sought under control of a temperature/,
  ],
])('%s is refused', (_what, parts, message) => {
  expect(() => read(parts)).toThrow(message);
});

test('a property that falls to 0 at a temperature that the run comes to is refused', () => {
  const problem = read({
    domain: slab,
    materials: {
      skin: {
        like: 'dermis',
        phase_change: 'none',
        thermal_conductivity: { value: '0.4 W/m/K', slope: '-5 %/K' },
      },
    },
    sources: [{ kind: 'uniform', density: '100 MW/m3' }],
  });
  expect(() => solveHeat(problem)).toThrow(/materials\.skin\.thermal_conductivity falls to 0/);
});
