import { html, raw } from 'hono/html';

export type Html = ReturnType<typeof html>;

/** Nothing at all, where a part is left out. */
export const nothing: Html = html``;

/** Markup that a figure has escaped itself. */
export const trusted = (markup: string): Html => raw(markup);

export const when = (condition: boolean, part: () => Html): Html => (condition ? part() : nothing);

/** The text of a page. Nothing in a report is awaited, so a promise here is a fault of ours. */
export const textOf = (page: Html): string => {
  if (page instanceof Promise) throw new TypeError('a report waits for nothing');
  return page.toString();
};
