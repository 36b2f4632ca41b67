import { BadInput, catalogueSite, levelNames, shown } from '@percuta/engine';
import {
  armsFor,
  assessedFor,
  basisOf,
  courseRegionOf,
  forecastFor,
  gapsFor,
  indicationIds,
  moderatorsFor,
  resultsFor,
  risksFor,
  type CourseRegion,
  type Forecast,
  type Gap,
  type IndicationId,
  type LevelBasis,
  type ModeratorReport,
  type RiskAnswer,
  type RiskRate,
  type ScaleResult,
  type Route,
  type SiteId,
  type StudyArm,
} from '@percuta/evidence';
import { certaintyText, doseText } from '../evidence/certainty-text.ts';
import { evidenceFiles } from '../evidence/evidence-files.ts';
import { resultsText } from '../evidence/results-text.ts';
import { exitCode } from '../exit-code.ts';
import { jsonText, print, writeFiles } from '../output.ts';
import { table } from '../table.ts';

export interface EvidenceFlags {
  readonly json?: boolean;
  readonly out?: string;
  readonly rf?: boolean;
  readonly site?: string;
}

const idOf = (words: string): IndicationId => {
  const asked = words
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  const named = indicationIds.filter((id) => id === asked);
  const [found, other] = named.length > 0 ? named : indicationIds.filter((id) => id.includes(asked));
  if (found !== undefined && other === undefined) return found;
  throw new BadInput([
    {
      path: 'indication',
      given: words,
      problem: found === undefined ? 'is not an indication' : 'names several indications',
      allowed: indicationIds.map((id) => id.replaceAll('-', ' ')).join(', '),
      remedy: 'name one of these',
    },
  ]);
};

type Level = Extract<Forecast, { status: 'estimated' }>['levels'][number];

/** What a prior alone places is a chance, so it is never printed as people. */
const forecastCells = (level: Level): string[] => {
  const { median, band50, band90 } = level;
  const unit = basisOf(level) === 'prior' ? ' %' : '';
  return [
    `${median}${unit}`,
    `${band50.low} to ${band50.high}${unit}`,
    `${band90.low} to ${band90.high}${unit}`,
  ];
};

const basisText = (level: Level): string => {
  const words: Readonly<Record<LevelBasis, string>> = {
    counted: String(level.countedIn),
    borrowed: 'placed by studies of others',
    prior: 'no study: a chance from a prior',
  };
  return words[basisOf(level)];
};

const forecastText = (forecast: Forecast): string => {
  if (forecast.status === 'explained only') return `No figure of benefit: ${forecast.reason}.`;
  const { statement, levels, certainty, studies } = forecast;
  return [
    statement,
    table(
      ['', 'of 100', '50 %', '90 %', 'counted in'],
      levels.map((level) => [levelNames[level.level], ...forecastCells(level), basisText(level)]),
    ),
    certaintyText(certainty),
    `From ${studies.length} ${studies.length === 1 ? 'study' : 'studies'}: ${studies.join(', ')}.`,
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

const risksText = (risks: readonly RiskAnswer[]): string =>
  risks
    .map(({ event, rates }) =>
      rates === 'not quantified'
        ? `  ${event}: not quantified`
        : `  ${event}: ${rates.map(rateText).join(', ')}`,
    )
    .join('\n');

/** All that is known of a question. */
interface Found {
  readonly indication: IndicationId;
  readonly route: Route;
  readonly region: CourseRegion;
  readonly site: SiteId | undefined;
  readonly forecast: Forecast;
  readonly results: readonly ScaleResult[];
  readonly moderators: readonly ModeratorReport[];
  readonly arms: readonly StudyArm[];
  readonly risks: readonly RiskAnswer[];
  readonly gaps: readonly Gap[];
}

const find = (indication: IndicationId, route: Route, site: SiteId | undefined): Found => {
  const region = site === undefined ? 'face' : courseRegionOf(site);
  return {
    indication,
    route,
    region,
    site,
    forecast: forecastFor(indication, route, region),
    // Without a site, wherever they were found.
    results: resultsFor({ indication, modality: route, region: site === undefined ? undefined : region }),
    moderators: moderatorsFor({ indication, modality: route }),
    arms: armsFor({ indication, modality: route }),
    risks: risksFor({ modality: route, region }),
    gaps: gapsFor({ indication, route, site }),
  };
};

const weeks = (time: number): string => String(Math.round(time / (7 * 86_400)));

const assessedText = ({ indication, route }: Found): string[] => {
  const assessed = assessedFor({ indication, modality: route });
  return assessed === undefined
    ? []
    : [
        `Read ${weeks(assessed.low)} to ${weeks(assessed.high)} weeks after the last session, as far as stated.`,
      ];
};

const textOf = (found: Found): string => {
  const { indication, route, region, forecast, results, moderators, arms, risks, gaps } = found;
  return [
    `${indication.replaceAll('-', ' ')}, ${route}, ${region}`,
    forecastText(forecast),
    ...assessedText(found),
    resultsText(results),
    doseText(moderators),
    arms.length === 0
      ? 'No study in the table.'
      : table(['study', 'role', 'device', 'people', 'place', 'outcomes'], arms.map(armRow)),
    `Harms counted\n${risksText(risks)}`,
    ...gaps.map(({ text }) => `Gap: ${text}`),
  ].join('\n\n');
};

/** Lengths as text with their unit, times in weeks: SI numbers stay inside. */
const written = ({ arms, moderators, ...found }: Found) => ({
  ...found,
  moderators: moderators.map(({ used, ...report }) => ({
    ...report,
    ...(used === undefined
      ? {}
      : {
          used: {
            arms: used.arms,
            low: report.moderator === 'needle length' ? shown(used.low, 'mm') : used.low,
            high: report.moderator === 'needle length' ? shown(used.high, 'mm') : used.high,
          },
        }),
  })),
  arms: arms.map(({ study, arm }) => ({ study: study.id, arm: arm.id })),
});

/** What trials say of an indication: forecast with its certainty, results by scale, studies, harms and gaps. */
export const showEvidence = (words: string, { json, out, rf, site: given }: EvidenceFlags): number => {
  const site = given === undefined ? undefined : catalogueSite(given, '--site').id;
  const found = find(idOf(words), rf === true ? 'rf' : 'needling', site);
  if (out !== undefined) {
    const files = {
      ...evidenceFiles(found.forecast, found.results),
      'evidence.json': jsonText(written(found)),
    };
    const paths = writeFiles(out, files);
    if (json !== true) print(`Written: ${paths.join(', ')}`);
  }
  if (json === true) print(jsonText(written(found)));
  else if (out === undefined) print(textOf(found));
  return exitCode.planned;
};
