import type { Parsed } from './exported.ts';

/** The doc comment right before a statement; empty where there is none. */
export const docOf = (
  { comments, text }: Pick<Parsed, 'comments' | 'text'>,
  { start }: { readonly start: number },
): string => {
  const before = comments.filter((one) => one.end <= start).at(-1);
  if (before?.type !== 'Block' || !before.value.startsWith('*')) return '';
  return text.slice(before.end, start).trim() === '' ? before.value : '';
};
