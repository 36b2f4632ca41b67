import { heatFieldAt, type HeatAspect } from '../film/heat-field.ts';
import { readStencil, type Stencil } from '../film/stencil.ts';
import type { SkinBlock } from '../skin-block.ts';
import type { Canvas } from './canvas.ts';
import { damageBands, differenceBands, heatBands, heatColours, seriesColour } from './colours.ts';
import { bandOf, cover, type Tint } from './tint.ts';

const zeroCelsius = 273.15;
const opacities = [0.34, 0.62, 0.9] as const;

const valuesOn = (
  block: SkinBlock,
  stencil: Stencil | undefined,
  aspect: HeatAspect,
  time: number,
): Float32Array | undefined => {
  const field = block.heat && heatFieldAt(block.heat, aspect, time);
  if (field === undefined || stencil === undefined) return undefined;
  const out = new Float32Array(stencil.cells.length);
  readStencil(field, stencil, out);
  return out;
};

const paintBands = (
  { shown }: Canvas,
  values: Float32Array,
  bands: readonly number[],
  tints: readonly Tint[],
): void => {
  const lowest = bands[0] ?? Infinity;
  for (let n = 0; n < values.length; n += 1) {
    const value = values[n] ?? 0;
    if (value < lowest) continue;
    const tint = tints[bandOf(bands, value)];
    if (tint !== undefined) cover(shown, n, tint.colour, tint.opacity);
  }
};

/** Temperature in fixed bands, or damage: a tenth, half, and all of what is called done. */
export const paintHeat = (canvas: Canvas, block: SkinBlock, aspect: HeatAspect, time: number): void => {
  const values = valuesOn(block, canvas.heat, aspect, time);
  if (values === undefined) return;
  if (aspect.kind === 'temperature') {
    const tints = heatColours(canvas.scheme).map((colour, band) => ({
      colour,
      opacity: opacities[band] ?? 0.9,
    }));
    paintBands(
      canvas,
      values,
      heatBands.map((celsius) => celsius + zeroCelsius),
      tints,
    );
  } else {
    const colour = seriesColour('teal', canvas.scheme);
    const tints = [0.22, 0.5, 0.85].map((opacity) => ({ colour, opacity }));
    paintBands(canvas, values, damageBands, tints);
  }
};

/** How much warmer this block is than another at the same time: warmer violet, cooler orange. */
export const paintDifference = (canvas: Canvas, block: SkinBlock, other: SkinBlock, time: number): void => {
  const aspect = { kind: 'temperature' } as const;
  const here = valuesOn(block, canvas.heat, aspect, time);
  const there = valuesOn(other, canvas.stencilIn(other), aspect, time);
  if (here === undefined || there === undefined) return;
  const [more, less] = [seriesColour('violet', canvas.scheme), seriesColour('orange', canvas.scheme)];
  here.forEach((value, n) => {
    const difference = value - (there[n] ?? value);
    const band = bandOf(differenceBands, Math.abs(difference));
    if (band >= 0) cover(canvas.shown, n, difference > 0 ? more : less, 0.25 + 0.2 * band);
  });
};
