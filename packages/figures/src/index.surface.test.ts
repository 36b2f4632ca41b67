import { expect, test } from 'vitest';
import * as surface from './index.ts';

test('the package exports exactly these', () => {
  expect(Object.keys(surface).sort()).toEqual([
    'colour',
    'convergencePlot',
    'courseTimeline',
    'coveragePlot',
    'estimateText',
    'feelOverTime',
    'forestPlot',
    'funnelPlot',
    'gradeTable',
    'iconArray',
    'levelWords',
    'limitBars',
    'observedOrder',
    'rangeText',
    'reliefStrip',
    'sans',
    'skinSection',
    'standAlone',
    'tokens',
    'tradeOff',
  ]);
});
