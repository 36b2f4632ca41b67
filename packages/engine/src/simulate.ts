import type { DeviceSheet } from '@percuta/evidence';
import type { Protocol, Zone } from './case/protocol.ts';
import type { Drawing, DrawPool } from './simulation/drawing.ts';
import { drawingHere, drawingWith } from './simulation/make-draws.ts';
import { expectationsOf, type CourseExpectation } from './expectation/expectation.ts';
import { expectationCourses, type ExpectationCourse } from './expectation/expectation-course.ts';
import { checkDraws } from './heal/ensemble/heal-ensemble.ts';
import type { Run } from './run.ts';
import { screen, type Screening } from './safety/screening.ts';
import { simulateZone, type ZoneSimulation } from './simulation/simulate-zone.ts';

/** How the expectation of one zone comes about over the weeks. */
export interface ZoneExpectation {
  readonly zone: string;
  readonly routes: readonly ExpectationCourse[];
}

/** The whole chain for a protocol, as far as it is built. */
export interface Simulation {
  readonly protocol: Protocol;
  readonly sheet: DeviceSheet;
  readonly screening: Screening;
  readonly zones: readonly ZoneSimulation[];
  /** What trials say to expect, once for each site that is treated. */
  readonly expectations: readonly CourseExpectation[];
  /** Of every zone that was healed. */
  readonly expectationCourses: readonly ZoneExpectation[];
}

const siteOf = (protocol: Protocol, zone: Zone) => zone.site ?? protocol.case.site.id;

const zoneExpectations = (
  protocol: Protocol,
  zones: readonly ZoneSimulation[],
  expectations: readonly CourseExpectation[],
): ZoneExpectation[] =>
  zones.flatMap(({ zone, healed: { course } }) =>
    course === undefined
      ? []
      : expectations
          .filter(({ site }) => site === siteOf(protocol, zone))
          .map((expected) => ({ zone: zone.name, routes: expectationCourses(expected, course.shape) })),
  );

function* simulating(protocol: Protocol, sheet: DeviceSheet, run: Run): Drawing<Simulation> {
  checkDraws(run.ensemble ?? 0);
  const zones: ZoneSimulation[] = [];
  for (const [i, zone] of protocol.zones.entries()) {
    run.signal?.throwIfAborted();
    run.progress?.(i, protocol.zones.length, 'zones');
    zones.push(yield* simulateZone(protocol, zone, sheet, run));
  }
  const places = protocol.zones.map((zone) => siteOf(protocol, zone));
  const expectations = expectationsOf(protocol.case, places, sheet);
  return {
    protocol,
    sheet,
    screening: screen(protocol.case, sheet.class === 'rf' ? 'rf' : 'needling'),
    zones,
    expectations,
    expectationCourses: zoneExpectations(protocol, zones, expectations),
  };
}

/**
 * Runs a protocol through the chain: each zone at central values, over the draws, and against the envelope; healed and
 * looked at, over an ensemble of healing where the run asks for one.
 * Throws OutsideModel for settings the device does not have, BadInput for limits that cannot be and for
 * more draws of healing than there are.
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import { catalogueSheet, defaultRun, readProtocol, simulate } from '@percuta/engine';
 *
 * const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
 * const protocol = readProtocol({ ...read('protocol.json'), case: read('case.json') });
 * const sheet = catalogueSheet('skinpen_precision', 'device.id');
 * const { zones } = simulate(protocol, sheet, { ...defaultRun, draws: 256, heals: false });
 * console.log(zones.map(({ isInside }) => isInside).join(', ')); // true, true
 * ```
 */
export const simulate = (protocol: Protocol, sheet: DeviceSheet, run: Run): Simulation =>
  drawingHere(simulating(protocol, sheet, run), run);

/** The same, with the draws of healing made by a pool: the result does not depend on it. */
export const simulateWith = (
  pool: DrawPool,
  protocol: Protocol,
  sheet: DeviceSheet,
  run: Run,
): Promise<Simulation> => drawingWith(pool, simulating(protocol, sheet, run), run);
