import { describe, expect, it } from 'vitest';
import { checkLayers } from './check-layers.ts';
import type { Package } from './sources.ts';

const pack = (name: string, dependencies: readonly string[]): Package => ({
  name: `@percuta/${name}`,
  folder: `packages/${name}`,
  description: '',
  dependencies,
});

const packages = [
  pack('quantity', ['zod']),
  pack('numerics', []),
  pack('evidence', ['@percuta/quantity', 'zod']),
  pack('engine', ['@percuta/evidence', '@percuta/numerics', '@percuta/quantity', 'zod']),
];

/** Faults of a workspace with these files; paths from `packages/`. */
const faults = (files: Readonly<Record<string, string>>): string[] =>
  checkLayers({
    packages,
    files: Object.entries(files).map(([path, text]) => ({ path: `packages/${path}`, text })),
  });

describe('packages', () => {
  it('lets a package import what it declares and the graph allows', () => {
    expect(faults({ 'evidence/src/a.ts': "import { toSI } from '@percuta/quantity';" })).toEqual([]);
  });

  it('refuses an import that is allowed but not declared', () => {
    expect(faults({ 'evidence/src/a.ts': "import { exp } from '@percuta/numerics';" })).toEqual([
      'packages/evidence/src/a.ts:1: imports @percuta/numerics; @percuta/numerics is not among the dependencies of @percuta/evidence',
    ]);
  });

  it.each([
    "import type { Case } from '@percuta/engine';",
    "export * from '@percuta/engine';",
    "export const load = () => import('@percuta/engine');",
    "export type C = import('@percuta/engine').Case;",
  ])('counts %s', (text) => {
    expect(faults({ 'quantity/src/a.ts': text })).toHaveLength(1);
  });

  it('refuses a declared dependency against the graph', () => {
    const upward = [pack('numerics', ['@percuta/engine'])];
    expect(checkLayers({ packages: upward, files: [] })).toEqual([
      'packages/numerics/package.json: @percuta/numerics may not depend on @percuta/engine',
    ]);
  });

  it('refuses a package nobody has placed', () => {
    expect(checkLayers({ packages: [pack('utils', [])], files: [] })[0]).toContain('has no place');
  });

  it.each([
    ["import x from 'lodash';", 'not among the dependencies'],
    ["import { readFileSync } from 'node:fs';", 'browser'],
    ["import { a } from '@percuta/quantity/src/unit.ts';", 'only the index'],
    ["import { a } from '../../quantity/src/unit.ts';", 'another package'],
  ])('refuses %s', (text, fault) => {
    expect(faults({ 'evidence/src/a.ts': text })[0]).toContain(fault);
  });

  it('leaves tests and their helpers alone, and refuses them to everything else', () => {
    const text = "import { readFileSync } from 'node:fs';";
    expect(faults({ 'numerics/src/a.test.ts': text, 'engine/src/testing/b.ts': text })).toEqual([]);
    expect(faults({ 'engine/src/a.ts': "import { b } from './testing/b.ts';" })[0]).toContain(
      'for tests only',
    );
  });
});

describe('stages of the engine', () => {
  it('lets a stage import earlier stages and files beside them', () => {
    expect(
      faults({
        'engine/src/error.ts': 'export const a = 1;',
        'engine/src/case/case.ts': "import { a } from '../error.ts'; export const b = a;",
        'engine/src/skin/skin.ts': "import { b } from '../case/case.ts'; export const c = b;",
        'engine/src/ensemble.ts': "import { c } from './skin/skin.ts'; export const d = c;",
        'engine/src/plan/plan.ts': "import { d } from '../ensemble.ts'; export const e = d;",
      }),
    ).toEqual([]);
  });

  it('refuses a later stage, also behind a file beside the stages', () => {
    const skin = { 'engine/src/skin/skin.ts': 'export const c = 1;' };
    expect(faults({ ...skin, 'engine/src/case/a.ts': "import { c } from '../skin/skin.ts';" })).toEqual([
      'packages/engine/src/case/a.ts:1: imports ../skin/skin.ts; case comes before skin',
    ]);
    expect(
      faults({
        ...skin,
        'engine/src/ensemble.ts': "import { c } from './skin/skin.ts'; export const d = c;",
        'engine/src/run.ts': "import type { d } from './ensemble.ts'; export type D = typeof d;",
        'engine/src/case/a.ts': "import type { D } from '../run.ts';",
      }),
    ).toEqual([
      'packages/engine/src/case/a.ts:1: imports ../run.ts; run.ts reaches skin, which does not come before case',
    ]);
  });

  it('refuses stages in files that join none, a joint that reaches too far, and folders that are no stage', () => {
    const plan = { 'engine/src/plan/plan.ts': 'export const p = 1;' };
    const load = "import { p } from './plan/plan.ts';";
    expect(faults({ ...plan, 'engine/src/band.ts': load })[0]).toContain('may import a stage');
    expect(faults({ ...plan, 'engine/src/ensemble.ts': load })[0]).toContain('up to safety only');
    expect(faults({ ...plan, 'engine/src/simulate.ts': load })).toEqual([]);
    expect(faults({ 'engine/src/utils/a.ts': '' })[0]).toContain('utils is not a stage');
  });

  it('refuses an entry in a stage', () => {
    expect(
      faults({
        'engine/src/simulate.ts': 'export const s = 1;',
        'engine/src/report/a.ts': "import { s } from '../simulate.ts';",
      })[0],
    ).toContain('no stage may import simulate.ts');
  });
});

it('finds circles of files, type imports included', () => {
  expect(
    faults({
      'numerics/src/a.ts': "import type { B } from './b.ts'; export type A = B;",
      'numerics/src/b.ts': "import { c } from './c.ts'; export type B = typeof c;",
      'numerics/src/c.ts': "import type { A } from './a.ts'; export const c: A | undefined = undefined;",
    }),
  ).toEqual([
    'circle of imports: packages/numerics/src/a.ts -> packages/numerics/src/b.ts -> packages/numerics/src/c.ts -> packages/numerics/src/a.ts',
  ]);
});
