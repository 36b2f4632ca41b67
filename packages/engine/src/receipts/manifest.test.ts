import { deviceSheet, readDeviceSheet } from '@percuta/evidence';
import { describe, expect, test } from 'vitest';
import { readCase } from '../case/case.ts';
import { catalogueSheets } from '../case/catalogue.ts';
import { stages } from '../ensemble.ts';
import { planCourse } from '../plan-course.ts';
import type { Run } from '../run.ts';
import { simulate } from '../simulate.ts';
import { caseDocument } from '../testing/case.ts';
import { protocolDocument, protocolWith } from '../testing/protocol.ts';
import {
  differences,
  engineVersion,
  manifestOfPlan,
  manifestOfSimulation,
  reportManifestOf,
  type Inputs,
  type Manifest,
} from './manifest.ts';
import { readManifest } from './read-manifest.ts';

const run: Run = { draws: 16, seed: 5, overrides: {} };

/** The manifest of the plan of a case, from the documents alone, as a host makes it. */
const planned = (inputs: Inputs, how: Run = run, platform = 'here'): Manifest => {
  const given = readCase(inputs.document);
  const sheets = [...inputs.sheets.map(readDeviceSheet), ...catalogueSheets(given)];
  return manifestOfPlan(planCourse(given, sheets, how), sheets, how, inputs, platform);
};

const inputs: Inputs = { document: caseDocument(), sheets: [] };
const manifest = planned(inputs);

/** A run again from what is written to disk. */
const replayed = (written: string): Manifest => {
  const { inputs, seed, draws, parameters } = readManifest(JSON.parse(written));
  const overrides = Object.fromEntries(
    parameters.flatMap(({ name, overridden }) => (overridden === undefined ? [] : [[name, overridden]])),
  );
  return planned(inputs, { seed, draws, overrides }, 'there');
};

describe('a plan replays to the same hashes', () => {
  const own = {
    id: 'own',
    name: 'Own stamp',
    class: 'stamp',
    needle_count: 36,
    tip_area: '100 mm2',
    depth: { fixed: '0.5 mm' },
  };

  test.each([
    ['as it is', manifest],
    ['with an override of a parameter', planned(inputs, { ...run, overrides: { 'puncture.gap': '50 um' } })],
    ['with a sheet of its own', planned({ document: caseDocument(), sheets: [own] })],
    ['refused', planned({ document: caseDocument('person.age=17 years'), sheets: [] })],
  ])('%s', (_, made) => {
    const again = replayed(JSON.stringify(made));
    expect(differences(made, again)).toEqual([]);
    expect(again.hashes).toEqual(made.hashes);
  });

  test('one hash changed on disk is found', () => {
    const { hashes } = manifest;
    const changed = { ...manifest, hashes: { ...hashes, stages: { ...hashes.stages, skin: 'f00d' } } };
    expect(differences(changed, replayed(JSON.stringify(changed)))).toEqual(['stage: skin']);
  });
});

// Enough draws for courses inside: what is written of none is the same for gaps so near each other.
const withGap = (value: string) =>
  planned(inputs, { ...run, draws: 64, overrides: { 'puncture.gap': value } });

describe('hashes', () => {
  test('do not depend on the platform', () => {
    const there = planned(inputs, run, 'another host, another engine');
    expect(there.platform).not.toBe(manifest.platform);
    expect(there.hashes).toEqual(manifest.hashes);
  });

  test('do not depend on the order of keys in the case', () => {
    const turned = Object.fromEntries(Object.entries(Object(inputs.document)).toReversed());
    expect(planned({ ...inputs, document: turned }).hashes).toEqual(manifest.hashes);
  });

  const everyStage = ['draws', 'skin', 'puncture', 'safety', 'plan'].map((name) => `stage: ${name}`);

  test('of another seed differ in every stage, not in the data', () => {
    expect(differences(manifest, planned(inputs, { ...run, seed: 6 }))).toEqual([
      'input',
      ...everyStage,
      'result',
    ]);
  });

  test('of another title differ in what is read and written alone', () => {
    const titled = { ...inputs, document: caseDocument('title=Another') };
    expect(differences(manifest, planned(titled))).toEqual(['input', 'stage: plan', 'result']);
  });

  test('of another override differ', () => {
    expect(differences(withGap('50 um'), withGap('51 um'))).toEqual([
      'input',
      'stage: puncture',
      'stage: plan',
      'result',
    ]);
  });

  test('of another device name the data that came or went', () => {
    const other = planned({ ...inputs, document: caseDocument('devices[0]=exceed') });
    expect(differences(manifest, other)).toEqual(
      expect.arrayContaining(['data: device skinpen_precision', 'data: device exceed']),
    );
    expect(differences(manifest, other)).not.toContain('data: screening');
  });
});

test('differences: none, one of each kind, and what only one of the two has', () => {
  const hashes = { input: 'i', data: { a: '1', b: '2' }, stages: { skin: 's' }, result: 'r' };
  expect(differences({ hashes }, { hashes: structuredClone(hashes) })).toEqual([]);
  const other = { input: 'j', data: { a: '1', c: '2' }, stages: { skin: 't', plan: 'p' }, result: 'q' };
  expect(differences({ hashes }, { hashes: other })).toEqual([
    'input',
    'data: b',
    'stage: skin',
    'result',
    'data: c',
    'stage: plan',
  ]);
});

test('a manifest lists the stages and every parameter, with what was put in place of it', () => {
  const made = planned(inputs, { ...run, overrides: { 'puncture.gap': '50 um' } });
  expect(made).toMatchObject({
    kind: 'percuta manifest',
    version: 1,
    command: 'plan',
    engine: engineVersion,
  });
  expect(made.stages.map(({ name }) => name)).toEqual(stages.map(({ name }) => name));
  const count = stages.reduce((sum, { parameters }) => sum + Object.keys(parameters).length, 0);
  expect(made.parameters).toHaveLength(count);
  expect(made.parameters.filter(({ overridden }) => overridden !== undefined)).toMatchObject([
    { name: 'puncture.gap', value: '30 um', overridden: '50 um' },
  ]);
  expect(reportManifestOf(made)).toMatchObject({
    engineVersion,
    seed: '5',
    draws: 16,
    resultHash: made.hashes.result,
    overrides: [{ parameter: 'puncture.gap', value: '50 um' }],
  });
});

describe('a simulation', () => {
  const sheet = deviceSheet('skinpen_precision');
  const simulated = (seed: number, platform: string) => {
    // Few and coarse cells: the hashes are asked for, not the healing.
    const overrides = { 'heal.n_layers': '1', 'heal.N_r': '8' };
    const how = { ...run, seed, overrides };
    const given = { document: protocolDocument(), sheets: [] };
    return manifestOfSimulation(simulate(protocolWith(), sheet, how), how, given, platform);
  };

  test('replays to the same hashes on any platform', () => {
    const [here, there] = [simulated(5, 'here'), simulated(5, 'there')];
    expect(here.command).toBe('simulate');
    expect(differences(here, there)).toEqual([]);
    expect(readManifest(JSON.parse(JSON.stringify(here))).hashes).toEqual(there.hashes);
  });

  test('of another seed is another', () => {
    expect(differences(simulated(5, 'here'), simulated(6, 'here'))).toEqual([
      'input',
      'stage: puncture',
      'stage: appearance',
      'stage: safety',
      'stage: simulation',
      'result',
    ]);
  });
});
