import { reportOf, type Plan, type Report, type ReportManifest } from '@percuta/engine';
import { limitBars, skinSection, tradeOff, type Figure, type FigureOptions } from '@percuta/figures';
import { renderReport, type FigurePair, type ReportFigures } from './render-report.ts';

/** Drawn once for a page and once for a phone, since text in a figure does not shrink well. */
const pair = (
  id: string,
  [wide, narrow]: readonly [number, number],
  draw: (options: FigureOptions) => Figure,
): FigurePair => ({
  wide: draw({ id, width: wide }),
  narrow: draw({ id: `${id}-narrow`, width: narrow }),
});

const figuresOf = (plan: Plan, report: Report): ReportFigures | undefined => {
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

/** The report of a plan as one HTML file that needs nothing else. Pure. */
export const renderPlan = (plan: Plan, manifest: ReportManifest): string => {
  const report = reportOf(plan, manifest);
  return renderReport(report, figuresOf(plan, report));
};
