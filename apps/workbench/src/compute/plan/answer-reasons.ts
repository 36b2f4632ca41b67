import { renderPlan } from '@percuta/document';
import {
  daysText,
  explainPlanWith,
  letterOf,
  reasonLines,
  reportManifestOf,
  weighCoursesWith,
  weighedLine,
  writeReasons,
  type WeighedCourse,
} from '@percuta/engine';
import { withDrawPool } from '../draws/draw-pool.ts';
import { remembering } from '../draws/remembering.ts';
import type { PlanQuestion, ReasonsAnswer, WeighedAnswer, WeighedMark } from '../messages.ts';
import type { Report } from '../report.ts';
import { planFor } from './planned.ts';

const day = 86_400;

const daysOf = ({ downtime }: WeighedCourse): WeighedMark['days'] =>
  downtime === undefined
    ? undefined
    : {
        central: downtime.central / day,
        ...(downtime.drawn && { low: downtime.drawn.low / day, high: downtime.drawn.high / day }),
      };

/** The courses that are offered and some that are not, by what they bring and cost. */
export const answerWeighing = async (question: PlanQuestion, report: Report): Promise<WeighedAnswer> => {
  const { plan, run, made } = await planFor(question, report);
  if (plan.status === 'refused') return { measure: 'holes at the target', marks: [] };
  const { measure, courses } = await withDrawPool((pool) =>
    weighCoursesWith(remembering(made, pool), plan, run),
  );
  const offered = courses.filter(({ refused }) => refused === undefined).length;
  return {
    measure,
    marks: courses.map((one, i) => ({
      words: weighedLine(one, measure),
      label: i < offered ? letterOf(i) : String(i - offered + 1),
      sessions: one.course.sessions,
      benefit: one.benefit,
      days: daysOf(one),
      shortDays: one.downtime === undefined ? undefined : daysText(one.downtime),
    })),
  };
};

/** Why the plan is as it is and what would change it, with the report that says so. */
export const answerReasons = async (question: PlanQuestion, report: Report): Promise<ReasonsAnswer> => {
  const { plan, run, manifest, made } = await planFor(question, report);
  const reasons = await withDrawPool((pool) => explainPlanWith(remembering(made, pool), plan, run));
  return {
    ...reasonLines(reasons),
    judged: Object.fromEntries(
      reasons.courses.map(({ sessions: { blocks } }, i) => [
        letterOf(i),
        blocks.map(({ judged }) => Math.round(judged / day)),
      ]),
    ),
    html: renderPlan(plan, reportManifestOf(manifest), reasons),
    json: `${JSON.stringify(writeReasons(reasons), undefined, 2)}\n`,
  };
};
