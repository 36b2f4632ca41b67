import { exp, normalCdf, quantile } from '@percuta/numerics';
import { errorOfChange } from './reading/change-of.ts';
import type { ArmEvidence } from './reading/evidence.ts';
import { forEachDraw, type Posterior } from './fit.ts';
import { cutIds, cutIndex, placeCuts } from './model/cuts.ts';

/** What an arm contributes, and how far it is pulled to what is expected of its kind. */
export interface UsedArm {
  readonly evidence: ArmEvidence;
  /** Share of the weight among the arms of the indication and modality: 1/(τ² + 1/I), scaled to the sum 1. */
  readonly weight: number;
  /** (1/I)/(τ² + 1/I): 0 keeps the arm where it lies, 1 takes nothing from it. */
  readonly shrinkage: number;
}

/** Weights as in a random-effects mean, I the information of the arm on its own level at the posterior middle. */
export function weighArms(posterior: Posterior, arms: readonly ArmEvidence[]): readonly UsedArm[] {
  const middle = middleOf(posterior);
  const { layout } = posterior.model;
  const tau2 = exp(2 * (middle[layout.tau] ?? 0));
  const cuts = new Float64Array(cutIds().length);
  placeCuts(middle, layout.cuts, cuts);
  const parts = arms.map((evidence) => {
    const theta = middle[layout.studies.get(evidence.study) ?? -1] ?? 0;
    const variance = 1 / informationOf(evidence, theta, cuts);
    return {
      evidence,
      raw: 1 / (tau2 + variance),
      shrinkage: variance === Infinity ? 1 : variance / (tau2 + variance),
    };
  });
  const total = parts.reduce((sum, { raw }) => sum + raw, 0);
  return parts.map(({ evidence, raw, shrinkage }) => ({ evidence, weight: raw / total, shrinkage }));
}

/** Median of every unknown. */
function middleOf({ sample, model }: Posterior): Float64Array {
  const columns = Array.from({ length: model.layout.size }, (): number[] => []);
  forEachDraw(sample, (q) => {
    columns.forEach((column, i) => column.push(q[i]));
  });
  return new Float64Array(columns.map((column) => quantile(column, 0.5)));
}

const invRoot2Pi = 0.3989422804014327;
const density = (x: number): number => (Number.isFinite(x) ? invRoot2Pi * exp(-0.5 * x * x) : 0);

/** Expected information on θ: n Σ (Δφ)²/ΔΦ over the classes, or that of a change, known or within bounds. */
function informationOf({ reading, n }: ArmEvidence, theta: number, cuts: Float64Array): number {
  if (reading.kind === 'counts') {
    const at = reading.cuts.map((cut) => cuts[cutIndex(cut)] - theta);
    return n * ofClasses(at);
  }
  const error = errorOfChange(reading, n);
  if (reading.low === reading.high) return 1 / (error * error);
  const bounds = [reading.low, reading.high].filter(Number.isFinite).map((bound) => (bound - theta) / error);
  return ofClasses(bounds) / (error * error);
}

function ofClasses(at: readonly number[]): number {
  const edges = [-Infinity, ...at, Infinity];
  return edges.slice(1).reduce((sum, to, i) => {
    const from = edges[i] ?? -Infinity;
    const share = normalCdf(to) - normalCdf(from);
    return share > 0 ? sum + (density(from) - density(to)) ** 2 / share : sum;
  }, 0);
}
