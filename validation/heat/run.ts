// Makes the results that are committed beside this file: `node validation/heat/run.ts NAME`, without a name all;
// `predictions CASE` predicts one case anew.
import { writeFileSync } from 'node:fs';
import { independence } from './independence.ts';
import { predictions } from './predictions.ts';
import { verdicts } from './verdicts.ts';

const results: Readonly<Record<string, (only?: string) => unknown>> = { verdicts, independence, predictions };

const [asked, only] = process.argv.slice(2);
for (const [name, make] of Object.entries(results)) {
  if (asked !== undefined && asked !== name) continue;
  const text = JSON.stringify(make(only), undefined, 1);
  writeFileSync(new URL(`${name}.json`, import.meta.url), `${text}\n`);
}
