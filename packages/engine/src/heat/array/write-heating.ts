import { shown } from '../../wire.ts';
import type { SkinHeating } from '../heat-skin.ts';
import type { ArrayHeating, NeedleHeating } from './array-heating.ts';
import type { HeatEnsemble } from './heat-bands.ts';
import { heatQuantities, type HeatQuantity } from './heat-quantities.ts';
import { injuries, kineticsNamesOf, type Injury } from './kinetics.ts';
import { resistanceSpan, zoneMargins } from './margins.ts';

// Digits of what a mesh of this size leaves sure.
const digits = 4;

const written = ({ unit }: HeatQuantity, value: number): string => shown(value, unit, digits);

const writeZone = (needle: NeedleHeating, injury: Injury, { skin }: ArrayHeating['input']) => {
  const zone = needle.zones[injury];
  return zone === undefined
    ? 'none'
    : {
        width: shown(zone.width, 'mm', digits),
        from: shown(zone.depth.from, 'mm', digits),
        to: shown(zone.depth.to, 'mm', digits),
        volume: shown(zone.volume, 'mm3', digits),
        to_epidermis: shown(zoneMargins(zone.depth, skin).epidermis, 'mm', digits),
        to_fat: shown(zoneMargins(zone.depth, skin).fat, 'mm', digits),
        neighbours_that_merge: needle.merges[injury],
      };
};

const writeResistance = ({ resistance }: NeedleHeating) => {
  const { start, least, end } = resistanceSpan(resistance);
  return {
    resistance_at_start: shown(start, 'ohm', digits),
    resistance_least: shown(least, 'ohm', digits),
    resistance_at_end: shown(end, 'ohm', digits),
  };
};

const writeNeedle = (heated: NeedleHeating, input: ArrayHeating['input']) => ({
  name: heated.needle.name,
  x: shown(heated.needle.x, 'mm', digits),
  y: shown(heated.needle.y, 'mm', digits),
  pole: heated.needle.group,
  current: shown(heated.current, 'mA', digits),
  ...writeResistance(heated),
  energy: shown(heated.energy, 'mJ', digits),
  highest_temperature_after_last_pulse: shown(heated.hottest, '°C', digits),
  vapour_after_last_pulse: shown(heated.vapour, '%', digits),
  ...Object.fromEntries(injuries.map((injury) => [injury, writeZone(heated, injury, input)])),
  junction: shown(heated.junction, '°C', digits),
  border: shown(heated.border, '°C', digits),
});

/** What was done depth by depth, of a shot that goes on at shallower ones. */
const writeBursts = ({ bursts, needles }: ArrayHeating) =>
  bursts.length === 1
    ? {}
    : {
        depths: bursts.map(({ depth, from, to, energy, resistance, peak }) => ({
          depth: shown(depth, 'mm', digits),
          from: shown(from, 'ms', digits),
          to: shown(to, 'ms', digits),
          energy_per_needle: shown(energy / needles.length, 'mJ', digits),
          resistance_at_start: shown(resistance.start, 'ohm', digits),
          resistance_at_end: shown(resistance.end, 'ohm', digits),
          peak: shown(peak, '°C', digits),
        })),
      };

const writeHeated = (heating: ArrayHeating) => {
  const { x, y } = heating.fields.part.fold;
  return {
    depth: shown(heating.input.depth, 'mm', digits),
    array: Object.fromEntries(
      heatQuantities.map((quantity) => [quantity.name, written(quantity, quantity.of(heating))]),
    ),
    ...writeBursts(heating),
    peak_mesh_note: `a finer mesh may add ${shown(heating.peak.mesh, 'K', 2)} to the highest temperature`,
    needles: heating.needles.map((needle) => writeNeedle(needle, heating.input)),
    kinetics: kineticsNamesOf,
    course: {
      time: shown(heating.times.at(-1) ?? Number.NaN, 's', digits),
      outputs: heating.outputs.map(({ name, energy }) => ({
        name,
        energy: shown(energy.at(-1) ?? Number.NaN, 'mJ', digits),
      })),
    },
    solve: {
      cells: heating.effort.cells,
      steps: heating.effort.steps,
      mirror_planes: [...(x ? ['x'] : []), ...(y ? ['y'] : [])],
    },
  };
};

/** Heat of a zone as it is written: quantities as text. */
export const writeHeating = (heating: SkinHeating) =>
  heating.kind === 'heated'
    ? writeHeated(heating)
    : { temperature: shown(heating.temperature, '°C', digits), damage: 'none', because: heating.reason };

/** Bands over draws as they are written. */
export const writeHeatEnsemble = ({ draws, bands }: HeatEnsemble) => ({
  draws,
  bands: Object.fromEntries(
    bands.map(({ quantity, median, band80, band95 }) => [
      quantity.name,
      {
        median: written(quantity, median),
        middle_80_percent: band80.map((value) => written(quantity, value)),
        middle_95_percent: band95.map((value) => written(quantity, value)),
      },
    ]),
  ),
});
