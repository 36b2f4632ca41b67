import { mean } from '@percuta/numerics';
import { heatLimits } from '../../safety/limits.ts';
import type { TriedHeat } from '../heat/heat-summary.ts';
import type { Candidate } from '../plan.ts';
import type { Objectives } from './front.ts';

type Judged = Omit<Candidate, 'isOnFront' | 'objectives'>;

/** Area of the channel of one hole where it is open, m2; 0 where no needle goes in. */
const channelArea = ({ stroke }: Judged): number =>
  stroke.holes.median > 0 ? stroke.perPoint.median / stroke.holes.median : 0;

/** Tissue whose cells die of heat per area in one session, m. */
const thermalVolume = ({ session }: Judged, heat: TriedHeat | undefined): number =>
  heat?.volumes === undefined ? 0 : mean(heat.volumes.cells) * session.holes.median;

/**
 * What a course is compared by, medians over the draws (plan.5 to plan.7). Downtime, discomfort and pigment are
 * orders: they say which of two courses has more of what these come from, and are no measure of either.
 */
export const objectivesOf = (judged: Judged, heat: TriedHeat | undefined): Objectives => {
  const { session, stroke, course, courseDose, margins } = judged;
  const track = session.holes.median * Math.max(0, stroke.depth.median);
  const channel = channelArea(judged);
  const thermal = thermalVolume(judged, heat);
  return {
    dose: courseDose.median,
    bleeding: session.bleeding.median,
    coveredShare: session.coveredShare.median,
    sessions: course.sessions,
    downtime: session.coveredShare.median * course.sessions,
    discomfort: track + (channel > 0 ? thermal / channel : 0),
    pigment: (track * channel + thermal) * course.sessions,
    thermalDose: thermal * course.sessions,
    heat: Math.max(0, ...margins.filter(({ limit }) => heatLimits.has(limit)).map(({ used }) => used)),
  };
};
