import type { DeviceSheet } from '@percuta/evidence';
import { toSI } from '@percuta/quantity';
import type { Case } from '../case/case.ts';
import { isPercutaError } from '../error.ts';
import type { HealValues } from './heal-stage.ts';
import { heal } from './heal.ts';
import { placeOf } from './place-of.ts';
import type { Place } from './place.ts';
import type { Healing, HealOptions } from './result/healing.ts';
import { summarise, type HealingSummary } from './summary/summary.ts';
import { zoneInput, type ZoneWound } from './zone-input.ts';

/** What healing comes to in one zone, or why it cannot be said. */
export type ZoneHealing =
  | {
      readonly status: 'healed';
      readonly values: HealValues;
      readonly healing: Healing;
      readonly summary: HealingSummary;
    }
  | { readonly status: 'not modelled'; readonly reason: string };

/** How long a course is followed after its last session. */
export const followed = toSI(1, 'years');
/** Times after the first session at which the matrix is compared with rest. */
export const asked: readonly number[] = [toSI(4, 'weeks'), toSI(3, 'months'), toSI(6, 'months'), followed];

/** The place of a person in normal dermis. Diabetes of type 1 is not told from other kinds in a case, so it is left out. */
export const placeOfCase = ({ person }: Case, values: HealValues): Place =>
  placeOf(
    {
      age: person.age,
      smokes: person.smoking === 'current',
      hasTypeOneDiabetes: false,
      phototype: person.phototype,
    },
    values,
  );

/** A zone as the stages before have left it. */
export interface TreatedZone extends Omit<ZoneWound, 'followed' | 'place'> {
  readonly sheet: DeviceSheet;
  readonly given: Case;
}

/** Heals a zone at given values. An RF device without known energy has no wound that could be healed. */
export const healZone = (
  { sheet, given, ...wound }: TreatedZone,
  values: HealValues,
  { heals, ...options }: HealOptions & { readonly heals?: boolean },
): ZoneHealing => {
  if (heals === false) return { status: 'not modelled', reason: 'left out of this run' };
  if (sheet.class === 'rf' && wound.thermal === undefined) {
    return {
      status: 'not modelled',
      reason: 'no energy is set or known, and an RF needle heals otherwise with it',
    };
  }
  const place = placeOfCase(given, values);
  try {
    const input = zoneInput({ ...wound, followed, place }, values);
    const healing = heal(input, values, options);
    return { status: 'healed', values, healing, summary: summarise(healing, values, place, asked) };
  } catch (error) {
    if (!isPercutaError(error, 'OutsideModel')) throw error;
    return { status: 'not modelled', reason: error.message };
  }
};
