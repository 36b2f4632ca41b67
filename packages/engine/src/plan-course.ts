import type { DeviceSheet } from '@percuta/evidence';
import type { Case } from './case/case.ts';
import { casesOfZones } from './case/case-zones.ts';
import { centralDraw, checkOverrides, jointOverrides } from './ensemble.ts';
import { circumstancesOf } from './plan/circumstances.ts';
import { factsOf } from './plan/device-facts.ts';
import { evaluateDevices } from './plan/search/evaluate-device.ts';
import { byTradeOff } from './plan/search/front.ts';
import { priorsOf } from './plan/influence.ts';
import type { Plan } from './plan/plan.ts';
import { settingOf, situationOf } from './plan/situation.ts';
import { placeReasons, refusalOf, requireDevices, screeningReasons } from './plan/support.ts';
import { joinZones } from './plan/zones/join-zones.ts';
import { tell, type Run } from './run.ts';
import { screen } from './safety/screening.ts';
import { knowSkin } from './skin/skin.ts';

/** Plans the zone of a case that stands under `site`. */
const planZone = (given: Case, sheets: readonly DeviceSheet[], run: Run): Plan => {
  tell(run, 0, 1, 'draws');
  const screening = screen(given, 'needling');
  checkOverrides(run.overrides);
  const known = knowSkin(given, centralDraw(jointOverrides(run.overrides)).skin);
  const situation = situationOf(given, known, run);
  const stopped = [...placeReasons(given, known.site), ...screeningReasons(screening)];
  if (stopped.length > 0)
    return { status: 'refused', given, screening, refusedDevices: [], reasons: stopped };

  const settings = sheets.map((sheet) => {
    tell(run, 0, 1, 'draws');
    return settingOf(situation, sheet, run);
  });
  const refusedDevices = settings.flatMap(refusalOf);
  const usable = settings.filter((setting) => refusalOf(setting).length === 0);
  if (usable.length === 0)
    return { status: 'refused', given, screening, refusedDevices, reasons: refusedDevices };

  const { strokes, inside, rejected } = evaluateDevices(usable, run);
  tell(run, 1, 1, 'trade-off');
  const { front, rest } = byTradeOff(inside);
  const devices = usable.map((setting) => {
    tell(run, 1, 1, 'depths');
    return factsOf(setting);
  });
  const circumstances = circumstancesOf(situation, known, sheets, devices);
  tell(run, 1, 1, 'priors');
  return {
    status: inside.length > 0 ? 'planned' : 'no safe plan',
    given,
    screening,
    refusedDevices,
    ...circumstances,
    candidates: [
      ...front.map((candidate) => ({ ...candidate, isOnFront: true })),
      ...rest.map((candidate) => ({ ...candidate, isOnFront: false })),
    ],
    rejected,
    priors: priorsOf(situation, strokes),
    ensemble: situation.ensemble,
    skins: situation.skins,
    strokes,
  };
};

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
