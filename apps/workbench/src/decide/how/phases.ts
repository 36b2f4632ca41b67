import type { HealFilm, HealPhase, SkinBlock } from '@percuta/scene';

/** What goes on after a visit, in the order it comes. */
export type Phase = 'open' | 'clearing' | 'building' | 'ordering';

/** When something goes on, s. */
export interface PhaseStretch {
  readonly phase: Phase;
  readonly from: number;
  readonly to: number;
}

const plain: Readonly<Record<HealPhase['name'], Phase>> = {
  inflammation: 'clearing',
  proliferation: 'building',
  remodelling: 'ordering',
};

const closed = 0.95;

/** From when the needles leave until the barrier is back. */
const openStretch = ({ times, barrier }: HealFilm, withdrawn: number): PhaseStretch[] => {
  const last = barrier.findLastIndex((share) => share < closed);
  return last < 0 ? [] : [{ phase: 'open', from: withdrawn, to: times[last] ?? 0 }];
};

/** Phases of a stored course: the barrier read from it, the others where the run itself has them begin and end. */
export const phasesOf = ({ healing, withdrawn }: SkinBlock): readonly PhaseStretch[] => {
  if (healing === undefined) return [];
  const visit = healing.sessions.at(-1) ?? 0;
  return [
    ...openStretch(healing, withdrawn),
    ...healing.phases.map(({ name, from, to }) => ({
      phase: plain[name],
      from: Math.max(visit + from, withdrawn),
      to: visit + to,
    })),
  ];
};
