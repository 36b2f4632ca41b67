import type { Energy, Shot } from './shot.ts';

/** When the generator is on, s. */
export interface PulseSpan {
  readonly from: number;
  readonly to: number;
}

/** What a shot does at one depth. */
export interface Burst {
  /** Of the tips below the surface, m. */
  readonly depth: number;
  /** When the needles come to stand there, s. */
  readonly at: number;
  readonly shot: Shot;
  readonly pulses: readonly PulseSpan[];
}

const pulsesFrom = (start: number, { pulse, pulses, pause }: Shot): PulseSpan[] =>
  Array.from({ length: pulses }, (_, n) => {
    const from = start + n * (pulse + pause);
    return { from, to: from + pulse };
  });

const endOf = ({ pulses }: Burst): number => pulses.at(-1)?.to ?? 0;

/**
 * A shot depth by depth, the deepest first. Tips rise in the tissue by as much as they are drawn back, in the middle of
 * the time that this takes; stops at which they would be out of it are left out.
 */
export const burstsOf = ({
  energy: { shot, stops },
  depth,
}: {
  readonly energy: Pick<Energy, 'shot' | 'stops'>;
  readonly depth: number;
}): readonly Burst[] =>
  stops
    .filter(({ drawnBack }) => drawnBack < depth)
    .reduce<readonly [Burst, ...Burst[]]>(
      (bursts, { drawnBack, retraction, shot: own }) => {
        const before = endOf(bursts.at(-1) ?? bursts[0]);
        const pulses = pulsesFrom(before + retraction, own);
        return [...bursts, { depth: depth - drawnBack, at: before + retraction / 2, shot: own, pulses }];
      },
      [{ depth, at: 0, shot, pulses: pulsesFrom(0, shot) }],
    );

/** When the last pulse at each depth ends, s. */
export const endsOf = (bursts: readonly Burst[]): number[] => bursts.map(endOf);
