import { deviceSheet, site as siteOf } from '@percuta/evidence';
import { betaTails, createRandom, type Random } from '@percuta/numerics';
import { centralDraw } from '../ensemble.ts';
import { planCourse } from '../plan-course.ts';
import type { Candidate, WorkedOut } from '../plan/plan.ts';
import { situationOf, type Situation } from '../plan/situation.ts';
import { strokeOutcome } from '../plan/stroke-outcome.ts';
import type { Run } from '../run.ts';
import { coveredTooMuch } from '../safety/limits/coverage.ts';
import { jointShares } from '../safety/limits/joint-chance.ts';
import { reachShares } from '../safety/limits/hazard-reach.ts';
import { sharesBeyondDermis } from '../safety/limits/tip-leaves-dermis.ts';
import { knowSkin } from '../skin/skin.ts';
import { randomCase } from './random-subject.ts';

const sheet = deviceSheet('skinpen_precision');

const sharesOf = {
  'tip-leaves-dermis': sharesBeyondDermis,
  'hazard-reach': reachShares,
  coverage: coveredTooMuch,
  'joint-chance': jointShares,
} as const;

type Chance = keyof typeof sharesOf;
const chances: readonly Chance[] = ['tip-leaves-dermis', 'hazard-reach', 'coverage', 'joint-chance'];

/** A limit that a course was said to keep, with how often fresh draws broke what it limits. */
export interface FreshCount {
  readonly id: string;
  readonly limit: string;
  readonly bound: number;
  readonly events: number;
  readonly draws: number;
  /** Chance of so many events or more if the course were exactly at its bound. */
  readonly tail: number;
}

const usedOf = (candidate: Candidate, limit: Chance): number =>
  candidate.margins.find((margin) => margin.limit === limit)?.used ?? -1;

/** Of each limit that goes by chance the course that uses most of it. */
const nearest = ({ candidates }: WorkedOut): (readonly [Candidate, Chance])[] =>
  chances.flatMap((limit) => {
    const [most] = candidates.toSorted((a, b) => usedOf(b, limit) - usedOf(a, limit));
    return most !== undefined && usedOf(most, limit) >= 0 ? [[most, limit] as const] : [];
  });

const countEvents = (
  { given, skins, ensemble, target }: Situation,
  candidate: Candidate,
  limit: Chance,
  run: Run,
): FreshCount => {
  const { settings, course, id } = candidate;
  const { tracks } = strokeOutcome(sheet, settings, skins, ensemble, target);
  const shares = sharesOf[limit]({ given, site: siteOf(given.site.id), sheet, settings, course, tracks });
  const random = createRandom(run.seed);
  const events = shares.reduce((total, share) => total + (random.next() < share ? 1 : 0), 0);
  const bound = candidate.margins.find((margin) => margin.limit === limit)?.bound ?? 0;
  const tail = events === 0 ? 1 : betaTails(events, shares.length - events + 1, bound, 1 - bound).lower;
  return { id, limit, bound, events, draws: shares.length, tail };
};

/** What a plan of a random case came to. */
export interface FreshPlan {
  /** Courses that were judged, inside or not. */
  readonly judged: number;
  readonly counts: readonly FreshCount[];
}

/** How many draws a plan is made with, and how many fresh ones it is held against. */
export interface FreshDraws {
  readonly planned: number;
  readonly fresh: number;
}

/**
 * Plans a random case with few draws and counts, in fresh ones, how often the courses nearest to a limit of chance
 * break what it limits: in each draw an event happens with the share of the draw. Undefined where nothing was planned.
 */
export const countFresh = (random: Random, draws: FreshDraws): FreshPlan | undefined => {
  // Random readings may contradict the atlas, which is refused before anything is planned.
  const { measured: _, ...rest } = randomCase(random);
  const given = { ...rest, devices: [sheet.id] };
  const seed = random.integer(1_000_000_000);
  const plan = planCourse(given, [sheet], { draws: draws.planned, seed, overrides: {} });
  if (plan.status !== 'planned') return undefined;
  const fresh: Run = { draws: draws.fresh, seed: seed + 1, overrides: {} };
  const situation = situationOf(given, knowSkin(given, centralDraw().skin), fresh);
  return {
    judged: plan.candidates.length + plan.rejected.length,
    counts: nearest(plan).map(([candidate, limit]) => countEvents(situation, candidate, limit, fresh)),
  };
};
