import { deviceSheet, type DeviceId } from '@percuta/evidence';
import { describe, expect, test } from 'vitest';
import { readCase } from '../case/case.ts';
import { planCourse } from '../plan-course.ts';
import example from '../../../../examples/cheek-acne-scars/case.json' with { type: 'json' };
import type { Report } from './content.ts';
import { expectationSources } from './expectation/expectation-section.ts';
import { reportOf } from './report-of.ts';
import { riskSources } from './risks/risk-section.ts';

const manifest = {
  engineVersion: '0.1.0',
  seed: '1',
  draws: 256,
  inputHash: 'in',
  resultHash: 'out',
  stages: [{ name: 'skin', version: 1 }],
  overrides: [],
};
const run = { draws: 256, seed: 1, overrides: {} };

const report = (changes: object, devices: readonly DeviceId[] = ['skinpen_precision']): Report =>
  reportOf(
    planCourse(
      readCase({ ...example, devices: [...devices], ...changes }),
      devices.map((id) => deviceSheet(id)),
      run,
    ),
    manifest,
  );

const worked = (changes: object, devices?: readonly DeviceId[]) => {
  const result = report(changes, devices);
  if (result.status === 'refused') throw new Error('expected a plan that was worked out');
  return result;
};

describe('planned', () => {
  const planned = worked({});

  test('the answer comes in one sentence, with the context of use', () => {
    expect(planned.verdict).toMatch(
      /^Planned: \d+ of 1470 courses that can be set keep every limit and wish/,
    );
    expect(planned.contextOfUse).toContain('not a medical device');
  });

  test('the question is repeated in words', () => {
    const asked = new Map(planned.asked.map(({ label, value }) => [label, value]));
    expect(asked.get('Person')).toBe(
      '34 years, female, phototype IV, body mass index 22.5 kg/m², smoking: never',
    );
    expect(asked.get('Concern')).toContain('rolling 60\u202f%');
    expect(asked.get('Device')).toBe('SkinPen Precision (Crown/Bellus)');
    expect(asked.get('Wishes')).toContain('4 sessions');
  });

  test('every number of a course has its interval, but certain ones', () => {
    for (const { cells } of planned.shortlist) {
      for (const row of ['insertionDepth', 'puncturing', 'holes', 'dose', 'covered', 'bleeding'] as const) {
        expect(cells[row]).toMatch(/\(.+ to .+\)/);
      }
    }
  });

  test('nothing unprintable reaches the reader', () => {
    expect(JSON.stringify(planned)).not.toMatch(/NaN|Infinity|undefined|null|\[object/);
  });

  test('exactly one limit binds', () => {
    expect(planned.limits.filter(({ isBinding }) => isBinding)).toHaveLength(1);
  });

  test('the names of the regulation stand in the device section', () => {
    const labels = planned.devices.flatMap(({ facts }) => facts.map(({ label }) => label));
    expect(labels).toEqual(
      expect.arrayContaining([
        'Puncture rate',
        'Maximum penetration depth',
        'Penetration depth accuracy',
        'Maximum safe depth',
      ]),
    );
  });

  test('every source that is pointed at is numbered once', () => {
    const keys = [
      ...planned.shortlist.flatMap(({ evidenceSources }) => evidenceSources),
      ...planned.limits.flatMap(({ sources }) => sources),
      ...planned.devices.flatMap(({ facts }) => facts.flatMap(({ sources }) => sources)),
      ...planned.screening.flatMap(({ sources }) => sources),
      ...expectationSources(planned.expectation),
      ...riskSources(planned.risks),
    ].map(({ key }) => key);
    expect(planned.citations.map(({ key }) => key).sort()).toEqual([...new Set(keys)].sort());
    expect(planned.citations.map(({ number }) => number)).toEqual(planned.citations.map((_, i) => i + 1));
  });

  test('rejected courses are all counted', () => {
    const [, shown = '', total = ''] = /(\d+) of (\d+) courses/.exec(planned.verdict) ?? [];
    const counts = planned.rejected.map(({ count }) => count);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(Number(total) - Number(shown));
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });

  test('site defaults and unverified device facts are told as estimates, priors by influence', () => {
    expect(planned.estimates.map(({ read }) => read)).not.toContain(undefined);
    expect(planned.estimates.map(({ label }) => label)).toContain('Cheek / malar: dermis');
    expect(planned.estimates.map(({ label }) => label)).toContain(
      'SkinPen Precision (Crown/Bellus): needle diameter',
    );
    expect(planned.priors[0]?.name).toBe('rank.dermis');
  });

  test('what is not modelled says so and names the wish that could not be weighed', () => {
    const told = planned.notModelled.join(' ');
    for (const word of ['Healing', 'Appearance', 'Benefit', 'Downtime']) expect(told).toContain(word);
    expect(told).toContain('4 days');
  });
});

test('the risks of needles with current are told where such a device was asked for', () => {
  const { routes } = worked({}, ['skinpen_precision', 'morpheus8']).risks;
  expect(routes.map(({ name }) => name)).toEqual(['Needles alone', 'Radio-frequency needles']);
  expect(worked({}).risks.routes.map(({ name }) => name)).toEqual(['Needles alone']);
});

test('a roller carries its warning of tears', () => {
  const { shortlist } = worked({}, ['dermaroller_std']);
  expect(shortlist[0]?.warnings[0]).toMatch(/^Tears: in 100/);
});

test('a refused device is told with its reason beside one that is planned', () => {
  const result = worked({}, ['skinpen_precision', 'morpheus8']);
  expect(result.refusedDevices.map(({ because }) => because).join()).toContain(
    'its energy scale is not documented',
  );
});

test('an override is told with limit, value, reason and name, and marked at the limit', () => {
  const override = {
    limit: 'tip-leaves-dermis',
    value: '30 %',
    reason: 'ultrasound on the day',
    name: 'the treating physician',
  };
  const result = worked({ overrides: [override] });
  expect(result.overrides).toEqual([{ ...override, limit: 'Tips that pass through the dermis' }]);
  expect(result.limits.filter(({ isOverridden }) => isOverridden).map(({ bound }) => bound)).toEqual([
    'at most 30\u202f%',
  ]);
});

test('no safe plan: what binds and what would change it', () => {
  const result = worked({ limits: [{ limit: 'tip-leaves-dermis', value: '0.00001 %' }] });
  expect(result.status).toBe('no safe plan');
  expect(result.verdict).toMatch(/^No safe plan: none of the 1470 courses/);
  expect(result.shortlist).toEqual([]);
  expect(result.limits).toEqual([]);
  expect(result.rejected[0]?.wouldChange).toContain('shallower');
});

test('refused: the reasons, their sources, and the device by its name', () => {
  const result = report({ screening: { ...example.screening, 'isotretinoin-current': 'yes' } });
  if (result.status !== 'refused') throw new Error('expected a refusal');
  expect(result.verdict).toBe('Refused: 1 reason stops this plan before any course is worked out.');
  expect(result.reasons[0]?.about).toContain('isotretinoin');
  expect(result.citations[0]?.key).toBe(result.reasons[0]?.sources[0]?.key);
  expect(result.asked.find(({ label }) => label === 'Device')?.value).toBe(
    'SkinPen Precision (Crown/Bellus)',
  );
});

test('what was measured is told', () => {
  const measured = [{ layer: 'dermis', method: 'ultrasound', value: '1.5 mm', error: '0.1 mm' }];
  const result = worked({ measured });
  expect(result.skinBasis).toContain('what was measured');
  expect(result.skin.find(({ label }) => label === 'Dermis')?.note).toBe('measured');
  expect(result.asked.find(({ label }) => label === 'Measured')?.value).toBe(
    'dermis 1.5 mm ± 0.1 mm (ultrasound)',
  );
});
