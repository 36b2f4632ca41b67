import { quantity, type Dimension, type QuantityCodec, type QuantityOptions } from '@percuta/quantity';
import { z } from 'zod';

/** Quantities as the parts of a heat problem write them, with the bounds that each has everywhere. */
export const length = (description: string, bounds: Partial<QuantityOptions> = {}): QuantityCodec<'length'> =>
  quantity('length', { shown: 'mm', description, ...bounds });

/** A length above 0. */
export const size = (description: string): QuantityCodec<'length'> =>
  length(description, { exclusiveMin: '0 mm', max: '10 m' });

/** Coordinates may be negative. */
export const coordinate = (description: string): QuantityCodec<'length'> =>
  length(description, { min: '-10 m', max: '10 m' });

export const depth = (description: string): QuantityCodec<'length'> =>
  length(description, { min: '-10 m', max: '10 m' });

export const temperature = (description: string): QuantityCodec<'temperature'> =>
  quantity('temperature', { shown: '°C', exclusiveMin: '0 K', max: '5000 K', description });

export const duration = (description: string): QuantityCodec<'time'> =>
  quantity('time', { shown: 's', exclusiveMin: '0 s', description });

export const instant = (description: string): QuantityCodec<'time'> =>
  quantity('time', { shown: 's', min: '0 s', description });

export const frequency = (description: string): QuantityCodec<'frequency'> =>
  quantity('frequency', { shown: 'MHz', exclusiveMin: '0 Hz', max: '100 MHz', description });

/** Any quantity above 0. */
export const positive = <D extends Dimension>(
  dimension: D,
  shown: string,
  zero: string,
  description: string,
): QuantityCodec<D> => quantity(dimension, { shown, exclusiveMin: zero, description });

export const name = z.string().min(1).max(100);

export const point = z
  .strictObject({
    x: coordinate('along the surface; the radius in axisymmetric domains, cylinders and spheres').prefault(
      '0 mm',
    ),
    y: coordinate('along the surface').prefault('0 mm'),
    z: depth('depth').prefault('0 mm'),
  })
  .describe('what is left out is 0');
