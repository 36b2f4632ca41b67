import { describe, expect, test } from 'vitest';
import { validateHeat } from '../measured/validate-heat.ts';
import { measurementsOfPublished } from './measurements-of-published.ts';
import { readingOf } from './reading.ts';
import { settingOf } from './setting.ts';

const liver = {
  tissue: 'bovine liver ex vivo',
  settings: {
    mode: 'monopolar, temperature-controlled',
    gauge: { values: [22, 16], unit: 'gauge' },
    tip_length: { values: [5, 10], unit: 'mm' },
    set_temperature: { values: [70, 80], unit: 'C' },
    time: { values: [1, 2], unit: 'min' },
  },
};

const target = (id: string, quantity: string, more: object = {}) => ({
  id,
  ...liver,
  measured: [{ quantity, kind: 'numeric', value: 1, unit: '1' }],
  ...more,
});

const caseOf = (quantity: string, more: object = {}) => {
  const { cases, records } = measurementsOfPublished({ targets: [target('X-1', quantity, more)] });
  return { given: cases[0], record: records[0] };
};

describe('words of a quantity', () => {
  test.each([
    [
      'lesion width ratio 16 ga / 22 ga at 80 C, 2 min',
      'ratio',
      [
        { diameter: '1.651 mm', held: '80 °C', time: '2 min' },
        { diameter: '0.718 mm', held: '80 °C', time: '2 min' },
      ],
    ],
    ['lesion width ratio 2 min / 1 min', 'ratio', [{ time: '2 min' }, { time: '1 min' }]],
    [
      'difference of lesion length between 10 mm tip and 5 mm tip',
      'difference',
      [{ exposed: '10 mm' }, { exposed: '5 mm' }],
    ],
    ['ablation diameter at 90 C, 120 s', 'alone', [{ held: '90 °C', time: '120 s' }]],
    ['temperature at 8 mm from electrode at end of 12 min', 'alone', [{ time: '12 min' }]],
  ])('%s', (words, how, sides) => {
    expect(readingOf(words)).toMatchObject({ how, sides });
  });

  test.each([
    ['lesion short axis', 'width'],
    ['minor-axis of the zone', 'width'],
    ['long axis of the ablation', 'length'],
  ])('%s is its %s', (words, extent) => {
    expect(readingOf(words)?.of).toEqual({ extent });
  });

  test('name nothing that a zone of heat gives', () => {
    expect(readingOf('OCT-visible micropore depth')).toBeUndefined();
    expect(readingOf('pain')).toBeUndefined();
  });
});

test('settings are one value, those that were used, or a range', () => {
  const settings = {
    a: { value: 22, unit: 'gauge' },
    b: { values: [1, 2], unit: 'mm' },
    c: { min: 60, max: 80, unit: 'C' },
    d: 'high',
  };
  expect(settingOf(settings, 'a')).toEqual({ value: '0.718 mm' });
  expect(settingOf(settings, 'missing', 'b')).toEqual({ one_of: ['1 mm', '2 mm'] });
  expect(settingOf(settings, 'c')).toEqual({ from: '60 °C', to: '80 °C' });
  expect(settingOf(settings, 'd')).toBeUndefined();
  expect(() => settingOf({ a: { value: 8, unit: 'gauge' } }, 'a')).toThrow('gauge 8');
});

describe('a record as a case', () => {
  test('what is compared is set, what was varied is drawn, what is missing is told', () => {
    const { given, record } = caseOf('lesion width ratio 16 ga / 22 ga at 80 C, 2 min');
    expect(given?.runs).toMatchObject({
      first: { diameter: '1.651 mm', held: '80 °C' },
      second: { diameter: '0.718 mm' },
    });
    expect(given?.draws).toMatchObject({
      exposed: { one_of: ['5 mm', '10 mm'] },
      liver: { from: '0.15 S/m', to: '0.45 S/m' },
    });
    expect(given?.draws).not.toHaveProperty('diameter');
    expect(record?.sampled).toContain('conductivity of liver 0.15 S/m to 0.45 S/m');
  });

  test('a needle in skin by its energy, with the power that puts it in over the pulse', () => {
    const { given } = caseOf('width of the coagulation column (H&E)', {
      tissue: 'human skin ex vivo',
      settings: {
        mode: 'bipolar insulated microneedles',
        needle_diameter: { value: 250, unit: 'um' },
        depth: { value: 1.5, unit: 'mm' },
        energy_per_pin: { value: 40, unit: 'mJ' },
        pulse_duration: { value: 100, unit: 'ms' },
      },
    });
    expect(given?.runs['first']).toMatchObject({ rate: '0.4 W', energy: '40 mJ', depth: '1.5 mm' });
    expect(given?.predicts[0]).toMatchObject({ stained: true, is: { extent: 'width' } });
  });

  test.each([
    [{ settings: { mode: 'monopolar needle' } }, 'temperature, power, current or voltage; time'],
    [{ tissue: 'chalk' }, 'a medium whose properties are known'],
    [{ settings: { ...liver.settings, mode: 'bipolar parallel cannulae' } }, 'places of its electrodes'],
    [{ tissue: 'human skin', settings: { mode: 'bipolar microneedles' } }, 'depth of the needle'],
    [{ settings: { mode: 'laser' } }, 'a set-up of needles'],
    [
      { measured: [{ quantity: 'finding', kind: 'categorical', outcome: 'wider' }] },
      'a number that was measured',
    ],
  ])('lacks %o', (more, lacks) => {
    const { given, record } = caseOf('lesion width', more);
    expect(given).toBeUndefined();
    expect(record?.lacks?.join()).toContain(lacks);
    expect(record?.use).toBe('cannot be simulated');
  });
});

const burn = (id: string, celsius: number, seconds: number) => ({
  id,
  tissue: 'pig skin in vivo',
  settings: { surface_temperature: { value: celsius, unit: 'C' } },
  measured: [{ quantity: 'time to transepidermal necrosis', value: seconds, unit: 's' }],
});

test('a file of publications is predicted: the needle twice as thick makes the wider zone, a held surface burns sooner when hotter', () => {
  const { comparisons, notSimulated } = validateHeat(
    {
      targets: [
        target('W', 'lesion width ratio 16 ga / 22 ga at 80 C, 1 min'),
        burn('B51', 51, 240),
        burn('B55', 55, 30),
        target('Q', 'colour of the lesion'),
      ],
    },
    { draws: 2, seed: 1 },
  );
  const median = (id: string): number => comparisons.find((each) => each.id === id)?.median ?? NaN;
  expect(median('W')).toBeGreaterThan(1.1);
  expect(median('W')).toBeLessThan(2.3);
  expect(median('B55')).toBeLessThan(median('B51'));
  expect(notSimulated).toEqual([{ id: 'Q', lacks: [expect.stringContaining('colour')] }]);
});

const generatorOf = (settings: object): unknown => {
  const { given } = caseOf('width of the zone', {
    tissue: 'porcine skin in vivo',
    settings: {
      mode: 'bipolar',
      needle_length: { value: 1.5, unit: 'mm' },
      power: { value: 10, unit: 'W' },
      duration: { value: 100, unit: 'ms' },
      ...settings,
    },
  });
  return given?.document['generator'];
};

test.each([
  [{ pairs: { value: 1, unit: 'count' } }, '{0.5 * power}'],
  [{ needles: { value: 25, unit: 'count' } }, '{0.04 * power}'],
])('of the power of a number of needles one has its share', (settings, power) => {
  expect(generatorOf(settings)).toMatchObject({ channels: [{ control: { power } }] });
  expect(generatorOf({})).toBeUndefined();
});
