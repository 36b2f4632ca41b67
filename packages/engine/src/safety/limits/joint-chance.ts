import { mean } from '@percuta/numerics';
import { toSI } from '@percuta/quantity';
import { upperOfCounted, upperOfShares } from '../chance-bound.ts';
import type { Limit, Subject, Track } from '../limit.ts';
import { limitBounds } from '../parameters.ts';
import { coveredTooMuch } from './coverage.ts';
import { heatHarmChance, reachBelow, sharesWithHeat } from './heat.ts';
import { reachShares } from './hazard-reach.ts';
import { sharesBeyondDermis } from './tip-leaves-dermis.ts';

const { value, unit, sources, read, reason } = limitBounds.jointChance;

/** Nothing where a chance is left out; a draw without its value counts as harm. */
const at = (chances: Float64Array | undefined, draw: number): number =>
  chances === undefined ? 0 : (chances[draw] ?? 1);

/**
 * A coagulated column passes the same border as its tip, so the deeper of the two counts, not both. Where chances of
 * heat leave that out, the larger of both shares is the least it can be.
 */
const sharesBelow = (subject: Subject): Float64Array => {
  const { heats, heatChances } = subject;
  const tips = sharesBeyondDermis(subject);
  if (heatChances !== undefined) {
    const { passesDermis, reachesFat } = heatChances;
    return tips.map((tip, i) => Math.max(tip, at(passesDermis, i), at(reachesFat, i)));
  }
  return heats === undefined || heats.length === 0 ? tips : sharesWithHeat(subject, tips, reachBelow);
};

/** Chance in a draw that heat neither kills epidermis nor boils tissue. */
const calmOf = ({ heats, heatChances }: Subject, draw: number): number => {
  if (heatChances === undefined) return heats === undefined ? 1 : 1 - heatHarmChance(heats);
  const { killsEpidermis, boils } = heatChances;
  return (1 - at(killsEpidermis, draw)) * (1 - at(boils, draw));
};

/** In each draw the chance that depth or heat breaks nothing. It is the same for every number of passes. */
const keptByDepth = (subject: Subject): Float64Array => {
  const reached = reachShares(subject);
  return sharesBelow(subject).map((below, i) => (1 - below) * (1 - (reached[i] ?? 1)) * calmOf(subject, i));
};

const known = new WeakMap<readonly Track[], { readonly of: Subject; readonly kept: Float64Array }>();

/** The depth part of a stroke is looked up for all its passes: tracks, site and heat are then the same objects. */
const keptOnce = (subject: Subject): Float64Array => {
  const before = known.get(subject.tracks);
  if (
    before?.of.site === subject.site &&
    before.of.heats === subject.heats &&
    before.of.heatChances === subject.heatChances
  )
    return before.kept;
  const kept = keptByDepth(subject);
  known.set(subject.tracks, { of: subject, kept });
  return kept;
};

/**
 * In each draw the chance that any limit that goes by chance is broken (safety.10). Within a draw they are taken as
 * independent of each other; what a person brings to all of them at once is in the draw.
 */
export const jointShares = (subject: Subject): Float64Array => jointWith(coveredTooMuch(subject), subject);

const jointWith = (covered: Float64Array, subject: Subject): Float64Array => {
  const kept = keptOnce(subject);
  return covered.map((tooMuch, i) => 1 - (kept[i] ?? 0) * (1 - tooMuch));
};

export const jointChance: Limit = {
  id: 'joint-chance',
  title: 'chance that any of the limits that go by chance is broken',
  level: 'session',
  unit: '%',
  direction: 'at most',
  isOverridable: true,
  bound: () => ({ value: toSI(value, unit), sources, read, ...(reason === undefined ? {} : { reason }) }),
  assess: (subject) => {
    const covered = coveredTooMuch(subject);
    const shares = jointWith(covered, subject);
    // Coverage is counted, and rare counts have skewed batches: any of them is no rarer than one of them.
    const upper = Math.max(upperOfShares(shares), upperOfCounted(covered));
    return { value: mean(shares), upper };
  },
  remedy: 'a shallower setting, or fewer passes: several limits are nearly used up at once',
};
