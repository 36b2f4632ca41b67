import {
  deviceSheets,
  indicationIds,
  phototypes,
  siteIds,
  site as siteOf,
  type DeviceSheet,
} from '@percuta/evidence';
import type { Random } from '@percuta/numerics';
import { toSI } from '@percuta/quantity';
import { exclusionZones, type Case } from '../case/case.ts';
import type { Subject, Track } from '../safety/limit.ts';
import { caseWith } from './case.ts';
import { penSheet, rollerSheet, stampSheet } from './sheet.ts';

const years = toSI(1, 'years');
const days = toSI(1, 'days');
const mm = 1e-3;

const plain = caseWith();

const label = (minAge: number, phototypes?: readonly string[]) => ({
  min_age: `${minAge} years`,
  indications: [
    { id: 'atrophic-acne-scars', regions: ['face'], ...(phototypes === undefined ? {} : { phototypes }) },
    { id: 'fine-lines-and-wrinkles', sites: ['neck', 'cheek'] },
  ],
});

/** The catalogue and a few sheets with what the catalogue lacks. */
const sheets: readonly DeviceSheet[] = [
  ...deviceSheets(),
  penSheet({ label: label(22, ['I', 'II', 'III']), depth_evaluated_max: '1.5 mm' }),
  penSheet({ label: label(18), depth_evaluated_max: { value: '1 mm', read: 'recalled (unverified)' } }),
  penSheet({ depth_evaluated_max: null, depth_effective: { min: '0 mm', max: '1.25 mm' } }),
  penSheet({ depth_evaluated_max: null, dial_tolerance: null }),
  rollerSheet(),
  stampSheet({ needle_length: '1 mm' }),
];

/** As many draws as a chance of a twentieth needs before it can be told from more. */
const enoughDraws = 64;

const pick = <T>(random: Random, items: readonly [T, ...T[]] | readonly T[]): T => {
  const item = items[random.integer(items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
};

const between = (random: Random, low: number, high: number): number => low + random.next() * (high - low);

const measuredOf = (random: Random): Case['measured'] =>
  Array.from({ length: random.integer(3) }, () => ({
    layer: pick(random, ['epidermis', 'dermis', 'skin', 'fat'] as const),
    method: 'ultrasound' as const,
    value: between(random, 0.5, 3) * mm,
    error: between(random, 0.01, 0.4) * mm,
  }));

const anaesthesiaOf = (random: Random): Case['anaesthesia'] =>
  random.next() < 0.5
    ? { kind: 'none' }
    : { kind: 'topical', product: 'cream', area_limit: pick(random, [10, 40, 100, 400]) * 1e-4 };

/** Any case, whether or not it may be planned; half of the numbers stand exactly on a bound. */
export const randomCase = (random: Random): Case => ({
  ...plain,
  person: {
    ...plain.person,
    age: pick(random, [16, 18, 21, 22, 35, 50, 80, between(random, 10, 90)]) * years,
    sex: pick(random, ['female', 'male', 'not given'] as const),
    phototype: pick(random, phototypes),
  },
  site: {
    id: pick(random, siteIds),
    area: pick(random, [10, 40, 100, between(random, 0.5, 500)]) * 1e-4,
    touches: random.next() < 0.05 ? [pick(random, exclusionZones)] : [],
  },
  concern: { indication: random.next() < 0.4 ? 'atrophic-acne-scars' : pick(random, indicationIds) },
  anaesthesia: anaesthesiaOf(random),
  ...(random.next() < 0.7 ? {} : { measured: measuredOf(random) }),
});

const randomTrack = (random: Random, deepest: number): Track => ({
  ceiling: between(random, 0, deepest),
  dermalBorder: between(random, 0.8, 3) * mm,
  withinLogSd: between(random, 0.05, 0.25),
  strokesPerPass: between(random, 0, 1) ** 3 * 4e7,
  channelDiameter: between(random, 20, 150) * 1e-6,
});

/** No draws of heat for a third; else many calm ones, or some of any kind. */
const randomHeats = (random: Random, isGentle: boolean): Subject['heats'] => {
  if (random.next() < 1 / 3) return undefined;
  if (isGentle) {
    return Array.from({ length: 20 }, () => ({ belowTip: -Infinity, toEpidermis: 0.2 * mm, vapour: 0 }));
  }
  return Array.from({ length: 1 + random.integer(30) }, () => ({
    belowTip: random.next() < 0.3 ? -Infinity : (random.next() - 0.2) * mm,
    toEpidermis: random.next() < 0.9 ? random.next() * mm : -0.05 * mm,
    vapour: random.next() < 0.9 ? 0 : random.next(),
  }));
};

/** A few draws, or few over and over: of a gentle course enough that its chances can be inside. */
const randomTracks = (random: Random, isGentle: boolean): Track[] => {
  const few = Array.from({ length: 1 + random.integer(3) }, () =>
    randomTrack(random, (isGentle ? 0.6 : 3.5) * mm),
  );
  const times = isGentle ? Math.ceil(enoughDraws / few.length) : 1;
  return Array.from({ length: times }, () => few).flat();
};

/** Any course of any case with any device; a third of them gentle enough to be inside more often than not. */
export const randomSubject = (random: Random): Subject => {
  const given = randomCase(random);
  const isGentle = random.next() < 0.33;
  const sessions = 1 + random.integer(6);
  const depths = isGentle ? [0.25, 0.5] : [0.25, 0.5, 1, 1.5, 2.5, 3, between(random, 0.05, 4)];
  return {
    given,
    sheet: pick(random, sheets),
    site: siteOf(given.site.id),
    settings: {
      depth: pick(random, depths) * mm,
      passes: 1 + random.integer(isGentle ? 4 : 13),
      handSpeed: undefined,
      frequency: undefined,
    },
    course: {
      sessions,
      interval:
        sessions === 1
          ? undefined
          : pick(random, isGentle ? [28, 30, 42] : [7, 14, 27.99, 28, 30, 42]) * days,
    },
    tracks: randomTracks(random, isGentle),
    heats: randomHeats(random, isGentle),
  };
};
