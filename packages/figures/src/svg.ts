import { colour, sans, tokens, type Token } from './tokens.ts';

/** A figure: complete SVG text, its title, and one sentence that says what it shows. */
export interface Figure {
  readonly svg: string;
  readonly title: string;
  readonly sentence: string;
  /** How to read it, where the drawing does not say. */
  readonly note: string;
}

/** What every figure is drawn with: its id and its width. */
export interface FigureOptions {
  /** Unique in the page: the ids of the figure begin with it. */
  readonly id: string;
  /** px */
  readonly width: number;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** To 0.01 px, so that a figure is the same text on every host. */
export const px = (value: number): string => String(Math.round(value * 100) / 100);

const attributeText = (attributes: Attributes): string =>
  Object.entries(attributes)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [` ${name}="${typeof value === 'number' ? px(value) : escape(value)}"`],
    )
    .join('');

/** An element with children that are markup already. */
export const element = (name: string, attributes: Attributes, ...children: readonly string[]): string =>
  children.length === 0
    ? `<${name}${attributeText(attributes)}/>`
    : `<${name}${attributeText(attributes)}>${children.join('')}</${name}>`;

export interface TextStyle {
  readonly colour?: Token;
  readonly isBold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** The ground the text may cross other marks on. */
  readonly halo?: Token;
}

export const textSize = 12;

export const text = (x: number, y: number, content: string, style: TextStyle = {}): string =>
  element(
    'text',
    {
      x,
      y,
      'font-size': textSize,
      fill: colour(style.colour ?? 'ink'),
      'font-weight': style.isBold === true ? 600 : undefined,
      'text-anchor': style.anchor,
      ...(style.halo === undefined
        ? {}
        : {
            'paint-order': 'stroke',
            stroke: colour(style.halo),
            'stroke-width': 3,
            'stroke-linejoin': 'round',
          }),
    },
    escape(content),
  );

/** Points as a path. */
export const pathOf = (points: readonly (readonly [x: number, y: number])[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join('');

/** Mean advance of the font at 12 px, px; in bold that of the widest font that may stand in (DejaVu Sans). */
const advance = 6.3;
const boldAdvance = 7.3;

/** About how wide a line of text is, px. */
export const textWidth = (content: string): number => content.length * advance;

/** Breaks a text into lines of about `width` px. */
export const wrap = (content: string, width: number, { isBold = false }: TextStyle = {}): string[] => {
  const most = Math.max(8, Math.floor(width / (isBold ? boldAdvance : advance)));
  return content.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > most) return [...lines, word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
};

/** The frame of a figure: its size, its font, and its sentence for those who do not see it. */
export const figure = (
  options: FigureOptions & { readonly height: number },
  words: Omit<Figure, 'svg'>,
  ...children: readonly string[]
): Figure => {
  const { id, width, height } = options;
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${px(width)} ${px(height)}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      'font-family': sans,
      'font-variant-numeric': 'tabular-nums',
    },
    element('title', { id: `${id}-title` }, escape(words.title)),
    element('desc', { id: `${id}-desc` }, escape(words.sentence)),
    ...children,
  );
  return { svg, ...words };
};

/** A figure as a file of its own: on the light ground its colours are chosen for. */
export const standAlone = ({ svg }: Figure): string =>
  `${svg.replace('<svg ', `<svg style="background:${tokens.surface.light}" `)}\n`;
