import { isDeviceId, type DeviceSheet, type Site } from '@percuta/evidence';
import type { Case } from '../case/case.ts';
import { documentedLengths } from '../case/documented-lengths.ts';
import { BadInput, OutsideModel } from '../error.ts';
import { energyScaleGaps, energyScaleHint, rfArrayOf } from '../heat/array/rf-array.ts';
import { patternText, trainingFlags } from '../heat/emulator/shot-pattern.ts';
import { depthSettings, needleCount, requireFrequency } from '../puncture/device.ts';
import { boundText } from '../safety/adjustments.ts';
import { marginsAt } from '../safety/envelope.ts';
import { labelDepth } from '../safety/limits/depth-caps.ts';
import type { Finding, Screening } from '../safety/screening.ts';
import { fdaNotice } from './fda-notice.ts';
import type { Reason } from './plan.ts';
import type { Setting } from './situation.ts';
import { tipReasons } from './zones/tip-reasons.ts';

const reason = (
  about: string,
  because: string,
  wouldChange: string,
  sources: Reason['sources'] = [],
): Reason => ({
  about,
  because,
  sources,
  wouldChange,
});

/** An answer that stops the whole area may be true of a part that can be left out. */
const orLeaveOut: Readonly<Record<string, string>> = {
  'acne-active':
    '; or, where it is in part of the area only, leave that part out under "exclusions" of the zone with the reason "active acne", and answer for the skin that is left',
};

const byFinding = ({ item }: Finding): Reason =>
  reason(
    `screening: ${item.factor}`,
    `${item.reason}; rule: ${item.rule}`,
    `${item.defer_until ?? 'nothing Percuta can weigh; a dermatologist decides'}${orLeaveOut[item.id] ?? ''}`,
    item.sources,
  );

/** Why screening stops a plan; empty when it does not. */
export const screeningReasons = (screening: Screening): Reason[] => {
  const { verdict, findings, unanswered } = screening;
  if (verdict === 'proceed' || verdict === 'proceed with change') return [];
  if (verdict === 'incomplete') {
    return [
      reason(
        'screening: incomplete',
        `${unanswered.length} questions are not answered: ${unanswered.map(({ id }) => id).join(', ')}`,
        'an answer to each under "screening"; unanswered counts as not cleared',
      ),
    ];
  }
  const stopping = new Set(['exclude', 'exclude-zone', 'refer', 'defer']);
  return findings.filter(({ action }) => stopping.has(action)).map(byFinding);
};

/** Why a place or indication is outside what Percuta plans, whatever the device. */
export const placeReasons = (given: Case, site: Site): Reason[] => {
  const reasons: Reason[] = [];
  const { indication } = given.concern;
  if (site.inside_orbital_rim) {
    reasons.push(
      reason(
        `site: ${site.name}`,
        'it lies inside the orbital rim, where nothing is needled',
        'a site outside the rim; this cannot be overridden',
        [{ key: 'skinpen-label' }],
      ),
    );
  }
  for (const zone of given.site.touches) {
    reasons.push(
      reason(`area: ${zone}`, 'the area touches an exclusion zone', 'an area that keeps clear of it', [
        { key: 'skinpen-label' },
      ]),
    );
  }
  if (documentedLengths(given, site) === undefined) {
    reasons.push(
      reason(
        `indication: ${indication}`,
        'no trial, label or guide documents a needle length for it, so the depth cap is unknown',
        'a documented length in the protocol data',
      ),
    );
  }
  return reasons;
};

const missingFact = (sheet: DeviceSheet): OutsideModel | undefined => {
  try {
    needleCount(sheet);
    if (sheet.class === 'rf') rfArrayOf(sheet);
    if (sheet.class === 'pen')
      requireFrequency(sheet, { depth: 1, passes: 1, handSpeed: 1, frequency: undefined });
    return undefined;
  } catch (error) {
    if (error instanceof OutsideModel) return error;
    throw error;
  }
};

/**
 * Share of held-back answers that must lie within the stated error, of which 95 % are expected. Answers of one run go
 * together, so that sixty runs scatter by some per cent.
 */
const leastHeld = 0.85;

/** Why a device with radio frequency cannot be planned with. */
const heatReasons = ({ sheet, heats }: Setting): Reason[] => {
  const about = `device: ${sheet.name}`;
  const sources = [{ key: 'fda2025' }] as const;
  const gaps = energyScaleGaps(sheet);
  if (gaps.length > 0) {
    return [
      reason(
        about,
        `its energy scale is not documented: the sheet gives no ${gaps.join(', ')}.${energyScaleHint(sheet)} ${fdaNotice}`,
        `a sheet of your own that states them; \`percuta devices ${isDeviceId(sheet.id) ? sheet.id : 'SHEET'} --dose\` shows what any given energy per needle would do`,
        sources,
      ),
    ];
  }
  if (heats.length > 0) {
    const poor = heats.find(({ emulator: { heldBack } }) => heldBack.inside < leastHeld * heldBack.of);
    if (poor === undefined) return [];
    const { pattern, heldBack } = poor.emulator;
    const { inside, of, runs } = heldBack;
    const share = Math.round((100 * inside) / of);
    return [
      reason(
        about,
        `its emulator for ${patternText(pattern)} misses the error it states: of ${of} answers at ${runs} runs it had not seen ${share} % lie within, and at least ${100 * leastHeld} % are asked for. ${fdaNotice}`,
        `train it again with more runs: \`percuta train SHEET${trainingFlags(pattern)} --runs 256\``,
        sources,
      ),
    ];
  }
  return [
    reason(
      about,
      `its heat has no emulator yet, and the whole model is too slow for every setting of a plan. ${fdaNotice}`,
      'train one, once: `percuta train SHEET`; or `percuta simulate` with --ensemble for one protocol',
      sources,
    ),
  ];
};

/** Why a device cannot be planned with at all; empty when it can. */
const deviceReasons = (setting: Setting): Reason[] => {
  const { sheet } = setting;
  const about = `device: ${sheet.name}`;
  const byHeat = sheet.class === 'rf' ? heatReasons(setting) : [];
  if (byHeat.length > 0) return byHeat;
  if (sheet.class === 'single') {
    return [reason(about, 'a single needle has no hole density to plan', 'simulate it, or choose an array')];
  }
  const missing = missingFact(sheet);
  if (missing !== undefined) return [reason(about, missing.message, missing.bound)];
  if (labelDepth(sheet) === undefined || depthSettings(sheet).length === 0) {
    return [
      reason(
        about,
        'no depth limit of this device is documented, and no plan is made on an unknown limit',
        'a device sheet of your own with depth_evaluated_max from its label',
      ),
    ];
  }
  return [];
};

/** Limits of the label that the person breaks, whatever the settings. */
const personReasons = ({ given, site, sheet, adjustments }: Setting): Reason[] => {
  const settings = { depth: 0, passes: 1, handSpeed: undefined, frequency: undefined };
  const subject = { given, site, sheet, settings, course: { sessions: 1, interval: undefined }, tracks: [] };
  return marginsAt('case', subject, adjustments)
    .filter((margin) => margin.isBroken)
    .map((margin) =>
      reason(
        `${sheet.name}: ${margin.title}`,
        `${boundText(margin, margin.value)} against ${margin.direction} ${boundText(margin, margin.bound)}`,
        margin.remedy,
        margin.sources,
      ),
    );
};

/** Why nothing is planned with a device in this situation; empty when it can be. */
export const refusalOf = (setting: Setting): Reason[] => {
  const reasons = [...deviceReasons(setting), ...tipReasons(setting)];
  return reasons.length > 0 ? reasons : personReasons(setting);
};

/** Throws BadInput when there is nothing to plan with, or one id stands for two devices. */
export const requireDevices = (sheets: readonly DeviceSheet[]): void => {
  const twice = sheets.find(({ id }, i) => sheets.findIndex((other) => other.id === id) < i);
  if (twice !== undefined) {
    throw new BadInput([
      {
        path: 'devices',
        given: twice.id,
        problem: 'names a device twice, so that its courses could not be told apart',
        remedy: 'name it once; a sheet of your own beside that of the catalogue needs an id of its own',
      },
    ]);
  }
  if (sheets.length > 0) return;
  throw new BadInput([
    {
      path: 'devices',
      given: '[]',
      problem: 'names no device, and no sheet of your own was given',
      remedy: 'name one that `percuta devices` lists, or give a sheet with --device FILE',
    },
  ]);
};
