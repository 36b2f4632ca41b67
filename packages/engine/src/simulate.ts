import type { DeviceSheet } from '@percuta/evidence';
import { courseOf, type Protocol, type Settings, type Zone } from './case/protocol.ts';
import { expectationsOf, type CourseExpectation } from './expectation/expectation.ts';
import { drawEnsemble, healValues, jointOverrides } from './ensemble.ts';
import { healZone, type ZoneHealing } from './heal/heal-zone.ts';
import { layHoles, type Lattice } from './puncture/lattice.ts';
import { adjustmentsOf } from './safety/adjustments.ts';
import { assessSafety, bindingOf, isInside, type Margin } from './safety/envelope.ts';
import { screen, type Screening } from './safety/screening.ts';
import {
  sessionOutcome,
  strokeOutcome,
  type SessionOutcome,
  type StrokeOutcome,
} from './plan/stroke-outcome.ts';
import { targetOf } from './plan/target.ts';
import type { Run } from './run.ts';
import { buildSkin, type Skin } from './skin/skin.ts';
import { drawnHeat, type DrawnHeat } from './simulate-heating.ts';
import { treatZone, woundOf, type ZoneTreatment } from './treat-zone.ts';

/** What a protocol does in one zone. */
export interface ZoneSimulation {
  readonly zone: Zone;
  readonly settings: Settings;
  /** Everything at its central value. */
  readonly skin: Skin;
  readonly punctures: ZoneTreatment['punctures'];
  readonly heating: ZoneTreatment['heating'];
  /** Over draws of heat, where they were asked for. */
  readonly heatEnsemble: DrawnHeat['ensemble'];
  readonly lattice: Lattice | undefined;
  /** Over the draws. */
  readonly stroke: StrokeOutcome;
  readonly session: SessionOutcome;
  /** Over a year after the last session, everything at its central value. */
  readonly healing: ZoneHealing;
  readonly margins: readonly Margin[];
  readonly binding: Margin | undefined;
  /** Undefined for RF without draws of heat: no such protocol is said to be inside. */
  readonly isInside: boolean | undefined;
}

/** The whole chain for a protocol, as far as it is built. */
export interface Simulation {
  readonly protocol: Protocol;
  readonly sheet: DeviceSheet;
  readonly screening: Screening;
  readonly zones: readonly ZoneSimulation[];
  /** What trials say to expect, once for each site that is treated. */
  readonly expectations: readonly CourseExpectation[];
}

const simulateZone = (protocol: Protocol, zone: Zone, sheet: DeviceSheet, run: Run): ZoneSimulation => {
  const treatment = treatZone(protocol, zone, sheet, run);
  const { given, settings, draw, known, skin, punctures, heating } = treatment;

  const ensemble = drawEnsemble(run.draws, run.seed, jointOverrides(run.overrides));
  const skins = ensemble.draws.map((one) => buildSkin(known, one.ranks, one.skin));
  const stroke = strokeOutcome(sheet, settings, skins, ensemble, targetOf(given));
  const { site } = known;
  const { ensemble: heatEnsemble, heats } = drawnHeat(treatment, sheet, run);
  const subject = { given, sheet, site, settings, course: courseOf(protocol), tracks: stroke.tracks, heats };
  const margins = assessSafety(subject, adjustmentsOf(given));
  const { motion, fractionPuncturing, channelDiameter } = punctures;
  return {
    zone,
    settings,
    skin,
    punctures,
    heating,
    heatEnsemble,
    lattice:
      sheet.class === 'single'
        ? undefined
        : layHoles(
            sheet,
            {
              motion,
              passes: settings.passes,
              fractionPuncturing,
              channelDiameter,
              laneLogSd: draw.device.laneLogSd,
            },
            run.seed,
          ),
    stroke,
    session: sessionOutcome(stroke, settings.passes),
    healing: healZone(woundOf(treatment, sheet, protocol), healValues(run.overrides), run),
    margins,
    binding: bindingOf(margins),
    isInside: sheet.class === 'rf' && heats === undefined ? undefined : isInside(margins),
  };
};

/**
 * Runs a protocol through the chain: each zone at central values, over the draws, and against the envelope.
 * Throws OutsideModel for settings the device does not have, BadInput for limits that cannot be.
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import { catalogueSheet, defaultRun, readProtocol, simulate } from '@percuta/engine';
 *
 * const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
 * const protocol = readProtocol({ ...read('protocol.json'), case: read('case.json') });
 * const sheet = catalogueSheet('skinpen_precision', 'device.id');
 * const { zones } = simulate(protocol, sheet, { ...defaultRun, draws: 256, heals: false });
 * console.log(zones.map(({ isInside }) => isInside).join(', ')); // true, true
 * ```
 */
export const simulate = (protocol: Protocol, sheet: DeviceSheet, run: Run): Simulation => ({
  protocol,
  sheet,
  screening: screen(protocol.case, sheet.class === 'rf' ? 'rf' : 'needling'),
  zones: protocol.zones.map((zone, i) => {
    run.signal?.throwIfAborted();
    run.progress?.(i, protocol.zones.length, 'zones');
    return simulateZone(protocol, zone, sheet, run);
  }),
  expectations: expectationsOf(
    protocol.case,
    protocol.zones.map((zone) => zone.site ?? protocol.case.site.id),
    sheet,
  ),
});
