/** What the process tells the shell. */
export const exitCode = {
  planned: 0,
  /** Our own failure, or a replay that does not match. */
  failed: 1,
  badInput: 2,
  noSafePlan: 3,
  refused: 4,
  /** Ctrl-C: as a shell reports it. */
  stopped: 130,
} as const;
