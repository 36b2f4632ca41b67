import { centralDraw, stages } from '../ensemble.ts';
import { hashOf } from '../receipts/canonical.ts';
import type { Manifest } from '../receipts/manifest.ts';
import type { Run } from '../run.ts';
import { validatePuncture } from '../validation/validate.ts';

/** A result as it would be written to disk, with its manifest made only when asked for. */
export interface Written {
  readonly result: unknown;
  readonly manifest: () => Pick<Manifest, 'stages' | 'parameters'> & {
    readonly hashes: Readonly<Record<string, unknown>>;
  };
}

/** Measurements beside their predictions, by row; a point in the name of a row would end a path. */
export const predicted = (document: unknown, run: Run): Written => {
  centralDraw(run.overrides);
  const { checks } = validatePuncture(document, run);
  const result = {
    checks: Object.fromEntries(
      checks.map(({ id, value, low, high, expected, unit }) => [
        id.replaceAll('.', '-'),
        {
          predicted: `${value} ${unit}`,
          low: `${low} ${unit}`,
          high: `${high} ${unit}`,
          measured: `${expected} ${unit}`,
        },
      ]),
    ),
  };
  const versions = stages.map(({ name, version }) => ({ name, version }));
  return {
    result,
    manifest: () => ({ hashes: { result: hashOf(result) }, stages: versions, parameters: [] }),
  };
};
