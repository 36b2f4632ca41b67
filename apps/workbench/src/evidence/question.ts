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

export const readQuestion = (given: Readonly<Record<string, unknown>>): Question => {
  const question: Question = {
    view: oneOf(views, given['view']),
    problem: oneOf(indicationIds, given['problem']),
    route: oneOf(['needling', 'rf'] as const, given['route']),
    place: oneOf(places, given['place']),
  };
  return Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined));
};
