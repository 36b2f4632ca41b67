import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { storeBlock } from '@percuta/scene';
import { answerProtocol } from '../../apps/workbench/src/compute/lab/answer-protocol.ts';
import { root } from '../sources.ts';

const example = 'cheek-acne-scars';

const read = (file: string): unknown =>
  JSON.parse(readFileSync(join(root, 'examples', example, file), 'utf8'));

/** One visit of the example, its first zone alone: what follows one visit is not mixed with the next. */
const oneVisit = (): object => {
  const { zones, ...protocol } = Object(read('protocol.json'));
  return { ...protocol, case: read('case.json'), sessions: ['0 days'], zones: zones.slice(0, 1) };
};

/**
 * The block of skin of the decision aid with what made it: hashes and versions of its manifest, and no setting. The
 * manifest is that of the Lab for the same document.
 */
export const howItWorks = async (): Promise<string> => {
  const { zones, manifest } = await answerProtocol(
    { kind: 'lab', document: oneVisit(), overrides: {}, ensemble: 0 },
    () => undefined,
  );
  const block = zones[0]?.block;
  if (block === undefined || manifest === undefined) throw new RangeError(`${example} has no block to store`);
  const { engine, seed, hashes, stages } = manifest;
  const about = { example, engine, seed, stages, input: hashes.input, result: hashes.result };
  return `${JSON.stringify({ about, block: storeBlock(block) })}\n`;
};
