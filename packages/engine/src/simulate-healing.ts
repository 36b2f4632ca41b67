import type { DeviceSheet } from '@percuta/evidence';
import type { Protocol } from './case/protocol.ts';
import { checkDraws } from './heal/ensemble/heal-ensemble.ts';
import type { Run } from './run.ts';
import { healTreated, type ZoneHealed } from './simulation/draw-healing.ts';
import type { Drawing, DrawPool } from './simulation/drawing.ts';
import { drawingHere, drawingWith } from './simulation/make-draws.ts';
import { treatZone } from './treat-zone.ts';

/** A zone of a protocol, by its name, with its healing. */
export interface HealedZone extends ZoneHealed {
  readonly name: string;
}

/** The healing of every zone of a protocol, which asks for its draws on the way. Throws as `simulateHealing`. */
export function* healZones(protocol: Protocol, sheet: DeviceSheet, run: Run): Drawing<readonly HealedZone[]> {
  checkDraws(run.ensemble ?? 0);
  const zones: HealedZone[] = [];
  for (const zone of protocol.zones) {
    const treatment = treatZone(protocol, zone, sheet, run);
    zones.push({ name: zone.name, ...(yield* healTreated(treatment, sheet, protocol, run)) });
  }
  return zones;
}

/**
 * Heals every zone of a protocol, and nothing else: skin, needles and heat stay central. Throws OutsideModel for settings
 * the device does not have, BadInput for overrides and for more draws of healing than there are.
 */
export const simulateHealing = (protocol: Protocol, sheet: DeviceSheet, run: Run): readonly HealedZone[] =>
  drawingHere(healZones(protocol, sheet, run), run);

/** The same, with the draws of healing made by a pool. */
export const simulateHealingWith = (
  pool: DrawPool,
  protocol: Protocol,
  sheet: DeviceSheet,
  run: Run,
): Promise<readonly HealedZone[]> => drawingWith(pool, healZones(protocol, sheet, run), run);
