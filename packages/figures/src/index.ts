export { courseCalendar, type CourseCalendarInput } from './choice/course-calendar.ts';
export {
  courseChart,
  type ChartCourse,
  type ChartMark,
  type CourseChart,
  type CourseChartInput,
} from './choice/course-chart.ts';
export { courseTimeline, type TimelineInput } from './evidence/course-timeline.ts';
export { convergencePlot, observedOrder, type ConvergenceInput } from './heat/convergence-plot.ts';
export { coveragePlot, type CoverageInput } from './evidence/coverage-plot.ts';
export { forestPlot } from './evidence/forest-plot.ts';
export { funnelPlot, type FunnelInput } from './evidence/funnel-plot.ts';
export { gradeTable } from './evidence/grade-table.ts';
export { iconArray, levelWords, type IconArrayInput } from './evidence/icon-array.ts';
export { estimateText, rangeText } from './evidence/interval-text.ts';
export { feelOverTime } from './appearance/feel-over-time.ts';
export { reliefStrip } from './appearance/relief-strip.ts';
export { heatCourses } from './heat/heat-courses.ts';
export { predictionBands, type PredictedRow, type PredictionBandsInput } from './heat/prediction-bands.ts';
export type { HeatFigureInput } from './heat/heat-input.ts';
export { heatSection } from './heat/heat-section.ts';
export { needleCurrents } from './heat/needle-currents.ts';
export { cellPopulations } from './heal/cell-populations.ts';
export { depthMaps, type DepthCourse } from './heal/depth-maps.ts';
export { expectationOverTime } from './heal/expectation-over-time.ts';
export { matrixCourses } from './heal/matrix-courses.ts';
export { minutesToMonths, type HealingTimes } from './heal/minutes-to-months.ts';
export { limitBars } from './limits/limit-bars.ts';
export { nearestLimits } from './limits/nearest-limits.ts';
export type { SectionInput } from './section-frame.ts';
export { skinSection } from './skin-section.ts';
export { skinTissue, type TissueHeights } from './skin-tissue.ts';
export { standAlone, type Figure, type FigureOptions } from './svg.ts';
export { linePlot, type LinePlot, type PlotLine } from './lab/line-plot.ts';
export { namedTimes } from './lab/time-words.ts';
export { colour, sans, tokens, type Token } from './tokens.ts';
export { tradeOff, type Lettered } from './trade-off.ts';
export { doseFigure } from './heat/dose-map.ts';
