import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { defaultRun, patternText, planCourse, readCase, readDocument, readEmulator } from '@percuta/engine';
import { deviceSheetSchema } from '@percuta/evidence';

const folder = fileURLToPath(new URL('.', import.meta.url));
const read = (file: string): unknown => JSON.parse(readFileSync(`${folder}${file}`, 'utf8'));

const sheet = readDocument(deviceSheetSchema, read('device.json'));
const emulators = globSync('*.emulator.json', { cwd: folder })
  .sort()
  .map((file) => readEmulator(read(file), sheet));
const given = readCase({ ...Object(read('case.json')), sheets: undefined });

test('every emulator is that of this model, and keeps the error it states', () => {
  expect(emulators.map(({ pattern }) => patternText(pattern)).sort()).toEqual([
    '3 pulses 50 ms apart',
    'single pulses',
    'single pulses at 2 depths, 0.4 mm and 150 ms apart',
  ]);
  for (const { heldBack, cost } of emulators) {
    expect(heldBack.inside / heldBack.of).toBeGreaterThan(0.95);
    expect(cost.run / cost.answer).toBeGreaterThan(1000);
  }
});

test('courses of every kind of shot are inside, and one energy in three pulses boils less often than in one', () => {
  const plan = planCourse(given, [sheet], { ...defaultRun, draws: 256, emulators });
  if (plan.status !== 'planned') throw new Error(`planned, not ${plan.status}`);
  const shots = plan.candidates.flatMap(({ settings, margins }) =>
    settings.rf === undefined ? [] : [{ depth: settings.depth, rf: settings.rf, margins }],
  );
  expect(new Set(shots.map(({ rf }) => `${rf.pulses} ${rf.stops?.length ?? 0}`)).size).toBe(3);
  const boils = (shot: (typeof shots)[number]): number =>
    shot.margins.find(({ limit }) => limit === 'vaporisation')?.value ?? Number.NaN;
  const pairs = shots
    .filter(({ rf }) => rf.pulses === 3)
    .flatMap((many) => {
      const one = shots.find(
        ({ depth, rf }) =>
          depth === many.depth &&
          rf.pulses === 1 &&
          rf.stops === undefined &&
          rf.pulse === many.rf.pulse &&
          rf.energy_per_needle === many.rf.energy_per_needle,
      );
      return one === undefined ? [] : [[boils(one), boils(many)] as const];
    });
  expect(pairs.length).toBeGreaterThan(20);
  for (const [one, many] of pairs) expect(many).toBeLessThanOrEqual(one + 1e-3);
});
