import type { ArrayHeating } from './array-heating.ts';
import { injuries, type Injury } from './kinetics.ts';

/** One reported number of a shot. SI; not finite where there is none. */
export interface HeatQuantity {
  /** As in files. */
  readonly name: string;
  /** As on a terminal. */
  readonly label: string;
  readonly unit: string;
  readonly of: (heating: ArrayHeating) => number;
}

const injuryNames: Readonly<Record<Injury, { readonly name: string; readonly label: string }>> = {
  collagen: { name: 'coagulation', label: 'collagen coagulation' },
  cells: { name: 'cell_death', label: 'cell death' },
};

const ofInjury = (injury: Injury): HeatQuantity[] => {
  const { name, label } = injuryNames[injury];
  const one = (part: string, words: string, unit: string, of: HeatQuantity['of']): HeatQuantity => ({
    name: `${name}_${part}`,
    label: `${label}: ${words}`,
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
    one('to_epidermis', 'from the epidermis', 'mm', ({ zones, input }) =>
      distance(zones[injury].depth?.from, input.skin.epidermis),
    ),
    one('to_fat', 'from the fat', 'mm', ({ zones, input }) =>
      distance(input.skin.epidermis + input.skin.dermis, zones[injury].depth?.to),
    ),
    one(
      'merged',
      'neighbours that merge',
      '%',
      ({ zones }) => zones[injury].merged / zones[injury].neighbours,
    ),
  ];
};

/** Negative where the zone goes beyond the border; endless without a zone. */
const distance = (deeper: number | undefined, shallower: number | undefined): number =>
  deeper === undefined || shallower === undefined ? Infinity : deeper - shallower;

/** Resistance of the first output while it is on, ohm. */
const resistances = ({ outputs }: ArrayHeating): readonly number[] =>
  (outputs[0]?.resistance ?? []).filter(Number.isFinite);

const energies = ({ needles }: ArrayHeating): number[] => needles.map(({ energy }) => energy);

/** Every number of a shot that is reported, in the order it is told. */
export const heatQuantities: readonly HeatQuantity[] = [
  { name: 'tip', label: 'depth of the tips', unit: 'mm', of: ({ input }) => input.depth },
  {
    name: 'resistance_at_start',
    label: 'resistance at the start',
    unit: 'ohm',
    of: (heating) => resistances(heating)[0] ?? Number.NaN,
  },
  {
    name: 'resistance_least',
    label: 'resistance at its least',
    unit: 'ohm',
    of: (heating) => Math.min(...resistances(heating)),
  },
  {
    name: 'resistance_at_end',
    label: 'resistance at the end of the last pulse',
    unit: 'ohm',
    of: (heating) => resistances(heating).at(-1) ?? Number.NaN,
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
