import { studentQuantile } from '@percuta/numerics';
import { expect, test } from 'vitest';
import { studies, study } from '../../study/studies.ts';
import { cutIds } from '../model/cuts.ts';
import { errorOfChange } from './change-of.ts';
import { splitWorse } from './counts-of.ts';
import { readTable, tableReading } from './read-table.ts';
import { readRecords } from './readings.ts';

const used = (arm: string) => tableReading().used.find((one) => one.arm === arm);
const leftOut = (arm: string) => tableReading().leftOut.filter((one) => one.arm === arm);

const reads = (arm: string) => used(arm)?.reading;
const bound = (n: number) => studentQuantile(0.975, n - 1) / Math.sqrt(n);

test('every entry for a record names an arm and an outcome of the table', () => {
  const arms = studies().flatMap((one) => one.arms);
  const missing = readRecords().filter(
    ({ arm, outcome }) => arms.find(({ id }) => id === arm)?.outcomes[outcome] === undefined,
  );
  expect(missing).toEqual([]);
});

test('an arm contributes once, and every outcome of needles alone is used or left out with a reason', () => {
  const { used: all } = tableReading();
  expect(new Set(all.map(({ arm }) => arm)).size).toBe(all.length);
  const alone = studies()
    .flatMap(({ arms }) => arms)
    .filter(({ role, device }) => role === 'needling' && ['needling', 'rf'].includes(device.modality));
  const spoken = alone.map(({ id }) => (used(id) ? 1 : 0) + leftOut(id).length);
  expect(spoken).toEqual(alone.map(({ outcomes }) => outcomes.length));
});

test('counts add up to the people, at cuts that exist', () => {
  const counted = tableReading().used.flatMap(({ reading, n }) =>
    reading.kind === 'counts' ? { ...reading, n } : [],
  );
  expect(counted.length).toBeGreaterThan(20);
  for (const { people, cuts, n } of counted) {
    expect(people.reduce((sum, count) => sum + count, 0)).toBe(n);
    expect(people.length).toBe(cuts.length + 1);
    for (const cut of cuts) expect(cutIds()).toContain(cut);
  }
});

test('quartiles, words, shares, a bar, and a class split by those who got worse', () => {
  expect(reads('ali2017-mn')).toEqual({ kind: 'counts', cuts: ['25', '50', '75'], people: [3, 2, 4, 6] });
  expect(reads('krithika2025-mn')).toMatchObject({ people: [2, 23, 0, 0] });
  expect(reads('dogra2014-mn')).toMatchObject({ cuts: ['50', '75'], people: [4, 22, 4] });
  expect(reads('jbsaps-mn')).toMatchObject({ cuts: ['very-good', '75'], people: [5, 47, 13] });
  expect(reads('nassar2016-mn')).toMatchObject({ cuts: ['any'], people: [2, 18] });
  expect(reads('lee2012-rf')).toMatchObject({ cuts: ['worse', '25', '50', '75'], people: [0, 2, 6, 8, 2] });
});

test('the written rule decides between outcomes of the same people', () => {
  // One grade or more, 7 of 10, against any fall of the ECCA, 4 of 10: the cut without a prior of its own.
  expect(used('sohag-mn')?.reading).toMatchObject({ cuts: ['any'], people: [6, 4] });
  expect(used('mfr-turkey2019')?.reading).toMatchObject({ people: [2, 7] });
  expect(used('chandrashekar2014-rf')?.reading).toMatchObject({ people: [9, 18, 3, 1] });
  expect(used('alam2014-mn')?.outcome).toBe(1);
});

test('a change with its interval is a standardised change: 3.4 (0.2 to 6.5) in 15 people', () => {
  const d = 3.4 / (6.3 / 2 / studentQuantile(0.975, 14)) / Math.sqrt(15);
  expect(used('alam2014-mn')?.reading).toEqual({ kind: 'change', low: d, high: d });
  expect(d).toBeCloseTo(0.598, 3);
  expect(errorOfChange({ kind: 'change', low: d, high: d }, 15)).toBeCloseTo(
    Math.sqrt(1 / 15 + (d * d) / 30),
    12,
  );
});

test('a test is a bound: not improved in 40 stays below, improved in 20 above, a coarse score at 2', () => {
  expect(used('pakla2021-mn')?.reading).toEqual({ kind: 'change', low: -Infinity, high: bound(40) });
  expect(used('cachafeiro2016-mn')?.reading).toEqual({ kind: 'change', low: bound(20), high: Infinity });
  expect(used('ablon2018-pen-wr')?.reading).toEqual({ kind: 'change', low: 2, high: Infinity });
});

test('who rated: blinding that is not stated is open, and so is the patient', () => {
  const isOpen = ['alam2014-mn', 'claytor2022', 'ali2017-mn', 'dogra2014-mn'].map((arm) => used(arm)?.isOpen);
  expect(isOpen).toEqual([false, false, true, true]);
});

test('what does not count says why', () => {
  expect(leftOut('garg2014-combo')[0]?.reason).toMatch(/subcision and peel was given too/);
  expect(leftOut('elawar2018-rf')[0]?.reason).toMatch(/satisfaction/);
  expect(leftOut('alexiades2018-cellulite')[0]?.reason).toBe('a share without the number of people');
  expect(leftOut('rana2017-mn')[0]?.reason).toMatch(/implausibly small/);
});

test('held-out studies inform nothing', () => {
  expect(readTable([{ ...study('ali2017'), split: 'held-out' }])).toEqual({ used: [], leftOut: [] });
});

test('a class is split only by the same people', () => {
  const counts = { kind: 'counts', cuts: ['any'], people: [4, 6] } as const;
  expect(splitWorse(counts, 10, { k: 1, n: 10 })).toMatchObject({
    cuts: ['worse', 'any'],
    people: [1, 3, 6],
  });
  for (const worse of [{ k: 1, n: 9 }, { k: 5, n: 10 }, undefined])
    expect(splitWorse(counts, 10, worse)).toBe(counts);
});
