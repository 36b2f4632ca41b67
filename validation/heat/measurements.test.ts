import { readFileSync } from 'node:fs';
import { damageOfCourse, readHeatMeasurements, readHeatProblem, unknownHeatSources } from '@percuta/engine';
import { kineticsRecords, references, spectra, thermalTissues } from '@percuta/evidence';
import { log } from '@percuta/numerics';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const text = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

const { records, cases } = readHeatMeasurements(JSON.parse(text('measurements.json')));

const idsOf = (use: (typeof records)[number]['use']): string[] =>
  records.filter((record) => record.use === use).map(({ id }) => id);

describe('measurements', () => {
  test('53 records, each once', () => {
    expect(new Set(records.map(({ id }) => id)).size).toBe(53);
    expect(records).toHaveLength(53);
  });

  test('what can be simulated says its output, what cannot says what it lacks', () => {
    for (const { use, output, lacks, sampled } of records) {
      const isPossible = use !== 'cannot be simulated';
      expect([output !== undefined, sampled !== undefined, lacks !== undefined]).toEqual([
        isPossible,
        isPossible,
        !isPossible,
      ]);
    }
  });

  test('the plan names the rows of the calibration, and every row that is scored', () => {
    const plan = text('plan.md');
    expect(idsOf('calibration')).toEqual(['COL-1', 'COL-2']);
    for (const id of [...idsOf('calibration'), ...idsOf('validation'), ...idsOf('correction')]) {
      expect(plan).toContain(id);
    }
  });

  test('every source is a reference of this repository', () => {
    expect(unknownHeatSources(readHeatMeasurements(JSON.parse(text('measurements.json'))))).toEqual([]);
  });

  test('no case predicts a row of the calibration, and each predicts records that can be simulated', () => {
    const uses = new Set(
      cases.flatMap(({ predicts }) =>
        predicts.map(({ record }) => records.find(({ id }) => id === record)?.use),
      ),
    );
    expect(uses).toEqual(new Set(['validation', 'smoke test']));
  });

  test('recalled records are for smoke tests only', () => {
    const recalled = records.filter(({ read }) => read === 'recalled (unverified)').map(({ id }) => id);
    expect(recalled).toEqual(idsOf('smoke test'));
  });

  test('every reference of heat is used by a record, a property, a parameter or the theory', () => {
    const parts = [
      text('measurements.json'),
      text('../../docs/theory/heat.md'),
      text('../../packages/engine/src/heat/parameters.ts'),
      JSON.stringify([kineticsRecords(), spectra(), thermalTissues()]),
    ].join(' ');
    const heat = Object.keys(
      z
        .record(z.string(), z.unknown())
        .parse(JSON.parse(text('../../packages/evidence/data/references/heat.json'))),
    );
    expect(heat.filter((key) => !parts.includes(key))).toEqual([]);
    expect(heat.every((key) => key in references())).toBe(true);
  });
});

describe('the rule of the calibration', () => {
  const candidates = [
    'agah-artery-coagulation',
    'collagen-birefringence-rat-skin',
    'collagen-rat-tail-tendon',
    'collagen-rabbit-patellar',
  ];
  const rows = [
    { id: 'COL-1', celsius: 65, duration: 152 },
    { id: 'COL-2', celsius: 85, duration: 0.044 },
  ];

  test('its rows are those of the records', () => {
    for (const { id, celsius, duration } of rows) {
      const record = records.find((each) => each.id === id);
      expect(record?.settings['temperature']).toMatchObject({ value: celsius, unit: 'C' });
      expect(record?.measured[0]).toMatchObject({ value: duration, unit: 's' });
    }
  });

  test('the nearest set is that of Agah', () => {
    const { histories, kinetics } = readHeatProblem({
      kind: 'percuta heat problem',
      version: 1,
      title: 'rows of the calibration',
      histories: rows.map(({ id, celsius, duration }) => ({
        name: id,
        kinetics: candidates,
        start: `${celsius} °C`,
        pieces: [{ hold: `${duration} s` }],
      })),
    });
    const squares = kinetics.map((set) => ({
      name: set.name,
      sum: histories.reduce((total, { course }) => total + log(damageOfCourse(set, course)) ** 2, 0),
    }));
    const [nearest] = squares.toSorted((a, b) => a.sum - b.sum);
    expect(nearest?.name).toBe('agah-artery-coagulation');
  });
});
