import { readHeatProblem, solveHeat, type Heating, type HeatProblem } from '@percuta/engine/heat';
import { beforeAll, describe, expect, test } from 'vitest';
import without from '../../../../examples/lab/heat-without-needles.json' with { type: 'json' };
import pair from '../../../../examples/lab/needle-pair.json' with { type: 'json' };
import { problemPlane } from './problem-plane.ts';
import { problemCourses, problemSection, terminalCurrents, type SectionFields } from './problem-figures.ts';

const options = { id: 'test', width: 720 };
const document = {
  ...pair,
  domain: { ...pair.domain, grid: { finest: '0.12 mm', growth: 2 } },
  end: { at: '100 ms' },
  outputs: {
    ...pair.outputs,
    fields: [
      { quantity: 'temperature', times: ['100 ms'] },
      { name: 'burnt', quantity: { damage: 'skin burn' } },
    ],
  },
};

const solved = (given: unknown): { problem: HeatProblem; heating: Heating } => {
  const problem = readHeatProblem(given);
  return { problem, heating: solveHeat(problem) };
};

describe('figures of two needles', () => {
  let problem: HeatProblem;
  let heating: Heating;
  let fields: SectionFields;
  beforeAll(() => {
    ({ problem, heating } = solved(document));
    const [hot, burnt] = heating.fields;
    fields = {
      time: hot?.time ?? NaN,
      temperature: hot?.values ?? new Float64Array(),
      damage: [{ kinetics: 'skin burn', values: burnt?.values ?? new Float64Array() }],
    };
  }, 60_000);

  test('the section has both needles, the layers by name, and every isotherm that is crossed', () => {
    const { svg, sentence } = problemSection(problem, heating, fields, options) ?? { svg: '', sentence: '' };
    for (const words of ['dermis', 'fat', 'skin burn', '45 °C', '60 °C']) expect(svg).toContain(words);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(sentence).toMatch(
      /^Tissue reaches \d+(\.\d+)? °C \(a finer mesh may add .* K\); lines are of 0.1 s; /,
    );
    expect(sentence).toContain('skin burn takes');
  });

  test('the cut goes through the needles and keeps the values of its cells', () => {
    const plane = problemPlane(problem, heating);
    expect(plane?.y).toBe(0);
    const hottest = Math.max(...(plane?.cut(fields.temperature) ?? []));
    expect(hottest).toBeGreaterThan(273.15 + 60);
    expect(hottest).toBeLessThanOrEqual(Math.max(...fields.temperature));
  });

  test('courses and currents tell the numbers of the run', () => {
    const energy = heating.channels[0]?.energy.at(-1) ?? NaN;
    expect(problemCourses(problem, heating, options)?.sentence).toContain(
      `${Number((energy * 1e3).toPrecision(3))} mJ`,
    );
    const currents = terminalCurrents(problem, heating, options);
    const [out] = heating.terminals;
    expect(currents?.svg).toContain(`${Number(((out?.current[0] ?? NaN) * 1e3).toPrecision(3))} mA`);
    expect(currents?.svg).not.toMatch(/NaN|undefined/);
  });
});

test('a line has courses and no section, and without current there are no currents', () => {
  const { problem, heating } = solved(without);
  expect(problemPlane(problem, heating)).toBeUndefined();
  expect(problemCourses(problem, heating, options)?.sentence).toMatch(/^Tissue reaches/);
  expect(terminalCurrents(problem, heating, options)).toBeUndefined();
});
