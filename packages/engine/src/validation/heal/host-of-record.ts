import { toSI } from '@percuta/quantity';
import { placeOf } from '../../heal/place-of.ts';
import { normalPlace, type Place } from '../../heal/place.ts';
import type { HealValues } from '../../heal/heal-stage.ts';
import type { HealRecord } from './record-file.ts';

/** Who a record is about, as far as healing depends on it, and what of it changes nothing in the model. */
export interface RecordHost {
  readonly placeIn: (values: HealValues) => Place;
  readonly assumed: readonly string[];
}

/** A healthy adult at the age at which no factor has begun to fall. */
const young = toSI(25, 'years');

export const hostOfRecord = ({ host }: HealRecord): RecordHost => {
  if (host === undefined) return { placeIn: () => normalPlace, assumed: [] };
  const { age, smokes = false, diabetes = 'none', phototype = 'II' } = host;
  return {
    placeIn: (values) =>
      placeOf(
        {
          age: age === undefined ? young : toSI(age, 'years'),
          smokes,
          hasTypeOneDiabetes: diabetes === 'type 1',
          phototype,
        },
        values,
      ),
    assumed: [
      ...(diabetes === 'type 2' ? ['diabetes of type 2 heals as none'] : []),
      ...(host.sex === undefined ? [] : ['sex makes no difference']),
    ],
  };
};
