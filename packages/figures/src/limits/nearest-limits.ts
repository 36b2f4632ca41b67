import { sentenceCase, type CourseInSkin, type Margin } from '@percuta/engine';
import { bindingSentence, drawBar, shownMargins, type Columns } from './limit-bars.ts';
import { figure, text, wrap, type Figure, type FigureOptions } from '../svg.ts';

const most = 3;
const lineHeight = 15;
/** Between one limit and the next, px. */
const between = 9;
/** Of the width, for words. */
const wordShare = 0.46;

/** The binding limit first, then those of which most is used. */
const nearest = (candidate: CourseInSkin): Margin[] => {
  const isBinding = ({ limit }: Margin): boolean => limit === candidate.binding.limit;
  return shownMargins(candidate)
    .toSorted((a, b) => Number(isBinding(b)) - Number(isBinding(a)) || b.used - a.used)
    .slice(0, most);
};

interface Row {
  readonly height: number;
  readonly markup: (top: number) => string;
}

const rowOf = (margin: Margin, isBinding: boolean, columns: Columns): Row => {
  const lines = wrap(sentenceCase(margin.limit.replaceAll('-', ' ')), columns.words);
  const name = (top: number): string =>
    lines
      .map((line, i) =>
        text(0, top + 11 + i * lineHeight, line, {
          colour: isBinding ? 'limit' : 'muted',
          isBold: isBinding,
        }),
      )
      .join('');
  return {
    height: lines.length * lineHeight + between,
    markup: (top) => name(top) + drawBar(margin, isBinding, columns, top + 2),
  };
};

/** The three limits nearest to being reached, a line each: for a card, where all of them would not fit. */
export const nearestLimits = (
  { candidate, letter }: { readonly candidate: CourseInSkin; readonly letter: string },
  options: FigureOptions,
): Figure => {
  const { width } = options;
  const columns = {
    isWide: true,
    words: width * wordShare,
    bar: width * (wordShare + 0.02),
    barWidth: width * (0.98 - wordShare),
  };
  const rows = nearest(candidate).map((margin) =>
    rowOf(margin, margin.limit === candidate.binding.limit, columns),
  );
  const tops = rows.map((_, i) => 4 + rows.slice(0, i).reduce((sum, row) => sum + row.height, 0));
  return figure(
    { ...options, height: 4 + rows.reduce((sum, row) => sum + row.height, 0) },
    {
      title: `Nearest limits of course ${letter}, share used`,
      sentence: bindingSentence(candidate),
      note: '',
    },
    ...rows.map((row, i) => row.markup(tops[i] ?? 0)),
  );
};
