import { clear, createStore, del, entries, set } from 'idb-keyval';
import type { Json } from './document.ts';

export interface KeptCase {
  readonly id: string;
  readonly document: Json;
}

const store = createStore('percuta-cases', 'cases');

const isKept = (value: unknown): value is KeptCase =>
  typeof value === 'object' && value !== null && 'id' in value && 'document' in value;

/** Every case kept in this browser. Rejects where storage is denied. */
export const keptCases = async (): Promise<readonly KeptCase[]> =>
  (await entries<string, unknown>(store)).map(([, value]) => value).filter(isKept);

export const keepCase = (kept: KeptCase): Promise<void> => set(kept.id, kept, store);

export const forgetCase = (id: string): Promise<void> => del(id, store);

export const forgetAllCases = (): Promise<void> => clear(store);
