import {
  burstsOf,
  heatQuantities,
  injuries,
  injuryNames,
  resistanceSpan,
  shown,
  type ArrayHeating,
  type Burst,
  type HeatEnsemble,
  type HeatQuantity,
  type Injury,
  type NeedleHeating,
  type SkinHeating,
  zoneMargins,
} from '@percuta/engine';
import { table } from '../table.ts';

const rounded = (value: number, unit: string): string => shown(value, unit, 3);
const textOf = ({ unit }: HeatQuantity, value: number): string => rounded(value, unit);

const ohms = (resistance: readonly number[]): string => {
  const { start, least, end } = resistanceSpan(resistance);
  return [start, least, end].map((value) => rounded(value, 'ohm')).join(', ');
};

const needleTable = ({ needles }: ArrayHeating): string =>
  table(
    [
      'needle',
      'pole',
      'current',
      'resistance: start, least, end',
      'energy',
      'hottest',
      'boiled',
      'junction',
      'fat',
    ],
    needles.map(({ needle, current, resistance, energy, hottest, vapour, junction, border }) => [
      needle.name,
      needle.group,
      rounded(current, 'mA'),
      ohms(resistance),
      rounded(energy, 'mJ'),
      rounded(hottest, '°C'),
      rounded(vapour, '%'),
      rounded(junction, '°C'),
      rounded(border, '°C'),
    ]),
  );

const zoneCells = ({ zones, merges }: NeedleHeating, injury: Injury, { input }: ArrayHeating): string[] => {
  const zone = zones[injury];
  if (zone === undefined) return ['none', '', '', '', '', ''];
  const { epidermis, fat } = zoneMargins(zone.depth, input.skin);
  return [
    rounded(zone.width, 'mm'),
    `${rounded(zone.depth.from, 'mm')} to ${rounded(zone.depth.to, 'mm')}`,
    rounded(zone.volume, 'mm3'),
    rounded(epidermis, 'mm'),
    rounded(fat, 'mm'),
    String(merges[injury]),
  ];
};

const zoneHeads = ['width', 'depth', 'volume', 'to epidermis', 'to fat', 'merges with'];

const zoneTable = (heating: ArrayHeating, injury: Injury): string =>
  table(
    [injuryNames[injury], ...zoneHeads],
    heating.needles.map((needle) => [needle.needle.name, ...zoneCells(needle, injury, heating)]),
  );

const words = {
  energy_per_needle: ['mJ', 'per needle'],
  power: ['W', 'in all'],
  voltage: ['V', 'between the poles'],
} as const;

const askedAt = ({ shot, depth }: Burst): string => {
  const [unit, rest] = words[shot.kind];
  const pulses = shot.pulses === 1 ? 'one pulse' : `${shot.pulses} pulses`;
  return `${rounded(shot.value, unit)} ${rest} in ${pulses} of ${rounded(shot.pulse, 'ms')}, tips ${rounded(depth, 'mm')} deep`;
};

const asked = ({ input }: ArrayHeating): string => burstsOf(input).map(askedAt).join('; then ');

/** Depth by depth, of a shot that goes on at shallower ones. */
const burstTable = ({ bursts, needles }: ArrayHeating): string =>
  bursts.length === 1
    ? ''
    : table(
        ['depth of the tips', 'from', 'to', 'energy per needle, mean', 'resistance: start, end', 'hottest'],
        bursts.map(({ depth, from, to, energy, resistance, peak }) => [
          rounded(depth, 'mm'),
          rounded(from, 'ms'),
          rounded(to, 'ms'),
          rounded(energy / needles.length, 'mJ'),
          [resistance.start, resistance.end].map((value) => rounded(value, 'ohm')).join(', '),
          rounded(peak, '°C'),
        ]),
      );

/** Stops at which the needles of this skin would be out of it already. */
const leftOut = ({ bursts, input }: ArrayHeating): string => {
  const count = input.energy.stops.length + 1 - bursts.length;
  return count === 0
    ? ''
    : `Needles drawn back that far would be out of the skin: the last ${count === 1 ? 'stop gives' : `${count} stops give`} no energy.`;
};

/** Says so where limits of the generator kept back part of the energy that was set. */
const heldBack = ({ energy, needles, input }: ArrayHeating): string => {
  if (input.energy.shot.kind !== 'energy_per_needle') return '';
  const set = burstsOf(input).reduce((sum, { shot }) => sum + shot.value, 0);
  const given = energy / needles.length / set;
  return given > 0.99
    ? ''
    : `A limit of voltage or current held the generator back: ${rounded(given, '%')} of the set energy was delivered.`;
};

const heatedText = (heating: ArrayHeating): string =>
  [
    ...(heating.bursts.length === 1 ? [] : [`A shot at ${heating.bursts.length} depths: ${asked(heating)}.`]),
    table(
      [
        `heat of one shot${heating.bursts.length === 1 ? `: ${asked(heating)}` : ''}`,
        'everything at its central value',
      ],
      heatQuantities.map((quantity) => [quantity.label, textOf(quantity, quantity.of(heating))]),
    ),
    burstTable(heating),
    leftOut(heating),
    heldBack(heating),
    `The highest temperature is that of one cell; a finer mesh may add ${shown(heating.peak.mesh, 'K', 2)}.`,
    needleTable(heating),
    `Resistance: voltage of the output over the current of the needle. Boiled: largest share of the water of a cell at the end of the last pulse${heating.bursts.length === 1 ? '' : ' of any depth'}.`,
    ...injuries.map((injury) => zoneTable(heating, injury)),
    'Collagen coagulation and cell death: where the damage integral of the kinetics is 1 or more. A distance below 0 lies beyond; merges with: neighbours whose zones touch.',
  ]
    .filter((part) => part !== '')
    .join('\n\n');

/** Heat of a zone on a terminal; nothing for needles alone. */
export const heatText = (heating: SkinHeating): string =>
  heating.kind === 'heated' ? heatedText(heating) : '';

/** Bands over draws on a terminal. */
export const heatBandsText = ({ draws, bands }: HeatEnsemble): string =>
  table(
    [`heat over ${draws} draws of skin, depth and constants`, 'median', 'middle 80 %', 'middle 95 %'],
    bands.map(({ quantity, median, band80, band95 }) => [
      quantity.label,
      textOf(quantity, median),
      band80.map((value) => textOf(quantity, value)).join(' to '),
      band95.map((value) => textOf(quantity, value)).join(' to '),
    ]),
  );
