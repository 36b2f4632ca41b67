import type { Certainty, Concern, DomainView } from '@percuta/evidence';
import { element, figure, text, wrap, type Figure, type FigureOptions } from '../svg.ts';
import { colour, type Token } from '../tokens.ts';

const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Below, the two chips of a row would meet. */
const narrow = 612;
const lineHeight = 15;
const padding = 10;
const chipHeight = 18;

/** Steps down, which the words say too. */
const steps: Readonly<Record<Concern, { readonly words: string; readonly token: Token }>> = {
  none: { words: 'no concern', token: 'ok' },
  serious: { words: 'serious, one step down', token: 'caution' },
  'very serious': { words: 'very serious, two steps down', token: 'limit' },
};

/** A number keeps its sign of per cent. */
const bound = (words: string): string => words.replaceAll(/(\d) %/g, '$1\u202f%');

interface Block {
  readonly height: number;
  readonly markup: (top: number) => string;
}

const chip = (x: number, top: number, words: string, kind: 'ok' | 'caution'): string => {
  const width = words.length * 6.6 + 14;
  return [
    element('rect', { x, y: top, width, height: chipHeight, rx: 5, fill: colour(`${kind}soft`) }),
    text(x + 7, top + 13, words, { colour: kind }),
  ].join('');
};

const linesAt = (x: number, top: number, lines: readonly string[], token: Token = 'ink'): string =>
  lines.map((line, i) => text(x, top + 12 + i * lineHeight, line, { colour: token })).join('');

const rule = (y: number, width: number): string =>
  element('path', { d: `M0 ${y}H${width}`, stroke: colour('line') });

/** Domain and concern in a column of their own, data and judgement beside each other. */
const wideRow = ({ domain, concern, facts, judgement }: DomainView, width: number): Block => {
  const head = 176;
  const column = (width - head - 24) / 2;
  const data = wrap(bound(facts), column);
  const line = wrap(bound(judgement), column);
  const words = wrap(steps[concern].words, head - 12);
  const height =
    Math.max(data.length, line.length, 1 + words.length) * lineHeight + chipHeight + 4 + 2 * padding;
  const second = head + column + 24;
  return {
    height,
    markup: (top) =>
      [
        rule(top, width),
        text(0, top + padding + 13, sentenceCase(domain), { isBold: true }),
        linesAt(0, top + padding + 19, words, steps[concern].token),
        chip(head, top + padding, 'from the data', 'ok'),
        linesAt(head, top + padding + chipHeight + 4, data),
        chip(second, top + padding, 'where the line is: judgement', 'caution'),
        linesAt(second, top + padding + chipHeight + 4, line),
      ].join(''),
  };
};

/** The same, one under the other. */
const narrowRow = ({ domain, concern, facts, judgement }: DomainView, width: number): Block => {
  const data = wrap(bound(facts), width - 8);
  const line = wrap(bound(judgement), width - 8);
  const words = wrap(steps[concern].words, width - 8);
  const dataTop = padding + (1 + words.length) * lineHeight + 8;
  const lineTop = dataTop + chipHeight + 4 + data.length * lineHeight + 8;
  return {
    height: lineTop + chipHeight + 4 + line.length * lineHeight + padding,
    markup: (top) =>
      [
        rule(top, width),
        text(0, top + padding + 12, sentenceCase(domain), { isBold: true }),
        linesAt(0, top + padding + lineHeight, words, steps[concern].token),
        chip(0, top + dataTop, 'from the data', 'ok'),
        linesAt(0, top + dataTop + chipHeight + 4, data),
        chip(0, top + lineTop, 'where the line is: judgement', 'caution'),
        linesAt(0, top + lineTop + chipHeight + 4, line),
      ].join(''),
  };
};

const sentenceOf = ({ grade, startsAt, domains }: Certainty): string => {
  const lowered = domains.filter(({ concern }) => concern !== 'none').map(({ domain }) => domain);
  const because = lowered.length === 0 ? 'nothing lowers it' : `lowered for ${lowered.join(', ')}`;
  return `Certainty is ${grade}: it starts at ${startsAt}, ${because}.`;
};

const note =
  'Domains after GRADE. The figures are computed from the study table; where the line between concerns is drawn is a judgement and marked so. Each step down lowers the grade by one.';

/** How sure a forecast is: the five domains of GRADE, each with its figures and with the line drawn by judgement. */
export const gradeTable = (
  { certainty }: { readonly certainty: Certainty },
  options: FigureOptions,
): Figure => {
  const { width } = options;
  const row = width >= narrow ? wideRow : narrowRow;
  const heading = wrap(sentenceOf(certainty), width - 8);
  const blocks = certainty.domains.map((view) => row(view, width));
  const first = heading.length * lineHeight + padding;
  const tops = blocks.map((_, i) => first + blocks.slice(0, i).reduce((sum, { height }) => sum + height, 0));
  const height = first + blocks.reduce((sum, block) => sum + block.height, 0);
  return figure(
    { ...options, height },
    { title: `Certainty: ${certainty.grade}`, sentence: sentenceOf(certainty), note },
    heading.map((line, i) => text(0, 12 + i * lineHeight, line, { isBold: true })).join(''),
    ...blocks.map(({ markup }, i) => markup(tops[i] ?? first)),
  );
};
