/** How a run tells how far it is, and hears that it should end. */
export interface Watch {
  readonly progress?: (done: number, total: number, what: string) => void;
  readonly signal?: AbortSignal;
}
