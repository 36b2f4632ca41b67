import { allOpen, boardOf, MOST_PIECES, place, startOfPiece, state, takeFirst, type Board } from './board.ts';

type AnyKernel = (...args: number[]) => number | void;

/** Elements of a piece: some ten microseconds, far more than a word to another thread takes. */
const PIECE = 2 ** 13;
/** A call on less than four pieces is not worth a word. */
const LEAST = 4 * PIECE;
/** Looks for the end of the helper's last piece before the caller lies down: several times what a piece takes. */
const LOOKS = 200_000;
/** ms after which a helper that does not end its piece is given up: no piece takes a thousandth of it. */
const PATIENCE = 60_000;
/**
 * Calls that the caller does alone after it had to lie down. The helper has then lost its core to another process, and to
 * wait for it at every call would take longer than to do all.
 */
const ALONE = 1000;

interface Caller {
  readonly board: Board;
  /** Calls still to be done alone. */
  alone: number;
}

/**
 * Kernels for fields of so many elements whose planes, the range of their last two arguments, are shared with the helper
 * of their memory. Who does which piece is left to chance, and makes no difference to any bit: a kernel writes only within
 * its range and reads nothing that the same call writes elsewhere. Without a helper the caller does all.
 */
export function dividedTables<Table extends Record<keyof Table, AnyKernel>>(
  table: Table,
  memory: WebAssembly.Memory,
): (elements: number) => Table {
  const caller = { board: boardOf(memory), alone: 0 };
  const made = new Map<number, Table>();
  return (elements) => {
    if (elements < LEAST) return table;
    const most = Math.min(MOST_PIECES, Math.floor(elements / PIECE));
    const again = made.get(most);
    if (again !== undefined) return again;
    const entries = Object.entries<AnyKernel>(table);
    const shared = entries.map(([name, kernel], index) => [name, divided(caller, { kernel, index, most })]);
    // The same names with the same signatures.
    const anew = Object.fromEntries(shared) as Table;
    made.set(most, anew);
    return anew;
  };
}

interface Shared {
  readonly kernel: AnyKernel;
  readonly index: number;
  /** Pieces of a call. */
  readonly most: number;
}

const divided =
  (caller: Caller, { kernel, index, most }: Shared): AnyKernel =>
  (...args) => {
    const [from, to] = [args[args.length - 2], args[args.length - 1]];
    const pieces = Math.min(most, to - from);
    if (pieces < 2 || caller.alone > 0) {
      caller.alone = Math.max(0, caller.alone - 1);
      return kernel(...args);
    }
    const { board } = caller;
    open(board, { index, args, pieces });
    let own = 0;
    for (let piece = takeFirst(board); piece >= 0; piece = takeFirst(board)) {
      args[args.length - 2] = startOfPiece(from, to, piece, pieces);
      args[args.length - 1] = startOfPiece(from, to, piece + 1, pieces);
      kernel(...args);
      own += 1;
    }
    if (!isDoneSoon(board, pieces - own)) {
      caller.alone = ALONE;
      awaitDone(board, pieces - own);
    }
    if (Atomics.load(board.words, place.state) === state.failed) {
      throw new Error('a kernel failed on the thread that helps');
    }
  };

interface Call {
  readonly index: number;
  readonly args: readonly number[];
  readonly pieces: number;
}

/** Shows a call to the helper. Nothing of the one before is open, so that nobody reads what is written here. */
function open({ words, args }: Board, call: Call): void {
  args.set(call.args);
  words[place.kernel] = call.index;
  words[place.argumentCount] = call.args.length;
  words[place.pieceCount] = call.pieces;
  words[place.done] = 0;
  Atomics.store(words, place.open, allOpen(call.pieces));
  if (Atomics.load(words, place.isAsleep) === 1) Atomics.notify(words, place.open);
}

function isDoneSoon({ words }: Board, pieces: number): boolean {
  for (let n = 0; n < LOOKS; n++) if (Atomics.load(words, place.done) === pieces) return true;
  return false;
}

function awaitDone({ words }: Board, pieces: number): void {
  Atomics.store(words, place.isAwaited, 1);
  for (let done = Atomics.load(words, place.done); done < pieces; done = Atomics.load(words, place.done)) {
    if (Atomics.wait(words, place.done, done, PATIENCE) === 'timed-out') {
      throw new Error('the thread that helps with kernels has not answered for a minute');
    }
  }
  Atomics.store(words, place.isAwaited, 0);
}

/** Makes a board ready for a helper that is about to start. */
export const awaitHelper = (memory: WebAssembly.Memory): void => {
  Atomics.store(boardOf(memory).words, place.state, state.working);
};

/** Whether a helper that was started may still take part. */
export const isHelped = (memory: WebAssembly.Memory): boolean =>
  Atomics.load(boardOf(memory).words, place.state) === state.working;

/** Lets the helper of a memory end. */
export function stopHelper(memory: WebAssembly.Memory): void {
  const { words } = boardOf(memory);
  Atomics.store(words, place.state, state.stopped);
  Atomics.notify(words, place.open);
}

/** Pieces of calls that the helper of a memory has done. */
export const piecesHelped = (memory: WebAssembly.Memory): number =>
  Atomics.load(boardOf(memory).words, place.doneInAll);
