/**
 * What two threads over one memory tell each other, in the bytes below the first field. A call is cut into pieces: the one
 * who makes it takes them from the first on, the helper from the last on, until they meet.
 */
export interface Board {
  readonly words: Int32Array;
  /** Of the call that is open. */
  readonly args: Float64Array;
}

const START = 64;
/** Words that both write lie in cache lines of their own. */
const LINE = 16;

/** Places among the words. */
export const place = {
  /** Pieces that nobody has taken: the first of them, and 256 times the one after their last. */
  open: 0,
  kernel: 1,
  argumentCount: 2,
  pieceCount: 3,
  /** Pieces of this call that the helper has done. */
  done: LINE,
  /** Pieces of all calls that it has done, as far as 32 bits go. */
  doneInAll: LINE + 1,
  /** 1 while the caller waits for a piece without looking. */
  isAwaited: LINE + 2,
  /** One of `state`. */
  state: 2 * LINE,
  /** 1 while the helper waits for a call without looking. */
  isAsleep: 2 * LINE + 1,
} as const;

/** What becomes of the helper. */
export const state = { working: 0, stopped: 1, failed: 2, gone: 3 } as const;

const WORDS = 3 * LINE;
/** Most arguments of a kernel. */
export const MOST_ARGUMENTS = 32;

export const boardOf = ({ buffer }: WebAssembly.Memory): Board => ({
  words: new Int32Array(buffer, START, WORDS),
  args: new Float64Array(buffer, START + 4 * WORDS, MOST_ARGUMENTS),
});

const FIRST = 0xff;

/** Pieces are numbered in 8 bits. */
export const MOST_PIECES = 64;

export const allOpen = (pieces: number): number => pieces << 8;

/** Takes the first piece that is open; -1 for none. */
export function takeFirst({ words }: Board): number {
  let open = Atomics.load(words, place.open);
  while ((open & FIRST) < open >> 8) {
    const found = Atomics.compareExchange(words, place.open, open, open + 1);
    if (found === open) return open & FIRST;
    open = found;
  }
  return -1;
}

/** Takes the last piece that is open; -1 for none. What it is a piece of must be looked up afterwards. */
export function takeLast({ words }: Board): number {
  let open = Atomics.load(words, place.open);
  while ((open & FIRST) < open >> 8) {
    const found = Atomics.compareExchange(words, place.open, open, open - (FIRST + 1));
    if (found === open) return (open >> 8) - 1;
    open = found;
  }
  return -1;
}

/** The first plane of a piece of the planes from ≤ k < to; of the piece after the last it is `to`. */
export const startOfPiece = (from: number, to: number, piece: number, pieces: number): number =>
  from + Math.floor(((to - from) * piece) / pieces);
