import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lexer } from 'marked';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Parts } from './page-parts.tsx';

const docs = fileURLToPath(new URL('../../../../../docs/', import.meta.url));

const markupOf = (source: string): string =>
  renderToStaticMarkup(createElement(Parts, { of: lexer(source) }));

test('headings, text, lists, tables and code are drawn as what they are', () => {
  const source =
    '# T\nOne\ntwo `a|b` **c**\n\n- d\n  e\n- f\n\n| x | y |\n|---|---|\n| 1 \\| 2 |  |\n\n```json\n# no < more\n```\n';
  const markup = markupOf(source);
  expect(markup).toContain('<h2>T</h2><p>One\ntwo <code>a|b</code> <strong>c</strong></p>');
  expect(markup).toContain('<ul><li>d\ne</li><li>f</li></ul>');
  expect(markup).toContain('data-head="x">1 | 2</td><td role="cell" data-head="y"></td>');
  expect(markup).toMatch(/<pre [^>]*># no &lt; more<\/pre>$/);
});

const shownPages = globSync(['benchmarks/*.md', 'generated/*validation.md', 'generated/*verification.md'], {
  cwd: docs,
});

test.each(shownPages)('%s: no mark of its source is left', (file) => {
  const markup = markupOf(readFileSync(`${docs}${file}`, 'utf8'));
  expect(markup.startsWith('<h2>')).toBe(true);
  const words = markup.replaceAll(/<(code|pre)[^>]*>[\s\S]*?<\/\1>/g, '').replaceAll(/<[^>]*>/g, '');
  expect(words).not.toMatch(/\*\*|\]\(|`|\|--/);
});
