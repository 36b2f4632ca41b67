import {
  basisOf,
  type Band,
  type CertaintyGrade,
  type ImprovementLevel,
  type LevelForecast,
} from '@percuta/evidence';
import { element, figure, px, text, wrap, type Figure, type FigureOptions } from '../svg.ts';
import { colour, type Token } from '../tokens.ts';
import { countOf } from './interval-text.ts';

export interface IconArrayInput {
  readonly levels: readonly LevelForecast[];
  /** What is counted, and by whom. */
  readonly statement: string;
  readonly grade?: CertaintyGrade;
}

const lineHeight = 15;
const gap = 24;
const least = 146;
const perRow = 10;

/** Words for the levels of improvement. */
export const levelWords: Readonly<Record<ImprovementLevel, string>> = {
  worse: 'Worse',
  'no-change': 'No change',
  any: 'Any improvement',
  '25': 'A quarter better or more',
  '50': 'Half better or more',
  '75': 'Three quarters better or more',
};

const bandText = ({ low, high }: Band): string => `${low} to ${high}`;

/** Filling by the chance that at least so many people reach the level, in the steps the bands give. */
const states = [
  { words: '95\u202f% or more', fill: 1 },
  { words: '75 to 95\u202f%', fill: 0.68 },
  { words: '25 to 75\u202f%', fill: 0.38 },
  { words: '5 to 25\u202f%', fill: 0.2 },
  { words: 'under 5\u202f%', fill: 0 },
] as const;
type State = (typeof states)[number];

const stateOf = (person: number, { band50, band90 }: LevelForecast): State => {
  const ends = [band90.low, band50.low, band50.high, band90.high];
  return states[ends.filter((end) => person > end).length] ?? states[4];
};

const drawDisc = (place: { x: number; y: number; r: number }, { fill }: State, token: Token): string =>
  element('circle', {
    cx: place.x,
    cy: place.y,
    r: place.r,
    fill: colour(token),
    'fill-opacity': fill,
    stroke: colour(fill === 0 ? 'muted' : token),
    'stroke-width': fill === 0 ? 0.6 : 1,
    'stroke-opacity': fill === 0 ? 0.7 : 1,
  });

const basisText = (level: LevelForecast): string =>
  basisOf(level) === 'counted'
    ? `counted in ${countOf(level.countedIn, 'arm', 'arms')}`
    : 'not counted in this: placed by studies of others';

/** What a prior alone places is a chance: nobody counted people, so none are drawn. */
const chanceText = ({ level, median, band90 }: LevelForecast): string =>
  `${levelWords[level].toLowerCase()} ${median}\u202f% (90\u202f%: ${bandText(band90)}\u202f%)`;

const chancesText = (levels: readonly LevelForecast[]): string => {
  const chances = levels.filter((level) => basisOf(level) === 'prior').map(chanceText);
  return chances.length === 0
    ? ''
    : `Not counted in any study, so no people are drawn: ${chances.join(', ')}. Chances that rest on a prior.`;
};

const drawPeople = (
  level: LevelForecast,
  { cell, x, top }: { cell: number; x: number; top: number },
): string =>
  Array.from({ length: 100 }, (_, i) => {
    const place = {
      x: x + ((i % perRow) + 0.5) * cell,
      y: top + (Math.floor(i / perRow) + 0.5) * cell,
      r: cell / 2 - 2,
    };
    return drawDisc(place, stateOf(i + 1, level), 'accent');
  }).join('');

/** A notch after the person the median falls on. */
const drawNotch = ({ median }: LevelForecast, cell: number, top: number, x: number): string => {
  const row = Math.max(0, Math.ceil(median / perRow) - 1);
  const at = x + (median - row * perRow) * cell;
  return element('path', {
    d: `M${px(at)} ${px(top + row * cell - 1)}V${px(top + (row + 1) * cell + 1)}`,
    stroke: colour('ink'),
    'stroke-width': 2,
  });
};

interface Cells {
  readonly columns: number;
  readonly width: number;
  readonly cell: number;
}

const cellsOf = (width: number): Cells => {
  const columns = Math.max(1, Math.min(3, Math.floor((width + gap) / (least + gap))));
  const own = (width - (columns - 1) * gap) / columns;
  return { columns, width: own, cell: Math.min(18, own / perRow) };
};

interface Words {
  readonly heading: readonly string[];
  readonly value: string;
  readonly bands: readonly string[];
  readonly below: readonly string[];
}

const wordsOf = (level: LevelForecast, width: number): Words => ({
  heading: wrap(levelWords[level.level], width),
  value: `${level.median} of 100`,
  bands: [`50\u202f%: ${bandText(level.band50)}`, `90\u202f%: ${bandText(level.band90)}`],
  below: wrap(basisText(level), width),
});

const headHeight = ({ heading, bands }: Words): number =>
  (heading.length + 1 + bands.length) * lineHeight + 6;

/** One array with the heading lines above it and what it rests on below. */
const drawArray = (
  level: LevelForecast,
  words: Words,
  { cell, x, top, head }: { cell: number; x: number; top: number; head: number },
): string => {
  const { heading, value, bands, below } = words;
  const start = top + head;
  const token = basisOf(level) === 'counted' ? 'muted' : 'caution';
  return [
    ...heading.map((line, i) => text(x, top + 12 + i * lineHeight, line, { isBold: true })),
    text(x, top + 12 + heading.length * lineHeight, value),
    ...bands.map((line, i) => text(x, top + 12 + (heading.length + 1 + i) * lineHeight, line)),
    drawPeople(level, { cell, x, top: start }),
    drawNotch(level, cell, start, x),
    ...below.map((line, i) => text(x, start + perRow * cell + 16 + i * lineHeight, line, { colour: token })),
  ].join('');
};

const keyStep = lineHeight + 3;

const drawKey = (top: number): string =>
  [
    text(0, top + 12, 'Chance that at least so many people reach it', { colour: 'muted' }),
    ...states.map((state, i) => {
      const y = top + (i + 1) * keyStep;
      return (
        drawDisc({ x: 7, y: y + 8, r: 6 }, state, 'accent') +
        text(20, y + 12, state.words, { colour: 'muted' })
      );
    }),
  ].join('');

const sentenceOf = ({ levels, grade }: IconArrayInput): string => {
  const said = levels.find(({ level }) => level === '50') ?? levels[0];
  if (said === undefined) return 'No figure is given.';
  const certain = grade === undefined ? '' : ` Certainty: ${grade}.`;
  return `Of 100 people like those studied ${said.median} (${bandText(said.band50)}, 90\u202f%: ${bandText(said.band90)}): ${levelWords[said.level].toLowerCase()}.${certain}`;
};

const reading =
  'Each array is 100 people, filled by rows. The notch is the median; the bands include the luck of one hundred people and of a study of its own. Better by half includes better by more.';
const untreated =
  ' People before and after: the forecast does not speak of people left untreated, so no array stands for doing nothing.';

/** Of 100 people how many reach each level, with both bands; what a prior alone places is said below as a chance. */
export const iconArray = (input: IconArrayInput, options: FigureOptions): Figure => {
  const { statement } = input;
  const levels = input.levels.filter((level) => basisOf(level) !== 'prior');
  const { columns, width, cell } = cellsOf(options.width);
  const words = levels.map((level) => wordsOf(level, width));
  const intro = wrap(statement, options.width - 8);
  const chances = wrap(chancesText(input.levels), options.width - 8);
  const rowCount = Math.ceil(levels.length / columns);
  const heads = Array.from({ length: rowCount }, (_, row) =>
    Math.max(...words.slice(row * columns, (row + 1) * columns).map(headHeight)),
  );
  const feet = Math.max(...words.map(({ below }) => below.length), 1) * lineHeight;
  const heights = heads.map((head) => head + perRow * cell + 16 + feet + 12);
  const first = intro.length * lineHeight + 12;
  const topOf = (row: number): number => first + heights.slice(0, row).reduce((sum, one) => sum + one, 0);
  const below = topOf(rowCount) + (states.length + 1) * keyStep + 4;
  return figure(
    { ...options, height: below + chances.length * lineHeight + 4 },
    {
      title: 'Of 100 people like those studied',
      sentence: sentenceOf(input),
      note: `${reading}${untreated}`,
    },
    ...intro.map((line, i) => text(0, 12 + i * lineHeight, line, { colour: 'muted' })),
    ...levels.map((level, i) => {
      const own = words[i];
      const row = Math.floor(i / columns);
      const x = (i % columns) * (width + gap);
      return own === undefined
        ? ''
        : drawArray(level, own, { cell, x, top: topOf(row), head: heads[row] ?? 0 });
    }),
    drawKey(topOf(rowCount)),
    ...chances.map((line, i) => text(0, below + 12 + i * lineHeight, line, { colour: 'caution' })),
  );
};
