import type { DeviceSheet } from '@percuta/evidence';
import { drawEnsemble, drawHeatValues, jointOverrides } from '../ensemble.ts';
import { heatEnsembleOf, heatRowOf, type HeatEnsemble, type HeatRow } from '../heat/array/heat-bands.ts';
import { heatSkin } from '../heat/heat-skin.ts';
import { insertNeedles } from '../puncture/puncture.ts';
import type { Run } from '../run.ts';
import { heatReachesOf, type HeatReach } from '../safety/heat-reach.ts';
import { buildSkin } from '../skin/skin.ts';
import type { ZoneTreatment } from '../treat-zone.ts';
import type { Drawing, HeatJob } from './drawing.ts';

/** The heat of one draw of a zone; undefined where its needles stay outside and heat nothing. */
type DrawHeat = (draw: number) => HeatRow | undefined;

/** The heat of a treated zone as a job; energy, skin and settings alone cross to a thread. */
const heatJob = (
  { energy, known, settings }: ZoneTreatment,
  sheet: DeviceSheet,
  { seed, overrides }: Run,
  count: number,
): HeatJob => ({ kind: 'heat', sheet, treatment: { energy, known, settings }, seed, overrides, count });

/**
 * Draws of the heat of a zone: skin, depth of the tips and constants of heat together. A draw is the same whatever else is
 * drawn. Throws what `heatSkin` throws.
 */
export const createHeatDrawer = (
  { sheet, treatment: { energy, known, settings }, seed, overrides, count }: HeatJob,
  { signal }: Pick<Run, 'signal'>,
): DrawHeat => {
  const ensemble = drawEnsemble(count, seed, jointOverrides(overrides));
  const values = drawHeatValues(count, seed, overrides);
  return (n) => {
    const [draw, own] = [ensemble.draws[n], values[n]];
    if (draw === undefined || own === undefined) return undefined;
    const skin = buildSkin(known, draw.ranks, draw.skin);
    const { insertionDepth: depth } = insertNeedles(sheet, settings, skin, draw);
    const heating = heatSkin({ energy, skin, depth, values: own }, signal === undefined ? {} : { signal });
    return heating.kind === 'heated' ? heatRowOf(heating) : undefined;
  };
};

/** Draws of the heat of a zone, and what of them bears on safety; nothing without energy or draws. */
export interface DrawnHeat {
  readonly ensemble: HeatEnsemble | undefined;
  readonly heats: readonly HeatReach[] | undefined;
}

/** As many draws as the run asks for. */
export function* drawnHeat(treatment: ZoneTreatment, sheet: DeviceSheet, run: Run): Drawing<DrawnHeat> {
  const count = run.heatDraws ?? 0;
  if (count === 0 || treatment.heating.kind === 'unheated') return { ensemble: undefined, heats: undefined };
  // Draws of heat are asked for, and come.
  const rows = (yield heatJob(treatment, sheet, run, count)) as readonly (HeatRow | undefined)[];
  const ensemble = heatEnsembleOf(rows.filter((row) => row !== undefined));
  return { ensemble, heats: heatReachesOf(ensemble) };
}
