import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkStudy, chunksOf, readStudy, summariseStudy, type StudyRow } from '@percuta/engine';

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

test('toughness moves the tip about as much as the dial; the hand moves only the number of holes', () => {
  const protocol = {
    ...read('../../cheek-acne-scars/protocol.json'),
    case: read('../../cheek-acne-scars/case.json'),
  };
  const study = readStudy({ ...read('study.json'), base: protocol });
  const chunks = chunksOf(study, checkStudy(study));
  const rows = Array.from({ length: chunks.count }, (_, chunk) => chunks.run(chunk))
    .flat()
    .map((line): StudyRow => JSON.parse(line));
  expect(rows.every(({ status }) => status === 'done')).toBe(true);
  const [tip, , holes] = summariseStudy(study, rows).map(({ morris }) => morris ?? {});
  const ratio = (tip?.['toughness']?.meanAbsolute ?? 0) / (tip?.['depth set']?.meanAbsolute ?? 0);
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
  expect(tip?.['hand speed']?.meanAbsolute).toBe(0);
  const byHand = holes?.['hand speed']?.meanAbsolute ?? 0;
  for (const other of ['depth set', 'age', 'toughness']) {
    expect(holes?.[other]?.meanAbsolute).toBeLessThan(0.1 * byHand);
  }
});
