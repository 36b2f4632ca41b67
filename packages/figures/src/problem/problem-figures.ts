// Figures of heat problems alone: a command that solves one starts without the rest of the chain.
export { standAlone } from '../svg.ts';
export { problemCourses } from './problem-courses.ts';
export { problemSection, type SectionFields } from './problem-section.ts';
export { terminalCurrents } from './terminal-currents.ts';
