import { expect, test } from 'vitest';
import { needle as longNeedle, pairDocument, type Parts } from '../../../testing/heat-problem.ts';
import { problemsOf } from '../../../testing/problems.ts';
import { readHeatProblem } from '../read-heat-problem.ts';

/** Two needles of 1 mm in 2 mm of one material; parts given stand in place of its own. */
const needle = (x: string, group: string, differs: Parts = {}): Parts =>
  longNeedle(x, group, { to: '1 mm', radius: '0.1 mm', ...differs });

const problemWith = (parts: object): Parts =>
  pairDocument({
    domain: { kind: 'block', width: '3 mm', breadth: '3 mm', depth: '2 mm', sides: {} },
    electrodes: [needle('-0.5 mm', 'plus'), needle('0.5 mm', 'minus')],
    initial: '37 °C',
    end: { at: '0.1 s' },
    outputs: {},
    ...parts,
  });

test.each<[string, object, object]>([
  [
    'needles of two groups that touch',
    { electrodes: [needle('0 mm', 'plus'), needle('0.2 mm', 'minus')] },
    { path: 'electrodes "electrode-1"', problem: expect.stringContaining('short circuit') },
  ],
  [
    'a needle upside down, without what follows from it',
    { electrodes: [needle('-0.5 mm', 'plus', { from: '1.5 mm' }), needle('0.5 mm', 'minus')] },
    { path: 'electrodes "electrode-1".to', allowed: 'more than 1.5 mm' },
  ],
  [
    'a layer that is deeper than the domain',
    {
      layers: [
        { material: 'tissue', thickness: '3 mm' },
        { name: 'below', material: 'tissue' },
      ],
    },
    { path: 'layers[1].thickness', problem: expect.stringContaining('leave nothing') },
  ],
  [
    'a layer without thickness above another',
    {
      layers: [
        { name: 'above', material: 'tissue' },
        { material: 'tissue', thickness: '2 mm' },
      ],
    },
    { path: 'layers[0].thickness', problem: 'is missing' },
  ],
])('%s', (_, parts, expected) => {
  const problems = problemsOf(() => readHeatProblem(problemWith(parts)));
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject(expected);
});

test('needles of one group may touch', () => {
  const electrodes = [needle('0 mm', 'plus'), needle('0.2 mm', 'plus'), needle('0.5 mm', 'minus')];
  expect(readHeatProblem(problemWith({ electrodes })).electrodes).toHaveLength(3);
});
