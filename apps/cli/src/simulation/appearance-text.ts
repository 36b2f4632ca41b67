import {
  magnitudeText,
  qualities,
  sentenceCase,
  shown,
  type Appearance,
  type Quality,
  type Relief,
  type SignForecast,
} from '@percuta/engine';
import { table } from '../table.ts';

const signWords = {
  up: 'up',
  down: 'down',
  unchanged: 'unchanged',
  undecided: 'undecided, one way',
} as const;

/** Share of draws that say what is told; of those that say neither way, the larger part. */
const agreeing = ({ sign, up, down }: SignForecast): number =>
  sign === 'unchanged' ? 1 - up - down : Math.max(up, down);

const feltText = ({ feel }: Appearance, quality: Quality): string[] => {
  const { sign, atEnd } = feel.qualities[quality];
  const agree = feel.draws < 2 ? '' : ` in ${shown(agreeing(sign), '%', 2)} of draws`;
  const against = sign.isContradicted ? '; the one measured series went the other way' : '';
  return [sentenceCase(quality), `${signWords[sign.sign]}${agree}${against}. ${magnitudeText(atEnd)}`];
};

const swellingText = ({ feel }: Appearance): string => {
  const spans = feel.swelling.spans.map(
    ({ from, until }) =>
      `day ${shown(from, 'days', 2).split(' ')[0]} to ${shown(until, 'days', 2).split(' ')[0]}`,
  );
  return spans.length === 0
    ? 'Swelling does not thicken the dermis by more than the least that is told.'
    : `Swollen, which passes and is no result: ${spans.join(', ')}.`;
};

const percent = (value: number): string => shown(value, '%', 2);

/** An outcome of a patch in words: a share of the lesion that is gone, none of it, or more of it. */
const outcomeText = (improvement: number): string => {
  const rounded = Math.round(100 * improvement);
  if (rounded === 0) return 'no change';
  return rounded > 0 ? `${rounded} % shallower` : `${-rounded} % deeper`;
};

const reliefRow = (relief: Relief): string[] => {
  if (relief.status === 'not forecast') return [relief.name, `not forecast: ${relief.reason}`];
  const { outcomes, explanation, certainty } = relief;
  return [
    relief.name,
    `worst expected ${outcomeText(outcomes.worst)}, median ${outcomeText(outcomes.median)}, best expected ${outcomeText(outcomes.best)}; ` +
      `chance of worse ${percent(outcomes.worse)}, of no change ${percent(outcomes.unchanged)}, from a prior and counted by nobody; volume lifts at most ` +
      `${shown(explanation.lift.middle, 'um', 2)}, unexplained ${shown(explanation.unexplained, 'um', 2)}; certainty ${certainty}`,
  ];
};

/** What skin feels and looks like at the end, on a terminal. */
export const appearanceText = (appearance: Appearance): string =>
  [
    table(
      ['feel at the end, against before', ''],
      qualities.map((quality) => feltText(appearance, quality)),
    ),
    swellingText(appearance),
    ...(appearance.reliefs.length === 0
      ? []
      : [table(['depth of the lesion, 5 to 95 % of the model', ''], appearance.reliefs.map(reliefRow))]),
    appearance.feel.draws < 2
      ? 'A single run at central values: no band stands for what is uncertain of healing. --ensemble 20 takes 20 calibrated draws.'
      : `Bands hold 80 % of ${appearance.feel.draws} draws of the calibrated ensemble of healing, each with a draw of how tissue feels.`,
  ].join('\n\n');
