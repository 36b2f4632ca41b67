import { siteIds } from '@percuta/evidence';
import { quantity, toSI } from '@percuta/quantity';
import { z } from 'zod';
import { caseSchema, type Case } from './case.ts';
import { readDocument } from './document.ts';
import { checkExclusions, exclusions, leastArea } from './exclusions.ts';
import { migrate, type Migration } from './migrations.ts';
import { asOnDial, rfSettingsSchema, type RfSettings } from './rf-settings.ts';

const depth = quantity('length', { shown: 'mm', min: '0.05 mm', max: '10 mm' }).describe(
  'needle protrusion set on the device',
);
const passes = z.int().min(1).max(50);
const handSpeed = quantity('speed', { shown: 'mm/s', min: '0.5 mm/s', max: '500 mm/s' });
const frequency = quantity('frequency', { shown: 'Hz', min: '1 Hz', max: '1000 Hz' });

const settings = z.strictObject({
  depth,
  passes,
  hand_speed: handSpeed.optional().describe('pens and rollers'),
  frequency: frequency
    .optional()
    .describe('pens; the fixed or highest frequency of the device when left out'),
  rf: rfSettingsSchema.optional().describe('radio frequency; needles alone when left out'),
});

const zone = z.strictObject({
  name: z.string().min(1),
  site: z.enum(siteIds).optional().describe('the site of the case when left out'),
  area: quantity('area', { shown: 'cm2', min: leastArea, max: '5000 cm2' }).optional(),
  exclusions: exclusions.describe(
    'parts of the zone that are left out, with why; those of the case when left out, where site and area are its own',
  ),
  depth: depth.optional(),
  passes: passes.optional(),
  hand_speed: handSpeed.optional(),
  rf: rfSettingsSchema.optional(),
});

/** A course to simulate: a case, a device with its settings, the zones that differ, and the days of the sessions. */
export const protocolSchema = z.strictObject({
  kind: z.literal('percuta protocol'),
  version: z.literal(1),
  title: z.string().min(1),
  case: caseSchema.describe('the case itself; in a file also the path of a case file'),
  device: settings.extend({
    id: z.string().min(1).optional().describe('id of the catalogue'),
    sheet: z.unknown().optional().describe('a device sheet; in a file also the path of one'),
  }),
  zones: z.array(zone).min(1),
  sessions: z
    .array(quantity('time', { shown: 'days', min: '0 days', max: '1000 days' }))
    .min(1)
    .describe('days of the sessions, rising from 0 days'),
});

/**
 * A course to simulate, after decoding: SI numbers. Fields: `protocolSchema`, and as written in a file
 * docs/generated/protocol-fields.md.
 */
export type Protocol = z.output<typeof protocolSchema>;
/**
 * One zone of a protocol with what differs there from the settings of the device; lengths in m, area in m², speed
 * in m/s. Fields: `zones` of `protocolSchema`.
 */
export type Zone = z.output<typeof zone>;

/** What one zone is treated with: SI numbers. */
export interface Settings {
  /** Protrusion of the needle, m. */
  readonly depth: number;
  readonly passes: number;
  /** Speed of the hand over the skin, m/s; undefined for stamps and patches. */
  readonly handSpeed: number | undefined;
  /** Strokes per second, Hz; undefined for devices without a motor. */
  readonly frequency: number | undefined;
  /** Undefined for needles without energy. */
  readonly rf?: RfSettings | undefined;
}

/** The same settings from another depth on, m: shallower depths at which a shot goes on move with the first. */
export const atDepth = (settings: Settings, depth: number): Settings => {
  const { rf } = settings;
  if (rf?.stops === undefined) return { ...settings, depth };
  const stops = rf.stops.map((stop) => ({
    ...stop,
    depth: asOnDial(stop.depth + (depth - settings.depth)),
  }));
  return { ...settings, depth, rf: { ...rf, stops } };
};

/** Passes at one more depth in the same session, by the same hand at the same pace. */
export interface FurtherPasses {
  /** Protrusion of the needle, m. */
  readonly depth: number;
  readonly passes: number;
  /** As at the first depth where it is left out. */
  readonly rf?: RfSettings | undefined;
}

/** What a zone is treated with in one session that may go over it at several depths, in the order they were made. */
export interface SessionSettings extends Settings {
  readonly further?: readonly FurtherPasses[] | undefined;
}

/** The settings of each depth of a session, as if it were alone. */
export const byDepth = ({ further = [], ...first }: SessionSettings): readonly Settings[] => [
  first,
  ...further.map(({ depth: own, passes: count, rf = first.rf }) => ({
    ...first,
    depth: own,
    passes: count,
    rf,
  })),
];

const currentVersion = 1;
const migrations: readonly Migration[] = [];

/** A session takes part of an hour; one that begins earlier runs into it. */
const leastInterval = toSI(1, 'h');

const isApart = (days: readonly number[]): boolean =>
  days.every((day, i) => i === 0 || day >= (days[i - 1] ?? day) + leastInterval);

const checked = protocolSchema.superRefine((protocol, context) => {
  const { sessions, device } = protocol;
  if (sessions[0] !== 0 || !isApart(sessions)) {
    context.addIssue({
      code: 'custom',
      path: ['sessions'],
      message: 'must start at 0 days and rise; sessions closer than 1 h overlap',
      params: { example: '["0 days", "28 days"]' },
    });
  }
  if ((device.id === undefined) === (device.sheet === undefined)) {
    context.addIssue({ code: 'custom', path: ['device'], message: 'needs either id or sheet' });
  }
  protocol.zones.forEach((one, i) => {
    checkExclusions({ area: one.area ?? protocol.case.site.area, exclusions: one.exclusions }, (issue) =>
      context.addIssue({ ...issue, path: ['zones', i, ...issue.path] }),
    );
  });
});

/**
 * Reads a protocol document with its case inline; throws BadInput with every problem.
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import { readProtocol } from '@percuta/engine';
 *
 * const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
 * const protocol = readProtocol({ ...read('protocol.json'), case: read('case.json') });
 * console.log(protocol.device.depth); // 0.0005
 * ```
 */
export const readProtocol = (input: unknown): Protocol =>
  readDocument(checked, migrate(input, 'percuta protocol', currentVersion, migrations));

/** Settings of a zone: those of the device, with what the zone says differently. */
export const settingsOf = (protocol: Protocol, zone: Zone): Settings => ({
  depth: zone.depth ?? protocol.device.depth,
  passes: zone.passes ?? protocol.device.passes,
  handSpeed: zone.hand_speed ?? protocol.device.hand_speed,
  frequency: protocol.device.frequency,
  rf: zone.rf ?? protocol.device.rf,
});

/**
 * The case as it holds for one zone: its site and area in place of those of the whole. Readings of the skin were
 * taken at the site of the case and say nothing of another.
 */
export const caseOfZone = (protocol: Protocol, zone: Zone): Case => {
  const { measured, ...rest } = protocol.case;
  const { exclusions: leftOut, ...site } = rest.site;
  const id = zone.site ?? site.id;
  const own = zone.exclusions ?? (id === site.id && zone.area === undefined ? leftOut : undefined);
  return {
    ...rest,
    ...(measured === undefined || id !== site.id ? {} : { measured }),
    site: {
      ...site,
      id,
      area: zone.area ?? site.area,
      ...(own === undefined ? {} : { exclusions: own }),
    },
  };
};

/** How many sessions a protocol has, and the shortest time between two of them, s; undefined for a single one. */
export const courseOf = ({
  sessions,
}: Protocol): { readonly sessions: number; readonly interval: number | undefined } => {
  const gaps = sessions.slice(1).map((day, i) => day - (sessions[i] ?? 0));
  return { sessions: sessions.length, interval: gaps.length === 0 ? undefined : Math.min(...gaps) };
};
