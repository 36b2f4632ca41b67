import {
  indicationIds,
  phototypes,
  siteIds,
  type IndicationId,
  type Phototype,
  type SiteId,
} from '@percuta/evidence';

/** Version of the links; one of a later version is opened as far as it is understood, and said to be later. */
export const linkVersion = 1;

/** What a person has told the decision aid: it stands in the address after the "#", and nowhere else. */
export interface Choice {
  readonly v?: number | undefined;
  readonly site?: SiteId | undefined;
  readonly problem?: IndicationId | undefined;
  readonly skin?: Phototype | undefined;
  /** Suitability questions answered with yes and no, by the first screening item behind each. */
  readonly yes?: readonly string[] | undefined;
  readonly no?: readonly string[] | undefined;
  /** Weight of a value, 1 to 5, by its id. */
  readonly weigh?: Readonly<Record<string, number>> | undefined;
  /** Questions to ask, by their place in the list. */
  readonly ask?: readonly number[] | undefined;
  /** Own costs, as the person writes them. */
  readonly costs?: Readonly<Record<string, string>> | undefined;
  readonly note?: string | undefined;
}

type Given = Readonly<Record<string, unknown>>;

const oneOf = <T extends string>(all: readonly T[], given: unknown): T | undefined =>
  all.find((entry) => entry === given);

const texts = (given: unknown): readonly string[] | undefined =>
  Array.isArray(given) ? given.filter((entry) => typeof entry === 'string') : undefined;

const counts = (given: unknown): readonly number[] | undefined =>
  Array.isArray(given) ? given.filter((entry) => Number.isInteger(entry) && entry >= 0) : undefined;

const entriesOf = (given: unknown): [string, unknown][] =>
  typeof given === 'object' && given !== null && !Array.isArray(given) ? Object.entries(given) : [];

const record = <T>(
  given: unknown,
  keep: (value: unknown) => T | undefined,
): Record<string, T> | undefined => {
  const kept = entriesOf(given).flatMap(([key, value]): [string, T][] => {
    const entry = keep(value);
    return entry === undefined ? [] : [[key, entry]];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
};

const weight = (given: unknown): number | undefined =>
  typeof given === 'number' && Number.isInteger(given) && given >= 1 && given <= 5 ? given : undefined;

const longestText = 2000;
const shortText = (given: unknown): string | undefined =>
  typeof given === 'string' || typeof given === 'number' ? String(given).slice(0, longestText) : undefined;

const present = (choice: Choice): Choice =>
  Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined));

/** Reads what stands in an address; what it does not understand is undefined, which the router puts over the text of the address. */
export const readChoice = (given: Given): Choice => ({
  v: typeof given['v'] === 'number' ? given['v'] : undefined,
  site: oneOf(siteIds, given['site']),
  problem: oneOf(indicationIds, given['problem']),
  skin: oneOf(phototypes, given['skin']),
  yes: texts(given['yes']),
  no: texts(given['no']),
  weigh: record(given['weigh'], weight),
  ask: counts(given['ask']),
  costs: record(given['costs'], shortText),
  note: shortText(given['note']),
});

/** What may be shown to anybody: place, problem and skin type, without the answers. */
export const withoutAnswers = ({ site, problem, skin }: Choice): Choice =>
  present({ v: linkVersion, site, problem, skin });
