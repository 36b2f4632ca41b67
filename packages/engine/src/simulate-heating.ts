import type { DeviceSheet } from '@percuta/evidence';
import type { Protocol } from './case/protocol.ts';
import type { HeatEnsemble } from './heat/array/heat-bands.ts';
import type { SkinHeating } from './heat/heat-skin.ts';
import type { Run } from './run.ts';
import { drawnHeat } from './simulation/draw-heat.ts';
import type { Drawing, DrawPool } from './simulation/drawing.ts';
import { drawingHere, drawingWith } from './simulation/make-draws.ts';
import { treatZone } from './treat-zone.ts';

/** Heat of one zone, with its ensemble where one was asked for and energy is set. */
export interface HeatedZone {
  readonly name: string;
  readonly central: SkinHeating;
  readonly ensemble: HeatEnsemble | undefined;
}

function* heatZones(protocol: Protocol, sheet: DeviceSheet, run: Run): Drawing<readonly HeatedZone[]> {
  const zones: HeatedZone[] = [];
  for (const zone of protocol.zones) {
    const treatment = treatZone(protocol, zone, sheet, run);
    const { ensemble } = yield* drawnHeat(treatment, sheet, run);
    zones.push({ name: zone.name, central: treatment.heating, ensemble });
  }
  return zones;
}

/**
 * Heats every zone of a protocol, and nothing else: at central values, and over `heatDraws` of skin, depth and constants
 * where the run asks for some. Throws OutsideModel for settings the device does not have, BadInput for overrides,
 * SolverFailed without convergence.
 */
export const simulateHeating = (protocol: Protocol, sheet: DeviceSheet, run: Run): readonly HeatedZone[] =>
  drawingHere(heatZones(protocol, sheet, run), run);

/** The same, with the draws of heat made by a pool. */
export const simulateHeatingWith = (
  pool: DrawPool,
  protocol: Protocol,
  sheet: DeviceSheet,
  run: Run,
): Promise<readonly HeatedZone[]> => drawingWith(pool, heatZones(protocol, sheet, run), run);
