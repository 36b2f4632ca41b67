import { quantity } from '@percuta/quantity';
import { z } from 'zod';
import spectraFile from '../../data/heat/spectra.json' with { type: 'json' };
import { once } from '../once.ts';
import { readSchema, sourcesSchema, textSchema } from '../provenance/schemas.ts';

const spectrumSchema = z.strictObject({
  id: textSchema,
  /** Relative permittivity far above every dispersion. */
  limit: z.number().positive(),
  dispersions: z.array(
    z.strictObject({
      strength: z.number().min(0),
      time: quantity('time', { shown: 'us', exclusiveMin: '0 s' }),
      broadening: z.number().min(0).max(1),
    }),
  ),
  /** Ionic conductivity. */
  ionic: quantity('conductivity', { shown: 'S/m', min: '0 S/m' }),
  note: textSchema.optional(),
  read: readSchema,
  sources: sourcesSchema,
});

/**
 * The Cole-Cole spectrum of one tissue: relative permittivities (no unit), relaxation times in s, ionic
 * conductivity in S/m. Fields: `spectrumSchema`.
 */
export type SpectrumRecord = z.output<typeof spectrumSchema>;

/** Cole-Cole spectra of tissues from 10 Hz to 100 GHz; SI. */
export const spectra = once((): readonly SpectrumRecord[] => z.array(spectrumSchema).parse(spectraFile));
