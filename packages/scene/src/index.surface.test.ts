import { expect, test } from 'vitest';
import * as surface from './index.ts';

test('the package exports exactly these', () => {
  expect(Object.keys(surface).sort()).toEqual([
    'courseAt',
    'createBlock',
    'cssOf',
    'describeBlock',
    'extent',
    'eyeOf',
    'facePlace',
    'firstOrbit',
    'framing',
    'healColours',
    'healFieldAt',
    'healPlace',
    'healQuantities',
    'heatBands',
    'heatColours',
    'heatFieldAt',
    'layerKinds',
    'levelSurface',
    'logDamageOf',
    'meanCourse',
    'orbitAfter',
    'packDamage',
    'packTemperature',
    'paintFace',
    'prepareFace',
    'project',
    'readStencil',
    'scenePoint',
    'seriesColour',
    'stencilFor',
    'temperatureOf',
    'turned',
  ]);
});
