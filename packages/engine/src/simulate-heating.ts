import type { DeviceSheet } from '@percuta/evidence';
import type { Protocol, Zone } from './case/protocol.ts';
import { drawEnsemble, drawHeatValues, jointOverrides } from './ensemble.ts';
import { heatEnsembleOf, heatRowOf, type HeatEnsemble, type HeatRow } from './heat/array/heat-bands.ts';
import { heatSkin, type SkinHeating } from './heat/heat-skin.ts';
import { insertNeedles } from './puncture/puncture.ts';
import type { Run } from './run.ts';
import { heatReachesOf, type HeatReach } from './safety/heat-reach.ts';
import { buildSkin } from './skin/skin.ts';
import { treatZone, type ZoneTreatment } from './treat-zone.ts';

/** Heat of one zone, with its ensemble where one was asked for and energy is set. */
export interface HeatedZone {
  readonly name: string;
  readonly central: SkinHeating;
  readonly ensemble: HeatEnsemble | undefined;
}

/** The heat of one draw of a zone; undefined where its needles stay outside and heat nothing. */
type DrawHeat = (draw: number) => HeatRow | undefined;

/** Skin, depth of the tips and constants of heat drawn together. A draw is the same whatever else is drawn. */
const drawerOf = (
  sheet: DeviceSheet,
  { energy, known, settings }: ZoneTreatment,
  run: Run,
  draws: number,
): DrawHeat => {
  const ensemble = drawEnsemble(draws, run.seed, jointOverrides(run.overrides));
  const values = drawHeatValues(draws, run.seed, run.overrides);
  return (n) => {
    const [draw, own] = [ensemble.draws[n], values[n]];
    if (draw === undefined || own === undefined) return undefined;
    const skin = buildSkin(known, draw.ranks, draw.skin);
    const { insertionDepth: depth } = insertNeedles(sheet, settings, skin, draw);
    const heating = heatSkin(
      { energy, skin, depth, values: own },
      run.signal === undefined ? {} : { signal: run.signal },
    );
    return heating.kind === 'heated' ? heatRowOf(heating) : undefined;
  };
};

const isRow = (row: HeatRow | undefined): row is HeatRow => row !== undefined;

/** The heat of a treated zone over draws; undefined without energy or draws. */
const heatEnsembleFor = (
  treatment: ZoneTreatment,
  sheet: DeviceSheet,
  run: Run,
  draws: number,
): HeatEnsemble | undefined => {
  if (draws === 0 || treatment.heating.kind === 'unheated') return undefined;
  const drawHeat = drawerOf(sheet, treatment, run, draws);
  const rows = Array.from({ length: draws }, (_, draw) => {
    run.signal?.throwIfAborted();
    run.progress?.(draw, draws, 'draws of heat');
    return drawHeat(draw);
  });
  return heatEnsembleOf(rows.filter(isRow));
};

/** Draws of the heat of a zone, and what of them bears on safety; nothing without energy or draws. */
export interface DrawnHeat {
  readonly ensemble: HeatEnsemble | undefined;
  readonly heats: readonly HeatReach[] | undefined;
}

/** As many draws as the run asks for. */
export const drawnHeat = (treatment: ZoneTreatment, sheet: DeviceSheet, run: Run): DrawnHeat => {
  const ensemble = heatEnsembleFor(treatment, sheet, run, run.heatDraws ?? 0);
  return { ensemble, heats: ensemble === undefined ? undefined : heatReachesOf(ensemble) };
};

/** The rows of one draw, zone by zone; undefined where a zone is not heated. */
export type ZoneRows = readonly (HeatRow | undefined)[];

/**
 * The draws of the heat of a protocol one by one, so that threads can share them: what a draw gives does not depend on who
 * asks for it.
 */
export const heatDraws = (
  protocol: Protocol,
  sheet: DeviceSheet,
  run: Run,
  draws: number,
): ((draw: number) => ZoneRows) => {
  const zones = protocol.zones.map((zone) => {
    const treatment = treatZone(protocol, zone, sheet, run);
    return treatment.heating.kind === 'unheated' ? () => undefined : drawerOf(sheet, treatment, run, draws);
  });
  return (draw) => zones.map((drawHeat) => drawHeat(draw));
};

/**
 * Heat of every zone of a protocol at central values, and over `draws` of skin, depth and constants when more than 0.
 * Throws OutsideModel for settings the device does not have, BadInput for overrides, SolverFailed without convergence.
 */
export const simulateHeating = (
  protocol: Protocol,
  sheet: DeviceSheet,
  run: Run,
  draws: number,
): readonly HeatedZone[] =>
  protocol.zones.map((zone: Zone) => {
    const treatment = treatZone(protocol, zone, sheet, run);
    const ensemble = heatEnsembleFor(treatment, sheet, run, draws);
    return { name: zone.name, central: treatment.heating, ensemble };
  });

/** Zones with the ensemble that draws by `heatDraws` make. */
export const withDraws = (zones: readonly HeatedZone[], draws: readonly ZoneRows[]): readonly HeatedZone[] =>
  zones.map((zone, n) => {
    if (zone.central.kind === 'unheated' || draws.length === 0) return zone;
    return { ...zone, ensemble: heatEnsembleOf(draws.map((rows) => rows[n]).filter(isRow)) };
  });
