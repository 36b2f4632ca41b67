import { expect, test } from 'vitest';
import { colour, tokens, type Token } from './tokens.ts';

const channel = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

/** WCAG 2 relative luminance. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

const pairs: readonly (readonly [Token, Token])[] = [
  ['ink', 'bg'],
  ['ink', 'surface'],
  ['ink', 'sunk'],
  ['ink', 'limitsoft'],
  ['ink', 'derm'],
  ['ink', 'fat'],
  ['muted', 'bg'],
  ['muted', 'surface'],
  ['accent', 'surface'],
  ['onaccent', 'accent'],
  ['limit', 'surface'],
  ['limit', 'limitsoft'],
  ['limit', 'bg'],
  ['caution', 'bg'],
  ['caution', 'surface'],
  ['caution', 'cautionsoft'],
  ['ok', 'bg'],
  ['ok', 'surface'],
  ['ok', 'oksoft'],
];

test.each(pairs)('%s can be read on %s', (text, ground) => {
  expect(contrast(tokens[text].light, tokens[ground].light)).toBeGreaterThan(4.5);
  expect(contrast(tokens[text].dark, tokens[ground].dark)).toBeGreaterThan(4.5);
});

test('a colour falls back to its light value', () => {
  expect(colour('accent')).toBe('var(--percuta-accent, #4B2E83)');
});
