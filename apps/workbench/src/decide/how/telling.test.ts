import { getFixedT, init } from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import decide from '../words.en.json' with { type: 'json' };
import { phasesOf } from './phases.ts';
import { moments } from './moments.ts';
import { block } from './stored.ts';
import { phaseWords } from './telling.ts';

const { now, needlesIn } = decide.how;
const said = (time: number): string => phaseWords(time, getFixedT('en', 'decide'));
const endOfBuilding = phasesOf(block).find(({ phase }) => phase === 'building')?.to ?? Number.NaN;

beforeAll(async () => {
  await init({ lng: 'en', resources: { en: { decide } } });
});

test('builders are at work until the run has proliferation end, and from there on it is remodelling', () => {
  expect(said(0.999 * endOfBuilding)).toBe(now.building);
  expect(said(1.001 * endOfBuilding)).toBe(now.ordering);
  expect(now.ordering).toMatch(/^Building has ended;/);
});

test('moment by moment: what goes on after a visit', () => {
  expect(moments.map(([time, name]) => [name, said(time)])).toEqual([
    ['in', needlesIn],
    ['clot', `${now.open} ${now.clearing}`],
    ['hour', `${now.open} ${now.clearing}`],
    ['first', `${now.open} ${now.clearing}`],
    ['third', `${now.open} ${now.clearing} ${now.building}`],
    ['week', `${now.clearing} ${now.building}`],
    ['month', now.building],
    ['half', now.building],
    ['year', now.ordering],
  ]);
});
