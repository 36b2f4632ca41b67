import { quantity } from '@percuta/quantity';
import { z } from 'zod';
import { duration, name, size } from './amount.ts';
import { domainWire } from './domain-wire.ts';
import { electrodeWire, moveWire } from './electrode-wire.ts';
import { generatorWire } from './generator-wire.ts';
import { kineticsWire } from './kinetics-wire.ts';
import { materialWire } from './material-wire.ts';
import { outputsWire } from './output-wire.ts';
import { historyWire, initialWire, sourceWire } from './source-wire.ts';

const layer = z.strictObject({
  name: name.optional().describe('as its material when left out'),
  thickness: size('the last layer may be left without: it fills the domain').optional(),
  material: name.describe('name of a material'),
});

const settled = z.strictObject({
  least: duration('after the last pulse and source').prefault('3 s'),
  growth: quantity('fraction', {
    shown: '%',
    exclusiveMin: '0 %',
    description: 'no damage near 1 would still grow by more than this share of itself',
  }).prefault('1 %'),
  most: duration('after the last pulse and source').prefault('60 s'),
});

const end = z
  .union([
    z.enum(['potential', 'steady']),
    z.strictObject({ at: duration('from the start') }),
    z.strictObject({ settled }),
  ])
  .describe('potential = no time, only currents and impedances; steady = the state that no longer changes');

/** The researcher's document: any problem of current and heat that the solver can take, without a skin. */
export const heatProblemSchema = z.strictObject({
  kind: z.literal('percuta heat problem'),
  version: z.literal(1),
  title: z.string().min(1),
  note: z.string().optional(),
  domain: domainWire.optional().describe('left out where only histories are asked for'),
  materials: z.record(name, materialWire).default({}),
  layers: z.array(layer).max(1000).default([]).describe('by depth; by radius in a cylinder or sphere'),
  electrodes: z.array(electrodeWire).max(1000).default([]),
  moves: z.array(moveWire).max(1000).default([]),
  sources: z.array(sourceWire).max(1000).default([]),
  generator: generatorWire.optional(),
  initial: initialWire.prefault('37 °C').describe('37 °C when left out'),
  end: end.prefault({ settled: {} }).describe('settled when left out'),
  step: duration('longest time step').optional(),
  kinetics: z.array(kineticsWire).max(100).default([]).describe('names, or sets of your own'),
  histories: z.array(historyWire).max(1000).default([]),
  outputs: outputsWire.default({ resistances: [], probes: [], fields: [], contours: [] }),
});

/**
 * A heat problem after its file was read, with defaults filled in: SI numbers. Fields: `heatProblemSchema`, and as
 * written in a file docs/generated/heat-problem-fields.md.
 */
export type HeatProblemDocument = z.output<typeof heatProblemSchema>;
