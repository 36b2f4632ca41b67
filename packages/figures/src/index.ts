export { limitBars } from './limit-bars.ts';
export type { SectionInput } from './section-frame.ts';
export { skinSection } from './skin-section.ts';
export type { Figure, FigureOptions } from './svg.ts';
export { colour, sans, tokens, type Token } from './tokens.ts';
export { tradeOff, type Lettered } from './trade-off.ts';
