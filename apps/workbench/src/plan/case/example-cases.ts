import type { KeptCase } from './case-store.ts';

const files = import.meta.glob<unknown>('../../../../../examples/*/case.json', {
  eager: true,
  import: 'default',
});

const sheets = import.meta.glob<unknown>('../../../../../examples/*/device.json', {
  eager: true,
  import: 'default',
});

const nameOf = (path: string): string => path.split('/').at(-2) ?? path;

/** The examples of the repository, ready to be changed. The first one has a plan. */
export const exampleCases: readonly KeptCase[] = Object.entries(files)
  .map(([path, document]) => {
    const sheet = sheets[path.replace('case.json', 'device.json')];
    return { id: `example-${nameOf(path)}`, document, ...(sheet === undefined ? {} : { sheets: [sheet] }) };
  })
  .sort((a, b) => Number(b.id.endsWith('cheek-acne-scars')) - Number(a.id.endsWith('cheek-acne-scars')));
