import { expect, test } from 'vitest';
import * as surface from './index.ts';

test('the package exports exactly these', () => {
  expect(Object.keys(surface).sort()).toEqual([
    'cellPopulations',
    'colour',
    'convergencePlot',
    'courseTimeline',
    'coveragePlot',
    'depthMaps',
    'doseFigure',
    'estimateText',
    'expectationOverTime',
    'feelOverTime',
    'forestPlot',
    'funnelPlot',
    'gradeTable',
    'heatCourses',
    'heatSection',
    'iconArray',
    'levelWords',
    'limitBars',
    'linePlot',
    'matrixCourses',
    'minutesToMonths',
    'namedTimes',
    'needleCurrents',
    'observedOrder',
    'predictionBands',
    'rangeText',
    'reliefStrip',
    'sans',
    'skinSection',
    'standAlone',
    'tokens',
    'tradeOff',
  ]);
});
