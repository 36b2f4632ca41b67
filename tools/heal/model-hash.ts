// The hash of what makes a draw of healing: equations, parameters, readings and targets, without comments and spacing.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../sources.ts';

/** How the system is solved is left out: the draws that are run again hold solver and readings together. */
const sources = [
  'calibration',
  'geometry',
  'injury',
  'limiters.ts',
  'observe',
  'parameters',
  'place-of.ts',
  'place.ts',
  'rates.ts',
  'species',
  'stability',
  'summary/crossing.ts',
  'surface',
  'terms',
  'ensemble/draw-values.ts',
];
const targets = 'packages/evidence/data/calibrations/healing-targets.json';

const filesUnder = (path: string): string[] => {
  if (path.endsWith('.ts')) return [path];
  return readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => `${path}/${name.replaceAll('\\', '/')}`)
    .sort();
};

/** Text of which a comment, a line break or a quotation mark makes no difference. */
const bare = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/[\s,]+/g, '');

export const healModelHash = (): string => {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((name) => filesUnder(`packages/engine/src/heal/${name}`))) {
    hash.update(`${path}\n${bare(readFileSync(join(root, path), 'utf8'))}\n`);
  }
  hash.update(bare(readFileSync(join(root, targets), 'utf8')));
  return hash.digest('hex');
};
