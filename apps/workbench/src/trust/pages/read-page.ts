/** A run of text within a line. */
export interface Span {
  readonly kind: 'text' | 'code' | 'strong' | 'link';
  readonly text: string;
  /** Of a link: as the page has it, relative to itself. */
  readonly to?: string;
}

export type Line = readonly Span[];

/** What a page of the documentation is made of, in its order. */
export type PagePart =
  | { readonly kind: 'heading'; readonly level: number; readonly text: Line }
  | { readonly kind: 'text'; readonly text: Line }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  | { readonly kind: 'table'; readonly head: readonly Line[]; readonly rows: readonly (readonly Line[])[] }
  | { readonly kind: 'picture'; readonly name: string; readonly file: string }
  | { readonly kind: 'code'; readonly text: string };

const spanPattern = /`([^`]+)`|\*\*(.+?)\*\*|\[([^\]]+)\]\(([^)\s]+)\)/g;

const spanOf = ([, code, strong, label, to]: RegExpExecArray): Span => {
  if (code !== undefined) return { kind: 'code', text: code };
  if (strong !== undefined) return { kind: 'strong', text: strong };
  return { kind: 'link', text: label ?? '', to: to ?? '' };
};

/** Code, strong words and links of a line, and the text between them. */
export const readLine = (text: string): Line => {
  const spans: Span[] = [];
  let at = 0;
  const upTo = (end: number): void => {
    if (end > at) spans.push({ kind: 'text', text: text.slice(at, end) });
  };
  for (const found of text.matchAll(spanPattern)) {
    upTo(found.index);
    spans.push(spanOf(found));
    at = found.index + found[0].length;
  }
  upTo(text.length);
  return spans;
};

const cellsOf = (row: string): readonly Line[] =>
  row
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => readLine(cell.trim().replaceAll('\\|', '|')));

const tableOf = ([head = '', , ...rows]: readonly string[]): PagePart => ({
  kind: 'table',
  head: cellsOf(head),
  rows: rows.map(cellsOf),
});

const item = /^(?:[-*]|\d+\.) /;

const itemsOf = (lines: readonly string[]): readonly Line[] =>
  lines
    .reduce<string[]>(
      (items, line) =>
        item.test(line)
          ? [...items, line.replace(item, '')]
          : [...items.slice(0, -1), `${items.at(-1) ?? ''} ${line.trim()}`],
      [],
    )
    .map(readLine);

const partOf = (block: string): PagePart => {
  const lines = block.split('\n');
  const heading = /^(#+) (.+)$/.exec(block);
  if (heading !== null) {
    return { kind: 'heading', level: heading[1]?.length ?? 1, text: readLine(heading[2] ?? '') };
  }
  const picture = /^!\[([^\]]*)\]\(([^)]+)\)$/.exec(block);
  if (picture !== null) return { kind: 'picture', name: picture[1] ?? '', file: picture[2] ?? '' };
  if (block.startsWith('|') && /^\|[-:| ]+$/.test(lines[1] ?? '')) return tableOf(lines);
  if (item.test(block)) return { kind: 'list', items: itemsOf(lines) };
  return { kind: 'text', text: readLine(lines.join(' ')) };
};

const fence = /^```[^\n]*\n([\s\S]*?)\n```$/gm;

const partsOutsideCode = (text: string): readonly PagePart[] =>
  text
    // Blocks are set apart by an empty line; a heading is one by itself.
    .replaceAll(/^(#+ .+)$/gm, '\n$1\n')
    .split(/\n\s*\n/)
    .map((block) => block.replace(/^\n+|\s+$/g, ''))
    .filter((block) => block !== '')
    .map(partOf);

/** A page of the documentation, as its authors write it, in parts that can be drawn. */
export const readPage = (source: string): readonly PagePart[] =>
  source
    .split(fence)
    .flatMap((text, n) => (n % 2 === 1 ? [{ kind: 'code' as const, text }] : partsOutsideCode(text)));
