import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { calibrateStudy, checkStudy, chunksOf, readStudy, type StudyRow } from '@percuta/engine';

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

test('two depths leave the lower half of the toughness and all of the gap', () => {
  const base = read('../../../validation/puncture/measurements.json');
  const study = readStudy({
    ...read('study.json'),
    base,
    draws: 16,
    design: { kind: 'calibration', rows: 48 },
  });
  const chunks = chunksOf(study, checkStudy(study));
  const rows = Array.from({ length: chunks.count }, (_, chunk) => chunks.run(chunk))
    .flat()
    .map((line): StudyRow => JSON.parse(line));
  const { accepted, columns } = calibrateStudy(study, rows);
  expect(accepted.length).toBeGreaterThan(10);
  expect(accepted.length).toBeLessThan(40);
  const [toughness, gap] = [columns['toughness'], columns['gap']];
  expect(Number(toughness?.after?.['high'])).toBeLessThan(0.5 * Number(toughness?.before['high']));
  expect(Number(gap?.after?.['high'])).toBeGreaterThan(0.8 * Number(gap?.before['high']));
});
