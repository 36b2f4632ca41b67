import {
  heatQuantities,
  shown,
  type ArrayHeating,
  type HeatEnsemble,
  type HeatQuantity,
  type SkinHeating,
} from '@percuta/engine';
import { table } from '../table.ts';

const rounded = (value: number, unit: string): string => shown(value, unit, 3);
const textOf = ({ unit }: HeatQuantity, value: number): string => rounded(value, unit);

const needleRows = ({ needles }: ArrayHeating): string[][] =>
  needles.map(({ needle, current, energy, hottest, zones, junction, border }) => [
    needle.name,
    needle.group,
    rounded(current, 'mA'),
    rounded(energy, 'mJ'),
    rounded(hottest, '°C'),
    zones.collagen === undefined
      ? 'none'
      : `${rounded(zones.collagen.width, 'mm')}, ${rounded(zones.collagen.depth.from, 'mm')} to ${rounded(zones.collagen.depth.to, 'mm')}`,
    zones.cells === undefined
      ? 'none'
      : `${rounded(zones.cells.width, 'mm')}, ${rounded(zones.cells.depth.from, 'mm')} to ${rounded(zones.cells.depth.to, 'mm')}`,
    rounded(junction, '°C'),
    rounded(border, '°C'),
  ]);

const asked = ({ input }: ArrayHeating): string => {
  const { shot } = input.energy;
  const words = {
    energy_per_needle: ['mJ', 'per needle'],
    power: ['W', 'in all'],
    voltage: ['V', 'between the poles'],
  } as const;
  const [unit, rest] = words[shot.kind];
  const pulses = shot.pulses === 1 ? 'one pulse' : `${shot.pulses} pulses`;
  return `${rounded(shot.value, unit)} ${rest} in ${pulses} of ${rounded(shot.pulse, 'ms')}, tips ${rounded(input.depth, 'mm')} deep`;
};

/** Says so where limits of the generator kept back part of the energy that was set. */
const heldBack = ({ energy, needles, input }: ArrayHeating): string => {
  const { shot } = input.energy;
  if (shot.kind !== 'energy_per_needle') return '';
  const given = energy / needles.length / shot.value;
  return given > 0.99
    ? ''
    : `A limit of voltage or current held the generator back: ${rounded(given, '%')} of the set energy was delivered.`;
};

const heatedText = (heating: ArrayHeating): string =>
  [
    table(
      [`heat of one shot: ${asked(heating)}`, 'everything at its central value'],
      heatQuantities.map((quantity) => [quantity.label, textOf(quantity, quantity.of(heating))]),
    ),
    heldBack(heating),
    `The highest temperature is that of one cell; a finer mesh may add ${shown(heating.peak.mesh, 'K', 2)}.`,
    table(
      ['needle', 'pole', 'current', 'energy', 'hottest', 'coagulation', 'cell death', 'junction', 'fat'],
      needleRows(heating),
    ),
    'Coagulation and cell death: width and depths where the damage integral of the kinetics is 1 or more.',
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
