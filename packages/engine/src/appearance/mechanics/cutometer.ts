import type { RestingCollagen } from '../tissue.ts';
import { tangentModulus, type MechanicsValues, type TissueMoment } from './modulus.ts';
import { creptAfter, recoilFraction } from './recoil.ts';
import { heightAt, liftingWork, suctionLaw } from './suction.ts';

/** What a suction probe reads, and what skin feels like by it. */
export interface SuctionReading {
  /** Tangent shear modulus, Pa. */
  readonly modulus: number;
  /** Final height Uf, m. */
  readonly r0: number;
  /** Whole fall over final height, Ua/Uf. */
  readonly r2: number;
  /** Fall in the first 0.1 s over elastic height, Ur/Ue. */
  readonly r5: number;
  /** Creep over elastic height, Uv/Ue. */
  readonly r6: number;
  /** Fall in the first 0.1 s over final height, Ur/Uf. */
  readonly r7: number;
  /** Ur/Uf in a cycle of one second (appearance.9). */
  readonly bounciness: number;
  /** Work given back over work put in, one cycle (appearance.10). */
  readonly resilience: number;
}

/** The readings (appearance.4 to appearance.10) of a tissue; the skin has the thickness it has at rest. */
export const readSuction = (
  moment: TissueMoment,
  rest: RestingCollagen,
  values: MechanicsValues,
): SuctionReading => {
  const { suction, viscousRatio, period, release } = values;
  const modulus = tangentModulus(moment, rest, values);
  const law = suctionLaw(modulus, values);
  const r0 = heightAt(law, suction);
  const r5 = recoilFraction(moment, values);
  const work = liftingWork(law, r0);
  return {
    modulus,
    r0,
    r2: (r5 * (1 + viscousRatio * creptAfter(release, values))) / (1 + viscousRatio),
    r5,
    r6: viscousRatio,
    r7: r5 / (1 + viscousRatio),
    bounciness: r5 / (1 + viscousRatio * creptAfter(period / 2, values)),
    resilience: (r5 * work) / (work + suction * r0 * viscousRatio),
  };
};
