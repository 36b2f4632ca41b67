import { gather, isStated, type Experiment } from './experiment.ts';
import { amount } from '../verification-file.ts';
import type { SetUp } from './cannula.ts';
import type { HeatCase } from '../measured/heat-case.ts';
import type { Setting } from './setting.ts';

/** Sets of collagen that the calibration could have chosen; all stay in the band. */
const collagen = [
  'agah-artery-coagulation',
  'collagen-birefringence-rat-skin',
  'collagen-rat-tail-tendon',
  'collagen-rabbit-patellar',
];

/** What is not stated of needles in skin, and what stands for it: the span of the sheets of RF devices. Estimates. */
const priors: HeatCase['draws'] = {
  diameter: { from: '0.2 mm', to: '0.3 mm' },
  exposed: { from: '0.2 mm', to: '0.5 mm' },
  spacing: { from: '1 mm', to: '1.75 mm' },
  depth: { from: '0.8 mm', to: '2 mm' },
  frequency: { one_of: ['0.5 MHz', '1 MHz', '2 MHz'] },
  dermis: { from: '0.2 S/m', to: '0.5 S/m' },
  thick: { from: '1 mm', to: '2.5 mm' },
};

const startOf = ({ words }: Experiment): HeatCase['draws'][string] =>
  /ex vivo|in vitro|cadaver/i.test(words) ? { from: '18 °C', to: '25 °C' } : { from: '30 °C', to: '35 °C' };

const valueOf = (setting: Setting | undefined): string | undefined =>
  setting !== undefined && 'value' in setting ? setting.value : undefined;

/** SI. */
const siOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : amount(text);

/** Share of a stated power that one needle has: all of that of a needle, else what its pair, or their number, leaves it. */
const powerShare = ({ words, settings }: Experiment): number | undefined => {
  if (/per (needle|pin)/i.test(words)) return 1;
  const [pairs, count] = [siOf(valueOf(settings['pairs'])), siOf(valueOf(settings['count']))];
  const needles = pairs === undefined ? count : 2 * pairs;
  return needles === undefined || needles <= 0 ? undefined : Number((1 / needles).toPrecision(6));
};

/** How the needle of this half of a pair is driven: half the voltage of the pair, its own energy, or its own power. */
const driveOf = (
  experiment: Experiment,
): { readonly name: string; readonly control: object; readonly ends?: object } | undefined => {
  if (isStated(experiment, 'held'))
    return {
      name: 'held',
      control: {
        temperature: '{held}',
        probe: 'sensor',
        band: '5 K',
        integral_time: '1 s',
        full: { power: '3.5 W' },
      },
    };
  if (isStated(experiment, 'voltage')) return { name: 'voltage', control: { voltage: '{0.5 * voltage}' } };
  if (isStated(experiment, 'energy'))
    return { name: 'energy', control: { power: '{rate}' }, ends: { energy_per_pulse: '{energy}' } };
  const share = isStated(experiment, 'power') ? powerShare(experiment) : undefined;
  return share === undefined ? undefined : { name: 'power', control: { power: `{${share} * power}` } };
};

/** Power that puts the energy in over the whole pulse where both are single numbers; else a range of sheets. */
const rateOf = ({ settings, reading }: Experiment): HeatCase['draws'][string] | string => {
  const [first] = reading.sides;
  const energy = siOf(first['energy'] ?? valueOf(settings['energy']));
  const time = siOf(first['time'] ?? valueOf(settings['time']));
  const isOne = reading.sides.length === 1 && energy !== undefined && time !== undefined;
  return isOne ? `${Number((energy / time).toPrecision(6))} W` : { from: '0.2 W', to: '2 W' };
};

const isBare = /non-?insulated|uninsulated|bare/i;

const wholeNeedle = 'depth - 0.02 mm';

/** The bare length where the record gives it: by what it leaves insulated, no coat, or more of it than is in the skin. */
const exposedOf = ({ settings, words }: Experiment): string | undefined => {
  if (isBare.test(words)) return wholeNeedle;
  const [length, insulated, stated, depth] = ['length', 'insulated', 'exposed', 'depth'].map((name) =>
    siOf(valueOf(settings[name])),
  );
  const bare = stated ?? (length === undefined || insulated === undefined ? undefined : length - insulated);
  if (bare === undefined) return undefined;
  return bare >= (depth ?? length ?? Infinity) ? wholeNeedle : `${Number((1000 * bare).toPrecision(6))} mm`;
};

/**
 * One needle of a pair in layered skin, up to the mirror plane between the two, which stands at zero potential. A lone
 * needle against a distant ground has no such plane: its sides are open.
 */
export const microneedle = (experiment: Experiment): SetUp | readonly string[] => {
  const drive = driveOf(experiment);
  const hasLength = isStated(experiment, 'depth') || isStated(experiment, 'length');
  const lacks = [
    ...(drive === undefined ? ['voltage, temperature, or energy or power of a needle'] : []),
    ...(hasLength ? [] : ['depth of the needle']),
    ...(isStated(experiment, 'time') || drive?.name === 'energy' ? [] : ['width of the pulse']),
  ];
  if (drive === undefined || lacks.length > 0) return lacks;
  const bare = exposedOf(experiment);
  const rate = drive.name === 'energy' ? rateOf(experiment) : undefined;
  const depthStated = isStated(experiment, 'depth');
  const { depth, exposed, ...rest } = priors;
  const gathered = gather(
    depthStated
      ? experiment
      : { ...experiment, settings: { ...experiment.settings, depth: experiment.settings['length'] } },
    [
      'diameter',
      'spacing',
      'depth',
      'frequency',
      'start',
      'time',
      drive.name,
      ...(bare === undefined ? ['exposed'] : []),
    ],
    {
      ...rest,
      start: startOf(experiment),
      ...(depth === undefined ? {} : { depth }),
      ...(bare === undefined && exposed !== undefined ? { exposed } : {}),
      ...(isStated(experiment, 'time') ? {} : { time: { from: '50 ms', to: '500 ms' } }),
      ...(rate === undefined || typeof rate === 'string' ? {} : { rate }),
      collagen: { one_of: collagen },
    },
  );
  const isMono = /monopolar|unipolar/i.test(experiment.words) && !/bipolar/i.test(experiment.words);
  const place = isMono ? '0 mm' : '-1.5 mm';
  const side = isMono
    ? { thermal: 'open', electrical: { ground: 'minus' } }
    : { thermal: 'open', electrical: 'open' };
  return {
    ...gathered,
    values: {
      ...gathered.values,
      ...(typeof rate === 'string' ? { rate } : {}),
    },
    document: {
      kind: 'percuta heat problem',
      version: 1,
      title: `${experiment.id}: needle in skin`,
      domain: {
        kind: 'block',
        // The mirror plane is the left side, half a spacing from the needle.
        width: isMono ? '5 mm' : '{3 mm + spacing}',
        breadth: '5 mm',
        depth: '{depth + 3.5 mm}',
        grid: { finest: '0.05 mm', growth: 1.5 },
        sides: {
          top: { thermal: { convective: '10 W/m2/K', to: '22 °C' } },
          bottom: side,
          left: isMono ? side : { electrical: { group: 'minus' } },
          right: side,
          front: side,
          back: side,
        },
      },
      materials: {
        dermis: {
          like: 'dermis',
          conductivity: { value: '{dermis}', slope: '1.8 %/K', reference: '37 °C', cap: '100 °C' },
        },
        fat: { like: 'fat' },
      },
      layers: [{ material: 'dermis', thickness: '{thick}' }, { material: 'fat' }],
      electrodes: [
        {
          shape: 'needle',
          name: 'needle',
          group: 'plus',
          x: place,
          to: '{depth}',
          radius: '{0.5 * diameter}',
          tip: '{0.8 * diameter}',
          exposed: `{${bare ?? 'exposed'}}`,
        },
      ],
      generator: {
        frequency: '{frequency}',
        channels: [
          { from: 'plus', to: 'minus', control: drive.control, ...drive.ends, pulses: [{ on: '{time}' }] },
        ],
      },
      initial: '{start}',
      end: { at: '{time + 1 s}' },
      outputs: {
        probes: [
          {
            name: 'sensor',
            at: {
              x: `{0 mm ${isMono ? '+' : '- 1.5 mm +'} 0.5 * diameter + 0.02 mm}`,
              z: bare === undefined ? '{depth - 0.5 * exposed}' : '{0.5 * depth}',
            },
          },
        ],
        contours: [{ name: 'zone', damage: { kinetics: '{collagen}' } }],
      },
    },
  };
};
