import { clear, createStore, del, entries, set } from 'idb-keyval';
import type { Json } from './document.ts';

/** A course somebody has settled on. */
export interface Choice {
  /** The id of the course in the plan. */
  readonly course: string;
  readonly reason: string;
  /** Day of the first session, YYYY-MM-DD; empty where none is set. */
  readonly first: string;
}

export interface KeptCase {
  readonly id: string;
  readonly document: Json;
  /** Device sheets of the user's own, as they are on disk. */
  readonly sheets?: readonly Json[];
  readonly choice?: Choice;
}

const store = createStore('percuta-cases', 'cases');

const isKept = (value: unknown): value is KeptCase =>
  typeof value === 'object' && value !== null && 'id' in value && 'document' in value;

/** Every case kept in this browser. Rejects where storage is denied. */
export const keptCases = async (): Promise<readonly KeptCase[]> =>
  (await entries<string, unknown>(store)).map(([, value]) => value).filter(isKept);

/** Rejects, never throws, where storage is denied: so do those below. */
export const keepCase = async (kept: KeptCase): Promise<void> => set(kept.id, kept, store);

export const forgetCase = async (id: string): Promise<void> => del(id, store);

export const forgetAllCases = async (): Promise<void> => clear(store);
