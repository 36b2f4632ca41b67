import { indicationIds, type IndicationId, type Route } from '@percuta/evidence';

export const views = ['results', 'studies', 'claims', 'screening'] as const;
export type View = (typeof views)[number];

export const places = ['face', 'neck', 'body'] as const;
export type Place = (typeof places)[number];

/** What the Evidence door is asked; it stands in the address after the "#". */
export interface Question {
  readonly view?: View | undefined;
  readonly problem?: IndicationId | undefined;
  readonly route?: Route | undefined;
  readonly place?: Place | undefined;
}

const oneOf = <T extends string>(all: readonly T[], given: unknown): T | undefined =>
  all.find((entry) => entry === given);

/** What it does not understand is undefined, which the router puts over the text of the address. */
export const readQuestion = (given: Readonly<Record<string, unknown>>): Question => ({
  view: oneOf(views, given['view']),
  problem: oneOf(indicationIds, given['problem']),
  route: oneOf(['needling', 'rf'] as const, given['route']),
  place: oneOf(places, given['place']),
});
