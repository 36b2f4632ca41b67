import type { ArrayHeating } from './array-heating.ts';
import { injuries, type Injury } from './kinetics.ts';
import { resistanceSpan, zoneMargins, type ResistanceSpan } from './margins.ts';

/** One reported number of a shot. SI; not finite where there is none. */
export interface HeatQuantity {
  /** As in files. */
  readonly name: string;
  /** As on a terminal. */
  readonly label: string;
  readonly unit: string;
  readonly of: (heating: ArrayHeating) => number;
}

/** Of each damage in words. */
export const injuryNames: Readonly<Record<Injury, string>> = {
  collagen: 'collagen coagulation',
  cells: 'cell death',
};

const fileNames: Readonly<Record<Injury, string>> = { collagen: 'coagulation', cells: 'cell_death' };

const ofInjury = (injury: Injury): HeatQuantity[] => {
  const one = (part: string, words: string, unit: string, of: HeatQuantity['of']): HeatQuantity => ({
    name: `${fileNames[injury]}_${part}`,
    label: `${injuryNames[injury]}: ${words}`,
    unit,
    of,
  });
  return [
    one('width', 'widest', 'mm', ({ zones }) => zones[injury].width),
    one('from', 'from depth', 'mm', ({ zones }) => zones[injury].depth?.from ?? Number.NaN),
    one('to', 'to depth', 'mm', ({ zones }) => zones[injury].depth?.to ?? Number.NaN),
    one(
      'volume',
      'volume of a needle, mean',
      'mm3',
      ({ zones, needles }) => zones[injury].volume / needles.length,
    ),
    one(
      'to_epidermis',
      'from the epidermis',
      'mm',
      ({ zones, input }) => zoneMargins(zones[injury].depth, input.skin).epidermis,
    ),
    one(
      'to_fat',
      'from the fat',
      'mm',
      ({ zones, input }) => zoneMargins(zones[injury].depth, input.skin).fat,
    ),
    one(
      'merged',
      'neighbours that merge',
      '%',
      ({ zones }) => zones[injury].merged / zones[injury].neighbours,
    ),
  ];
};

/** Resistance of the first output, ohm. */
const resistance = ({ outputs }: ArrayHeating): ResistanceSpan =>
  resistanceSpan(outputs[0]?.resistance ?? []);

const energies = ({ needles }: ArrayHeating): number[] => needles.map(({ energy }) => energy);

/** Every number of a shot that is reported, in the order it is told. */
export const heatQuantities: readonly HeatQuantity[] = [
  { name: 'tip', label: 'depth of the tips', unit: 'mm', of: ({ input }) => input.depth },
  {
    name: 'resistance_at_start',
    label: 'resistance at the start',
    unit: 'ohm',
    of: (heating) => resistance(heating).start,
  },
  {
    name: 'resistance_least',
    label: 'resistance at its least',
    unit: 'ohm',
    of: (heating) => resistance(heating).least,
  },
  {
    name: 'resistance_at_end',
    label: 'resistance at the end of the last pulse',
    unit: 'ohm',
    of: (heating) => resistance(heating).end,
  },
  {
    name: 'energy_per_needle',
    label: 'energy delivered per needle, mean',
    unit: 'mJ',
    of: ({ energy, needles }) => energy / needles.length,
  },
  {
    name: 'energy_of_hottest_needle',
    label: 'energy of the needle that takes most',
    unit: 'mJ',
    of: (heating) => Math.max(...energies(heating)),
  },
  {
    name: 'energy_of_coolest_needle',
    label: 'energy of the needle that takes least',
    unit: 'mJ',
    of: (heating) => Math.min(...energies(heating)),
  },
  { name: 'peak', label: 'highest temperature', unit: '°C', of: ({ peak }) => peak.temperature },
  { name: 'vapour', label: 'largest share of water boiled in a cell', unit: '%', of: ({ vapour }) => vapour },
  {
    name: 'vapour_mesh',
    label: 'what a finer mesh may add to it',
    unit: '%',
    of: ({ vapourMesh }) => vapourMesh,
  },
  ...injuries.flatMap(ofInjury),
  {
    name: 'junction',
    label: 'highest temperature at the junction of epidermis and dermis',
    unit: '°C',
    of: ({ junction }) => junction,
  },
  {
    name: 'border',
    label: 'highest temperature at the border of the fat',
    unit: '°C',
    of: ({ border }) => border,
  },
];
