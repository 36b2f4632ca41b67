// Holds every calibrated draw against the records beside it and writes what came out. Takes minutes: node validation/heal/run.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { calibratedHash, drawCount, healTables, validateHealing } from '@percuta/engine';

const file = (name: string): URL => new URL(name, import.meta.url);
const document: unknown = JSON.parse(readFileSync(file('measurements.json'), 'utf8'));
const progress = (done: number, total: number, what: string): void => {
  process.stderr.write(`${done} of ${total} ${what}\n`);
};
const tables = healTables(validateHealing(document, { progress }, drawCount));
const result = { draws: { count: drawCount, hash: calibratedHash }, ...tables };
writeFileSync(file('result.json'), `${JSON.stringify(result, undefined, 1)}\n`);
