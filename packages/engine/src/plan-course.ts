import type { DeviceSheet } from '@percuta/evidence';
import type { Case } from './case/case.ts';
import { casesOfZones } from './case/case-zones.ts';
import type { Plan } from './plan/plan.ts';
import { planZone } from './plan/zones/plan-zone.ts';
import { requireDevices } from './plan/support.ts';
import { joinZones } from './plan/zones/join-zones.ts';
import type { Run } from './run.ts';

/** Progress over all zones as one. */
const runOfZone = (run: Run, index: number, count: number): Run =>
  run.progress === undefined
    ? run
    : {
        ...run,
        progress: (done, total, what) => run.progress?.(index * total + done, count * total, what),
      };

/**
 * Plans a case with the given device sheets: every course the devices can really do, held against the envelope.
 * An area of several zones is planned zone by zone, in the same draws, and joined into courses of the same device and
 * sessions; the first zone that can be planned heads them.
 * Pure: the same case, sheets, seed and draws give the same plan on every host.
 * Throws BadInput for limits, overrides, measurements or subtypes that cannot be.
 * Lengths in m, areas in m2, times in s, shares from 0 to 1; a band is the median with the 5 and 95 % points.
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import { catalogueSheets, defaultRun, planCourse, readCase } from '@percuta/engine';
 *
 * const given = readCase(JSON.parse(readFileSync('case.json', 'utf8')));
 * const plan = planCourse(given, catalogueSheets(given), { ...defaultRun, draws: 256 });
 * console.log(plan.status); // planned
 * ```
 */
export const planCourse = (given: Case, sheets: readonly DeviceSheet[], run: Run): Plan => {
  requireDevices(sheets);
  const cases = casesOfZones(given);
  const plans = cases.map((one, i) => planZone(one, sheets, runOfZone(run, i, cases.length)));
  return joinZones(plans);
};
