import { readStoredBlock, type StoredBlock } from '@percuta/scene';

interface Stored {
  readonly about: { readonly example: string; readonly engine: string; readonly result: string };
  readonly block: StoredBlock;
}

const files = import.meta.glob<Stored>('../../../../../docs/generated/how-it-works.json', {
  eager: true,
  import: 'default',
});
const [stored] = Object.values(files);
if (stored === undefined)
  throw new RangeError('the stored run of the decision aid is missing; run npm run docs');

/** What made the stored run, and what it found in the skin. */
export const { about } = stored;
export const block = readStoredBlock(stored.block);
