import { readFileSync } from 'node:fs';
import { chooseCourse, defaultRun, reportOf, reportManifestOf, type Report } from '@percuta/engine';
import { expect, test } from 'vitest';
import { planned } from '../../../compute/plan/planned.ts';
import { courseRests, harmRests, limitRests, sectionRests } from './rests-of.ts';

const file = new URL('../../../../../../examples/cheek-acne-scars/case.json', import.meta.url);
const { plan, manifest } = await planned(
  { document: JSON.parse(readFileSync(file, 'utf8')), sheets: [], emulators: [] },
  defaultRun,
);
const report = reportOf(plan, reportManifestOf(manifest));
const findings = (given: Report) => {
  if (given.status === 'refused') throw new RangeError('the example is planned');
  return given;
};
const { shortlist, risks } = findings(report);
const [first] = shortlist;
if (first === undefined) throw new RangeError('the example has a course');
const course = chooseCourse(plan, 'A');

test('every limit says its bound and either a work, a reason or how it was read', () => {
  const rests = limitRests(course);
  expect(rests).toHaveLength(course.margins.length);
  for (const { value, sources, read, note } of rests) {
    expect(value).toMatch(/^at (most|least) /);
    expect(sources.length > 0 || read !== undefined || note !== undefined).toBe(true);
  }
});

test('a course rests on the studies of its sessions, its binding limit and the sheet of its device', () => {
  const rests = courseRests(first, findings(report), course);
  expect(rests[0]?.sources).toEqual(first.evidenceSources);
  expect(rests[1]?.label.toLowerCase()).toBe(course.binding.title);
  expect(rests.map(({ label }) => label)).toContain('Needle diameter');
});

test('the section names its layers and every estimate of the atlas and the sheet', () => {
  const [skin, ...estimates] = sectionRests(findings(report));
  expect(skin?.label).toContain('Surface to fat');
  expect(estimates.every(({ read }) => read !== undefined)).toBe(true);
});

test('every count of a harm comes from a work', () => {
  for (const route of risks.routes) {
    const counted = route.harms.flatMap(({ here, elsewhere }) => [...here, ...elsewhere]);
    const rests = harmRests(route).slice(0, counted.length);
    expect(rests.every(({ sources }) => sources.length > 0)).toBe(true);
  }
});
