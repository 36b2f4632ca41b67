import { toSI } from '@percuta/quantity';
import { BadInput, OutsideModel, type Problem } from '../error.ts';
import { cellRadius } from './geometry/radial-cells.ts';
import type { HealValues } from './heal-stage.ts';
import type { HealInput } from './result/healing.ts';

const day = toSI(1, 'days');
const days = (times: readonly number[]): string =>
  `[${times.map((time) => `${Number((time / day).toPrecision(6))} days`).join(', ')}]`;

const isRising = (values: ArrayLike<number>): boolean =>
  Array.from(values).every(
    (value, i) => Number.isFinite(value) && (i === 0 || value > (values[i - 1] ?? value)),
  );

const sessionProblems = ({ sessions, duration }: HealInput): Problem[] =>
  sessions[0] === 0 && isRising([...sessions, duration])
    ? []
    : [
        {
          path: 'sessions',
          given: `${days(sessions)}, end ${days([duration])}`,
          problem: 'sessions have to start at 0 days, rise, and end before the end of the course',
          allowed: 'intervals above 0 days',
          remedy: 'put the sessions in order, each day once',
        },
      ];

const isShare = (value: number): boolean => value >= 0 && value <= 1;

const layerProblems = ({ depths, gapRadii, pierced }: HealInput): Problem[] => {
  const layers = depths.length - 1;
  const fits =
    layers >= 1 &&
    depths[0] === 0 &&
    isRising(depths) &&
    gapRadii.length === layers &&
    pierced.length === layers &&
    gapRadii.every((radius) => radius >= 0 && Number.isFinite(radius)) &&
    pierced.every(isShare);
  return fits
    ? []
    : [
        {
          path: 'depths',
          given: `${depths.length} depths, ${gapRadii.length} gap radii, ${pierced.length} shares pierced`,
          problem: 'the layers do not fit together',
          allowed: 'depths rising from 0 m; for each layer a gap radius from 0 m and a share from 0 to 1',
          remedy: 'give one more depth than there are layers',
        },
      ];
};

const densityProblems = ({ density }: HealInput): Problem[] =>
  density >= 0 && Number.isFinite(density)
    ? []
    : [
        {
          path: 'density',
          given: String(density),
          problem: 'is no number of channels per area',
          allowed: 'from 0 1/m2',
          remedy: 'pass the density of the puncture stage',
        },
      ];

/** What the equations can hold, beyond the ends of a spread: a mesh that somebody can wait for, a yield that is one. */
const ranges = {
  N_r: { least: 2, most: 1024, isWhole: true },
  n_layers: { least: 1, most: 256, isWhole: true },
  g_lin: { least: 0, most: 1, isWhole: false },
  y_E: { least: 1e-6, most: 1, isWhole: false },
} as const;
type Ranged = keyof typeof ranges;
const ranged: readonly Ranged[] = ['N_r', 'n_layers', 'g_lin', 'y_E'];

/** Throws BadInput for constants that the equations cannot hold. */
export const checkValues = (values: Pick<HealValues, Ranged>): void => {
  const problems = ranged.flatMap((name): Problem[] => {
    const { least, most, isWhole } = ranges[name];
    const value = values[name];
    if (value >= least && value <= most && (!isWhole || Number.isInteger(value))) return [];
    return [
      {
        path: `heal.${name}`,
        given: String(value),
        problem: 'is outside what healing can be worked out with',
        allowed: `${isWhole ? 'a whole number ' : ''}from ${least} to ${most}`,
        remedy: 'take a number in this range',
      },
    ];
  });
  if (problems.length > 0) throw new BadInput(problems);
};

const perSquareCentimetre = (density: number): string => `${(density / 1e4).toPrecision(3)} 1/cm2`;

/**
 * Throws BadInput with everything wrong in an input, and OutsideModel where neighbouring channels run into each other
 * or lie too far apart for the unit cell.
 */
export const checkInput = (input: HealInput, values: HealValues): void => {
  checkValues(values);
  const problems = [...sessionProblems(input), ...layerProblems(input), ...densityProblems(input)];
  if (problems.length > 0) throw new BadInput(problems);
  if (input.density === 0) return;
  const radius = cellRadius(input.density);
  const widest = Math.max(input.gapAtJunction, ...input.gapRadii);
  if (widest >= radius) {
    const most = perSquareCentimetre(1 / (Math.PI * widest * widest));
    throw new OutsideModel(
      `healing covers channels with skin between them; at ${perSquareCentimetre(input.density)} gaps of ` +
        `${(widest * 1e6).toPrecision(3)} um radius overlap`,
      `density below ${most}`,
    );
  }
  if (radius > values.R_most) {
    const least = perSquareCentimetre(1 / (Math.PI * values.R_most * values.R_most));
    throw new OutsideModel(
      `healing is modelled in the cell around each channel; ${perSquareCentimetre(input.density)} is too sparse`,
      `density from ${least}`,
    );
  }
};
