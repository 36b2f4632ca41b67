import { readFileSync } from 'node:fs';
import { sans, tokens } from '@percuta/figures';
import type { Plugin } from 'vite';

/** The part of the catalogue of the shell that stands in the page before any script. */
interface Words {
  readonly brand: { readonly name: string };
  readonly door: Readonly<Record<string, string>>;
  readonly doors: string;
  readonly waiting: string;
}

const catalogue = new URL('../src/shell/words.en.json', import.meta.url);
const words = (): Words => JSON.parse(readFileSync(catalogue, 'utf8'));

const variablesOf = (scheme: 'light' | 'dark'): string =>
  Object.entries(tokens)
    .map(([name, token]) => `--percuta-${name}:${token[scheme]}`)
    .join(';');

/** The person's own choice stands at the root (`public/scheme.js`); without one the system's holds. */
const chose = (scheme: 'light' | 'dark'): string => `[data-mantine-color-scheme=${scheme}]`;

/** Colours until the theme brings its own. */
const colours = `:root{${variablesOf('light')}}:root${chose('dark')}{${variablesOf('dark')}}@media (prefers-color-scheme:dark){:root:not(${chose('light')}){${variablesOf('dark')}}}body{margin:0;background:var(--percuta-bg);color:var(--percuta-ink);font-family:${sans}}`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The head of every door as `Frame` draws it, without what needs a script. */
const frame = ({ brand, door, doors, waiting }: Words): string => {
  const links = Object.entries(door).map(
    ([name, text]) => `<a class="door" href="#/${name}">${escaped(text)}</a>`,
  );
  return `<header class="top"><a class="brand" href="#/decide">${escaped(brand.name)}</a><nav aria-label="${escaped(doors)}">${links.join('')}</nav></header><main><p class="waiting">${escaped(waiting)}</p></main>`;
};

/**
 * The page shows its head as soon as its styles are there, while scripts are on their way. What is in it comes from the
 * same catalogue and the same colours, and the first drawing takes its place.
 */
export const firstFrame = (): Plugin => ({
  name: 'first-frame',
  transformIndexHtml: (html) => ({
    html: html.replace('<div id="root"></div>', `<div id="root">${frame(words())}</div>`),
    tags: [{ tag: 'style', children: colours, injectTo: 'head' }],
  }),
});
