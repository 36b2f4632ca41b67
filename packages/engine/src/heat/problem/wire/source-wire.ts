import { quantity } from '@percuta/quantity';
import { exp } from '@percuta/numerics';
import { z } from 'zod';
import type { Blob, Course, History, Initial, Piece, Source, SourceShape } from '../heat-problem.ts';
import { coordinate, depth, duration, instant, name, point, positive, size, temperature } from './amount.ts';

const common = {
  name: name.optional().describe('source-1, source-2, ... when left out'),
  on: z
    .array(z.strictObject({ from: instant('begin'), to: duration('end') }))
    .min(1)
    .max(1e4)
    .optional()
    .describe('when it is on; left out = always'),
};

const uniform = z.strictObject({
  kind: z.literal('uniform'),
  ...common,
  density: quantity('power-density', { shown: 'MW/m3' }),
  layer: name.optional().describe('name of a layer; everywhere when left out'),
});
const pointSource = z.strictObject({
  kind: z.literal('point'),
  ...common,
  at: point,
  power: quantity('power', { shown: 'mW' }),
});
const line = z.strictObject({
  kind: z.literal('line'),
  ...common,
  x: coordinate('of the line').prefault('0 mm'),
  y: coordinate('of the line').prefault('0 mm'),
  from: depth('upper end').optional(),
  to: depth('lower end; both left out = through the whole domain').optional(),
  power_per_length: quantity('line-power', { shown: 'W/m' }),
});
const plane = z.strictObject({
  kind: z.literal('plane'),
  ...common,
  z: depth('of the plane'),
  power_per_area: quantity('heat-flux', { shown: 'W/m2' }),
});
const gaussian = z.strictObject({
  kind: z.literal('gaussian'),
  ...common,
  centre: point,
  deviation: size('standard deviation'),
  peak: quantity('power-density', { shown: 'MW/m3' }),
});

/** Heat from elsewhere than the current. Negative amounts are sinks. */
export const sourceWire = z.discriminatedUnion('kind', [uniform, pointSource, line, plane, gaussian]);
type SourceWire = z.output<typeof sourceWire>;

export const sourceOf = (given: SourceWire, index: number): Source => ({
  name: given.name ?? `source-${index + 1}`,
  on: given.on ?? [{ from: 0, to: Infinity }],
  ...sourceShapeOf(given),
});

const sourceShapeOf = (given: SourceWire): SourceShape => {
  switch (given.kind) {
    case 'uniform':
      return { kind: 'uniform', density: given.density, layer: given.layer };
    case 'point':
      return { kind: 'point', at: given.at, power: given.power };
    case 'line':
      return {
        kind: 'line',
        x: given.x,
        y: given.y,
        from: given.from ?? -Infinity,
        to: given.to ?? Infinity,
        powerPerLength: given.power_per_length,
      };
    case 'plane':
      return { kind: 'plane', z: given.z, powerPerArea: given.power_per_area };
    case 'gaussian':
      return { kind: 'gaussian', centre: given.centre, deviation: given.deviation, peak: given.peak };
  }
};

const blob = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('gaussian'),
    centre: point,
    deviation: size('standard deviation'),
    peak: quantity('temperature-difference', { shown: 'K', description: 'added in the middle' }),
  }),
  z.strictObject({
    kind: z.literal('energy'),
    at: point,
    energy: positive('energy', 'mJ', '0 J', 'put in at one point before the start'),
  }),
]);

/** Temperature at the start. */
export const initialWire = z.union([
  temperature('everywhere'),
  z.strictObject({
    temperature: temperature('where nothing else is said'),
    layers: z.record(name, temperature('of this layer')).optional(),
    profile: z
      .array(z.tuple([depth('position'), temperature('there')]))
      .min(2)
      .max(1e4)
      .optional()
      .describe('along depth (radius in a cylinder or sphere), linear between its points'),
    blobs: z.array(blob).max(1000).optional(),
  }),
]);

export const initialOf = (given: z.output<typeof initialWire>): Initial => {
  if (typeof given === 'number') return { temperature: given, layers: {}, profile: undefined, blobs: [] };
  const { profile } = given;
  return {
    temperature: given.temperature,
    layers: given.layers ?? {},
    profile:
      profile === undefined
        ? undefined
        : { positions: profile.map(([at]) => at), temperatures: profile.map(([, T]) => T) },
    blobs: (given.blobs ?? []).map((each): Blob => each),
  };
};

const piece = z.union([
  z.strictObject({ to: temperature('reached in a straight line'), in: duration('within') }),
  z.strictObject({ hold: duration('at the temperature reached') }),
  z.strictObject({
    towards: temperature('approached exponentially'),
    time_constant: duration('of the approach'),
    for: duration('how long'),
  }),
]);

/** A prescribed course of temperature; it needs no domain. */
export const historyWire = z.strictObject({
  name,
  kinetics: z.array(name).min(1).describe('names of kinetics sets'),
  start: temperature('at the start'),
  pieces: z.array(piece).min(1).max(1e4).describe('one after the other'),
});

export const historyOf = (given: z.output<typeof historyWire>): History => ({
  name: given.name,
  kinetics: given.kinetics,
  course: courseOf(given),
});

const courseOf = ({ start, pieces }: z.output<typeof historyWire>): Course => {
  let reached = start;
  const laid = pieces.map((given): Piece => {
    if ('hold' in given) return { kind: 'linear', to: reached, duration: given.hold };
    if ('to' in given) {
      reached = given.to;
      return { kind: 'linear', to: given.to, duration: given.in };
    }
    const { towards, time_constant: time, for: lasting } = given;
    reached = approach(reached, towards, lasting / time);
    return { kind: 'exponential', towards, time, duration: lasting };
  });
  return { start, pieces: laid };
};

const approach = (from: number, towards: number, times: number): number =>
  towards + (from - towards) * exp(-times);
