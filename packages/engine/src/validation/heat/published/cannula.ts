import type { HeatCase } from '../measured/heat-case.ts';
import { gather, isStated, type Experiment } from './experiment.ts';
import { mediumNamed, type Medium } from './medium.ts';

/** Runs of an experiment before its quantity is read: a document, values of every run, draws, and what was sampled. */
export interface SetUp {
  readonly document: HeatCase['document'];
  readonly values: Readonly<Record<string, string>>;
  readonly draws: HeatCase['draws'];
  readonly sampled: readonly string[];
}

/** What is not stated of a needle in a lump of tissue, and what stands for it. Estimates. */
const priors: HeatCase['draws'] = {
  diameter: { from: '0.7 mm', to: '1.8 mm' },
  exposed: { from: '5 mm', to: '30 mm' },
  start: { from: '18 °C', to: '37 °C' },
};

const held: HeatCase['draws'] = { band: { from: '10 K', to: '30 K' }, full: { from: '10 W', to: '20 W' } };

/** Where the needle ends; half of the longest tip above it, and as much again round it. */
const end = '110 mm';

const mediaOf = ({ words, tissue }: Experiment): readonly [Medium, ...Medium[]] | undefined => {
  const [, first, second] =
    /half .*?in ([\w ]*?(?:liver|muscle|gel|agar)[\w ]*?),? half in ([\w ]+)/i.exec(words) ?? [];
  const [upper, lower] = [first, second].map((each) => (each === undefined ? undefined : mediumNamed(each)));
  if (upper !== undefined && lower !== undefined) return [upper, lower];
  const one = mediumNamed(tissue) ?? mediumNamed(words);
  return one === undefined ? undefined : [one];
};

/** More than one electrode in a lump of tissue, or one that changes the tissue by more than heat. */
const several = /bipolar|parallel|alternating|simultaneous|sequential|four electrodes|saline|NaCl/i;

const saysCooled = /cool|CO2|perfused|irrigat/i;

/**
 * Whether the electrode is cooled from within: said, or driven so hard for so long that a dry one would be wrapped in
 * steam (validation/heat/plan.md).
 */
const isCooled = (experiment: Experiment): boolean =>
  saysCooled.test(experiment.words) || isStated(experiment, 'power') || isStated(experiment, 'current');

const controls: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  [
    'held',
    { temperature: '{held}', probe: 'tip', band: '{band}', integral_time: '10 s', full: { power: '{full}' } },
  ],
  ['power', { power: '{power}' }],
  ['current', { current: '{current}' }],
  ['voltage', { voltage: '{voltage}' }],
];

const open = { thermal: 'open', electrical: { ground: 'far' } };

/**
 * A needle in a lump of tissue against a distant ground, held at a temperature or driven, as its record states it. What is
 * not stated is drawn. Answers the names of what it lacks where it cannot be simulated.
 */
export const cannula = (experiment: Experiment): SetUp | readonly string[] => {
  const media = mediaOf(experiment);
  const [drive, control] = controls.find(([name]) => isStated(experiment, name)) ?? [];
  const lacks = [
    ...(media === undefined ? ['a medium whose properties are known'] : []),
    ...(control === undefined || drive === undefined ? ['temperature, power, current or voltage'] : []),
    ...(isStated(experiment, 'time') ? [] : ['time']),
    ...(several.test(experiment.words) ? ['places of its electrodes that this reader knows'] : []),
  ];
  if (lacks.length > 0 || media === undefined || drive === undefined) return lacks;
  const cooled = drive !== 'held' && isCooled(experiment);
  const needs = {
    ...priors,
    edge: media[0].edge,
    ...(drive === 'held' ? held : {}),
    ...(cooled ? { cooling: { from: '5 °C', to: '25 °C' } } : {}),
  };
  const gathered = gather(
    experiment,
    ['diameter', 'exposed', 'start', 'time', drive, ...(cooled ? ['cooling'] : [])],
    needs,
  );
  const conductivities = Object.fromEntries(media.map(({ name, conductivity }) => [name, conductivity]));
  return {
    ...gathered,
    draws: { ...gathered.draws, ...conductivities },
    sampled: [
      ...gathered.sampled,
      ...media.map(({ name, conductivity: range }) =>
        'from' in range ? `conductivity of ${name} ${range.from} to ${range.to}` : `conductivity of ${name}`,
      ),
    ],
    document: {
      kind: 'percuta heat problem',
      version: 1,
      title: `${experiment.id}: needle in ${media.map(({ name }) => name).join(' and ')}`,
      domain: {
        kind: 'axisymmetric',
        radius: '60 mm',
        depth: '180 mm',
        grid: { finest: '0.2 mm', growth: 1.4 },
        sides: { bottom: open, rim: open },
      },
      materials: Object.fromEntries(media.map(({ name, material }) => [name, material])),
      layers: media.map(({ name }, n) => ({
        material: name,
        ...(n === 0 && media.length === 2 ? { thickness: `{${end} - 0.5 * exposed}` } : {}),
      })),
      electrodes: [
        {
          shape: 'needle',
          group: 'needle',
          to: end,
          radius: '{0.5 * diameter}',
          ...(media.length === 2 ? {} : { tip: '{1.2 * diameter}' }),
          exposed: '{exposed}',
          metal: cooled
            ? { held: '{cooling}' }
            : { thermal_conductivity: '16 W/m/K', volumic_heat: '4 MJ/m3/K' },
        },
      ],
      generator: {
        frequency: '500 kHz',
        channels: [{ from: 'needle', to: 'far', control, pulses: [{ on: '{time}' }] }],
      },
      initial: '{start}',
      end: { at: '{time}' },
      outputs: {
        probes: [
          { name: 'tip', at: { z: `{${end} - 2.5 mm}` } },
          ...media.map(({ name }, n) => ({
            name: `in ${name}`,
            at: {
              x: '{0.5 * diameter + distance}',
              z: `{${end} - ${media.length === 1 ? 0.5 : n === 0 ? 0.75 : 0.25} * exposed}`,
            },
          })),
        ],
        contours: [{ name: 'zone', temperature: '{edge}', times: ['{time}'] }],
      },
    },
  };
};
