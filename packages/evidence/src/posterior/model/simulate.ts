import type { Random } from '@percuta/numerics';
import { errorOfChange } from '../reading/change-of.ts';
import type { ArmEvidence, Change, Counts } from '../reading/evidence.ts';
import { cutIds, cutIndex, placeCuts } from './cuts.ts';
import type { Model } from './model.ts';
import { expectedOf, spreadsOf } from './predictor.ts';

/** What the arms of the model would have reported had the unknowns been these: same people, cuts and tests. */
export function simulateEvidence(model: Model, q: Float64Array, random: Random): readonly ArmEvidence[] {
  const { layout, studies } = model;
  const cuts = new Float64Array(cutIds().length);
  placeCuts(q, layout.cuts, cuts);
  const spreads = spreadsOf(q, layout);
  return studies.flatMap(({ place, first, arms }) => {
    const expected = expectedOf(first, q, layout, spreads);
    return arms.map(({ evidence, predictor }) => {
      const theta = q[place] + expectedOf(predictor, q, layout, spreads) - expected;
      const { reading, n } = evidence;
      const simulated =
        reading.kind === 'counts'
          ? countPeople({ reading, n }, theta, { cuts, random })
          : change({ reading, n }, theta, random);
      return { ...evidence, reading: simulated };
    });
  });
}

function countPeople(
  { reading, n }: { readonly reading: Counts; readonly n: number },
  theta: number,
  { cuts, random }: { readonly cuts: Float64Array; readonly random: Random },
): Counts {
  const at = reading.cuts.map((cut) => cuts[cutIndex(cut)]);
  const people = Array.from({ length: at.length + 1 }, () => 0);
  for (let person = 0; person < n; person++) {
    const improvement = theta + random.normal();
    people[at.filter((cut) => improvement > cut).length]++;
  }
  return { ...reading, people };
}

/** A measured change is drawn with its error; a test is on one side or the other of its bound. */
function change(
  { reading, n }: { readonly reading: Change; readonly n: number },
  theta: number,
  random: Random,
): Change {
  const error = errorOfChange(reading, n);
  const drawn = theta + error * random.normal();
  if (reading.low === reading.high) return { kind: 'change', low: drawn, high: drawn, error };
  const bound = Number.isFinite(reading.low) ? reading.low : reading.high;
  return drawn > bound
    ? { kind: 'change', low: bound, high: Infinity, error }
    : { kind: 'change', low: -Infinity, high: bound, error };
}
