import { deviceSheet, site as siteOf } from '@percuta/evidence';
import type { Subject, Track } from '../safety/limit.ts';
import { caseWith } from './case.ts';

/** A track well within the dermis of the cheek that leaves few holes. */
export const shallowTrack: Track = {
  ceiling: 0.5e-3,
  dermalBorder: 1.3e-3,
  withinLogSd: 0.15,
  strokesPerPass: 1e6,
  channelDiameter: 100e-6,
};

/** Three gentle sessions on the cheek with a pen that is labelled for them; inside the envelope. */
export const subjectWith = (changes: Partial<Subject> = {}): Subject => {
  const given = changes.given ?? caseWith();
  return {
    given,
    sheet: deviceSheet('skinpen_precision'),
    site: siteOf(given.site.id),
    settings: { depth: 0.5e-3, passes: 4, handSpeed: 0.02, frequency: undefined },
    course: { sessions: 3, interval: 30 * 86_400 },
    // As many draws as it takes to tell a chance of a twentieth from more.
    tracks: Array.from({ length: 64 }, () => shallowTrack),
    ...changes,
  };
};
