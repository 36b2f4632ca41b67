import { evidenceTags } from '@percuta/evidence';
import type { Candidate } from '../plan.ts';

/** A chance of tears or of track marks above which a course carries a warning. */
export const worthWarning = 0.05;

const sixDigits = (value: number): string => value.toPrecision(6);

/** Courses with the same key leave the same holes and bleeding in as many sessions. */
export const effectOf = ({ device, settings, course, objectives }: Candidate): string =>
  [
    device,
    settings.depth,
    settings.frequency,
    course.sessions,
    sixDigits(objectives.dose),
    sixDigits(objectives.bleeding),
    sixDigits(objectives.coveredShare),
    sixDigits(objectives.thermalDose),
    sixDigits(objectives.heat),
    sixDigits(objectives.discomfort),
  ].join(' ');

const isHarsh = ({ stroke }: Candidate): number =>
  Math.max(stroke.tearChance, stroke.trackMarkChance) > worthWarning ? 1 : 0;

/** Of equals: no warning before a warning, then the better evidence, then the fewer passes. */
export const byPreference = (a: Candidate, b: Candidate): number =>
  isHarsh(a) - isHarsh(b) ||
  evidenceTags.indexOf(a.course.tag) - evidenceTags.indexOf(b.course.tag) ||
  a.settings.passes - b.settings.passes ||
  (a.id < b.id ? -1 : 1);
