/** ms of work before the page may answer: half of what a task may take on a machine twice as slow. */
const most = 12;

/** Lets the page answer. */
export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Does pieces of work one after another, in tasks that stay short as long as the pieces are. */
export const inTurns = async (pieces: Iterable<() => unknown>): Promise<void> => {
  let begun = performance.now();
  for (const piece of pieces) {
    if (performance.now() - begun > most) {
      await turn();
      begun = performance.now();
    }
    piece();
  }
  await turn();
};
