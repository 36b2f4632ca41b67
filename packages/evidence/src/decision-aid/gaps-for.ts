import type { Time } from '@percuta/quantity';
import { siteIds, type SiteId } from '../atlas/site-ids.ts';
import { site } from '../atlas/sites.ts';
import { votesOf } from '../claim/vote.ts';
import { phototypes, type IndicationId, type Phototype } from '../course/indication.ts';
import { courseRegionOf } from '../course/protocols.ts';
import type { Route } from '../course/protocol-schema.ts';
import { armsFor, type StudyArm } from '../study/arms-for.ts';
import { studies } from '../study/studies.ts';
import type { Study } from '../study/study-schema.ts';
import { conditionNames, siteNames } from './names.ts';

/** The person for whom it is asked what studies do not say. */
export interface GapQuery {
  readonly indication: IndicationId;
  readonly site?: SiteId | undefined;
  readonly phototype?: Phototype | undefined;
  /** In seconds, as every time. */
  readonly age?: Time | undefined;
  /** Needles alone or with radio frequency; both unless said. */
  readonly route?: Route | undefined;
}

/** Something the studies do not say about this person, in words for the person. */
export interface Gap {
  readonly about: 'indication' | 'site' | 'phototype' | 'age' | 'comparison';
  readonly text: string;
  /** Studies of this problem that were looked through. */
  readonly outOf: number;
}

/** What no study tells this person. Needles given with something else, and held-out studies, do not count. */
export function gapsFor(query: GapQuery, from: readonly Study[] = studies()): readonly Gap[] {
  const name = conditionNames[query.indication];
  const arms = needlingArms(query, from);
  const outOf = new Set(arms.map(({ study }) => study.id)).size;
  const gap = (about: Gap['about'], text: string | undefined): Gap[] =>
    text === undefined ? [] : [{ about, text, outOf }];
  if (outOf === 0) return gap('indication', `No study looked at ${treatment(query.route)} for ${name}.`);
  return [
    ...gap('site', siteGap(query.site, arms, name)),
    ...gap('phototype', phototypeGap(query.phototype, arms, name)),
    ...gap('age', ageGap(query.age, arms, name)),
    ...gap('comparison', comparisonGap(query, from, name)),
  ];
}

const treatment = (route: Route | undefined): string =>
  route === 'rf' ? 'needles with heat' : route === 'needling' ? 'needles alone' : 'needling';

function needlingArms({ indication, route }: GapQuery, from: readonly Study[]): readonly StudyArm[] {
  const train = from.filter(({ split }) => split === 'train');
  const arms = armsFor({ indication, role: 'needling' }, train);
  return arms.filter(({ arm }) => route === undefined || arm.device.modality === route);
}

/** Inside the orbital rim nobody treats, so that "the face" does not include it. */
function siteGap(id: SiteId | undefined, arms: readonly StudyArm[], name: string): string | undefined {
  if (id === undefined) return undefined;
  const places = arms.flatMap(({ arm }) => arm.places);
  if (places.some(({ sites }) => sites?.includes(id))) return undefined;
  const called = siteNames[id];
  const region = courseRegionOf(id);
  const wide =
    region === 'face' && !site(id).inside_orbital_rim && places.some((place) => place.region === 'face');
  return wide
    ? `Studies of ${name} treated the face. None says how ${called} did.`
    : `No study of ${name} names ${called}.`;
}

function phototypeGap(
  phototype: Phototype | undefined,
  arms: readonly StudyArm[],
  name: string,
): string | undefined {
  const stated = arms.flatMap(({ arm }) => arm.population.phototypes ?? []);
  if (phototype === undefined || stated.includes(phototype)) return undefined;
  return `No study of ${name} says that it took in people with skin type ${phototype}.`;
}

/** A range covers whom it holds; a mean and its spread cover two spreads to each side. */
function ageGap(age: Time | undefined, arms: readonly StudyArm[], name: string): string | undefined {
  if (age === undefined) return undefined;
  const isCovered = arms.some(({ arm }) => {
    const { value, mean, sd, min, max } = arm.population.age ?? {};
    if (min !== undefined && max !== undefined) return min <= age && age <= max;
    if (mean !== undefined && sd !== undefined) return Math.abs(age - mean) <= 2 * sd;
    return value === age;
  });
  return isCovered ? undefined : `No study of ${name} says that it took in people of your age.`;
}

function comparisonGap(
  { indication, route }: GapQuery,
  from: readonly Study[],
  name: string,
): string | undefined {
  const asked: readonly Route[] = route === undefined ? ['needling', 'rf'] : [route];
  const votes = asked.flatMap((route) => votesOf({ indication, route }, from));
  if (votes.some(({ strength }) => strength === 'controlled')) return undefined;
  return `No study of ${name} shows how much better ${treatment(route)} is than doing nothing.`;
}

/** Every gap of a kind that the studies of an indication leave: for seeing what a study would close. */
export function allGapsFor(indication: IndicationId, from: readonly Study[] = studies()): readonly string[] {
  const queries: readonly GapQuery[] = [
    { indication },
    ...phototypes.map((phototype) => ({ indication, phototype })),
    ...siteIds.map((site) => ({ indication, site })),
  ];
  return [...new Set(queries.flatMap((query) => gapsFor(query, from).map(({ text }) => text)))];
}
