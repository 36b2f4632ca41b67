import { expect, test } from 'vitest';
import { fileName, zoneFileNames } from './zone-file-names.ts';

test('zones keep file names of their own, whatever letters they are written in', () => {
  expect(fileName('Left cheek')).toBe('left-cheek');
  const names = ['лоб', 'щека', '额', '頬', 'άνω χείλος', 'a / b', 'a + b', '!', '?', '- -', '_'];
  const files = names.map(fileName);
  expect(new Set(files).size).toBe(names.length);
  for (const file of files) expect(file).not.toMatch(/[/\\?*:|"<>\s]/);
});

test.each([
  ['capitals', ['Cheek', 'cheek', 'CHEEK']],
  ['normal forms', ['café', 'café'.normalize('NFD')]],
  ['letters that share a capital', ['straße', 'strasse', 'STRASSE']],
  ['signs that stand for others', ['zone 1', 'zone ①', 'ﬁne', 'fine']],
  ['signs that nobody sees', ['cheek', 'cheek\u200B', 'cheek\u202E', ' cheek', 'cheek.', 'cheek ']],
  ['length', ['x'.repeat(400), `${'x'.repeat(400)}y`, '額'.repeat(400)]],
])('zones that differ by %s alone have files of their own on every system', (_, zones) => {
  const files = zones.map(zoneFileNames(zones));
  const seen = files.map((file) => file.normalize('NFKC').toUpperCase().normalize('NFKC'));
  expect(new Set(seen).size).toBe(zones.length);
  for (const file of files) expect(Buffer.byteLength(file)).toBeLessThan(200);
});

test('names that a system keeps for devices, or that would lead elsewhere, are not used', () => {
  for (const name of ['CON', 'nul', 'Aux', 'com1', 'LPT9', 'com²', '..', '.', 'a/../b', 'C:\\x']) {
    expect(fileName(name)).toMatch(/^[\p{L}\p{N}-]*-[0-9a-f]{6}$/u);
    expect(fileName(name)).not.toMatch(/^(con|nul|aux|com\d|lpt\d)$/i);
  }
});

test('a zone whose name goes on as the files of another do keeps apart from them', () => {
  const nameOf = zoneFileNames(['cheek', 'cheek heat', 'chin']);
  expect([nameOf('cheek'), nameOf('chin')]).toEqual(['cheek', 'chin']);
  expect(nameOf('cheek heat')).toMatch(/^cheek-heat-[0-9a-f]{6}$/);
});
