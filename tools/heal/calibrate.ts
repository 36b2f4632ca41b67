/**
 * Draws the constants of healing that published measurements leave possible, by rejection:
 *
 *   node tools/run.mjs tools/heal/calibrate.ts             prints what each condition refuses
 *   node tools/run.mjs tools/heal/calibrate.ts --write     and keeps the accepted draws
 *   node tools/run.mjs tools/heal/calibrate.ts --confirm   runs the kept draws again and renews their hash if all hold
 *
 * Conditions and windows: packages/evidence/data/calibrations/healing-targets.json and validation/heal/plan.md. The
 * same seed gives the same draws on every machine. Takes tens of minutes on one core.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { valuesAtDraw } from '../../packages/engine/src/heal/ensemble/draw-values.ts';
import { judge } from '../../packages/engine/src/heal/calibration/judge.ts';
import { seed, wanted } from '../../packages/engine/src/heal/calibration/targets.ts';
import { healModelHash } from './model-hash.ts';

const target = new URL('../../packages/evidence/data/calibrations/healing-draws.json', import.meta.url);
const digits = 4;

interface Draw {
  readonly try: number;
  readonly readings: Readonly<Record<string, number>>;
}

const rounded = (readings: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(readings).map(([id, value]) => [id, Number(value.toPrecision(digits))]),
  );

const search = () => {
  const draws: Draw[] = [];
  const refused: Record<string, number> = {};
  let tries = 0;
  for (; draws.length < wanted; tries += 1) {
    const { readings, refusedBy } = judge(valuesAtDraw(seed, tries, {}));
    if (refusedBy === undefined) draws.push({ try: tries, readings: rounded(readings) });
    else refused[refusedBy] = (refused[refusedBy] ?? 0) + 1;
    if (tries % 20_000 === 0) process.stderr.write(`${tries} tried, ${draws.length} accepted\n`);
  }
  return { draws, refused, tries };
};

type Found = ReturnType<typeof search>;

/** One draw a line, readings in the order of the ids. */
const textOf = ({ draws, refused, tries }: Found): string => {
  const ids = Object.keys(draws[0]?.readings ?? {});
  const lines = draws.map((draw) => JSON.stringify([draw.try, ...ids.map((id) => draw.readings[id])]));
  return `${JSON.stringify({ fit: 'healing', hash: healModelHash(), seed, tries, refused, readings: ids }).slice(0, -1)},"draws":[\n${lines.join(',\n')}\n]}\n`;
};

const print = ({ draws, refused, tries }: Found): void => {
  process.stdout.write(`${draws.length} of ${tries} tries are accepted; refused by\n`);
  for (const [id, count] of Object.entries(refused)) process.stdout.write(`  ${id}: ${count}\n`);
};

/** Readings of the same draw may differ by what another solver of the same equations leaves. */
const tolerance = 0.01;

const confirm = (): void => {
  const text = readFileSync(target, 'utf8');
  const kept: { readings: string[]; draws: number[][] } = JSON.parse(text);
  const strayed = kept.draws.filter(([index = 0, ...values]) => {
    const { readings, refusedBy } = judge(valuesAtDraw(seed, index, {}));
    if (refusedBy !== undefined) return true;
    return kept.readings.some((id, i) => {
      const before = values[i] ?? NaN;
      return !(Math.abs((readings[id] ?? NaN) - before) <= tolerance * Math.max(Math.abs(before), tolerance));
    });
  });
  if (strayed.length > 0) throw new Error(`${strayed.length} draws read otherwise; calibrate again`);
  writeFileSync(target, text.replace(/"hash":"[0-9a-f]+"/, `"hash":"${healModelHash()}"`));
};

const { values: flags } = parseArgs({
  options: { write: { type: 'boolean' }, confirm: { type: 'boolean' } },
});
if (flags.confirm === true) confirm();
else {
  const found = search();
  print(found);
  if (flags.write === true) writeFileSync(target, textOf(found));
}
