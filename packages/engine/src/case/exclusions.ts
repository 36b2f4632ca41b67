import { normalQuantile } from '@percuta/numerics';
import { formatQuantity, parseQuantity, quantity } from '@percuta/quantity';
import { z } from 'zod';

/** Why part of an area is left out: words of the screening and of the places no plan may cross. */
export const exclusionReasons = [
  'mole',
  'tattoo or permanent make-up',
  'active acne',
  'cold sore',
  'infected or open skin',
  'recent scar',
  'raised scar or keloid',
  'filler',
  'metal under the skin',
  'eyebrow or other hair',
  'other',
] as const;

const exclusion = z
  .strictObject({
    reason: z.enum(exclusionReasons),
    note: z.string().min(3).optional().describe('what and where, in words; needed with "other"'),
    area: quantity('area', { shown: 'cm2', min: '0.01 cm2', max: '5000 cm2' }).describe(
      'all places together',
    ),
    error: quantity('area', { shown: 'cm2', min: '0.001 cm2', max: '500 cm2' })
      .optional()
      .describe('standard error of the area'),
    margin: quantity('length', { shown: 'mm', min: '0 mm', max: '50 mm' })
      .optional()
      .describe('width of the rim around it that is left out too; the area is taken as one disc'),
  })
  .superRefine(({ reason, note, area, error }, context) => {
    if (reason === 'other' && note === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['note'],
        message: 'is needed where the reason is "other"',
        params: { remedy: 'say what is left out, for example "graze on the jaw"' },
      });
    }
    if (error !== undefined && error > area) {
      context.addIssue({
        code: 'custom',
        path: ['error'],
        message: 'is more than the area it is of',
        params: {
          max: formatQuantity(area, 'cm2'),
          example: formatQuantity(area / 10, 'cm2', { significant: 3 }),
        },
      });
    }
  });

/** Part of an area that is left out, with why: SI. */
export type Exclusion = z.output<typeof exclusion>;

export const exclusions = z
  .array(exclusion)
  .min(1)
  .max(40)
  .optional()
  .describe('parts of the area that are left out, with why');

/**
 * Area left out for an exclusion with its margin, m2: a disc of area A with a rim of width m has (sqrt(A) + m sqrt(pi))^2.
 * No shape of the same area has a smaller rim, so that a long one loses more.
 */
export const areaLeftOut = ({ area, margin = 0 }: Pick<Exclusion, 'area' | 'margin'>): number =>
  margin === 0 ? area : (Math.sqrt(area) + margin * Math.sqrt(Math.PI)) ** 2;

/** Standard error of the area left out, m2: that of the area times the slope 1 + m sqrt(pi / A). */
const errorLeftOut = ({ area, error = 0, margin = 0 }: Exclusion): number =>
  error * (1 + margin * Math.sqrt(Math.PI / area));

/** An area with what it touches and what is left out of it. */
interface Placed {
  readonly area: number;
  readonly touches?: readonly string[];
  readonly exclusions?: readonly Exclusion[] | undefined;
}

/** Area that is treated and its standard error, m2. The whole area, exactly, where nothing is left out. */
export interface TreatedArea {
  readonly value: number;
  readonly error: number;
}

/** What is left of an area: never below 0 and never above the whole, for any exclusions. */
export const treatedArea = ({ area, exclusions: left = [] }: Placed): TreatedArea => {
  if (left.length === 0) return { value: area, error: 0 };
  return {
    value: Math.max(
      0,
      left.reduce((rest, one) => rest - areaLeftOut(one), area),
    ),
    error: Math.sqrt(left.reduce((sum, one) => sum + errorLeftOut(one) ** 2, 0)),
  };
};

/** The 95 % point of the normal distribution in standard deviations; the 5 % point lies as far below. */
export const ninetyFifth = normalQuantile(0.95);

/** How much the treated area may well be, m2: its 95 % point, within the whole area. Equal to it without errors. */
export const mostTreated = (place: Placed): number => {
  const { value, error } = treatedArea(place);
  return Math.min(place.area, value + ninetyFifth * error);
};

/** The least area a case can have: what is left has to be one. */
export const leastArea = '0.5 cm2';
const least = parseQuantity(leastArea, 'area');

/** What is wrong with an exclusion, as a schema tells it. */
interface Misplaced {
  readonly code: 'custom';
  readonly path: PropertyKey[];
  readonly message: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Tells every exclusion that its zone has no room for, and each that contradicts what the zone touches. */
export const checkExclusions = (
  { area, touches = [], exclusions: left = [] }: Placed,
  tell: (issue: Misplaced) => void,
): void => {
  let rest = area;
  for (const [i, one] of left.entries()) {
    const room = Math.max(0, rest - least);
    rest -= areaLeftOut(one);
    if (rest < least) {
      tell({
        code: 'custom',
        path: ['exclusions', i, 'area'],
        message: `leaves less than ${leastArea} of the ${formatQuantity(area, 'cm2')} of its zone${one.margin === undefined ? '' : ', its margin included'}`,
        params: {
          max: `${formatQuantity(room, 'cm2', { significant: 4 })} with its margin`,
          remedy: 'leave out less, give the zone its whole area, or take the zone out of the case',
        },
      });
      return;
    }
    const touched = touches.findIndex((zone) => zone === one.reason);
    if (touched >= 0) {
      tell({
        code: 'custom',
        path: ['touches', touched],
        message: `contradicts exclusions[${i}], which leaves it out`,
        params: {
          remedy: 'take it out of touches where the whole of it is left out, else remove the exclusion',
        },
      });
    }
  }
};
