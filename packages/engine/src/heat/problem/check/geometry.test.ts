import { expect, test } from 'vitest';
import { problemsOf } from '../../../testing/problems.ts';
import { readHeatProblem } from '../read-heat-problem.ts';

const needle = (x: string, group: string, differs: object = {}): object => ({
  shape: 'needle',
  group,
  x,
  to: '1 mm',
  radius: '0.1 mm',
  ...differs,
});

const problemWith = (parts: object): object => ({
  kind: 'percuta heat problem',
  version: 1,
  title: 'Two needles',
  domain: { kind: 'block', width: '3 mm', breadth: '3 mm', depth: '2 mm', sides: {} },
  materials: {
    skin: {
      conductivity: '0.3 S/m',
      thermal_conductivity: '0.4 W/m/K',
      density: '1000 kg/m3',
      specific_heat: '3500 J/kg/K',
    },
  },
  layers: [{ material: 'skin' }],
  electrodes: [needle('-0.5 mm', 'plus'), needle('0.5 mm', 'minus')],
  generator: {
    frequency: '1 MHz',
    channels: [{ from: 'plus', to: 'minus', control: { voltage: '20 V' }, pulses: [{ on: '50 ms' }] }],
  },
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
        { material: 'skin', thickness: '3 mm' },
        { name: 'below', material: 'skin' },
      ],
    },
    { path: 'layers[1].thickness', problem: expect.stringContaining('leave nothing') },
  ],
  [
    'a layer without thickness above another',
    {
      layers: [
        { name: 'above', material: 'skin' },
        { material: 'skin', thickness: '2 mm' },
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
