import { MemoryExceeded } from '../error.ts';

const PAGE = 65536;
// The kernels do not look below this, so that offset 0 can never be a field; threads leave word there.
const FIRST = 1024;
const ALIGNMENT = 64;
/**
 * Fields of one size would all begin at the same place in a page of 4 KiB. A store into one then delays loads from
 * the others that agree in the lower twelve bits of the address, up to fourfold. So each begins elsewhere.
 */
const STAGGER = 320;
const PLACES = 12;
/** What 32-bit addresses reach, one page less so that an end is still a 32-bit number. */
const MOST = 65535 * PAGE;

interface Gap {
  readonly start: number;
  readonly end: number;
}

/** Owns one growable memory and hands out stretches of it. */
export interface Arena {
  readonly memory: WebAssembly.Memory;
  /** The offset of `bytes` bytes, all zero, aligned to a cache line. Throws MemoryExceeded. */
  readonly allocate: (bytes: number) => number;
  readonly release: (offset: number) => void;
  /** Takes everything back and hands out anew, up to `limit` bytes. */
  readonly beginAnew: (limit: number) => void;
  /** Bytes handed out. */
  readonly used: () => number;
}

/**
 * A memory of up to `limit` bytes. Stretches are found first-fit; what is released joins its neighbours.
 * Growing replaces `memory.buffer`: views made before are empty afterwards, or with `shared`, which lets threads share the
 * memory, as short as before.
 */
export function createArena(firstLimit: number, shared = false): Arena {
  let limit = firstLimit;
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536, shared });
  const taken = new Map<number, number>();
  let gaps: Gap[] = [{ start: FIRST, end: Math.min(limit, MOST) }];
  let used = 0;
  // Memory beyond was never written and is still all zero: clearing it would only make the system hand it out early.
  let touched = FIRST;

  const grow = (end: number): void => {
    const missing = Math.ceil((end - memory.buffer.byteLength) / PAGE);
    if (missing <= 0) return;
    // Half as much again, so that many small fields do not each grow it; what is needed if that fails.
    const ample = Math.min(Math.ceil((end * 1.5) / PAGE), 65536) - memory.buffer.byteLength / PAGE;
    for (const pages of [ample, missing]) {
      try {
        memory.grow(pages);
        return;
      } catch {
        if (pages === missing) throw new MemoryExceeded(end, memory.buffer.byteLength);
      }
    }
  };

  const allocate = (bytes: number): number => {
    const gapAfter = (1 + (taken.size % PLACES)) * STAGGER;
    const size = Math.ceil((bytes + gapAfter) / ALIGNMENT) * ALIGNMENT;
    const gap = gaps.find(({ start, end }) => end - start >= size);
    if (gap === undefined) throw new MemoryExceeded(used + size, limit);
    const end = gap.start + size;
    grow(end);
    gaps = gaps.flatMap((it) => (it !== gap ? [it] : end < gap.end ? [{ start: end, end: gap.end }] : []));
    taken.set(gap.start, size);
    used += size;
    const dirty = Math.min(end, touched) - gap.start;
    if (dirty > 0) new Uint8Array(memory.buffer, gap.start, dirty).fill(0);
    touched = Math.max(touched, end);
    return gap.start;
  };

  const release = (offset: number): void => {
    const size = taken.get(offset);
    if (size === undefined) throw new RangeError(`nothing is allocated at offset ${offset}`);
    taken.delete(offset);
    used -= size;
    gaps = joined([...gaps, { start: offset, end: offset + size }]);
  };

  const beginAnew = (next: number): void => {
    limit = next;
    taken.clear();
    gaps = [{ start: FIRST, end: Math.min(limit, MOST) }];
    used = 0;
  };

  return { memory, allocate, release, beginAnew, used: () => used };
}

function joined(gaps: readonly Gap[]): Gap[] {
  const result: Gap[] = [];
  for (const gap of gaps.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last?.end === gap.start) result[result.length - 1] = { start: last.start, end: gap.end };
    else result.push(gap);
  }
  return result;
}
