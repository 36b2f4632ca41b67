import { z } from 'zod';
import materialFile from '../../data/atlas/material.json' with { type: 'json' };
import { once } from '../once.ts';
import { measurementSchema, type Measurement } from './measurement.ts';

/** Properties of skin that no source splits by site. */
export const materialMeasurements = once((): readonly Measurement[] =>
  z.array(measurementSchema).parse(materialFile),
);
