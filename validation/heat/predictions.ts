import { readFileSync } from 'node:fs';
import { engineVersion, hashOf, validateHeat } from '@percuta/engine';

const text = (): unknown => JSON.parse(readFileSync(new URL('measurements.json', import.meta.url), 'utf8'));

/** What predictions belong to: the records, the cases, the draws. */
export const draws = { draws: 6, seed: 1 } as const;
export const hashOfMeasurements = (): string => hashOf({ measurements: text(), draws });

/** Every record that has a case beside its prediction. Takes minutes. */
export const predictions = (): unknown => ({
  engine: engineVersion,
  hash: hashOfMeasurements(),
  ...draws,
  ...validateHeat(text(), draws),
});
