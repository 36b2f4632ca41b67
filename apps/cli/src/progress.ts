import { styleText } from 'node:util';

const barWidth = 24;
/** Redrawn no more often than this, ms. */
const pause = 50;

/** Where nobody watches a line is told no more often than this, and not before it, ms. */
const silence = 20_000;

interface Progress {
  readonly step: (done: number, total: number, what: string) => void;
  readonly end: () => void;
}

/** How far a run is and for how long it has run, for the log of one that takes long. */
const logged = (): Progress => {
  const start = performance.now();
  let last = start;
  return {
    step: (done, total, what) => {
      const time = performance.now();
      if (time - last < silence) return;
      last = time;
      process.stderr.write(`${done} of ${total} ${what}, after ${Math.round((time - start) / 1000)} s\n`);
    },
    end: () => undefined,
  };
};

/**
 * A progress line on a terminal's standard error, which `end` clears; elsewhere a line of its own now and then, once a
 * run has taken long.
 */
export const progressLine = (): Progress => {
  if (!process.stderr.isTTY) return logged();
  let last = 0;
  return {
    step: (done, total, what) => {
      const time = performance.now();
      if (time - last < pause) return;
      last = time;
      const full = Math.round((barWidth * done) / Math.max(total, 1));
      const bar = `${'━'.repeat(full)}${styleText('dim', '━'.repeat(barWidth - full))}`;
      process.stderr.write(`\r${bar} ${done} of ${total} ${what}, Ctrl-C cancels\u001B[K`);
    },
    end: () => process.stderr.write('\r\u001B[K'),
  };
};
