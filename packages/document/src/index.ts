export { renderCourse } from './course/render-course.ts';
export { renderPlan } from './render-plan.ts';
export { renderReport, type ReportFigures } from './render-report.ts';
export { renderSimulation } from './simulation/render-simulation.ts';
export { figuresOfZone, heatFigures, type NamedFigure } from './simulation/simulation-figures.ts';
