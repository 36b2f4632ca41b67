import { funnelOf } from '@percuta/evidence';
import { courseTimeline } from '../evidence/course-timeline.ts';
import { coveragePlot } from '../evidence/coverage-plot.ts';
import { forestPlot } from '../evidence/forest-plot.ts';
import { funnelPlot } from '../evidence/funnel-plot.ts';
import { gradeTable } from '../evidence/grade-table.ts';
import { iconArray } from '../evidence/icon-array.ts';
import type { Figure, FigureOptions } from '../svg.ts';
import { certainty, changes, coverage, levels, oneShare, scored, statement } from './evidence.ts';

const week = 7 * 86_400;

export const funnel = funnelOf(
  changes.results.map(({ study, estimate, interval: { low, high } }) => ({
    id: study,
    study,
    estimate,
    variance: ((high - low) / 3.92) ** 2,
  })),
);

export const timeline = {
  sessions: 4,
  interval: 4 * week,
  judgeAfter: 13 * week,
  assessed: { low: 4 * week, high: 26 * week },
};

/** Each figure of evidence, drawn from the made-up results. */
export const evidenceFigures: Readonly<Record<string, (options: FigureOptions) => Figure>> = {
  'forest-plot': (options) => forestPlot(changes, options),
  'forest-plot-one': (options) => forestPlot(oneShare, options),
  'funnel-plot': (options) => funnelPlot({ ...changes, funnel }, options),
  'grade-table': (options) => gradeTable({ certainty }, options),
  'icon-array': (options) => iconArray({ levels, statement, grade: 'very low' }, options),
  'course-timeline': (options) => courseTimeline(timeline, options),
  'coverage-plot': (options) => coveragePlot({ coverage, scored }, options),
};
