import type { Candidate } from '../plan.ts';

/** How large a chance may well be that any limit is broken; where none was counted, the share used of a limit. */
const jointOf = ({ margins, binding }: Candidate): number => {
  const joint = margins.find(({ limit }) => limit === 'joint-chance');
  return joint?.upper ?? joint?.value ?? binding.used;
};

/** The sum over the zones is no less than the chance that any limit is broken in any of them. */
export const cautionOf = (candidate: Candidate): number =>
  (candidate.zones ?? []).reduce((sum, zone) => sum + jointOf(zone.candidate), jointOf(candidate));
