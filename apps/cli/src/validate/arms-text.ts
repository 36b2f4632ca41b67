import type { ArmPredictions, Coverage, LevelForecast, PredictedArm, Scored } from '@percuta/evidence';
import { levelWords } from '@percuta/figures';
import { table } from '../table.ts';

const percent = (share: number): string => `${Math.round(100 * share)} %`;

const scoredRow = ({ study, arm, cut, n, observed, median, intervals }: Scored): string[] => [
  study,
  arm,
  cut,
  `${observed} of ${n}`,
  String(Math.round(median)),
  ...intervals.map(
    ({ low, high }) => `${low} to ${high}${observed >= low && observed <= high ? '' : ' (missed)'}`,
  ),
];

const coverageText = ({ arms, inside, meanAbsoluteError }: Coverage): string =>
  `Of ${arms} scored: ${inside
    .map(({ level, share }) => `the ${percent(level)} interval holds ${Math.round(share * arms)}`)
    .join(', ')}; the median misses by ${Math.round(100 * meanAbsoluteError)} of 100 people on average.`;

const levelText = ({ median, band90 }: LevelForecast): string =>
  `${median} (${band90.low} to ${band90.high})`;

const predictedRow = ({ study, arm, levels }: PredictedArm): string[] => [
  study,
  arm,
  ...levels.map(levelText),
];

/** Predictions of study arms; where people were counted, against the counts. */
export const armsText = ({ predicted, refused, coverage, diagnostics }: ArmPredictions): string => {
  const scored = predicted.flatMap(({ scored: one }) => one ?? []);
  const levels = predicted[0]?.levels.map(({ level }) => levelWords[level].toLowerCase()) ?? [];
  return [
    ...(predicted.length === 0
      ? []
      : [
          'Predicted, of 100 people (90 %), as rated in their own study:',
          table(['study', 'arm', ...levels], predicted.map(predictedRow)),
        ]),
    ...(scored.length === 0
      ? ['No arm is scored: none counts people at a level of improvement.']
      : [
          table(
            ['study', 'arm', 'cut', 'counted', 'predicted', '50 %', '80 %', '95 %'],
            scored.map(scoredRow),
          ),
        ]),
    ...(coverage === undefined ? [] : [coverageText(coverage)]),
    ...predicted.flatMap(({ study, arm, note }) =>
      note === undefined ? [] : [`Not scored: ${study}, ${arm}: ${note}.`],
    ),
    ...refused.map(({ study, arm, reason }) => `Not predicted: ${study}, ${arm}: ${reason}.`),
    ...(diagnostics.isSound ? [] : ['The sampler did not settle: do not rely on these figures.']),
  ].join('\n\n');
};
