import { expect, test } from 'vitest';
import { rfSettings, rfSheet } from '../../testing/rf.ts';
import { subjectWith } from '../../testing/subject.ts';
import { coolerEpidermis, lessBoiling } from './heat-remedies.ts';

const energy = (energy_per_needle: number, pulse = 0.1) => rfSettings({ energy_per_needle, pulse });

test('only what the device offers is a remedy', () => {
  const sheet = rfSheet();
  const hot = subjectWith({ sheet, settings: energy(0.04) });
  expect(coolerEpidermis(hot)).toBe('less energy, or a deeper setting');
  expect(lessBoiling(hot)).toBe('less energy');
  expect(lessBoiling(subjectWith({ sheet, settings: energy(0.04, 0.05) }))).toBe(
    'less energy, or a longer pulse',
  );
  const deepest = { ...energy(0.005), depth: 3e-3 };
  expect(coolerEpidermis(subjectWith({ sheet, settings: deepest }))).toBe(
    'another device: this one offers nothing gentler',
  );
});

test('depth is no remedy for needles that are bare up to the surface', () => {
  const sheet = rfSheet({ exposure: 'shaft', bare_tip: undefined });
  expect(coolerEpidermis(subjectWith({ sheet, settings: energy(0.04) }))).toBe(
    'less energy; the needles of this device are bare up to the surface, insulated ones spare it',
  );
});

test('a longer pulse of a set voltage heats more', () => {
  const sheet = rfSheet({ output: { voltage: { min: '10 V', max: '80 V' } } });
  const settings = { ...rfSettings(), rf: { voltage: 40, pulse: 0.05, pulses: 1 } };
  expect(lessBoiling(subjectWith({ sheet, settings }))).toBe('a lower voltage');
});
