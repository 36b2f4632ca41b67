import { assumedCorrelation, type ScaleResult, type UnpooledResult } from '@percuta/evidence';
import { estimateText } from '@percuta/figures';
import { forestText } from './forest-text.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const heterogeneity = ({ pooled }: ScaleResult): string[] => {
  if (pooled === undefined) return [];
  const { method, tau2, i2, q } = pooled;
  const parts = [
    `tau2 ${Number(tau2.toPrecision(2))}`,
    ...(i2 === undefined ? [] : [`I2 ${Math.round(100 * i2)} %`]),
    ...(q === undefined ? [] : [`Q ${q.statistic.toFixed(2)} (df ${q.df}, p ${q.p.toFixed(2)})`]),
  ];
  return [`  ${parts.join(', ')}; ${method}.`];
};

const unstated = ({ armsWithoutNumber: arms }: ScaleResult): string =>
  arms === 0 ? '' : `, and ${counted(arms, 'arm that does', 'arms that do')} not say how many`;

const correlations = (result: ScaleResult): string[] =>
  result.overCorrelations.length === 0
    ? []
    : [
        `  With a correlation of the two readings other than the assumed ${assumedCorrelation}: ${result.overCorrelations
          .map(
            ({ correlation, estimate, interval }) =>
              `${correlation} gives ${estimateText(result, estimate, interval)}`,
          )
          .join(', ')}.`,
      ];

const silentText = ({ study, found, reason }: UnpooledResult): string =>
  `${study} (${found === undefined ? '' : `${found}; `}${reason})`;

const headOf = (result: ScaleResult): string => {
  const { name, studies, people, notPooled } = result;
  if (studies === 0) return `${name}: ${notPooled}`;
  const size = `${counted(studies, 'study', 'studies')}, ${people} people${unstated(result)}`;
  return `${name}: ${size}${notPooled === undefined ? '' : `; ${notPooled}`}`;
};

const resultText = (result: ScaleResult): string =>
  [
    headOf(result),
    ...(result.results.length === 0
      ? []
      : [
          forestText(result)
            .split('\n')
            .map((line) => `  ${line}`.trimEnd())
            .join('\n'),
        ]),
    ...heterogeneity(result),
    ...correlations(result),
    ...(result.unpooled.length === 0
      ? []
      : [`  On this scale without a number: ${result.unpooled.map(silentText).join(', ')}.`]),
  ].join('\n');

/** Results scale by scale: pooled ones and single studies drawn, those without a number named. */
export const resultsText = (results: readonly ScaleResult[]): string => {
  if (results.length === 0) return 'No result on a scale that studies share.';
  return [
    'Results by scale: arms with nothing besides needles, each at its last reading, before and after; nothing is pooled across scales.',
    ...results.map(resultText),
  ].join('\n\n');
};
