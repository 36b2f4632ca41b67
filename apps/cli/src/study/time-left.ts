const minute = 60;

const spanText = (seconds: number): string => {
  if (seconds < minute) return `${Math.ceil(seconds)} s`;
  if (seconds < minute * minute) return `${Math.ceil(seconds / minute)} min`;
  return `${(seconds / minute / minute).toFixed(1)} h`;
};

/**
 * How long the rest will take at the pace so far, as text. `done` counts what was done in `elapsed` seconds, not what
 * was there before.
 */
export const timeLeft = (done: number, left: number, elapsed: number): string =>
  done === 0 ? 'starting' : `about ${spanText((elapsed / done) * left)} left`;
