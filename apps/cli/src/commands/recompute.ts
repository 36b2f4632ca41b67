import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  BadInput,
  catalogueSheets,
  planCourse,
  readCase,
  readDelivered,
  readManifest,
  recomputeCourse,
  writeRecomputed,
  type ReplayableManifest,
  type Run,
} from '@percuta/engine';
import { exitCode } from '../exit-code.ts';
import { readSheet } from '../input.ts';
import { readJson } from '../read-json.ts';
import { jsonText, print, writeFiles } from '../output.ts';
import { recomputedText } from '../plan/recomputed-text.ts';

const bad = (path: string, given: string, problem: string, remedy: string): BadInput =>
  new BadInput([{ path, given, problem, remedy }]);

/** The manifest that lies beside a plan or a chosen course. */
const manifestBeside = (file: string): ReplayableManifest => {
  const beside = join(dirname(file), 'manifest.json');
  if (!existsSync(beside)) {
    throw bad('plan', file, 'has no manifest.json beside it', 'name the plan.json that `percuta plan` wrote');
  }
  const manifest = readManifest(readJson(beside));
  if (manifest.command === 'plan') return manifest;
  throw bad('plan', file, 'is a simulation', 'name a plan.json of `percuta plan`');
};

const kindOf = (document: unknown): unknown =>
  typeof document === 'object' && document !== null && 'kind' in document ? document.kind : undefined;

const requirePlan = (file: string): void => {
  const kind = kindOf(readJson(file));
  if (kind === 'percuta plan' || kind === 'percuta course') return;
  throw bad('plan', file, 'is no plan', 'name a plan.json or course.json of `percuta plan`');
};

const runOf = ({ seed, draws, parameters }: ReplayableManifest): Run => ({
  seed,
  draws,
  overrides: Object.fromEntries(
    parameters.flatMap(({ name, overridden }) => (overridden === undefined ? [] : [[name, overridden]])),
  ),
});

/** Holds delivered sessions against their plan. */
export const recompute = (
  file: string,
  {
    delivered: record,
    out,
    json,
  }: { readonly delivered: string; readonly out?: string; readonly json?: boolean },
): number => {
  requirePlan(file);
  const manifest = manifestBeside(file);
  const delivered = readDelivered(readJson(record));
  const given = readCase(manifest.inputs.document);
  const run = runOf(manifest);
  const plan = planCourse(given, [...manifest.inputs.sheets.map(readSheet), ...catalogueSheets(given)], run);
  const recomputed = recomputeCourse(plan, delivered, run);
  const written = jsonText(writeRecomputed(recomputed, manifest.hashes.result));
  const files = out === undefined ? [] : writeFiles(out, { 'recomputed.json': written });
  print(json === true ? written : recomputedText(recomputed, files));
  return exitCode.planned;
};
