import { BadInput, catalogueSite, shown } from '@percuta/engine';
import {
  armsFor,
  courseRegionOf,
  forecastFor,
  gapsFor,
  indicationIds,
  risksFor,
  type CourseRegion,
  type Forecast,
  type IndicationId,
  type RiskRate,
  type Route,
  type SiteId,
  type StudyArm,
} from '@percuta/evidence';
import { exitCode } from '../exit-code.ts';
import { jsonText, print } from '../output.ts';
import { table } from '../table.ts';

export interface EvidenceFlags {
  readonly json?: boolean;
  readonly rf?: boolean;
  readonly site?: string;
}

const idOf = (words: string): IndicationId => {
  const asked = words
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  const found = indicationIds.find((id) => id === asked || id.startsWith(asked));
  if (found !== undefined) return found;
  throw new BadInput([
    {
      path: 'indication',
      given: words,
      problem: 'is not an indication',
      allowed: indicationIds.map((id) => id.replaceAll('-', ' ')).join(', '),
      remedy: 'name one of these',
    },
  ]);
};

const levelWords: Readonly<Record<string, string>> = {
  worse: 'worse',
  'no-change': 'no change',
  any: 'any improvement',
  '25': 'a quarter better or more',
  '50': 'half better or more',
  '75': 'three quarters better or more',
};

const forecastText = (forecast: Forecast): string => {
  if (forecast.status === 'explained only') return `No figure of benefit: ${forecast.reason}.`;
  const { statement, levels, certainty, studies } = forecast;
  return [
    statement,
    table(
      ['', 'of 100', '50 %', '90 %', 'counted in'],
      levels.map(({ level, median, band50, band90, countedIn }) => [
        levelWords[level] ?? level,
        String(median),
        `${band50.low} to ${band50.high}`,
        `${band90.low} to ${band90.high}`,
        countedIn === 0 ? 'no study' : String(countedIn),
      ]),
    ),
    `Certainty: ${certainty.grade}. ${certainty.domains
      .filter(({ concern }) => concern !== 'none')
      .map(({ domain, concern, facts }) => `${domain} (${concern}): ${facts}`)
      .join(' ')}`,
    `From ${studies.length} studies: ${studies.join(', ')}.`,
  ].join('\n\n');
};

const armRow = ({ study, arm }: StudyArm): string[] => [
  study.id,
  arm.role,
  arm.device.words.slice(0, 32),
  String(arm.analysed ?? arm.enrolled ?? ''),
  arm.places
    .map(({ words }) => words)
    .join(', ')
    .slice(0, 24),
  arm.outcomes
    .map(({ words }) => words)
    .join('; ')
    .slice(0, 48),
];

/** Nothing counted is no zero: the interval says how much it may be. */
const rateText = ({ k, n, interval }: RiskRate): string =>
  `${k} of ${n} (${shown(interval.low, '%', 2)} to ${shown(interval.high, '%', 2)})`;

const risksText = (route: Route, region: CourseRegion): string =>
  risksFor({ modality: route, region })
    .map(({ event, rates }) =>
      rates === 'not quantified'
        ? `  ${event}: not quantified`
        : `  ${event}: ${rates.map(rateText).join(', ')}`,
    )
    .join('\n');

interface Found {
  readonly indication: IndicationId;
  readonly route: Route;
  readonly region: CourseRegion;
  readonly site: SiteId | undefined;
}

const textOf = ({ indication, route, region, site }: Found): string => {
  const arms = armsFor({ indication, modality: route });
  return [
    `${indication.replaceAll('-', ' ')}, ${route}, ${region}`,
    forecastText(forecastFor(indication, route, region)),
    arms.length === 0
      ? 'No study in the table.'
      : table(['study', 'role', 'device', 'people', 'place', 'outcomes'], arms.map(armRow)),
    `Harms counted\n${risksText(route, region)}`,
    ...gapsFor({ indication, route, site }).map(({ text }) => `Gap: ${text}`),
  ].join('\n\n');
};

/** What trials say of an indication: forecast with its certainty, studies, harms and gaps. */
export const showEvidence = (words: string, { json, rf, site: siteId }: EvidenceFlags): number => {
  const indication = idOf(words);
  const site = siteId === undefined ? undefined : catalogueSite(siteId, '--site').id;
  const region = site === undefined ? 'face' : courseRegionOf(site);
  const route: Route = rf === true ? 'rf' : 'needling';
  const found = { indication, route, region, site };
  if (json !== true) print(textOf(found));
  else {
    print(
      jsonText({
        ...found,
        forecast: forecastFor(indication, route, region),
        arms: armsFor({ indication, modality: route }).map(({ study, arm }) => ({
          study: study.id,
          arm: arm.id,
        })),
        risks: risksFor({ modality: route, region }),
        gaps: gapsFor({ indication, route, site }),
      }),
    );
  }
  return exitCode.planned;
};
