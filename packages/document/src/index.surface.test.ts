import { expect, test } from 'vitest';
import * as surface from './index.ts';

test('the package exports exactly these', () => {
  expect(Object.keys(surface).sort()).toEqual([
    'figuresOfZone',
    'heatFigures',
    'renderCourse',
    'renderPlan',
    'renderReport',
    'renderSimulation',
  ]);
});
