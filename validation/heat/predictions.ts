import { existsSync, readFileSync } from 'node:fs';
import { engineVersion, hashOf, heatStage, validateHeat, type HeatValidation } from '@percuta/engine';

interface MeasurementsFile {
  readonly records: readonly { readonly id: string; readonly use: string }[];
  readonly cases: readonly {
    readonly id: string;
    readonly predicts: readonly { readonly record: string }[];
  }[];
}

type Case = MeasurementsFile['cases'][number];
type Comparison = HeatValidation['comparisons'][number];

const text = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

const file = (): MeasurementsFile => text('measurements.json') as MeasurementsFile; // read again, and checked, by validateHeat

const draws = { draws: 40, seed: 1 } as const;

/** Results of one case, and what they belong to: it, its records, corrections, the draws, the model. */
export interface CasePrediction {
  readonly id: string;
  readonly hash: string;
  readonly comparisons: readonly Comparison[];
}

/** The records that a case predicts, and those of corrections. */
const recordsOf = ({ records }: MeasurementsFile, { predicts }: Case) =>
  records.filter(({ id, use }) => use === 'correction' || predicts.some(({ record }) => record === id));

export const hashesOfCases = (): (readonly [string, string])[] => {
  const given = file();
  const model = heatStage.version;
  return given.cases.map((each) => [
    each.id,
    hashOf({ case: each, records: recordsOf(given, each), draws, model }),
  ]);
};

const tell = (done: number, of: number, what?: string): void => {
  process.stderr.write(`${what ?? ''} ${done + 1} of ${of}\n`);
};

const predict = (asked: Case, hash: string): CasePrediction => {
  const given = file();
  const { comparisons } = validateHeat({ ...given, cases: [asked] }, draws, { progress: tell });
  return { id: asked.id, hash, comparisons };
};

const former = (): readonly CasePrediction[] => {
  if (!existsSync(new URL('predictions.json', import.meta.url))) return [];
  return (text('predictions.json') as { readonly cases: readonly CasePrediction[] }).cases;
};

/**
 * Every case that changed, or whose model did, since it was last predicted, or the one that is asked for; the others as they were. All of
 * them take ten minutes of one core.
 */
export const predictions = (only?: string): unknown => {
  const hashes = new Map(hashesOfCases());
  const kept = former();
  const cases = file().cases.flatMap((each) => {
    const hash = hashes.get(each.id) ?? '';
    const found = kept.find(({ id }) => id === each.id);
    if (only === undefined ? found?.hash === hash : only !== each.id)
      return found === undefined ? [] : [found];
    return [predict(each, hash)];
  });
  return { engine: engineVersion, ...draws, cases };
};
