import { expect, test } from 'vitest';
import { evidenceFigures } from '../testing/evidence-figures.ts';
import { healFigures } from '../testing/heal-figures.ts';

/** A phone of 390 px less its margins, a small phone, and a page. */
const widths = [350, 304, 708];

const cases = Object.entries({ ...evidenceFigures, ...healFigures }).flatMap(([name, draw]) =>
  widths.map((width) => [name, width, draw] as const),
);

interface Word {
  readonly words: string;
  readonly box: DOMRect;
}

const wordsOf = (svg: SVGSVGElement): Word[] =>
  [...svg.querySelectorAll('text')].map((element) => ({
    words: element.textContent ?? '',
    box: element.getBBox(),
  }));

/** A line of text is higher than its letters: two lines may touch by this much. */
const slack = 2;

const touches = ({ box: a }: Word, { box: b }: Word): boolean =>
  a.x < b.x + b.width - slack &&
  b.x < a.x + a.width - slack &&
  a.y < b.y + b.height - slack &&
  b.y < a.y + a.height - slack;

const overlapsIn = (words: readonly Word[]): string[] =>
  words.flatMap((one, i) =>
    words.slice(i + 1).flatMap((other) => (touches(one, other) ? [`${one.words} / ${other.words}`] : [])),
  );

const drawn = (markup: string): SVGSVGElement => {
  document.body.innerHTML = markup;
  const svg = document.querySelector('svg');
  if (svg === null) throw new Error('nothing was drawn');
  return svg;
};

test.each(cases)('%s at %i px: no text over another, none out of the picture', (name, width, draw) => {
  const svg = drawn(draw({ id: name, width }).svg);
  const words = wordsOf(svg);
  expect(words.length).toBeGreaterThan(5);
  expect(overlapsIn(words)).toEqual([]);
  const { height } = svg.viewBox.baseVal;
  const outside = words.filter(
    ({ box }) => box.x < -slack || box.x + box.width > width + slack || box.y + box.height > height + slack,
  );
  expect(outside.map(({ words }) => words)).toEqual([]);
});

test('an overlap would be found', () => {
  const svg = drawn('<svg width="99" height="99"><text y="20">one</text><text x="4" y="22">two</text></svg>');
  expect(overlapsIn(wordsOf(svg))).toEqual(['one / two']);
});
