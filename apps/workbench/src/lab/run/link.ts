/** Version of the links of the Lab; one of a later version is opened as far as it is understood, and said to be later. */
export const linkVersion = 1;

/** A run as a link holds it: what is run, what was changed, and what is looked at. It stands after the "#". */
export interface LabLink {
  readonly v?: number | undefined;
  /** An example of the repository, or else `document`. */
  readonly example?: string | undefined;
  /** A document of one's own, parsed. */
  readonly document?: unknown;
  /** Fields changed, text by path. */
  readonly set?: Readonly<Record<string, string>> | undefined;
  /** Parameters fixed, text by name. */
  readonly fix?: Readonly<Record<string, string>> | undefined;
  readonly ensemble?: number | undefined;
  /** Which zone, and the moment looked at, s. */
  readonly zone?: number | undefined;
  readonly at?: number | undefined;
}

type Given = Readonly<Record<string, unknown>>;

const texts = (given: unknown): Readonly<Record<string, string>> | undefined => {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined;
  const kept = Object.entries(given).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' || typeof value === 'number' ? [[key, String(value)]] : [],
  );
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
};

const numberFrom = (given: unknown, most: number): number | undefined =>
  typeof given === 'number' && given >= 0 && given <= most ? given : undefined;

const mostDraws = 64;
const mostZones = 50;

/** Reads what stands in an address; what it does not understand is undefined, which the router puts over the text of the address. */
export const readLink = (given: Given): LabLink => {
  const { v, example, document } = given;
  return {
    v: typeof v === 'number' ? v : undefined,
    example: typeof example === 'string' ? example : undefined,
    document: typeof document === 'object' && document !== null ? document : undefined,
    set: texts(given['set']),
    fix: texts(given['fix']),
    ensemble: numberFrom(given['ensemble'], mostDraws),
    zone: numberFrom(given['zone'], mostZones),
    at: numberFrom(given['at'], Infinity),
  };
};
