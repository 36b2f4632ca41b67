// The hash of what makes a draw of healing: equations, parameters, readings and targets, without comments and spacing.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from '../sources.ts';

const heal = join(root, 'packages/engine/src/heal');
/** From these a draw gets its values and its verdict; whatever they import belongs to the model. */
const entries = ['calibration/joint-draw.ts', 'calibration/judge.ts'];
/** How the system is solved is left out: the draws that are run again hold solver and readings together. */
const solver = [
  'integrate/',
  'transport/',
  'kernels/',
  'result/',
  'course/course.ts',
  'course/follow.ts',
  'course/failure.ts',
  'course/tolerance.ts',
  'heal.ts',
  'check-input.ts',
];
const targets = 'packages/evidence/data/calibrations/healing-targets.json';
/** What only tells a reader about a target. */
const said = new Set(['why', 'measured', 'meaning', 'rows', 'wanted']);

const importsOf = (path: string, text: string): string[] =>
  [...text.matchAll(/(?:import|export)\s(?:[^;']*?\sfrom\s)?'(\.[^']+)'/g)].map(([, name = '']) =>
    join(dirname(path), name),
  );

/** Files of healing that a draw goes through, by name. */
export const modelFiles = (): string[] => {
  const found = new Set<string>();
  const waiting = entries.map((name) => join(heal, name));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const name = relative(heal, path);
    if (found.has(path) || name.startsWith('..')) continue;
    found.add(path);
    waiting.push(...importsOf(path, readFileSync(path, 'utf8')));
  }
  return [...found]
    .map((path) => relative(heal, path).replaceAll('\\', '/'))
    .filter((name) => !solver.some((part) => name.startsWith(part)))
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
  for (const name of modelFiles()) {
    hash.update(`${name}\n${bare(readFileSync(join(heal, name), 'utf8'))}\n`);
  }
  const data: unknown = JSON.parse(readFileSync(join(root, targets), 'utf8'));
  hash.update(JSON.stringify(data, (key, value: unknown) => (said.has(key) ? undefined : value)));
  return hash.digest('hex');
};
