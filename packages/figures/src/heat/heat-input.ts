import type { ArrayHeating } from '@percuta/engine';

/** What the figures of heat show. */
export interface HeatFigureInput {
  readonly heating: ArrayHeating;
  /** Name of the device, with "(hypothetical)" where it is. */
  readonly device: string;
}

export { narrow } from './heat-width.ts';

/** °C, whole. */
export const celsius = (kelvin: number): number => kelvin - 273.15;
