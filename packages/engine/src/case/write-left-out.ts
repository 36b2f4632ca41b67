import { shown } from '../wire.ts';
import type { Case } from './case.ts';
import { areaLeftOut, treatedArea, type Exclusion } from './exclusions.ts';

type Place = Pick<Case['site'], 'area' | 'exclusions'>;

const writeExclusion = (one: Exclusion) => ({
  reason: one.reason,
  ...(one.note === undefined ? {} : { note: one.note }),
  area: shown(one.area, 'cm2'),
  ...(one.error === undefined ? {} : { error: shown(one.error, 'cm2') }),
  ...(one.margin === undefined ? {} : { margin: shown(one.margin, 'mm') }),
  not_treated: shown(areaLeftOut(one), 'cm2'),
});

/** What is left out of a place, with why, and what is treated; nothing where nothing is left out. */
export const writeLeftOut = (place: Place) => {
  if (place.exclusions === undefined) return {};
  const { value, error } = treatedArea(place);
  return {
    left_out: place.exclusions.map(writeExclusion),
    treated_area: shown(value, 'cm2'),
    ...(error === 0 ? {} : { treated_area_error: shown(error, 'cm2') }),
  };
};
