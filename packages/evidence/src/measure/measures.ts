import { z } from 'zod';
import acneScars from '../../data/measures/acne-scars.json' with { type: 'json' };
import general from '../../data/measures/general.json' with { type: 'json' };
import instruments from '../../data/measures/instruments.json' with { type: 'json' };
import pigment from '../../data/measures/pigment.json' with { type: 'json' };
import responders from '../../data/measures/responders.json' with { type: 'json' };
import striaeAndScars from '../../data/measures/striae-and-scars.json' with { type: 'json' };
import unnamed from '../../data/measures/unnamed.json' with { type: 'json' };
import wrinkles from '../../data/measures/wrinkles.json' with { type: 'json' };
import { once } from '../once.ts';
import type { MeasureId } from './measure-ids.ts';
import { measureSchema, type Measure } from './measure-schema.ts';

const files: readonly (readonly unknown[])[] = [
  acneScars,
  general,
  responders,
  wrinkles,
  instruments,
  striaeAndScars,
  pigment,
  unnamed,
];

/** Every outcome measure the studies use, and the scales a study to come may use. */
export const measures = once((): readonly Measure[] => z.array(measureSchema).parse(files.flat()));

const byId = once(() => new Map(measures().map((measure) => [measure.id, measure])));

/** An outcome measure: its scale, its direction, its source. Throws RangeError for an unknown id. */
export function measure(id: MeasureId): Measure {
  const found = byId().get(id);
  if (!found) throw new RangeError(`no measure with the id "${id}"`);
  return found;
}
