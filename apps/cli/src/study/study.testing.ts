import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { checkStudy, chunksOf, readStudy } from '@percuta/engine';
import { readStudyFile } from './read-study-file.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

/** A study of 24 rows in 12 chunks, some of them with settings that the device does not have. */
export const smallStudy = {
  kind: 'percuta study',
  version: 1,
  title: 'Depths and ages',
  base: fileURLToPath(new URL('../../../../examples/cheek-acne-scars/protocol.json', import.meta.url)),
  design: { kind: 'grid' },
  columns: [
    { path: 'device.depth', values: ['0.25 mm', '0.5 mm', '0.6 mm', '1 mm'] },
    { path: 'case.person.age', from: '20 years', to: '70 years', steps: 6 },
  ],
  outputs: [{ name: 'tip', path: 'zones[0].outcome.insertion_depth.median' }],
  draws: 64,
  chunk: 2,
};

/** What one process gives that runs everything in order. */
export const oneAfterTheOther = (file: string): string => {
  const study = readStudy(readStudyFile(file, []));
  const chunks = chunksOf(study, checkStudy(study));
  const lines = Array.from({ length: chunks.count }, (_, chunk) => chunks.run(chunk)).flat();
  return lines.map((line) => `${line}\n`).join('');
};

export const results = (out: string): string => readFileSync(join(out, 'results.jsonl'), 'utf8');

/** Names of the chunks that are kept in a folder. */
export const kept = (out: string): string[] => {
  try {
    return readdirSync(join(out, 'chunks')).filter((name) => name.endsWith('.jsonl'));
  } catch {
    return [];
  }
};

/** Starts a study as a process of its own; `ended` tells its exit code. */
export const startStudy = (file: string, out: string, ...flags: readonly string[]) => {
  const child = spawn(process.execPath, [main, 'study', file, '--out', out, ...flags], { stdio: 'ignore' });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return { child, ended };
};

/** Starts a study and sends it a signal as soon as some chunks are kept; returns its exit code. */
export const interrupt = async (
  signal: NodeJS.Signals,
  file: string,
  out: string,
  ...flags: readonly string[]
): Promise<number | null> => {
  const { child, ended } = startStudy(file, out, '--workers', '2', ...flags);
  while (kept(out).length < 3 && child.exitCode === null) await wait(5);
  child.kill(signal);
  return ended;
};
