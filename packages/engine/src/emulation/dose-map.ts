import { site as siteOf, type DeviceSheet, type SiteId } from '@percuta/evidence';
import { bandOf, type Band } from '../band.ts';
import { drawHeatValues } from '../ensemble.ts';
import { OutsideModel } from '../error.ts';
import type { RfArray } from '../heat/array/rf-array.ts';
import { reachLevels, type Reach } from '../heat/emulator/reach-profile.ts';
import { boilingTemperature, solveSample, type Sampled } from '../heat/emulator/solve-sample.ts';
import { secondsThreshold } from '../heat/emulator/equivalent-temperature.ts';
import { inputOf, type Sample } from '../heat/emulator/sample-space.ts';
import type { Injury } from '../heat/array/kinetics.ts';
import type { HeatValues } from '../heat/material/tissue.ts';
import { meetsAt } from '../plan/heat/heat-profile.ts';
import { deepestSetting } from '../puncture/device.ts';
import type { Run } from '../run.ts';
import { mostBoiling } from '../safety/limits/heat.ts';

/** What a needle would do with a given energy: bands over draws of constants and thresholds. SI. */
export interface DoseRow {
  /** J into one needle in one pulse. */
  readonly energy: number;
  /** Share of draws in which collagen coagulates, the epidermis dies, tissue boils. */
  readonly chances: Readonly<Record<'coagulates' | 'killsEpidermis' | 'boils', number>>;
  /** Of the coagulated column, 0 without one; m and m³. */
  readonly width: Band;
  readonly volume: Band;
  /** Its ends below the surface in the draws that have one, m. */
  readonly from: Band | undefined;
  readonly to: Band | undefined;
  /** Width of the tissue whose cells die, 0 without any, m. */
  readonly deadWidth: Band;
}

/** A what-if: no device is known to deliver these energies. Lengths in m, the pulse in s. */
export interface DoseMap {
  readonly device: string;
  readonly isHypothetical: boolean;
  /** What the sheet does not say and is taken for the map, in words. */
  readonly assumed: readonly string[];
  readonly depth: number;
  readonly pulse: number;
  readonly site: SiteId;
  /** Depth of the border of the fat, m. */
  readonly toFat: number;
  readonly epidermis: number;
  readonly runs: number;
  readonly draws: number;
  readonly rows: readonly DoseRow[];
}

/** What stands in where a sheet is silent; SI. */
const usual = { diameter: 0.3e-3, pitch: 1.5e-3, bare: 0.3e-3, depth: 1.5e-3, pulse: 0.1 } as const;
/** Energies (J) and, for each, runs of the whole model; thresholds are drawn on top of each run. */
export interface DoseExtent {
  readonly energies: readonly number[];
  readonly runsEach: number;
}

const usualExtent: DoseExtent = { energies: [5e-3, 10e-3, 20e-3, 40e-3, 80e-3], runsEach: 4 };
const draws = 96;
const site: SiteId = 'cheek';

interface Needle {
  readonly array: RfArray;
  readonly assumed: readonly string[];
}

const mm = (value: number): string => `${Number((value * 1e3).toPrecision(3))} mm`;

/** Bare length, from what the sheet says of insulation; Infinity for a bare shaft. */
const bareOf = ({ rf }: DeviceSheet): { readonly bare: number; readonly assumed: readonly string[] } => {
  if (rf?.exposure?.value === 'shaft') return { bare: Infinity, assumed: [] };
  if (rf?.bare_tip !== undefined) return { bare: rf.bare_tip.value, assumed: [] };
  const kinds = rf?.insulation?.value ?? [];
  return kinds.length > 0 && kinds.every((kind) => kind.startsWith('non-insulated'))
    ? { bare: Infinity, assumed: [] }
    : { bare: usual.bare, assumed: [`${mm(usual.bare)} of bare tip, the rest insulated`] };
};

/** Two needles of opposite poles: each takes half of all energy, so that "per needle" has one meaning. */
const pairOf = (sheet: DeviceSheet): Needle => {
  const { bare, assumed } = bareOf(sheet);
  const diameter = sheet.needle_diameter?.value ?? usual.diameter;
  const pitch = sheet.pitch?.value ?? usual.pitch;
  const unlimited = { voltage: Infinity, current: Infinity, power: Infinity };
  return {
    array: {
      rows: 2,
      columns: 1,
      pitch,
      radius: diameter / 2,
      bare,
      pattern: 'rows',
      limits: unlimited,
      cone: sheet.cone_length?.value ?? diameter,
      frequency: 1e6,
      output: { kind: 'energy_per_needle', dial: { max: 1 } },
      pulse: { fixed: usual.pulse },
      mostPulses: 1,
      pause: undefined,
      surfaceTemperature: sheet.rf?.surface_temperature?.value,
    },
    assumed: [
      'two needles of opposite poles, alone in the skin',
      `one pulse of ${usual.pulse * 1e3} ms`,
      ...(sheet.needle_diameter === undefined ? [`needles of ${mm(usual.diameter)}`] : []),
      ...(sheet.cone_length === undefined ? ['a cone as long as the needle is thick'] : []),
      ...(sheet.pitch === undefined ? [`${mm(usual.pitch)} from needle to needle`] : []),
      ...assumed,
    ],
  };
};

const depthOf = (sheet: DeviceSheet): number => {
  const depth = sheet.depth?.value;
  const least = depth !== undefined && 'min' in depth ? (depth.min ?? 0) : 0;
  return Math.max(least, Math.min(usual.depth, deepestSetting(sheet) ?? usual.depth));
};

const reachIn = (run: Sampled, injury: Injury, reach: Reach, threshold: number): number | undefined =>
  meetsAt(reachLevels[reach], run.profiles[injury].reach[reach], threshold);

interface Drawn {
  readonly run: Sampled;
  readonly collagen: number;
  readonly cells: number;
  readonly boiling: number;
}

const bandIn = (values: readonly number[]): Band | undefined =>
  values.length === 0 ? undefined : bandOf(Float64Array.from(values));

const widthOf = (drawn: Drawn, injury: Injury, radius: number): number => {
  const beside = reachIn(drawn.run, injury, 'beside', drawn[injury]);
  return beside === undefined ? 0 : 2 * (radius + beside);
};

const rowOf = (energy: number, drawn: readonly Drawn[], { array }: Needle, depth: number): DoseRow => {
  const share = (holds: (one: Drawn) => boolean): number => drawn.filter(holds).length / drawn.length;
  const hit = drawn.filter((one) => widthOf(one, 'collagen', array.radius) > 0);
  const top = Math.max(0, depth - array.bare);
  const volumes = drawn.map((one) => reachIn(one.run, 'collagen', 'volume', one.collagen) ?? 0);
  return {
    energy,
    chances: {
      coagulates: share((one) => widthOf(one, 'collagen', array.radius) > 0),
      killsEpidermis: share(({ run, cells }) => run.profiles.cells.epidermis >= cells),
      boils: share(({ run, boiling }) => run.boiling >= boiling),
    },
    width: bandOf(new Float64Array(drawn.map((one) => widthOf(one, 'collagen', array.radius)))),
    volume: bandOf(Float64Array.from(volumes)),
    from: bandIn(
      hit.map((one) => Math.max(0, top - (reachIn(one.run, 'collagen', 'above', one.collagen) ?? 0))),
    ),
    to: bandIn(hit.map((one) => depth + (reachIn(one.run, 'collagen', 'below', one.collagen) ?? 0))),
    deadWidth: bandOf(new Float64Array(drawn.map((one) => widthOf(one, 'cells', array.radius)))),
  };
};

const drawnOf = (runs: readonly Sampled[], values: readonly HeatValues[]): Drawn[] =>
  values.flatMap((own, i) => {
    const run = runs[i % runs.length];
    if (run === undefined) return [];
    return [
      {
        run,
        collagen: own.collagenThreshold * secondsThreshold(own, 'collagen'),
        cells: own.cellThreshold * secondsThreshold(own, 'cells'),
        boiling: boilingTemperature(own.boiling, mostBoiling, { values: own }),
      },
    ];
  });

/**
 * What any given energy would do at one needle of a device, in the skin of a cheek as the atlas has it: a what-if, for
 * devices of which nobody knows what energy they deliver. What the sheet does not say of its needles is assumed and
 * named. Twenty runs of the whole model, unless asked otherwise. Throws OutsideModel for a device without radio frequency.
 */
export const doseMapOf = (
  sheet: DeviceSheet,
  run: Run,
  { energies, runsEach }: DoseExtent = usualExtent,
): DoseMap => {
  if (sheet.class !== 'rf') {
    throw new OutsideModel(`${sheet.name} gives no radio frequency`, 'name an RF device');
  }
  const needle = pairOf(sheet);
  const depth = depthOf(sheet);
  const { stratum_corneum: stratumCorneum, epidermis, dermis } = siteOf(site).planning;
  const skin = { stratumCorneum, epidermis, dermis: dermis.value };
  const watch = run.signal === undefined ? {} : { signal: run.signal };
  const constants = drawHeatValues(runsEach, run.seed, run.overrides);
  const thresholds = drawHeatValues(draws, run.seed + 1, run.overrides);
  const solve = (energy: number, values: HeatValues): Sampled => {
    const sample: Sample = { depth, skin, dose: energy, pulse: usual.pulse, values };
    return solveSample(inputOf(needle.array, sample), watch);
  };
  const rows = energies.map((energy, n) => {
    const runs = constants.map((values, i) => {
      run.signal?.throwIfAborted();
      run.progress?.(n * runsEach + i, energies.length * runsEach, 'runs of the whole model');
      return solve(energy, { ...values, collagenThreshold: 1, cellThreshold: 1 });
    });
    return rowOf(energy, drawnOf(runs, thresholds), needle, depth);
  });
  return {
    device: sheet.name,
    isHypothetical: sheet.hypothetical === true,
    assumed: needle.assumed,
    depth,
    pulse: usual.pulse,
    site,
    epidermis,
    toFat: epidermis + dermis.value,
    runs: energies.length * runsEach,
    draws,
    rows,
  };
};
