import type { StudiedIndication } from '../../study/study-schema.ts';
import { bodyRegions, type ArmDesign, type BodyRegion } from '../reading/evidence.ts';
import { cutUnknowns } from './cuts.ts';

/** Where each unknown stands in the vector; spreads as logs, effects of groups in units of their spread. */
export interface Layout {
  readonly size: number;
  readonly mean: number;
  readonly rf: number;
  readonly open: number;
  readonly score: number;
  readonly sigmaClass: number;
  readonly sigmaRegion: number;
  readonly tau: number;
  /** The first of the unknowns of the cuts. */
  readonly cuts: number;
  readonly classes: ReadonlyMap<StudiedIndication, number>;
  readonly regions: ReadonlyMap<BodyRegion, number>;
  readonly studies: ReadonlyMap<string, number>;
}

const head = { mean: 0, rf: 1, open: 2, score: 3, sigmaClass: 4, sigmaRegion: 5, tau: 6, cuts: 7 } as const;

/** Places for the indications and studies of the arms, in the order in which they come. */
export function layoutFor(arms: readonly ArmDesign[]): Layout {
  let next = head.cuts + cutUnknowns();
  const place = <Name>(names: readonly Name[]): ReadonlyMap<Name, number> =>
    new Map([...new Set(names)].map((name) => [name, next++]));
  const classes = place(arms.map(({ indication }) => indication));
  const regions = place(bodyRegions);
  const studies = place(arms.map(({ study }) => study));
  return { ...head, size: next, classes, regions, studies };
}
