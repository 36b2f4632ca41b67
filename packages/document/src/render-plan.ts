import { reportOf, type Plan, type Report, type ReportManifest } from '@percuta/engine';
import {
  gradeTable,
  iconArray,
  limitBars,
  skinSection,
  tradeOff,
  type Figure,
  type FigureOptions,
} from '@percuta/figures';
import type { ExpectationFigures } from './expectation.ts';
import { renderReport, type CourseFigures, type FigurePair } from './render-report.ts';

/** Drawn once for a page and once for a phone, since text in a figure does not shrink well. */
const pair = (
  id: string,
  [wide, narrow]: readonly [number, number],
  draw: (options: FigureOptions) => Figure,
): FigurePair => ({
  wide: draw({ id, width: wide }),
  narrow: draw({ id: `${id}-narrow`, width: narrow }),
});

const courseFigures = (plan: Plan, report: Report): CourseFigures | undefined => {
  if (plan.status === 'refused' || report.status === 'refused') return undefined;
  const shown = report.shortlist.flatMap(({ letter, id }) =>
    plan.candidates.filter((candidate) => candidate.id === id).map((candidate) => ({ letter, candidate })),
  );
  const [first] = shown;
  if (first === undefined) return undefined;
  return {
    section: pair('section', [708, 328], (options) => skinSection({ ...first, skin: plan.skin }, options)),
    tradeOff: pair('trade-off', [544, 304], (options) => tradeOff(shown, options)),
    limits: pair('limits', [544, 304], (options) => limitBars(first, options)),
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
        icons: pair(`icons-${route}`, [486, 304], (options) => iconArray(icons, options)),
        grade: pair(`grade-${route}`, [614, 304], (options) => gradeTable({ certainty }, options)),
      },
    ];
  });
};

/** The report of a plan as one HTML file that needs nothing else. Pure. */
export const renderPlan = (plan: Plan, manifest: ReportManifest): string => {
  const report = reportOf(plan, manifest);
  return renderReport(report, {
    courses: courseFigures(plan, report),
    expectation: expectationFigures(plan),
  });
};
