import { once } from '../../once.ts';
import { studies } from '../../study/studies.ts';
import type { Study } from '../../study/study-schema.ts';
import type { ArmEvidence, UnusedOutcome } from './evidence.ts';
import { readArm } from './read-arm.ts';

/**
 * What the study table says about needles alone: the arms that inform the model, and what is left out with its
 * reason.
 */
export interface TableReading {
  readonly used: readonly ArmEvidence[];
  readonly leftOut: readonly UnusedOutcome[];
}

/** What the table says about needles alone. Held-out studies inform nothing. */
export function readTable(from: readonly Study[]): TableReading {
  const arms = from
    .filter(({ split }) => split === 'train')
    .flatMap((study) => study.arms.map((arm) => ({ study, arm })))
    .filter(({ arm }) => arm.device.modality === 'needling' || arm.device.modality === 'rf');
  const readings = arms.map(({ study, arm }) =>
    arm.role === 'needling'
      ? readArm(study, arm)
      : {
          leftOut: [
            {
              study: study.id,
              arm: arm.id,
              what: 'the arm',
              reason: `${(arm.device.with ?? ['something']).join(' and ')} was given too: no evidence for needles alone`,
            },
          ],
        },
  );
  return {
    used: readings.flatMap((reading) => ('used' in reading && reading.used ? [reading.used] : [])),
    leftOut: readings.flatMap(({ leftOut }) => leftOut),
  };
}

/** The whole table, read once. */
export const tableReading = once(() => readTable(studies()));
