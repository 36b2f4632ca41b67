import { expect, test } from 'vitest';
import { fileName } from './healing-files.ts';

test('zones keep file names of their own, whatever letters they are written in', () => {
  expect(fileName('Left cheek')).toBe('left-cheek');
  const names = ['лоб', 'щека', '额', '頬', 'άνω χείλος', 'a / b', 'a + b', '!', '?', '- -', '_'];
  const files = names.map(fileName);
  expect(new Set(files).size).toBe(names.length);
  for (const file of files) expect(file).not.toMatch(/[/\\?*:|"<>\s]/);
});
