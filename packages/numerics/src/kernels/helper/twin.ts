/** The import of an ordinary memory as asc writes it: "env" "memory", a memory, with a least and a most size. */
const IMPORT = [3, ...bytesOf('env'), 6, ...bytesOf('memory'), 2, 1];
const SHARED = 3;

function bytesOf(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}

/** The same module over a memory that threads share: what differs is one bit of the import, and no code. */
export function twinForThreads(binary: Uint8Array): Uint8Array<ArrayBuffer> {
  const twin = Uint8Array.from(binary);
  const start = twin.findIndex((_, i) => IMPORT.every((byte, n) => twin[i + n] === byte));
  if (start < 0) throw new RangeError('the module does not import a memory with a greatest size');
  twin[start + IMPORT.length - 1] = SHARED;
  return twin;
}
