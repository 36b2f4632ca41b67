/**
 * Draws the constants of healing that published measurements leave possible, by rejection:
 *
 *   node tools/run.mjs tools/heal/calibrate.ts             prints what each condition refuses
 *   node tools/run.mjs tools/heal/calibrate.ts --write     and keeps the accepted draws
 *   node tools/run.mjs tools/heal/calibrate.ts --confirm   runs the kept draws again and renews their hash if all hold
 *
 * Conditions and windows: packages/evidence/data/calibrations/healing-targets.json and validation/heal/plan.md. The
 * same seed gives the same draws on every machine. Takes tens of minutes on one core.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { valuesAtDraw } from '../../packages/engine/src/heal/ensemble/draw-values.ts';
import {
  acceptedDraws,
  calibratedHash,
  calibrationRefused,
  calibrationTries,
  strayed,
} from '../../packages/engine/src/heal/calibration/accepted-draws.ts';
import { judgeSurface, type Judged } from '../../packages/engine/src/heal/calibration/judge.ts';
import { surfaceSeed, type Tries } from '../../packages/engine/src/heal/calibration/joint-draw.ts';
import { wanted } from '../../packages/engine/src/heal/calibration/targets.ts';
import { stride, type Verdicts } from './judge-worker.ts';
import { healModelHash } from './model-hash.ts';

const target = new URL('../../packages/evidence/data/calibrations/healing-draws.json', import.meta.url);
const digits = 4;
/** Of the model as it is when the search begins. */
const modelHash = healModelHash();

interface Draw extends Tries {
  readonly readings: Readonly<Record<string, number>>;
}

interface Found {
  readonly draws: readonly Draw[];
  readonly refused: Readonly<Record<string, number>>;
  readonly tries: Tries;
}

const rounded = (readings: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(readings).map(([id, value]) => [id, Number(value.toPrecision(digits))]));

/** Goes through the tries of the surface from `first` to the next that is accepted. */
const nextSurface = (first: number, refused: Record<string, number>): Judged & { readonly index: number } => {
  for (let index = first; ; index += 1) {
    const judged = judgeSurface(valuesAtDraw(surfaceSeed, index, {}));
    if (judged.refusedBy === undefined) return { index, ...judged };
    refused[judged.refusedBy] = (refused[judged.refusedBy] ?? 0) + 1;
  }
};

/** Tries of the tissue in their order, judged on two threads. */
async function* judgedTissue(from: number): AsyncGenerator<Judged> {
  const workers = [1, 2].map(() => new Worker(new URL('judge-worker.ts', import.meta.url)));
  const waiting = new Map<number, (verdicts: Verdicts) => void>();
  const ready = new Map<number, Promise<Verdicts>>();
  let next = from;
  const give = (worker: Worker): void => {
    ready.set(next, new Promise((resolve) => waiting.set(next, resolve)));
    worker.postMessage(next);
    next += stride;
  };
  for (const worker of workers) {
    worker.on('message', (verdicts: Verdicts) => {
      waiting.get(verdicts.first)?.(verdicts);
      give(worker);
    });
    give(worker);
  }
  try {
    for (let first = from; ; first += stride) {
      const verdicts = await ready.get(first);
      ready.delete(first);
      yield* verdicts?.judged ?? [];
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

const search = async (keep: (found: Found) => void): Promise<Found> => {
  // A search that was stopped goes on where it stood, if the model is still the same.
  const isSame = calibratedHash === modelHash;
  const draws: Draw[] = isSame ? [...acceptedDraws] : [];
  const refused: Record<string, number> = isSame ? { ...calibrationRefused } : {};
  const tries = isSame ? { ...calibrationTries } : { surface: 0, tissue: 0 };
  if (draws.length >= wanted) return { draws, refused, tries };
  for await (const tissue of judgedTissue(tries.tissue)) {
    tries.tissue += 1;
    if (tissue.refusedBy !== undefined) {
      refused[tissue.refusedBy] = (refused[tissue.refusedBy] ?? 0) + 1;
      continue;
    }
    const surface = nextSurface(tries.surface, refused);
    tries.surface = surface.index + 1;
    const readings = rounded({ ...surface.readings, ...tissue.readings });
    draws.push({ tissue: tries.tissue - 1, surface: surface.index, readings });
    process.stderr.write(`${draws.length} accepted of ${tries.tissue}\n`);
    keep({ draws, refused, tries });
    if (draws.length === wanted) break;
  }
  return { draws, refused, tries };
};

/** One draw a line: both tries, then the readings in the order of their ids. */
const textOf = ({ draws, refused, tries }: Found): string => {
  const readings = Object.keys(draws[0]?.readings ?? {});
  const lines = draws.map(({ tissue, surface, readings: read }) =>
    JSON.stringify([tissue, surface, ...readings.map((id) => read[id])]),
  );
  const head = { fit: 'healing', hash: modelHash, tries, refused, readings };
  return `${JSON.stringify(head).slice(0, -1)},"draws":[\n${lines.join(',\n')}\n]}\n`;
};

const print = ({ draws, refused, tries }: Found): void => {
  process.stdout.write(
    `${draws.length} accepted of ${tries.tissue} tries of tissue and ${tries.surface} of the surface; refused by\n`,
  );
  for (const [id, count] of Object.entries(refused)) process.stdout.write(`  ${id}: ${count}\n`);
};

const confirm = (): void => {
  const text = readFileSync(target, 'utf8');
  const kept = acceptedDraws.filter((draw) => strayed(draw).length > 0);
  if (kept.length > 0) throw new Error(`${kept.length} draws read otherwise; calibrate again`);
  writeFileSync(target, text.replace(/"hash":"[0-9a-f]+"/, `"hash":"${modelHash}"`));
};

const { values: flags } = parseArgs({
  options: { write: { type: 'boolean' }, confirm: { type: 'boolean' } },
});
if (flags.confirm === true) confirm();
else {
  // Kept draw by draw, so that a search that is stopped has not been for nothing.
  const keep = (found: Found): void =>
    flags.write === true ? writeFileSync(target, textOf(found)) : undefined;
  print(await search(keep));
}
