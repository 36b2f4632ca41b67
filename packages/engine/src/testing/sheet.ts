import { readDeviceSheet, type DeviceSheet } from '@percuta/evidence';

/** A pen that is fully specified, with changes; null takes a field away. */
export const penSheet = (changes: Readonly<Record<string, unknown>> = {}): DeviceSheet =>
  sheetOf({
    id: 'test-pen',
    name: 'Test pen',
    class: 'pen',
    needle_count: 14,
    needle_diameter: '0.25 mm',
    tip_diameter: '8 um',
    cone_length: '0.75 mm',
    array_diameter: '5 mm',
    pitch: '1.2 mm',
    depth: { min: '0.25 mm', max: '2.5 mm', step: '0.25 mm' },
    depth_evaluated_max: '2.5 mm',
    dial_tolerance: '0.1 mm',
    stroke: '2.5 mm',
    frequency: { fixed: '117 Hz' },
    available_force: '5 N',
    ...changes,
  });

export const rollerSheet = (changes: Readonly<Record<string, unknown>> = {}): DeviceSheet =>
  sheetOf({
    id: 'test-roller',
    name: 'Test roller',
    class: 'roller',
    needle_count: 192,
    needle_diameter: '0.25 mm',
    tip_diameter: '8 um',
    cone_length: '0.75 mm',
    depth: { settings: ['0.5 mm', '1 mm', '1.5 mm'] },
    drum_diameter: '20 mm',
    drum_width: '20 mm',
    row_count: 8,
    needles_per_ring: 24,
    row_angle: '15 deg',
    available_force: '10 N',
    ...changes,
  });

export const stampSheet = (changes: Readonly<Record<string, unknown>> = {}): DeviceSheet =>
  sheetOf({
    id: 'test-stamp',
    name: 'Test stamp',
    class: 'stamp',
    needle_count: 36,
    needle_diameter: '0.25 mm',
    tip_diameter: '8 um',
    cone_length: '0.75 mm',
    tip_area: '100 mm2',
    depth: { settings: ['0.5 mm', '1 mm'] },
    available_force: '20 N',
    ...changes,
  });

export const sheetOf = (fields: Readonly<Record<string, unknown>>): DeviceSheet =>
  readDeviceSheet(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)));
