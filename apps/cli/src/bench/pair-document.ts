import { readFileSync } from 'node:fs';

/** The example of the lab, as it lies in the repository. */
export interface PairDocument {
  readonly domain: object;
  readonly electrodes: readonly object[];
  readonly generator: { readonly channels: readonly object[] };
  readonly end: unknown;
  readonly outputs: unknown;
}

export const pairFile = new URL('../../../../examples/lab/needle-pair.json', import.meta.url);

export const pairDocument = (): PairDocument => JSON.parse(readFileSync(pairFile, 'utf8'));

/** 49 needles in 10 x 10 x 5 mm, cells from 50 um to 0.5 mm. */
export const arrayDocument = (): object => {
  const { domain, electrodes, ...rest } = pairDocument();
  const sizes = { width: '10 mm', breadth: '10 mm', depth: '5 mm' };
  return {
    ...rest,
    domain: { ...domain, ...sizes, grid: { finest: '50 um', coarsest: '0.5 mm' } },
    electrodes: electrodes.map((electrode) => ({ ...electrode, columns: 7, rows: 7 })),
    outputs: {},
  };
};
