import type { DeviceSheet } from '@percuta/evidence';
import type { Case } from '../../case/case.ts';
import { centralDraw, checkOverrides, jointOverrides } from '../../ensemble.ts';
import { tell, type Run } from '../../run.ts';
import { screen } from '../../safety/screening.ts';
import { knowSkin } from '../../skin/skin.ts';
import { circumstancesOf } from '../circumstances.ts';
import { factsOf } from '../device-facts.ts';
import { priorsOf } from '../influence.ts';
import type { Plan } from '../plan.ts';
import { evaluateDevices } from '../search/evaluate-device.ts';
import { byTradeOff } from '../search/front.ts';
import { settingOf, situationOf } from '../situation.ts';
import { placeReasons, refusalOf, screeningReasons } from '../support.ts';

/** Plans the zone of a case that stands under `site`. */
export const planZone = (given: Case, sheets: readonly DeviceSheet[], run: Run): Plan => {
  tell(run, 0, 1, 'draws');
  const screening = screen(given, 'needling');
  checkOverrides(run.overrides);
  const known = knowSkin(given, centralDraw(jointOverrides(run.overrides)).skin);
  tell(run, 0, 1, 'draws');
  const situation = situationOf(given, known, run);
  const stopped = [...placeReasons(given, known.site), ...screeningReasons(screening)];
  if (stopped.length > 0)
    return { status: 'refused', given, screening, refusedDevices: [], reasons: stopped };

  const settings = sheets.map((sheet) => settingOf(situation, sheet, run, () => tell(run, 0, 1, 'draws')));
  const refusedDevices = settings.flatMap(refusalOf);
  const usable = settings.filter((setting) => refusalOf(setting).length === 0);
  if (usable.length === 0)
    return { status: 'refused', given, screening, refusedDevices, reasons: refusedDevices };

  const { strokes, inside, rejected } = evaluateDevices(usable, run);
  tell(run, 1, 1, 'trade-off');
  const { front, rest } = byTradeOff(inside);
  const devices = usable.map((setting) => factsOf(setting, () => tell(run, 1, 1, 'depths')));
  const tick = (): void => tell(run, 1, 1, 'priors');
  tick();
  const circumstances = circumstancesOf(situation, known, { asked: sheets, devices, tick });
  tick();
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
