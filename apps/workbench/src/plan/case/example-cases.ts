import type { KeptCase } from './case-store.ts';
import { isRecord, type Json } from './document.ts';

const files = import.meta.glob<unknown>('../../../../../examples/*/case.json', {
  eager: true,
  import: 'default',
});

const sheets = import.meta.glob<unknown>('../../../../../examples/*/device.json', {
  eager: true,
  import: 'default',
});

const nameOf = (path: string): string => path.split('/').at(-2) ?? path;

/** A case whose sheets are paths gets them put in, as the command line does. */
const withSheets = (path: string, document: Json): Omit<KeptCase, 'id'> => {
  const sheet = sheets[path.replace('case.json', 'device.json')];
  const namesSheets = isRecord(document) && Array.isArray(document['sheets']);
  return { document: sheet !== undefined && namesSheets ? { ...document, sheets: [sheet] } : document };
};

/** The examples of the repository, ready to be changed. The first one has a plan. */
export const exampleCases: readonly KeptCase[] = Object.entries(files)
  .map(([path, document]) => ({ id: `example-${nameOf(path)}`, ...withSheets(path, document) }))
  .sort((a, b) => Number(b.id.endsWith('cheek-acne-scars')) - Number(a.id.endsWith('cheek-acne-scars')));
