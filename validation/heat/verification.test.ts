import { readdirSync, readFileSync } from 'node:fs';
import {
  boundsOf,
  damageOfCourse,
  readHeatProblem,
  readVerificationFile,
  type HeatProblem,
} from '@percuta/engine';
import { describe, expect, test } from 'vitest';

const folder = new URL('.', import.meta.url);
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
const file = readVerificationFile(json('verification.json'));
const cases = file.problems.map((each) => ({ ...each, problem: readHeatProblem(json(each.document)) }));

type Target = (typeof file.problems)[number]['checks'][number]['of'];

/** Does the document write out what the check compares? */
const isWritten = ({ outputs, electrodes, generator, histories }: HeatProblem, of: Target): boolean => {
  if ('resistance' in of) return outputs.resistances.some(({ name }) => name === of.resistance);
  if ('impedance' in of) {
    return outputs.resistances.some(
      ({ name, frequency }) => name === of.impedance && frequency !== undefined,
    );
  }
  if ('probe' in of) {
    const probe = outputs.probes.find(({ name }) => name === of.probe);
    return probe !== undefined && (of.at === undefined || probe.times.length > 0);
  }
  if ('current' in of) return electrodes.some(({ name }) => name === of.current);
  if ('channel' in of) return generator?.channels.some(({ name }) => name === of.channel) ?? false;
  if ('front' in of) return outputs.contours.some(({ name }) => name === of.front);
  return histories.some(({ name, kinetics }) => name === of.history && kinetics.includes(of.kinetics));
};

describe('problems with a known solution', () => {
  test('every document is used once, and every file is one', () => {
    const used = cases.map(({ document }) => document);
    expect(new Set(used).size).toBe(used.length);
    expect(
      readdirSync(new URL('problems/', folder))
        .map((name) => `problems/${name}`)
        .sort(),
    ).toEqual(used.sort());
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  test.each(cases)('$id writes out what is compared', ({ problem, checks }) => {
    for (const check of checks) {
      expect(isWritten(problem, check.of)).toBe(true);
      expect(boundsOf(check).tolerance).toBeGreaterThan(0);
    }
  });

  test('damage of every prescribed history is met', () => {
    let compared = 0;
    for (const { problem, checks } of cases) {
      for (const check of checks) {
        if (!('history' in check.of)) continue;
        const { history, kinetics } = check.of;
        const course = problem.histories.find(({ name }) => name === history)?.course;
        const set = problem.kinetics.find(({ name }) => name === kinetics);
        if (course === undefined || set === undefined) throw new Error(`no ${history} with ${kinetics}`);
        const { expected, tolerance } = boundsOf(check);
        expect(Math.abs(damageOfCourse(set, course) - expected)).toBeLessThan(tolerance);
        // A thousand times nearer than asked for.
        expect(Math.abs(damageOfCourse(set, course) / expected - 1)).toBeLessThan(1e-6);
        compared += 1;
      }
    }
    expect(compared).toBe(25);
  });
});
