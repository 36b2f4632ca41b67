import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  fitPosterior,
  posteriorFrom,
  tableReading,
  type FitOptions,
  type Posterior,
} from '@percuta/evidence';

const packages = fileURLToPath(new URL('../../../packages/', import.meta.url));

/** What draws of the posterior depend on: the evidence, the model and the mathematics under both. */
const origins = ['evidence/data', 'evidence/src', 'numerics/src', 'quantity/src'];

const addFolder = (hash: ReturnType<typeof createHash>, folder: string): void => {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) addFolder(hash, path);
    else if (!entry.name.includes('.test.')) hash.update(entry.name).update(readFileSync(path));
  }
};

type Settings = Required<Pick<FitOptions, 'seed' | 'draws' | 'warmup'>>;

/** Hash of all files the draws depend on and of the settings: what it names can only be the same draws. */
const keyOf = ({ seed, draws, warmup }: Settings): string => {
  const hash = createHash('sha256').update(JSON.stringify([seed, draws, warmup, process.arch]));
  for (const origin of origins) addFolder(hash, join(packages, origin));
  return hash.digest('hex');
};

type Sample = Posterior['sample'];

const bytesOf = ({ chains }: Sample): Buffer[] =>
  chains.map(({ values }) => Buffer.from(values.buffer, values.byteOffset, values.byteLength));

const digestOf = (parts: readonly Uint8Array[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

/** What stands before the draws: the numbers beside them and the hash they must have. */
interface Head {
  readonly dimensions: number;
  readonly draws: number;
  readonly chains: readonly Omit<Sample['chains'][number], 'values'>[];
  readonly digest: string;
}

const withoutValues = ({
  divergences,
  cutOff,
  step,
  meanAcceptance,
  gradients,
}: Sample['chains'][number]): Head['chains'][number] => ({
  divergences,
  cutOff,
  step,
  meanAcceptance,
  gradients,
});

const write = (folder: string, key: string, sample: Sample): void => {
  const parts = bytesOf(sample);
  const head: Head = {
    dimensions: sample.dimensions,
    draws: sample.draws,
    chains: sample.chains.map(withoutValues),
    digest: digestOf(parts),
  };
  try {
    mkdirSync(folder, { recursive: true });
    const part = join(folder, `.${key}.${process.pid}`);
    writeFileSync(part, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...parts]));
    renameSync(part, join(folder, `${key}.posterior`));
  } catch {
    // A place that cannot be written costs the next run a fit, and nothing else.
  }
};

/** The draws of a file, or undefined where there is none or it is not whole. */
const read = (folder: string, key: string): Sample | undefined => {
  try {
    const file = readFileSync(join(folder, `${key}.posterior`));
    const end = file.indexOf('\n');
    const head: Head = JSON.parse(file.subarray(0, end).toString());
    const draws = Uint8Array.from(file.subarray(end + 1));
    if (digestOf([draws]) !== head.digest) return undefined;
    const size = head.dimensions * head.draws;
    const chains = head.chains.map((chain, i) => ({
      ...chain,
      values: new Float64Array(draws.buffer, i * size * Float64Array.BYTES_PER_ELEMENT, size),
    }));
    return { dimensions: head.dimensions, draws: head.draws, chains };
  } catch {
    return undefined;
  }
};

/** Where draws are kept: the folder for caches of the user. */
export const cacheFolder = (): string =>
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'percuta');

export interface CachedPosterior {
  readonly posterior: Posterior;
  readonly key: string;
  readonly wasKept: boolean;
}

/**
 * The posterior of the whole study table. Draws are kept by the hash of all they depend on, and their own hash is
 * checked when they are read: a changed study, prior or line of the model is another key.
 */
export const cachedPosterior = (settings: Settings, folder = cacheFolder()): CachedPosterior => {
  const { used } = tableReading();
  const key = keyOf(settings);
  const kept = read(folder, key);
  if (kept !== undefined) return { posterior: posteriorFrom(kept, used), key, wasKept: true };
  const posterior = fitPosterior(used, settings);
  write(folder, key, posterior.sample);
  return { posterior, key, wasKept: false };
};
