import { boardOf, place, startOfPiece, state, takeLast, type Board } from './board.ts';

/** What a helping thread is given; it can be cloned into one. */
export interface HelperTask {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  /** Exports of the module in the order in which calls number them. */
  readonly names: readonly string[];
}

/** Starts a thread that calls `helpKernels` with the task and ends with it, and that keeps no process alive. */
export type StartHelper = (task: HelperTask) => void;

type AnyKernel = (...args: number[]) => number | void;

/** Looks for work before the thread lies down: some tens of microseconds, as pass between calls of one step. */
const LOOKS = 20_000;
/** ms after which a helper that nobody has called ends. */
const PATIENCE = 10_000;

/** Takes part in the calls of kernels over a memory until it is told to stop, or nobody has called for ten seconds. */
export function helpKernels({ module, memory, names }: HelperTask): void {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  // Names are those of exported kernels.
  const kernels = names.map((name) => exports[name] as AnyKernel);
  const board = boardOf(memory);
  for (;;) {
    const piece = nextPiece(board);
    if (piece < 0) return;
    doPiece(board, kernels, piece);
  }
}

/** The next piece to do; -1 at the end. */
function nextPiece(board: Board): number {
  const { words } = board;
  for (;;) {
    for (let n = 0; n < LOOKS; n++) {
      const piece = takeLast(board);
      if (piece >= 0) return piece;
    }
    if (Atomics.load(words, place.state) !== state.working) return -1;
    const open = Atomics.load(words, place.open);
    Atomics.store(words, place.isAsleep, 1);
    const isOpen = (open & 0xff) < open >> 8;
    const found = isOpen ? 'ok' : Atomics.wait(words, place.open, open, PATIENCE);
    Atomics.store(words, place.isAsleep, 0);
    if (found === 'timed-out') {
      Atomics.compareExchange(words, place.state, state.working, state.gone);
      return -1;
    }
  }
}

function doPiece({ words, args }: Board, kernels: readonly AnyKernel[], piece: number): void {
  const pieces = words[place.pieceCount];
  const given = Array.from(args.subarray(0, words[place.argumentCount]));
  const [from, to] = given.splice(-2);
  try {
    kernels[words[place.kernel]](
      ...given,
      startOfPiece(from, to, piece, pieces),
      startOfPiece(from, to, piece + 1, pieces),
    );
  } catch {
    Atomics.store(words, place.state, state.failed);
  }
  words[place.doneInAll] += 1;
  Atomics.add(words, place.done, 1);
  if (Atomics.load(words, place.isAwaited) === 1) Atomics.notify(words, place.done);
}
