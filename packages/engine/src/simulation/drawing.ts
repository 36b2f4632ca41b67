import type { DeviceSheet } from '@percuta/evidence';
import type { Protocol } from '../case/protocol.ts';
import type { Overrides } from '../ensemble.ts';
import type { HealedDraw } from '../expectation/healed-course.ts';
import type { DrawOutcome } from '../heal/ensemble/draw.ts';
import type { HeatRow } from '../heat/array/heat-bands.ts';
import type { Run } from '../run.ts';
import type { WoundedZone, ZoneTreatment } from '../treat-zone.ts';

interface Counted {
  readonly sheet: DeviceSheet;
  readonly overrides: Overrides;
  /** Draws to make: 0 to count - 1. */
  readonly count: number;
}

/** A zone whose healing is drawn: plain data that can be sent to a thread. The first of the calibrated draws are made. */
export interface HealingJob extends Counted {
  readonly kind: 'healing';
  readonly wounded: WoundedZone;
  readonly protocol: Protocol;
}

/** A zone whose heat is drawn, likewise plain data. */
export interface HeatJob extends Counted {
  readonly kind: 'heat';
  readonly treatment: Pick<ZoneTreatment, 'energy' | 'known' | 'settings'>;
  readonly seed: number;
}

/** What a pool is asked for: draws of the healing of a zone, or of its heat. */
export type DrawJob = HealingJob | HeatJob;

/** What one draw of the healing of a zone came to, with all that later links read from it. */
export type ZoneDraw = DrawOutcome<HealedDraw>;

/** What a draw of a job came to; undefined for heat where its needles stay outside. */
export type Drawn = ZoneDraw | HeatRow | undefined;

/** Waits for the outcomes of the draws 0, 1, 2, ... of a job; they do not depend on who made them. */
export type DrawPool = (job: DrawJob, run: Pick<Run, 'progress' | 'signal'>) => Promise<readonly Drawn[]>;

/** A computation that asks for draws on its way and goes on with what they came to. */
export type Drawing<Result> = Generator<DrawJob, Result, readonly Drawn[]>;

/** What is being made, in words of progress. */
export const drawsOf: Readonly<Record<DrawJob['kind'], string>> = {
  healing: 'draws of healing',
  heat: 'draws of heat',
};
