import {
  BadInput,
  readDelivered,
  recomputeCourse,
  writeRecomputed,
  type ReplayableManifest,
} from '@percuta/engine';
import { exitCode } from '../exit-code.ts';
import { readJson } from '../read-json.ts';
import { jsonText, print, writeFiles } from '../output.ts';
import { manifestBeside } from '../plan/as-recorded.ts';
import { planAgain, type PlanAgain } from '../plan/plan-again.ts';
import { recomputedText } from '../plan/recomputed-text.ts';

const bad = (path: string, given: string, problem: string, remedy: string): BadInput =>
  new BadInput([{ path, given, problem, remedy }]);

/** The manifest that lies beside a plan or a chosen course. */
const manifestOf = (file: string): ReplayableManifest => {
  const manifest = manifestBeside(file);
  if (manifest === undefined) {
    throw bad('plan', file, 'has no manifest.json beside it', 'name the plan.json that `percuta plan` wrote');
  }
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

/** What to know where this version does not give the plan that was made. */
const noticeOf = (
  made: ReplayableManifest,
  { differing, manifest }: Pick<PlanAgain, 'differing' | 'manifest'>,
): string => {
  if (differing.length === 0) return '';
  const engines =
    made.engine === manifest.engine ? '' : ` (made by engine ${made.engine}, this is ${manifest.engine})`;
  return `Notice: worked out again, the plan is not the one that was made${engines}; it differs in ${differing.join(', ')}. All numbers below are of this version: plan again before going on.`;
};

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
  const manifest = manifestOf(file);
  const delivered = readDelivered(readJson(record));
  const again = planAgain(manifest);
  const recomputed = recomputeCourse(again.plan, delivered, again.run);
  const origin = { resultHash: manifest.hashes.result, differing: again.differing };
  const written = jsonText(writeRecomputed(recomputed, origin));
  const files = out === undefined ? [] : writeFiles(out, { 'recomputed.json': written });
  print(json === true ? written : recomputedText(recomputed, files, noticeOf(manifest, again)));
  return exitCode.planned;
};
