import type { FittedEmulator } from './heat-emulator.ts';
import type { SampleSpace } from './sample-space.ts';
import { hasPattern, type ShotPattern } from './shot-pattern.ts';
import type { RfSettings } from '../../case/rf-settings.ts';

/** What an emulator cost and gains, as measured where it was trained. */
export interface EmulatorCost {
  /** Processor time of one run of the whole model, s. */
  readonly run: number;
  /** Of one set of answers, s. */
  readonly answer: number;
}

/** The emulator of one array and one way to spread a shot, with what it was made from. */
export interface TrainedEmulator {
  /** Id of the sheet. */
  readonly device: string;
  /** Hash of the model, the array and what is asked of them. */
  readonly model: string;
  readonly pattern: ShotPattern;
  readonly space: SampleSpace;
  readonly runs: number;
  readonly fitted: FittedEmulator;
  /** Answers of runs that the fit had not seen, and how many lie within the stated error. */
  readonly heldBack: { readonly runs: number; readonly inside: number; readonly of: number };
  readonly cost: EmulatorCost;
}

/** The emulator that answers for settings of energy whose first depth (m) is given. */
export const emulatorFor = (
  emulators: readonly TrainedEmulator[],
  rf: RfSettings,
  depth: number,
): TrainedEmulator | undefined => emulators.find(({ pattern }) => hasPattern(pattern, rf, depth));
