import type { DeviceSheet } from '@percuta/evidence';
import { courseOf, type Protocol, type Settings, type Zone } from '../case/protocol.ts';
import type { Appearance } from '../appearance/appear.ts';
import { layHoles, type Lattice } from '../puncture/lattice.ts';
import { adjustmentsOf } from '../safety/adjustments.ts';
import { assessSafety, bindingOf, isInside, type Margin } from '../safety/envelope.ts';
import { sessionOutcome, type SessionOutcome, type StrokeOutcome } from '../plan/stroke-outcome.ts';
import type { Run } from '../run.ts';
import { appearZone } from './simulate-appearance.ts';
import { healTreated, type ZoneHealed } from './draw-healing.ts';
import { drawnHeat, type DrawnHeat } from './draw-heat.ts';
import type { Drawing } from './drawing.ts';
import type { Skin } from '../skin/skin.ts';
import { strokeOverDraws } from './stroke-over-draws.ts';
import { treatZone, type ZoneTreatment } from '../treat-zone.ts';

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
  /** Until a year after the last session; skin, needles and heat at their central values. */
  readonly healed: ZoneHealed;
  /** Absent where the zone cannot be healed. */
  readonly appearance: Appearance | undefined;
  readonly margins: readonly Margin[];
  readonly binding: Margin | undefined;
  /** Undefined for RF without draws of heat: no such protocol is said to be inside. */
  readonly isInside: boolean | undefined;
}

/** One zone through the chain. Throws OutsideModel for settings the device does not have. */
export function* simulateZone(
  protocol: Protocol,
  zone: Zone,
  sheet: DeviceSheet,
  run: Run,
): Drawing<ZoneSimulation> {
  const treatment = treatZone(protocol, zone, sheet, run);
  const { given, settings, draw, known, skin, punctures, heating } = treatment;
  const stroke = strokeOverDraws(treatment, sheet, run);
  const { site } = known;
  const { ensemble: heatEnsemble, heats } = yield* drawnHeat(treatment, sheet, run);
  const subject = { given, sheet, site, settings, course: courseOf(protocol), tracks: stroke.tracks, heats };
  const margins = assessSafety(subject, adjustmentsOf(given));
  const healed = yield* healTreated(treatment, sheet, protocol, run);
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
    healed,
    appearance:
      healed.course === undefined
        ? undefined
        : appearZone({ given, sheet, site, skin }, healed.course.tissue, run),
    margins,
    binding: bindingOf(margins),
    isInside: sheet.class === 'rf' && heats === undefined ? undefined : isInside(margins),
  };
}
