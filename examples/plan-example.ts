import { readFileSync } from 'node:fs';
import { catalogueSheets, defaultRun, planCourse, readCase, type Plan } from '@percuta/engine';

/** The plan of an example folder, as `./percuta plan examples/NAME/case.json` makes it. */
export const planExample = (name: string): Plan => {
  const given = readCase(JSON.parse(readFileSync(new URL(`${name}/case.json`, import.meta.url), 'utf8')));
  return planCourse(given, catalogueSheets(given), defaultRun);
};

/** The plan, where the example promises that the chain was run. */
export const ranPlan = (name: string): Exclude<Plan, { readonly status: 'refused' }> => {
  const plan = planExample(name);
  if (plan.status === 'refused') throw new Error(`${name} was refused: ${plan.reasons[0]?.because}`);
  return plan;
};

/** Depths of what is inside, mm, each once, shallow to deep. */
export const depthsInside = (name: string): number[] => {
  const depths = ranPlan(name).candidates.map(({ settings }) => Number((settings.depth * 1000).toFixed(3)));
  return [...new Set(depths)].sort((a, b) => a - b);
};
