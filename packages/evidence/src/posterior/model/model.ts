import { exp, log, type Random, type Target } from '@percuta/numerics';
import type { ArmEvidence } from '../reading/evidence.ts';
import { priorNames, type Law, type Laws } from '../priors.ts';
import { cutIds, ownCuts, placeCuts, pullBackCuts } from './cuts.ts';
import { layoutFor, type Layout } from './layout.ts';
import { likelihoodOf, type Likelihood } from './likelihood.ts';
import { drawStudyEffect, logStudyEffect, studyPull } from './study-effect.ts';
import { expectedOf, predictorOf, pullBackExpected, spreadsOf, type Predictor } from './predictor.ts';

export interface ModelArm {
  readonly evidence: ArmEvidence;
  readonly predictor: Predictor;
  readonly likelihood: Likelihood;
}

/** The arms of one study, which share its level; `first` is the arm the level is that of. */
export interface ModelStudy {
  readonly id: string;
  /** Place of the level in the vector. */
  readonly place: number;
  readonly first: Predictor;
  readonly arms: readonly ModelArm[];
}

/** The posterior density over the unknowns of the layout (docs/theory/expectation.md). */
export interface Model {
  readonly layout: Layout;
  readonly studies: readonly ModelStudy[];
  readonly laws: Laws;
  readonly target: Target;
  /** A draw from the prior. */
  readonly drawPrior: (random: Random) => Float64Array;
}

export function modelOf(evidence: readonly ArmEvidence[], laws: Laws): Model {
  const layout = layoutFor(evidence);
  const studies = studiesOf(evidence, layout);
  const unknownLaws = lawsByPlace(layout, laws);
  const logDensity = densityOf({ layout, studies, laws: unknownLaws });
  const drawPrior = (random: Random) => {
    const q = new Float64Array(layout.size);
    unknownLaws.forEach((law, i) => (q[i] = drawLaw(law, random)));
    const spreads = spreadsOf(q, layout);
    for (const { place, first } of studies)
      q[place] = expectedOf(first, q, layout, spreads) + exp(q[layout.tau]) * drawStudyEffect(random);
    return q;
  };
  return { layout, studies, laws, target: { dimensions: layout.size, logDensity }, drawPrior };
}

function studiesOf(evidence: readonly ArmEvidence[], layout: Layout): readonly ModelStudy[] {
  return [...layout.studies].flatMap(([id, place]) => {
    const arms = evidence
      .filter(({ study }) => study === id)
      .map((arm) => ({
        evidence: arm,
        predictor: predictorOf(arm, arm.reading.kind === 'change', layout),
        likelihood: likelihoodOf(arm),
      }));
    const [first] = arms;
    return first ? [{ id, place, first: first.predictor, arms }] : [];
  });
}

interface Parts {
  readonly layout: Layout;
  readonly studies: readonly ModelStudy[];
  readonly laws: readonly Law[];
}

/**
 * Centred in the studies (expectation.3): the level t of a study is an unknown of its own, about η, and an arm has θ = t + η − η of the first arm. Arms of up to 65 people pin their level far more closely than τ,
 * and with t as the unknown those narrow likelihoods do not touch μ and the other effects.
 */
function densityOf({ layout, studies, laws }: Parts): Target['logDensity'] {
  const cuts = new Float64Array(cutIds().length);
  const slopes = new Float64Array(cuts.length);
  const slope = new Float64Array(1);
  return (q, gradient) => {
    placeCuts(q, layout.cuts, cuts);
    slopes.fill(0);
    const spreads = spreadsOf(q, layout);
    const to = { layout, spreads, gradient };
    const precision = exp(-2 * q[layout.tau]);
    let total = 0;
    for (let i = 0; i < laws.length; i++) total += logLaw(laws[i] ?? standard, q[i], gradient, i);
    for (const { place, first, arms } of studies) {
      const level = q[place];
      const expected = expectedOf(first, q, layout, spreads);
      const distance = (level - expected) * (level - expected) * precision;
      const pull = studyPull(distance) * (level - expected) * precision;
      total += logStudyEffect(distance) - q[layout.tau];
      gradient[layout.tau] += (level - expected) * pull - 1;
      gradient[place] = -pull;
      pullBackExpected(first, pull, q, to);
      for (const { predictor, likelihood } of arms) {
        const isFirst = predictor === first;
        const theta = isFirst ? level : level + expectedOf(predictor, q, layout, spreads) - expected;
        total += likelihood.evaluate(theta, cuts, slopes, slope);
        gradient[place] += slope[0];
        if (isFirst) continue;
        pullBackExpected(predictor, slope[0], q, to);
        pullBackExpected(first, -slope[0], q, to);
      }
    }
    pullBackCuts(q, layout.cuts, { cuts, slopes }, gradient);
    return total;
  };
}

const standard: Law = { kind: 'normal', mean: 0, sd: 1 };

/** The law of every place before the studies: those with a name, own cuts, then standard normals (expectation.5). */
function lawsByPlace(layout: Layout, laws: Laws): readonly Law[] {
  // Named unknowns stand in the order of their names; "within" is the law of the cuts a study has of its own.
  const named = priorNames.filter((name) => name !== 'within');
  const known = [...named.map((name) => laws[name]), ...ownCuts().map(() => laws.within)];
  return Array.from({ length: layout.size - layout.studies.size }, (_, i) => known[i] ?? standard);
}

/** log density of one unknown, its slope written; a spread σ stands as log σ, whose Jacobian is σ. */
function logLaw(law: Law, value: number, gradient: Float64Array, place: number): number {
  if (law.kind === 'half normal') {
    const ratio = exp(value) / law.scale;
    gradient[place] = 1 - ratio * ratio;
    return value - 0.5 * ratio * ratio;
  }
  const z = (value - law.mean) / law.sd;
  gradient[place] = -z / law.sd;
  return -0.5 * z * z;
}

function drawLaw(law: Law, random: Random): number {
  return law.kind === 'half normal'
    ? log(law.scale * Math.abs(random.normal()))
    : law.mean + law.sd * random.normal();
}
