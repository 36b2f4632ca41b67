import { sampleValue } from '@percuta/evidence';
import { createRandom } from '@percuta/numerics';
import { healParameters, type HealValues } from '../heal-stage.ts';

/** Values at try `index` of a seed: every parameter from its own spread, or as `fixed` has it. */
export const valuesAtDraw = (seed: number, index: number, fixed: Partial<HealValues>): HealValues => {
  const random = createRandom(seed, index);
  const drawn = Object.entries(healParameters).map(([name, parameter]) => {
    const share = random.next();
    const isFixed = parameter.spread.kind === 'fixed';
    return [name, sampleValue(parameter, isFixed ? 0.5 : share)] as const;
  });
  // Object.fromEntries forgets the names of the keys, which are those of the parameters.
  return { ...(Object.fromEntries(drawn) as unknown as HealValues), ...fixed };
};
