import { createRandom } from '@percuta/numerics';
import { expect, test } from 'vitest';
import { caseWith } from '../testing/case.ts';
import { problemsOf } from '../testing/problems.ts';
import { areaLeftOut, mostTreated, treatedArea, type Exclusion } from './exclusions.ts';
import { readCase, writeCase } from './case.ts';
import { caseOfZone, readProtocol } from './protocol.ts';

const leaving = (exclusions: readonly object[], ...more: string[]) =>
  caseWith(`site.exclusions=${JSON.stringify(exclusions)}`, ...more);
const mole = { reason: 'mole', area: '3 cm2' };

test('exclusions are read into SI and survive writing', () => {
  const given = leaving([{ ...mole, error: '0.2 cm2', margin: '2 mm' }]);
  expect(given.site.exclusions).toEqual([{ reason: 'mole', area: 0.0003, error: 0.00002, margin: 0.002 }]);
  expect(readCase(JSON.parse(JSON.stringify(writeCase(given))))).toEqual(given);
});

test('a case without exclusions treats its whole area, to the bit', () => {
  const { site } = caseWith();
  expect(treatedArea(site)).toEqual({ value: site.area, error: 0 });
  expect(mostTreated(site)).toBe(site.area);
  expect('exclusions' in site).toBe(false);
});

test('a margin leaves out a rim round a disc of the area', () => {
  const [radius, margin] = [0.01, 0.002];
  expect(areaLeftOut({ area: Math.PI * radius ** 2, margin })).toBeCloseTo(
    Math.PI * (radius + margin) ** 2,
    15,
  );
});

test('errors add up in squares, each times the slope of its margin', () => {
  const one: Exclusion = { reason: 'mole', area: 0.0003, error: 0.00003, margin: 0.002 };
  const step = 1e-9;
  const slope =
    (areaLeftOut({ ...one, area: one.area + step }) - areaLeftOut({ ...one, area: one.area - step })) /
    (2 * step);
  const { error } = treatedArea({ area: 0.01, exclusions: [one, one] });
  expect(error).toBeCloseTo(Math.SQRT2 * slope * 0.00003, 9);
});

test('for any exclusions what is treated is within the area, and falls with every one, its area and its margin', () => {
  const random = createRandom(7).next;
  for (let trial = 0; trial < 500; trial++) {
    const area = 0.5e-4 + 0.05 * random();
    const list: Exclusion[] = [];
    let before = area;
    for (let i = 0; i < 6; i++) {
      const one: Exclusion = { reason: 'mole', area: 0.01 * random(), margin: 0.01 * random() };
      list.push(one);
      const { value } = treatedArea({ area, exclusions: list });
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(before);
      const wider = { ...one, margin: (one.margin ?? 0) + 0.001 };
      const larger = { ...one, area: one.area + 1e-5 };
      for (const more of [wider, larger]) {
        expect(treatedArea({ area, exclusions: [...list.slice(0, -1), more] }).value).toBeLessThanOrEqual(
          value,
        );
      }
      expect(mostTreated({ area, exclusions: list })).toBeLessThanOrEqual(area);
      before = value;
    }
  }
});

test.each([
  [
    'larger than the area',
    [{ ...mole, area: '60 cm2' }],
    'site.exclusions[0].area',
    /at most 39.5 cm2/,
    /leave out less/,
  ],
  [
    'together larger',
    [mole, { ...mole, area: '37 cm2' }],
    'site.exclusions[1].area',
    /at most 36.5 cm2/,
    /leave out less/,
  ],
  [
    'larger with its margin',
    [{ ...mole, area: '38 cm2', margin: '5 mm' }],
    'site.exclusions[0].area',
    /with its margin/,
    /leave out less/,
  ],
  ['other without words', [{ ...mole, reason: 'other' }], 'site.exclusions[0].note', /^$/, /say what/],
  [
    'an error above the area',
    [{ ...mole, error: '4 cm2' }],
    'site.exclusions[0].error',
    /at most 3 cm2/,
    /0.3 cm2/,
  ],
  [
    'a reason nobody knows',
    [{ ...mole, reason: 'moles' }],
    'site.exclusions[0].reason',
    /mole/,
    /did you mean "mole"/,
  ],
  [
    'a negative area',
    [{ ...mole, area: '-3 cm2' }],
    'site.exclusions[0].area',
    /0.01 cm2 to 5000/,
    /write for example/,
  ],
  ['no entry', [], 'site.exclusions', /at least 1/, /change/],
])('%s is one error with place, range and remedy', (_, exclusions, path, allowed, remedy) => {
  const [problem, ...others] = problemsOf(() => leaving(exclusions));
  expect(others).toEqual([]);
  expect(problem?.path).toBe(path);
  expect(problem?.remedy).toMatch(remedy);
  expect(problem?.allowed ?? '').toMatch(allowed);
});

test('what is left out cannot be touched as well', () => {
  const [problem, ...others] = problemsOf(() => leaving([mole], 'site.touches[0]=mole'));
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ path: 'site.touches[0]', remedy: expect.stringMatching(/take it out/) });
});

const protocolWith = (zone: object) =>
  readProtocol({
    kind: 'percuta protocol',
    version: 1,
    title: 'Cheek',
    case: writeCase(leaving([mole])),
    device: { id: 'skinpen_precision', depth: '0.5 mm', passes: 2, hand_speed: '20 mm/s' },
    zones: [{ name: 'all', ...zone }],
    sessions: ['0 days'],
  });

test.each([
  ['the case leaves out', {}, 3],
  ['the zone leaves out', { exclusions: [{ ...mole, area: '5 cm2' }] }, 5],
  ['an area of its own has', { area: '20 cm2' }, 0],
  ['another site has', { site: 'forehead' }, 0],
])('a zone of a protocol leaves out what %s', (_, zone, square) => {
  const protocol = protocolWith(zone);
  const { site } = protocol.zones.map((one) => caseOfZone(protocol, one))[0] ?? protocol.case;
  expect(site.area - treatedArea(site).value).toBeCloseTo(square * 1e-4, 12);
});

test('a zone of a protocol that leaves out more than it has is refused by its place', () => {
  const [problem] = problemsOf(() =>
    protocolWith({ area: '4 cm2', exclusions: [{ ...mole, area: '4 cm2' }] }),
  );
  expect(problem).toMatchObject({ path: 'zones[0].exclusions[0].area', given: '"4 cm2"' });
});
