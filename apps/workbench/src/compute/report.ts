import type { Progress } from './messages.ts';

/** Tells the page how far a computation is. */
export type Report = (progress: Progress) => void;
