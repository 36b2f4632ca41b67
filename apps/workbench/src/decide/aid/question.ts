import type { GapQuery, Route } from '@percuta/evidence';
import type { Choice } from '../choice.ts';

/** A choice that is complete enough to be answered. */
export interface Asked {
  readonly site: NonNullable<Choice['site']>;
  readonly problem: NonNullable<Choice['problem']>;
  readonly skin?: Choice['skin'];
}

export const routes: readonly Route[] = ['needling', 'rf'];

export const queryOf = ({ site, problem, skin }: Asked): GapQuery => ({
  indication: problem,
  site,
  phototype: skin,
});
