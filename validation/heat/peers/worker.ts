import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What every worker tells of a solve; what else it tells stays beside it. Times are ms. */
export interface Solve {
  readonly unknowns: number;
  readonly processor: number;
  readonly wall: number;
  readonly [measure: string]: unknown;
}

/** A process that solves one problem whenever it is asked. */
export interface Worker {
  readonly solve: () => Promise<Solve>;
  readonly end: () => void;
}

const commandOf = (script: string): string =>
  script.endsWith('.py') ? '/usr/bin/python3' : process.execPath;

const start = (script: string, args: readonly string[]): ChildProcessWithoutNullStreams => {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(commandOf(script), [path, ...args, '--serve'], {
    env: { ...process.env, OMP_NUM_THREADS: '1' },
  });
  child.stderr.resume();
  return child;
};

/** Solves to warm up at most and at least; one that takes long enough has warmed up within itself. */
const [fewest, most, long] = [4, 8, 5000];

/** Until a solve takes no less of the processor than the one before, within a twentieth: a compiler may lag behind. */
const warmUp = async (solve: () => Promise<Solve>, first: Solve): Promise<void> => {
  let before = first.processor;
  for (let n = 2; n <= most && before < long; n += 1) {
    const { processor } = await solve();
    if (n >= fewest && processor > 0.95 * before) return;
    before = processor;
  }
};

/** Starts a script of this folder and waits until it has warmed up. */
export const worker = async (script: string, args: readonly string[]): Promise<Worker> => {
  const child = start(script, args);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<Solve> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error(`${script} ${args.join(' ')} ended without an answer`);
    const solve: Solve = JSON.parse(value);
    return solve;
  };
  const solve = (): Promise<Solve> => {
    child.stdin.write('again\n');
    return next();
  };
  await warmUp(solve, await next());
  return {
    solve,
    end: () => child.stdin.end(),
  };
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** A turn lasts so long of the processor at least, ms, and its last solve counts: a process that slept is not warm at once. */
const turn = 2500;

const takeTurn = async ({ solve }: Worker): Promise<Solve> => {
  let last = await solve();
  for (let spent = last.processor; spent < turn; spent += last.processor) last = await solve();
  return last;
};

/** Rounds in which every worker has a turn, so that a slow moment of the machine falls on all of them: medians. */
export const interleaved = async (workers: readonly Worker[], rounds: number): Promise<Solve[]> => {
  const found: Solve[][] = workers.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [n, each] of workers.entries()) found[n]?.push(await takeTurn(each));
  }
  return found.map((solves) => {
    const [first] = solves;
    if (first === undefined) throw new RangeError('a round at least');
    return {
      ...first,
      processor: median(solves.map(({ processor }) => processor)),
      wall: median(solves.map(({ wall }) => wall)),
    };
  });
};
