import {
  basisOf,
  type Band,
  type CertaintyGrade,
  type ImprovementLevel,
  type LevelForecast,
} from '@percuta/evidence';
import { element, figure, px, text, textWidth, wrap, type Figure, type FigureOptions } from '../svg.ts';
import { colour } from '../tokens.ts';
import { countOf } from './interval-text.ts';

/** How many of 100 people reach each level of improvement, what the levels mean, and how certain that is. */
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

/** What may be said of a person: inside what nearly always happens, within the doubt, or beyond it. */
const states = [
  { words: 'reach it', fill: 'accent', edge: 'accent', stroke: 0.9 },
  { words: 'uncertain: within the 90\u202f% band', fill: 'none', edge: 'accent', stroke: 1.2 },
  { words: 'do not reach it', fill: 'none', edge: 'muted', stroke: 0.6 },
] as const;
type State = (typeof states)[number];

const stateOf = (person: number, { band90 }: LevelForecast): State => {
  if (person <= band90.low) return states[0];
  return person <= band90.high ? states[1] : states[2];
};

interface Place {
  readonly x: number;
  readonly y: number;
  /** Side of the square that one person has. */
  readonly cell: number;
}

/** A head and shoulders about the middle of a cell: the same for everybody. */
const personPath = ({ x, y, cell }: Place): string => {
  const head = 0.17 * cell;
  const [half, round] = [0.28 * cell, 0.2 * cell];
  const foot = y + 0.42 * cell;
  const side = 0.4 * cell - round;
  return [
    `M${px(x - head)} ${px(y - 0.24 * cell)}a${px(head)} ${px(head)} 0 1 0 ${px(2 * head)} 0`,
    `a${px(head)} ${px(head)} 0 1 0 ${px(-2 * head)} 0Z`,
    `M${px(x - half)} ${px(foot)}v${px(-side)}a${px(round)} ${px(round)} 0 0 1 ${px(round)} ${px(-round)}`,
    `h${px(2 * (half - round))}a${px(round)} ${px(round)} 0 0 1 ${px(round)} ${px(round)}v${px(side)}Z`,
  ].join('');
};

/** All people of one state in one path: an element for each would be hundreds in a page. */
const drawState = (places: readonly Place[], { fill, edge, stroke }: State): string =>
  places.length === 0
    ? ''
    : element('path', {
        d: places.map(personPath).join(''),
        fill: fill === 'none' ? fill : colour(fill),
        stroke: colour(edge),
        'stroke-width': stroke,
        'data-people': places.length,
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
): string => {
  const people = Array.from({ length: 100 }, (_, i) => ({
    x: x + ((i % perRow) + 0.5) * cell,
    y: top + (Math.floor(i / perRow) + 0.5) * cell,
    cell,
  }));
  return states
    .map((state) =>
      drawState(
        people.filter((_, i) => stateOf(i + 1, level) === state),
        state,
      ),
    )
    .join('');
};

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
  readonly interval: string;
  readonly bands: readonly string[];
  readonly below: readonly string[];
}

const wordsOf = (level: LevelForecast, width: number): Words => ({
  heading: wrap(levelWords[level.level], width, { isBold: true }),
  value: String(level.median),
  interval: ` (${bandText(level.band90)})`,
  bands: ['of 100 people; 90\u202f%', `50\u202f%: ${bandText(level.band50)}`],
  below: wrap(basisText(level), width),
});

/** The number that a reader looks for, with its interval in the same size, px. */
const valueSize = 17;
const valueHeight = 24;

const drawValue = (x: number, y: number, { value, interval }: Words): string =>
  element(
    'text',
    { x, y, 'font-size': valueSize, fill: colour('ink') },
    element('tspan', { 'font-weight': 600 }, value),
    interval,
  );

const headHeight = ({ heading, bands }: Words): number =>
  (heading.length + bands.length) * lineHeight + valueHeight + 6;

/** One array with the heading lines above it and what it rests on below. */
const drawArray = (
  level: LevelForecast,
  words: Words,
  { cell, x, top, head }: { cell: number; x: number; top: number; head: number },
): string => {
  const { heading, bands, below } = words;
  const under = top + heading.length * lineHeight + valueHeight;
  const start = top + head;
  const token = basisOf(level) === 'counted' ? 'muted' : 'caution';
  return [
    ...heading.map((line, i) => text(x, top + 12 + i * lineHeight, line, { isBold: true })),
    drawValue(x, under - 4, words),
    ...bands.map((line, i) => text(x, under + 12 + i * lineHeight, line, { colour: 'muted' })),
    drawPeople(level, { cell, x, top: start }),
    drawNotch(level, cell, start, x),
    ...below.map((line, i) => text(x, start + perRow * cell + 16 + i * lineHeight, line, { colour: token })),
  ].join('');
};

const keyStep = lineHeight + 5;
const keyGap = 14;
const keyRoom = ({ words }: State): number => 20 + textWidth(words) + keyGap;

interface KeyEntry {
  readonly state: State;
  readonly x: number;
  readonly row: number;
}

/** Entries side by side, as many in a row as there is room for. */
const keyEntries = (width: number): KeyEntry[] =>
  states.reduce<KeyEntry[]>((placed, state) => {
    const last = placed.at(-1);
    if (last === undefined) return [{ state, x: 0, row: 0 }];
    const x = last.x + keyRoom(last.state);
    const fits = x + keyRoom(state) - keyGap <= width;
    return [...placed, fits ? { state, x, row: last.row } : { state, x: 0, row: last.row + 1 }];
  }, []);

const keyHeight = (width: number): number => ((keyEntries(width).at(-1)?.row ?? 0) + 2) * keyStep;

const drawKey = (top: number, width: number): string =>
  [
    text(0, top + 12, 'Of these 100 people', { colour: 'muted' }),
    ...keyEntries(width).map(({ state, x, row }) => {
      const y = top + (row + 1) * keyStep;
      return (
        drawState([{ x: x + 8, y: y + 8, cell: 16 }], state) +
        text(x + 20, y + 12, state.words, { colour: 'muted' })
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
  'Each array is 100 people, filled by rows; who is uncertain is ringed. The notch is the median; the bands include the luck of one hundred people and of a study of its own. Better by half includes better by more.';
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
  const below = topOf(rowCount) + keyHeight(options.width) + 4;
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
    drawKey(topOf(rowCount), options.width),
    ...chances.map((line, i) => text(0, below + 12 + i * lineHeight, line, { colour: 'caution' })),
  );
};
