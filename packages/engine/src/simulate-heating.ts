import type { DeviceSheet } from '@percuta/evidence';
import type { Protocol, Zone } from './case/protocol.ts';
import { drawEnsemble, drawHeatValues, jointOverrides } from './ensemble.ts';
import type { ArrayHeating } from './heat/array/array-heating.ts';
import { heatEnsembleOf, type HeatEnsemble } from './heat/array/heat-bands.ts';
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

/** Skin, depth of the tips and constants of heat drawn together; needles that stay outside heat nothing. */
const drawnHeatings = (
  sheet: DeviceSheet,
  { energy, known, settings }: ZoneTreatment,
  { run, draws }: { readonly run: Run; readonly draws: number },
): ArrayHeating[] => {
  const ensemble = drawEnsemble(draws, run.seed, jointOverrides(run.overrides));
  const values = drawHeatValues(draws, run.seed, run.overrides);
  return ensemble.draws.flatMap((draw, i) => {
    run.signal?.throwIfAborted();
    run.progress?.(i, draws, 'draws of heat');
    const skin = buildSkin(known, draw.ranks, draw.skin);
    const { insertionDepth: depth } = insertNeedles(sheet, settings, skin, draw);
    const own = values[i];
    if (own === undefined) return [];
    const heating = heatSkin(
      { energy, skin, depth, values: own },
      run.signal === undefined ? {} : { signal: run.signal },
    );
    return heating.kind === 'heated' ? [heating] : [];
  });
};

/** The heat of a treated zone over draws; undefined without energy or draws. */
const heatEnsembleFor = (
  treatment: ZoneTreatment,
  sheet: DeviceSheet,
  run: Run,
  draws: number,
): HeatEnsemble | undefined =>
  draws === 0 || treatment.heating.kind === 'unheated'
    ? undefined
    : heatEnsembleOf(drawnHeatings(sheet, treatment, { run, draws }));

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
