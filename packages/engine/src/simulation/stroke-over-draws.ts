import type { DeviceSheet } from '@percuta/evidence';
import { drawEnsemble, jointOverrides } from '../ensemble.ts';
import { strokeOutcome, type StrokeOutcome } from '../plan/stroke-outcome.ts';
import { targetOf } from '../plan/target.ts';
import type { Run } from '../run.ts';
import { buildSkin } from '../skin/skin.ts';
import type { ZoneTreatment } from '../treat-zone.ts';

/** What one stroke does over the joint draws of a run. */
export const strokeOverDraws = (
  { given, settings, known }: ZoneTreatment,
  sheet: DeviceSheet,
  { draws, seed, overrides }: Run,
): StrokeOutcome => {
  const ensemble = drawEnsemble(draws, seed, jointOverrides(overrides));
  const skins = ensemble.draws.map((one) => buildSkin(known, one.ranks, one.skin));
  return strokeOutcome(sheet, settings, skins, ensemble, targetOf(given));
};
