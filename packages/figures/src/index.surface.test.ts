import { expect, test } from 'vitest';
import * as surface from './index.ts';

test('the package exports exactly these', () => {
  expect(Object.keys(surface).sort()).toEqual([
    'colour',
    'courseTimeline',
    'coveragePlot',
    'estimateText',
    'feelOverTime',
    'forestPlot',
    'funnelPlot',
    'gradeTable',
    'heatCourses',
    'heatSection',
    'iconArray',
    'levelWords',
    'limitBars',
    'needleCurrents',
    'rangeText',
    'reliefStrip',
    'sans',
    'skinSection',
    'standAlone',
    'tokens',
    'tradeOff',
  ]);
});
