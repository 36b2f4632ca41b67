import { expect, test } from 'vitest';
import { BadInput } from '../error.ts';
import { appear, appearanceStage } from './appear.ts';
import { healedTissue } from './testing/tissue.ts';
import { drawValues } from '../stage.ts';

const draws = drawValues(appearanceStage.parameters, 8, 1);
const ask = { route: 'needling', region: 'face', dermis: 1e-3, seed: 1 } as const;

test('one answer to every question, and the feel of the same tissue', () => {
  const { feel, reliefs } = appear(
    healedTissue([0, 0.05]),
    [
      { ...ask, lesion: 'icepick-scar' },
      { ...ask, lesion: 'visible-pore' },
    ],
    draws,
  );
  expect(reliefs.map(({ lesion, status }) => [lesion, status])).toEqual([
    ['icepick-scar', 'forecast'],
    ['visible-pore', 'not forecast'],
  ]);
  expect(feel.qualities.firmness.course.lasting).toHaveLength(feel.times.length);
});

test('a tissue that cannot be one is refused before anything is computed', () => {
  const tissue = { ...healedTissue([0]), times: new Float64Array(0) };
  expect(() => appear(tissue, [], draws)).toThrow(BadInput);
});
