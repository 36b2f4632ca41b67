import type { DeviceSheet } from '@percuta/evidence';
import { caseOfZone, settingsOf, type Protocol } from './case/protocol.ts';
import { centralDraw, healValues, withoutHealing, type Overrides } from './ensemble.ts';
import { acceptedDraws } from './heal/calibration/accepted-draws.ts';
import { healDraw, type DrawOutcome } from './heal/ensemble/draw.ts';
import { gatherEnsemble, type HealEnsemble } from './heal/ensemble/heal-ensemble.ts';
import { asked, healZone, placeOfCase, followed, type ZoneHealing } from './heal/heal-zone.ts';
import type { HealValues } from './heal/heal-stage.ts';
import { zoneInput } from './heal/zone-input.ts';
import { checkSettings } from './puncture/device.ts';
import { countPunctures, insertNeedles } from './puncture/puncture.ts';
import type { Run } from './run.ts';
import { buildSkin, knowSkin } from './skin/skin.ts';

/** Healing of one zone, with its ensemble where one was asked for and the zone can be healed. */
export interface HealedZone {
  readonly name: string;
  /** With the whole field at every time. */
  readonly central: ZoneHealing;
  readonly ensemble: HealEnsemble | undefined;
}

/** A zone whose healing is drawn: plain data that can be sent to a thread. */
export interface DrawJob {
  readonly protocol: Protocol;
  readonly sheet: DeviceSheet;
  /** Place of the zone in the protocol. */
  readonly zone: number;
  readonly seed: number;
  readonly overrides: Overrides;
}

/** Outcomes of the draws 0, 1, 2, ... of a zone in this order, as far as they are asked for. */
export type DrawPool = (job: DrawJob, signal?: AbortSignal) => AsyncIterable<DrawOutcome>;

/** Parameters that a run sets by hand, which no draw changes; those of the mesh are never drawn. */
const setByHand = (overrides: Overrides): Partial<HealValues> => {
  const names = Object.keys(overrides).map((name) => name.replace(/^heal\./, ''));
  return Object.fromEntries(Object.entries(healValues(overrides)).filter(([name]) => names.includes(name)));
};

/** What a zone brings to its healing; skin and needles stay at their central values. */
const woundOf = ({ protocol, sheet, zone, overrides }: DrawJob) => {
  const treated = protocol.zones[zone];
  const given = caseOfZone(protocol, treated);
  const settings = settingsOf(protocol, treated);
  checkSettings(sheet, settings);
  const draw = centralDraw(withoutHealing(overrides));
  const skin = buildSkin(knowSkin(given, draw.skin), draw.ranks, draw.skin);
  const punctures = countPunctures(insertNeedles(sheet, settings, skin, draw), settings.passes, skin, draw);
  return { given, wound: { skin, punctures, puncture: draw.puncture, sessions: protocol.sessions } };
};

/** Heals the zone of a job at any of its draws. Throws what `heal` throws. */
export const createDrawer = (job: DrawJob, signal?: AbortSignal): ((k: number) => DrawOutcome) => {
  const { given, wound } = woundOf(job);
  const inputOf = (values: HealValues) =>
    zoneInput({ ...wound, followed, place: placeOfCase(given, values) }, values);
  const options = { seed: job.seed, fixed: setByHand(job.overrides), times: asked };
  return (k) => healDraw(inputOf, k, signal === undefined ? options : { ...options, signal });
};

/** Places of the draws there are. */
export const drawCount: number = acceptedDraws.length;

/** One draw after the other, on the thread of the caller. */
const drawHere: DrawPool = async function* drawHere(job, signal) {
  const drawer = createDrawer(job, signal);
  for (let k = 0; k < drawCount; k += 1) yield drawer(k);
};

interface Drawing {
  readonly run: Run;
  readonly draws: number;
  readonly pool: DrawPool;
}

const healOne = async (job: DrawJob, { run, draws, pool }: Drawing): Promise<HealedZone> => {
  const { given, wound } = woundOf(job);
  const { name } = job.protocol.zones[job.zone];
  const central = healZone({ ...wound, sheet: job.sheet, given }, healValues(run.overrides), {
    ...run,
    keepsFields: true,
  });
  const ensemble =
    draws === 0 || central.status !== 'healed'
      ? undefined
      : await gatherEnsemble(pool(job, run.signal), draws, run.progress);
  return { name, central, ensemble };
};

/**
 * Heals every zone of a protocol at central values, and over `draws` of the calibrated draws when more than 0; skin and
 * needles stay central. `pool` makes the draws; without one they are made here. The result does not depend on it.
 * Throws OutsideModel for settings the device does not have and for more draws than there are, BadInput for overrides.
 */
export const simulateHealing = async (
  protocol: Protocol,
  sheet: DeviceSheet,
  run: Run,
  { draws, pool = drawHere }: { readonly draws: number; readonly pool?: DrawPool },
): Promise<readonly HealedZone[]> => {
  const zones: HealedZone[] = [];
  for (let zone = 0; zone < protocol.zones.length; zone += 1) {
    const job = { protocol, sheet, zone, seed: run.seed, overrides: run.overrides };
    zones.push(await healOne(job, { run, draws, pool }));
  }
  return zones;
};
