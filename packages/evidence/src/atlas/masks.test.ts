import { expect, test } from 'vitest';
import { masks, masksFor } from './masks.ts';
import { siteIds } from './site-ids.ts';

const ids = (...asked: Parameters<typeof masksFor>): string[] => masksFor(...asked).map(({ id }) => id);

test('needles keep out of the rim of the eye wherever a site borders on it, by the label', () => {
  for (const site of ['temple', 'periorbital_crows_feet', 'cheek'] as const) {
    const rim = masksFor(site, ['needling']).find(({ id }) => id === 'orbital-rim');
    expect(rim).toMatchObject({ read: 'label or registry', sources: [{ key: 'skinpen-label' }] });
  }
  expect(ids('abdomen', ['needling'])).toEqual(['mole-tattoo']);
});

test('current adds nerves and metal, and tells a place once with the better known reason', () => {
  expect(ids('chin', ['needling'])).toEqual(['lip-red', 'mole-tattoo']);
  expect(ids('chin', ['needling', 'rf'])).toEqual(['lip-red', 'mole-tattoo-current', 'metal', 'mental-exit']);
});

test('every site has some, and no id stands twice', () => {
  for (const site of siteIds) expect(masksFor(site, ['needling']).length).toBeGreaterThan(0);
  expect(new Set(masks().map(({ id }) => id)).size).toBe(masks().length);
});
