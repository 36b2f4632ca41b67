import { createHash } from 'node:crypto';

// With the chunk's key, so that the result of one chunk does not pass for that of another.
const sumLine = (key: string, rows: string): string =>
  `${JSON.stringify({ sha256: createHash('sha256').update(`${key}\n${rows}`).digest('hex') })}\n`;

/** The rows of a chunk, a line each, and a last line that tells whether they are still what was kept for it. */
export const chunkText = (key: string, lines: readonly string[]): string => {
  const rows = lines.map((line) => `${line}\n`).join('');
  return rows + sumLine(key, rows);
};

/** The rows in the text of a chunk; undefined where it was cut short or changed, or is that of another chunk. */
export const linesOfChunk = (key: string, text: string): string[] | undefined => {
  const lines = text.split('\n').slice(0, -2);
  return chunkText(key, lines) === text ? lines : undefined;
};
