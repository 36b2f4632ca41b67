import { site, sites } from '../atlas/sites.ts';
import type { Incidence } from '../risk/risk-schema.ts';
import type { Study } from '../study/study-schema.ts';
import type { PartOf } from './claim-schema.ts';
import type { GradedVotes } from './grade-votes.ts';

/**
 * The rule for "stays in the top layer": the longest needle each study names against the thickest epidermis of
 * the atlas. All longer: wrong as stated. Some: conflicting. None: limited, since needles may go less deep
 * than they are long. No length: not supported.
 */
export function gradeDepth({ route }: PartOf<'depth'>, from: readonly Study[]): GradedVotes {
  const thickest = Math.max(...sites().map(({ id }) => site(id).planning.epidermis));
  const stated = from.flatMap(({ id, arms }) => {
    const lengths = arms
      .filter(({ role, device }) => role === 'needling' && device.modality === route)
      .flatMap(({ device }) => lengthsOf(device.needle_length));
    return lengths.length > 0 ? [{ id, longest: Math.max(...lengths) }] : [];
  });
  const through = stated.filter(({ longest }) => longest > thickest);
  return {
    grade: gradeOf(stated.length, through.length),
    reason:
      stated.length === 0
        ? 'No study says how long its needles were.'
        : `${through.length} of ${stated.length} studies that give the length used needles longer than the top layer is thick anywhere on the body. Bleeding points, which some trials aim for, come from the layer below.`,
    studies: stated.map(({ id }) => id),
  };
}

type Lengths = Study['arms'][number]['device']['needle_length'];

const lengthsOf = (length: Lengths): number[] =>
  length ? [length.value, length.max, ...(length.values ?? [])].flatMap((value) => value ?? []) : [];

function gradeOf(stated: number, through: number): GradedVotes['grade'] {
  if (stated === 0) return 'not supported';
  if (through === stated) return 'wrong as stated';
  return through > 0 ? 'conflicting' : 'limited';
}

/** The rule for "does no damage": one counted scar is enough to make it wrong; none counted is not proof. */
export function gradeLastingHarm({ route }: PartOf<'lasting-harm'>, from: readonly Incidence[]): GradedVotes {
  const counted = from.filter(({ modality, kind }) => modality === route && kind === 'scarring');
  const harmed = counted.filter(({ k }) => k > 0);
  const [first] = harmed;
  return {
    grade: first ? 'wrong as stated' : counted.length > 0 ? 'limited' : 'not supported',
    reason: first
      ? `A needle wounds on purpose. In one study ${first.k} of ${first.n} people kept ${first.event}.`
      : 'No lasting scar was counted, which does not prove that there is none.',
    studies: counted.map(({ source }) => source.key),
  };
}
