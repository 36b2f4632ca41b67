import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readLine, readPage } from './read-page.ts';

const docs = fileURLToPath(new URL('../../../../../docs/', import.meta.url));

test('a line is read into code, strong words, links and the text between', () => {
  expect(readLine('By `a|b` it is **missed**, see [heat](heat.md).')).toEqual([
    { kind: 'text', text: 'By ' },
    { kind: 'code', text: 'a|b' },
    { kind: 'text', text: ' it is ' },
    { kind: 'strong', text: 'missed' },
    { kind: 'text', text: ', see ' },
    { kind: 'link', text: 'heat', to: 'heat.md' },
    { kind: 'text', text: '.' },
  ]);
});

test('headings, text over lines, lists, tables, pictures and code are told apart', () => {
  const source =
    '# T\nOne\ntwo\n\n- a\n  more\n- b\n\n| x | y |\n|---|---|\n| 1 |  |\n\n![p](p.svg)\n\n```json\n# no\n\n{}\n```\n';
  expect(readPage(source)).toEqual([
    { kind: 'heading', level: 1, text: [{ kind: 'text', text: 'T' }] },
    { kind: 'text', text: [{ kind: 'text', text: 'One two' }] },
    { kind: 'list', items: [[{ kind: 'text', text: 'a more' }], [{ kind: 'text', text: 'b' }]] },
    {
      kind: 'table',
      head: [[{ kind: 'text', text: 'x' }], [{ kind: 'text', text: 'y' }]],
      rows: [[[{ kind: 'text', text: '1' }], []]],
    },
    { kind: 'picture', name: 'p', file: 'p.svg' },
    { kind: 'code', text: '# no\n\n{}' },
  ]);
});

const shownPages = globSync(['benchmarks/*.md', 'generated/*validation.md', 'generated/*verification.md'], {
  cwd: docs,
});

test.each(shownPages)(
  '%s: no mark of its source is left, and every row has the cells of its head',
  (file) => {
    const parts = readPage(readFileSync(`${docs}${file}`, 'utf8'));
    expect(parts[0]).toMatchObject({ kind: 'heading', level: 1 });
    const texts = JSON.stringify(parts.filter(({ kind }) => kind !== 'code'));
    expect(texts).not.toMatch(/"(?:text)":"[^"]*(?:\*\*|\]\(|`|\|--)/);
    const ragged = parts.flatMap((part) =>
      part.kind === 'table' ? part.rows.filter(({ length }) => length !== part.head.length) : [],
    );
    expect(ragged).toEqual([]);
  },
);
