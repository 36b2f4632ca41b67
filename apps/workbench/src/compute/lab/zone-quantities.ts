import { heatQuantities, type HealingSummary, type HeatEnsemble, type Simulation } from '@percuta/engine';
import type { LabQuantity } from './lab-messages.ts';

type ZoneSimulation = Simulation['zones'][number];

const heatOf = ({ heating }: ZoneSimulation, ensemble: HeatEnsemble | undefined): LabQuantity[] =>
  heating.kind === 'heated'
    ? heatQuantities.map(({ name, label, unit, of }) => ({
        name,
        label,
        unit,
        value: of(heating),
        draws: ensemble?.columns.get(name),
      }))
    : [];

const punctureOf = ({ punctures }: ZoneSimulation): LabQuantity[] => [
  {
    name: 'depth',
    label: 'depth of the tips',
    unit: 'mm',
    value: punctures.insertionDepth,
    draws: undefined,
  },
  { name: 'holes', label: 'holes per area', unit: '1/cm2', value: punctures.holeDensity, draws: undefined },
  {
    name: 'bleeding',
    label: 'bleeding points per area',
    unit: '1/cm2',
    value: punctures.bleedingDensity,
    draws: undefined,
  },
];

/** Against rest at the n-th time that is asked for, as a share. */
const collagen = (summary: HealingSummary, n: number): number =>
  summary.changes[n]?.parts.find(({ name }) => name === 'collagen')?.whole ?? Number.NaN;

const healingOf = ({ healed }: ZoneSimulation): LabQuantity[] => {
  const { central, ensemble } = healed;
  if (central.status !== 'healed') return [];
  const { closed, gain, bound } = central.summary;
  const drawn = (of: (summary: HealingSummary) => number): Float64Array | undefined =>
    ensemble && new Float64Array(ensemble.summaries.map(of));
  const changes = central.summary.changes.map(({ time }, n) => ({
    name: `collagen_${n}`,
    label: `collagen against rest, after ${Math.round(time / 604_800)} weeks`,
    unit: '%',
    value: collagen(central.summary, n),
    draws: drawn((summary) => collagen(summary, n)),
  }));
  return [
    {
      name: 'closed',
      label: 'channels closed after',
      unit: 'hours',
      value: closed,
      draws: drawn((each) => each.closed),
    },
    ...changes,
    {
      name: 'gain',
      label: 'net collagen at the end',
      unit: '%',
      value: gain,
      draws: drawn((each) => each.gain),
    },
    {
      name: 'bound',
      label: 'mass-balance bound of it',
      unit: '%',
      value: bound,
      draws: drawn((each) => each.bound),
    },
  ];
};

/** Every number of a zone that two runs can be compared by. */
export const zoneQuantities = (zone: ZoneSimulation): LabQuantity[] => [
  ...(zone.heating.kind === 'heated' ? heatOf(zone, zone.heatEnsemble) : punctureOf(zone)),
  ...healingOf(zone),
];
