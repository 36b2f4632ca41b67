import { beforeAll, expect, test } from 'vitest';
import { heatMadeUp } from '../testing/heat.ts';
import { heatCourses } from './heat-courses.ts';
import type { HeatFigureInput } from './heat-input.ts';
import { heatSection } from './heat-section.ts';
import { needleCurrents } from './needle-currents.ts';

let input: HeatFigureInput;
beforeAll(() => {
  input = heatMadeUp();
}, 60_000);

const drawings = { heatSection, heatCourses, needleCurrents };

test.each([
  ['heatSection', 708],
  ['heatSection', 304],
  ['heatCourses', 708],
  ['heatCourses', 304],
  ['needleCurrents', 708],
  ['needleCurrents', 304],
] as const)('%s at %d px holds numbers only, within its frame, and names the device', (name, width) => {
  const { svg, title, sentence } = drawings[name](input, { id: 'heat', width });
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  expect(svg).toContain(`viewBox="0 0 ${width} `);
  expect(title).toContain('Test RF (hypothetical)');
  expect(sentence).toMatch(/\d/);
});

test('the section shows both zones, isotherms and both poles', () => {
  const { svg, sentence } = heatSection(input, { id: 'heat', width: 708 });
  expect(svg).toContain('>collagen coagulates<');
  expect(svg).toContain('45 °C<');
  expect(svg).toContain('>+<');
  expect(svg).toContain('>\u2212<');
  expect(sentence).toMatch(/coagulation from 0\.\d+ mm to \d/);
});

test('the same input gives the same text', () => {
  const options = { id: 'heat', width: 708 };
  expect(heatSection(input, options).svg).toBe(heatSection(input, options).svg);
});

test('a disc for every needle', () => {
  expect(needleCurrents(input, { id: 'heat', width: 304 }).svg.match(/<circle/g)).toHaveLength(4);
});
