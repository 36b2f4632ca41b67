import { z } from 'zod';
import conditionsFile from '../../data/decision-aid/conditions.json' with { type: 'json' };
import courseFile from '../../data/decision-aid/course.json' with { type: 'json' };
import editionFile from '../../data/decision-aid/edition.json' with { type: 'json' };
import optionsFile from '../../data/decision-aid/options.json' with { type: 'json' };
import talkFile from '../../data/decision-aid/talk.json' with { type: 'json' };
import type { IndicationId } from '../course/indication.ts';
import { once } from '../once.ts';
import {
  conditionSchema,
  courseSchema,
  editionSchema,
  optionSchema,
  talkSchema,
  type Condition,
} from './aid-schema.ts';
import { conditionNames } from './names.ts';

/** The edition of the decision aid: which, by whom, on what evidence. */
export const edition = once(() => editionSchema.parse(editionFile));
export const options = once(() => z.array(optionSchema).parse(optionsFile));
export const courseOfCare = once(() => courseSchema.parse(courseFile));
export const talk = once(() => talkSchema.parse(talkFile));

const conditions = once(() => z.array(conditionSchema).parse(conditionsFile));

/**
 * What a condition is, in the words of the decision aid. Throws RangeError for an indication that has no text.
 */
export function conditionOf(indication: IndicationId): Condition {
  const found = conditions().find((condition) => condition.indication === indication);
  if (!found) throw new RangeError(`nothing is written for people with ${indication}`);
  return { ...found, name: conditionNames[indication] };
}
