import {
  reasonLines,
  reportOf,
  type Plan,
  type PlanReasons,
  type Report,
  type ReportManifest,
} from '@percuta/engine';
import { gradeTable, iconArray, limitBars, skinSection, tradeOff } from '@percuta/figures';
import type { ExpectationFigures } from './expectation.ts';
import { heatFigures } from './why/heat.ts';
import { renderReport, type CourseFigures } from './render-report.ts';
import { figurePair } from './summary.ts';

const courseFigures = (plan: Plan, report: Report): CourseFigures | undefined => {
  if (plan.status === 'refused' || report.status === 'refused') return undefined;
  const shown = report.shortlist.flatMap(({ letter, id }) =>
    plan.candidates.filter((candidate) => candidate.id === id).map((candidate) => ({ letter, candidate })),
  );
  const [first] = shown;
  if (first === undefined) return undefined;
  return {
    section: figurePair('section', [708, 328], (options) =>
      skinSection({ ...first, skin: plan.skin }, options),
    ),
    tradeOff: figurePair('trade-off', [544, 304], (options) => tradeOff(shown, options)),
    limits: figurePair('limits', [544, 304], (options) => limitBars(first, options)),
  };
};

/** The levels people ask about; the table has the rest. */
const drawnLevels: readonly string[] = ['any', '50', '75'];

/** People drawn are people counted: what rests on a prior has no array. */
const expectationFigures = (plan: Plan): ExpectationFigures[] => {
  if (plan.status === 'refused') return [];
  return plan.expectation.routes.flatMap((expected) => {
    if (expected.status !== 'estimated') return [];
    const { route, certainty, statement } = expected;
    const levels = expected.levels.filter(
      ({ level, basis }) => drawnLevels.includes(level) && basis !== 'prior',
    );
    const icons = { levels, statement, grade: certainty.grade };
    return [
      {
        route,
        icons: figurePair(`icons-${route}`, [486, 304], (options) => iconArray(icons, options)),
        grade: figurePair(`grade-${route}`, [614, 304], (options) => gradeTable({ certainty }, options)),
      },
    ];
  });
};

/**
 * The report of a plan as one HTML file that needs nothing else, with its reasons where they were worked out. Pure.
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import { renderPlan } from '@percuta/document';
 * import { catalogueSheets, defaultRun, manifestOfPlan, planCourse, readCase, reportManifestOf } from '@percuta/engine';
 *
 * const document = JSON.parse(readFileSync('case.json', 'utf8'));
 * const given = readCase(document);
 * const [sheets, run] = [catalogueSheets(given), { ...defaultRun, draws: 64 }];
 * const plan = planCourse(given, sheets, run);
 * const manifest = manifestOfPlan(plan, sheets, run, { document, sheets: [] }, 'here');
 * console.log(renderPlan(plan, reportManifestOf(manifest)).slice(0, 15)); // <!doctype html>
 * ```
 */
export const renderPlan = (plan: Plan, manifest: ReportManifest, reasons?: PlanReasons): string => {
  const report = reportOf(plan, manifest);
  return renderReport(report, {
    courses: courseFigures(plan, report),
    expectation: expectationFigures(plan),
    heat: report.status === 'refused' ? undefined : heatFigures(report, reasons),
    reasons: reasons === undefined ? undefined : reasonLines(reasons),
  });
};
