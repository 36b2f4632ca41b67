import { styleText } from 'node:util';

const barWidth = 24;
/** Redrawn no more often than this, ms. */
const pause = 50;

/** A progress line on a terminal's standard error; silent when piped. `end` clears it. */
export const progressLine = (): {
  readonly step: (done: number, total: number, what: string) => void;
  readonly end: () => void;
} => {
  if (!process.stderr.isTTY) return { step: () => undefined, end: () => undefined };
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
