// Makes the results that are committed beside this file: `node validation/evidence/run.ts NAME`, without a name all.
import { writeFileSync } from 'node:fs';
import { calibration } from './calibration.ts';
import { leaveOneOut } from './leave-one-out.ts';
import { longRun } from './long-run.ts';

const results: Readonly<Record<string, () => unknown>> = {
  'leave-one-out': leaveOneOut,
  calibration,
  'long-run': longRun,
};

const [asked] = process.argv.slice(2);
for (const [name, make] of Object.entries(results)) {
  if (asked !== undefined && asked !== name) continue;
  const text = JSON.stringify(make(), undefined, 2);
  writeFileSync(new URL(`${name}.json`, import.meta.url), `${text}\n`);
}
