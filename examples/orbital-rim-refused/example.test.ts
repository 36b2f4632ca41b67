import { expect, test } from 'vitest';
import { planExample } from '../plan-example.ts';

test('nothing is planned inside the orbital rim', () => {
  const plan = planExample('orbital-rim-refused');
  if (plan.status !== 'refused') throw new Error('it was planned');
  expect(plan.reasons[0]?.because).toContain('inside the orbital rim');
  expect(plan.reasons[0]?.sources.map(({ key }) => key)).toEqual(['skinpen-label']);
  expect(plan.reasons[0]?.wouldChange).toContain('cannot be overridden');
});
