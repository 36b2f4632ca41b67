import { boundText, limits, readCase, type Case } from '@percuta/engine';
import {
  deviceSheets,
  indicationIds,
  phototypes,
  sites,
  type SheetRead,
  type Source,
} from '@percuta/evidence';
import { readText as readFile } from '../sources.ts';
import { page, readText, sourcesText, table } from './markdown.ts';

type Limit = (typeof limits)[number];
type Subject = Parameters<Limit['bound']>[0];
type Bound = NonNullable<ReturnType<Limit['bound']>>;

const week = 7 * 86400;

/** What a bound may depend on. */
const axes = ['device', 'site', 'indication', 'phototype'] as const;

interface Sample {
  readonly at: Readonly<Record<(typeof axes)[number], string>>;
  readonly subject: Subject;
}

const exampleCase = (): Case => {
  const given = readCase(JSON.parse(readFile('examples/cheek-acne-scars/case.json')));
  return { ...given, anaesthesia: { kind: 'topical', product: 'the anaesthetic', area_limit: 0.04 } };
};

/** Every combination of device, site, indication and phototype, in the person of the first example. */
const samples = (): Sample[] => {
  const example = exampleCase();
  return deviceSheets().flatMap((sheet) =>
    sites().flatMap((site) =>
      indicationIds.flatMap((indication) =>
        phototypes.map((phototype): Sample => {
          const given: Case = {
            ...example,
            person: { ...example.person, phototype },
            site: { ...example.site, id: site.id },
            concern: { indication },
          };
          const settings = { depth: 0.001, passes: 1, handSpeed: undefined, frequency: undefined };
          return {
            at: { device: sheet.id, site: site.id, indication, phototype },
            subject: {
              given,
              sheet,
              site,
              settings,
              course: { sessions: 3, interval: 4 * week },
              tracks: [],
              ...(sheet.class === 'rf' ? { heats: [] } : {}),
            },
          };
        }),
      ),
    ),
  );
};

interface Found {
  readonly at: Sample['at'];
  readonly bound: Bound;
}

/** The axes along which the bound takes another value, or appears and disappears, with all else the same. */
const dependsOn = (limit: Limit, all: readonly Sample[]): string[] =>
  axes.filter((axis) => {
    const byRest = new Map<string, number | undefined>();
    return all.some(({ at, subject }) => {
      const rest = axes.map((other) => (other === axis ? '' : at[other])).join(' ');
      const value = limit.bound(subject)?.value;
      if (!byRest.has(rest)) byRest.set(rest, value);
      return byRest.get(rest) !== value;
    });
  });

const boundsText = (limit: Limit, found: readonly Found[], axesMoved: readonly string[]): string => {
  const values = found.map(({ bound }) => bound.value).sort((a, b) => a - b);
  const [low] = values;
  const high = values.at(-1);
  if (low === undefined || high === undefined) return 'never applies';
  if (limit.id === 'anaesthetic-area') return 'as given in the case';
  const range =
    low === high ? boundText(limit, low) : `${boundText(limit, low)} to ${boundText(limit, high)}`;
  return axesMoved.length === 0 ? range : `${range}, by ${axesMoved.join(', ')}`;
};

const unique = <T>(items: readonly T[], key: (item: T) => string): T[] => [
  ...new Map(items.map((item) => [key(item), item])).values(),
];

const origin = (found: readonly Found[]): string => {
  const reads = unique(
    found.map(({ bound }): SheetRead => bound.read),
    (read) => read,
  ).sort();
  const sources = unique(
    found.flatMap(({ bound }): readonly Source[] => bound.sources),
    ({ key, locator }) => `${key} ${locator ?? ''}`,
  ).sort((a, b) => (a.key < b.key ? -1 : 1));
  const shown = sources.length > mostSources ? `${sources.length} sources, by case` : sourcesText(sources);
  return [reads.map(readText).join(' or '), shown, ...reasonsOf(found)]
    .filter((part) => part !== '')
    .join('; ');
};

const mostSources = 6;

const reasonsOf = (found: readonly Found[]): string[] => {
  const reasons = unique(
    found.flatMap(({ bound }) => (bound.reason === undefined ? [] : [bound.reason])),
    (reason) => reason,
  );
  return reasons.length === 1 ? reasons : [];
};

const rowOf = (limit: Limit, all: readonly Sample[]): string[] => {
  const found = all.flatMap(({ at, subject }): Found[] => {
    const bound = limit.bound(subject);
    return bound === undefined ? [] : [{ at, bound }];
  });
  return [
    `\`${limit.id}\``,
    limit.title,
    limit.level,
    limit.direction,
    boundsText(limit, found, dependsOn(limit, all)),
    limit.isOverridable ? 'yes' : '**no**',
    origin(found),
    limit.remedy,
  ];
};

export const limitsPage = (): string => {
  const all = samples();
  return page(
    'Limits of the envelope',
    'Every candidate is held against all of these, in this order. The defaults are those the code returns over the whole ' +
      'catalogue: where a bound depends on device, site, indication or phototype, the table gives its lowest and its highest ' +
      'value. A measured skin thickness moves `site-cap`. Why each limit stands: [theory of safety](../theory/safety.md).',
    table(
      ['id', 'title', 'level', 'direction', 'default bound', 'can be overridden', 'provenance', 'remedy'],
      limits.map((limit) => rowOf(limit, all)),
    ),
  );
};
