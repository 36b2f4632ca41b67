import type { ScaleResult } from '@percuta/evidence';
import { estimateText, rangeText } from '@percuta/figures';
import { table } from '../table.ts';

/** Characters of a drawn line. */
const width = 33;

interface Line {
  readonly label: string;
  readonly people: string;
  readonly numbers: string;
  readonly weight: string;
  readonly low: number;
  readonly high: number;
  readonly estimate: number;
  /** What the interval and the estimate are drawn with. */
  readonly signs: readonly [bar: string, mark: string];
}

const peopleText = (people: number | undefined, events: number | undefined): string => {
  if (people === undefined) return 'not stated';
  return events === undefined ? String(people) : `${events} of ${people}`;
};

const linesOf = (result: ScaleResult): Line[] => {
  const { results, pooled, people } = result;
  const own = results.map((one): Line => ({
    label: one.study,
    people: peopleText(one.people, one.events),
    numbers: estimateText(result, one.estimate, one.interval),
    weight: one.weight === undefined ? '' : `${Math.round(100 * one.weight)} %`,
    ...one.interval,
    estimate: one.estimate,
    signs: ['-', '#'],
  }));
  if (pooled === undefined) return own;
  const { estimate, interval, prediction } = pooled;
  const common = { people: '', weight: '', estimate };
  const mean: Line = {
    ...common,
    label: 'pooled',
    people: String(people),
    numbers: estimateText(result, estimate, interval),
    ...interval,
    signs: ['=', 'o'],
  };
  if (prediction === undefined) return [...own, mean];
  const next: Line = {
    ...common,
    label: 'a new study',
    numbers: rangeText(result, prediction),
    ...prediction,
    signs: ['.', '.'],
  };
  return [...own, mean, next];
};

interface Domain {
  readonly low: number;
  readonly high: number;
}

/** From the studies and no change, widened for the mean by its own width at most. */
const domainOf = ({ kind }: ScaleResult, lines: readonly Line[]): Domain => {
  if (kind === 'share') return { low: 0, high: 1 };
  const own = lines.filter(({ signs }) => signs[0] === '-').flatMap(({ low, high }) => [low, high]);
  const [least, most] = [Math.min(0, ...own), Math.max(0, ...own)];
  const span = most - least || 1;
  return {
    low: Math.max(Math.min(least, ...lines.map(({ low }) => low)), least - span / 2),
    high: Math.min(Math.max(most, ...lines.map(({ high }) => high)), most + span / 2),
  };
};

/** "|" is no change, "<" and ">" go on beyond the line. */
const drawing = ({ low, high, estimate, signs }: Line, domain: Domain, hasZero: boolean): string => {
  const at = (value: number): number =>
    Math.round(((value - domain.low) / (domain.high - domain.low)) * (width - 1));
  const cells = Array.from({ length: width }, (_, i) => (i >= at(low) && i <= at(high) ? signs[0] : ' '));
  if (hasZero && cells[at(0)] === ' ') cells[at(0)] = '|';
  if (at(estimate) >= 0 && at(estimate) < width) cells[at(estimate)] = signs[1];
  if (low < domain.low) cells[0] = '<';
  if (high > domain.high) cells[width - 1] = '>';
  return cells.join('');
};

/** A forest plot in text: one line for each study, the mean and a new study. */
export const forestText = (result: ScaleResult): string => {
  const lines = linesOf(result);
  const domain = domainOf(result, lines);
  const head = result.kind === 'share' ? '0 of 100'.padEnd(width - 3) + '100' : 'worse | better';
  return table(
    ['study', 'people', head, result.kind === 'share' ? 'of 100 (95 %)' : `${result.unit} (95 %)`, 'weight'],
    lines.map((line) => [
      line.label,
      line.people,
      drawing(line, domain, result.kind === 'change'),
      line.numbers,
      line.weight,
    ]),
  );
};
