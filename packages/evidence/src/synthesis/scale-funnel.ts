import { eggerTest, fewestStudiesForAsymmetry, type Asymmetry } from '../pooling/diagnose/asymmetry.ts';
import { funnelOf, type Funnel } from '../pooling/diagnose/funnel.ts';
import type { Effect } from '../pooling/effect/effect.ts';
import { logitProportion } from '../pooling/effect/proportion.ts';
import type { ScaleResult, StudyResult } from './scale-result.ts';

/** The funnel of a scale, on which studies are few more often than not, and the test where they are not. */
export interface ScaleFunnel {
  readonly funnel: Funnel;
  readonly asymmetry?: Asymmetry;
}

/**
 * Changes in points, shares as log odds. Undefined where fewer than two studies give an effect with an error: a share
 * that nobody or everybody reached has none.
 */
export function scaleFunnel({ results, studies }: ScaleResult): ScaleFunnel | undefined {
  const effects = results.flatMap(effectOf);
  if (new Set(effects.map(({ study }) => study)).size < 2) return undefined;
  const funnel = funnelOf(effects);
  return studies < fewestStudiesForAsymmetry ? { funnel } : { funnel, asymmetry: eggerTest(effects) };
}

function effectOf({ study, arm, estimate, se, events, people }: StudyResult): Effect[] {
  if (se !== undefined) return [{ id: arm, study, estimate, variance: se * se }];
  if (events === undefined || people === undefined || events === 0 || events === people) return [];
  return [{ id: arm, study, ...logitProportion({ events, total: people }) }];
}
