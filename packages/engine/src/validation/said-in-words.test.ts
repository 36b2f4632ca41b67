import { expect, test } from 'vitest';
import { conditionsOf, siteInWords } from './said-in-words.ts';

const row = (more: object) => ({ id: 'R', conditions: {}, measured: [{ quantity: 'depth' }], ...more });

test('of several values the measurement takes the one that its words name', () => {
  const given = row({ conditions: { tip_diameter: { values: [5, 37], unit: 'um' } } });
  expect(conditionsOf(given, { quantity: 'force, tip 37 um' })).toEqual({
    tip_diameter: { value: 37, unit: 'um' },
  });
  expect(conditionsOf(given, { quantity: 'force, tip 137 um' })).toEqual(given.conditions);
});

test('words add what numbers leave out, and never replace them', () => {
  const given = row({
    settings: 'polymer cones',
    recalled_fields: ['base width 300 um', 'needle height 600 um'],
    conditions: { needle_base: '250 um' },
  });
  expect(conditionsOf(given, { quantity: 'depth' })).toEqual({
    needle_length: '600 um',
    needle_base: '250 um',
    cone_length: '600 um',
  });
});

test('a site in words', () => {
  expect(siteInWords('human forearm-type site in vivo')).toBe('forearm');
  expect(siteInWords('mouse ear')).toBeUndefined();
});
