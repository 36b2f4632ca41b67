import { phototypeRule } from '@percuta/evidence';
import { toSI } from '@percuta/quantity';
import type { Limit } from '../limit.ts';
import { limitBounds } from '../parameters.ts';

const { leastInterval } = limitBounds;
const least = toSI(leastInterval.value, leastInterval.unit);

export const interval: Limit = {
  id: 'interval',
  title: 'time between sessions',
  level: 'course',
  unit: 'days',
  direction: 'at least',
  isOverridable: true,
  bound: ({ given, course }) => {
    if (course.sessions <= 1 && course.interval === undefined) return undefined;
    const rule = phototypeRule('needling', given.person.phototype);
    const asked = rule.interval?.min ?? 0;
    return asked > least
      ? { value: asked, sources: rule.rules.flatMap(({ sources }) => sources), read: 'clinical judgement' }
      : { value: least, sources: leastInterval.sources, read: leastInterval.read };
  },
  // Sessions at no known distance may follow at once.
  assess: ({ course }) => ({ value: course.interval ?? 0 }),
  remedy: 'a longer interval',
};
