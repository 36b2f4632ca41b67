import type { IndicationId, Phototype } from '../course/indication.ts';
import type { CourseRegion, Route } from '../course/protocol-schema.ts';
import { forecastFor, type Forecast } from '../forecast/forecasts.ts';
import type { CertaintyGrade } from '../posterior/certainty.ts';

interface Sentence {
  readonly text: string;
}

/** How many of 100 people reach one level, as a person reads it. */
export interface ExpectedShare extends Sentence {
  readonly middle: number;
  readonly fewest: number;
  readonly most: number;
}

/** What a person may expect of one way of needling. No figure where nobody counted people. */
export interface Expected {
  readonly shares: readonly ExpectedShare[];
  readonly certainty?: CertaintyGrade;
  /** When the studies looked, what nobody counted, or why there is no figure. */
  readonly notes: readonly Sentence[];
}

export interface ExpectedQuery {
  readonly indication: IndicationId;
  readonly route: Route;
  readonly region?: CourseRegion | undefined;
  readonly phototype?: Phototype | undefined;
}

type Estimated = Extract<Forecast, { readonly status: 'estimated' }>;
type Level = Estimated['levels'][number];

/** Of the levels the ones people ask about. No change and worse rest on a belief, so they are no count. */
const levelWords: Partial<Record<Level['level'], string>> = {
  any: 'look better at all',
  '50': 'look at least half better',
  '75': 'look at least three quarters better',
};

function shareOf({ level, median, band90: { low, high } }: Level): ExpectedShare[] {
  const words = levelWords[level];
  if (words === undefined) return [];
  const text = `Of 100 people like those in the studies, about ${median} may ${words}. It could be ${low} to ${high}.`;
  return [{ middle: median, fewest: low, most: high, text }];
}

const sentences = (...texts: readonly string[]): Sentence[] => texts.map((text) => ({ text }));

const week = 7 * 86_400;

function whenOf({ assessed }: Estimated): string {
  if (assessed === undefined) return 'The studies do not say when they looked.';
  const [low, high] = [Math.round(assessed.low / week), Math.round(assessed.high / week)];
  return `The studies looked ${low === high ? low : `${low} to ${high}`} weeks after the last visit.`;
}

const notCounted = ({ levels }: Estimated): string[] =>
  levels.some(({ level, countedIn }) => (level === 'worse' || level === 'no-change') && countedIn === 0)
    ? ['Nobody has counted well how many see no change, or look worse. Both can happen.']
    : [];

export function expectedOf({ indication, route, region, phototype }: ExpectedQuery): Expected {
  const forecast = forecastFor(indication, route, region ?? 'any', phototype);
  if (forecast.status === 'explained only') {
    return {
      shares: [],
      notes: sentences('No study has counted how many people get how much better. So we give no number.'),
    };
  }
  return {
    shares: forecast.levels.flatMap(shareOf),
    certainty: forecast.certainty.grade,
    notes: sentences(
      whenOf(forecast),
      'This is before and after. It does not say how much they would have changed without it.',
      ...notCounted(forecast),
    ),
  };
}
