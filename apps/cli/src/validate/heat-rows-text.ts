import type { HeatComparison, HeatValidation } from '@percuta/engine';
import { table } from '../table.ts';

const share = (value: number): string => `${Math.round(100 * value)} %`;

const predictedText = ({ agree, median, unit, bands, because }: HeatComparison): readonly string[] => {
  if (median === undefined) return [`refused: ${because ?? ''}`, '', '', ''];
  if (agree !== undefined) return [`agrees in ${share(agree)} of draws`, '', '', ''];
  return [
    `${median} ${unit}`.trim(),
    ...bands.map(({ low, high, holds }) => `${low} to ${high}${holds ? '' : ' (missed)'}`),
  ];
};

const rowOf = (each: HeatComparison): string[] => [
  each.id,
  each.use,
  each.quantity.length > 44 ? `${each.quantity.slice(0, 43)}…` : each.quantity,
  each.measured.length > 34 ? `${each.measured.slice(0, 33)}…` : each.measured,
  ...predictedText(each),
  each.refused === 0 ? String(each.draws) : `${each.draws}, ${each.refused} refused`,
];

/** Records that leave the same open stand together. */
const rangesText = (sampled: HeatValidation['sampled']): string[] =>
  [...new Set(sampled.map(({ ranges }) => ranges.join('; ')))].map((ranges) => {
    const ids = sampled.filter((each) => each.ranges.join('; ') === ranges).map(({ id }) => id);
    return `  ${ids.join(', ')}: ${ranges}`;
  });

/** Measurements of heated tissue beside their predictions, and how many bands hold them. */
export const heatRowsText = ({
  comparisons,
  coverage,
  notSimulated,
  sampled,
  withoutCase,
}: HeatValidation): string =>
  [
    table(
      ['record', 'use', 'quantity', 'measured', 'median', '50 %', '80 %', '95 %', 'draws'],
      comparisons.map(rowOf),
    ),
    coverage
      .map(({ level, inside, of }) => `The ${share(level)} band holds ${inside} of ${of} validation values.`)
      .join('\n'),
    ...(sampled.length === 0
      ? []
      : [`Drawn, since records leave it open:\n${rangesText(sampled).join('\n')}`]),
    ...(withoutCase.length === 0 ? [] : [`Without a case: ${withoutCase.join(', ')}.`]),
    ...(notSimulated.length === 0
      ? []
      : [
          `Cannot be simulated:\n${notSimulated.map(({ id, lacks }) => `  ${id} lacks ${lacks.join('; ')}`).join('\n')}`,
        ]),
  ].join('\n\n');
