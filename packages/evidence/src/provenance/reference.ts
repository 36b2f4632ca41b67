import decisionAid from '../../data/references/decision-aid.json' with { type: 'json' };
import devices from '../../data/references/devices.json' with { type: 'json' };
import heat from '../../data/references/heat.json' with { type: 'json' };
import mechanics from '../../data/references/mechanics.json' with { type: 'json' };
import healing from '../../data/references/healing.json' with { type: 'json' };
import measures from '../../data/references/measures.json' with { type: 'json' };
import priors from '../../data/references/priors.json' with { type: 'json' };
import protocols from '../../data/references/protocols.json' with { type: 'json' };
import puncture from '../../data/references/puncture.json' with { type: 'json' };
import risks from '../../data/references/risks.json' with { type: 'json' };
import screening from '../../data/references/screening.json' with { type: 'json' };
import skin from '../../data/references/skin.json' with { type: 'json' };
import trials from '../../data/references/trials.json' with { type: 'json' };

/** Keys are unique over all files (tested), so one name always means one publication. */
export type ReferenceKey =
  | keyof typeof decisionAid
  | keyof typeof devices
  | keyof typeof heat
  | keyof typeof mechanics
  | keyof typeof healing
  | keyof typeof measures
  | keyof typeof priors
  | keyof typeof protocols
  | keyof typeof puncture
  | keyof typeof risks
  | keyof typeof screening
  | keyof typeof skin
  | keyof typeof trials;

/** A publication or other work that values are cited from. */
export interface Reference {
  readonly cite: string;
  readonly doi?: string;
  /** Present when the DOI itself still has to be checked. */
  readonly doi_status?: string;
  readonly pmid?: string;
  readonly pmcid?: string;
  readonly url?: string;
  readonly note?: string;
  /** How the publication as a whole was read; a value taken from it may be read more weakly. */
  readonly read?: string;
}

/** A reference and the place in it. */
export interface Source {
  readonly key: ReferenceKey;
  readonly locator?: string;
}

const all: Readonly<Record<ReferenceKey, Reference>> = Object.freeze({
  ...decisionAid,
  ...devices,
  ...heat,
  ...mechanics,
  ...healing,
  ...measures,
  ...priors,
  ...protocols,
  ...puncture,
  ...risks,
  ...screening,
  ...skin,
  ...trials,
});

/** Whether a text is the key of a reference. */
export function isReferenceKey(key: string): key is ReferenceKey {
  return Object.hasOwn(all, key);
}

/** Points at a reference. An unknown key does not compile; from plain JavaScript it throws. */
export function cite(key: ReferenceKey, locator?: string): Source {
  if (!isReferenceKey(key)) throw new RangeError(`no reference with the key "${String(key)}"`);
  return Object.freeze(locator === undefined ? { key } : { key, locator });
}

/** The work that a key names. */
export function reference(key: ReferenceKey): Reference {
  return all[key];
}

/** Every work that is cited anywhere, by its key. */
export function references(): Readonly<Record<ReferenceKey, Reference>> {
  return all;
}
