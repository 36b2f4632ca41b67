import { reference, type Reference, type Source } from '@percuta/evidence';
import type { Reason } from '../plan/plan.ts';
import type { Citation, Findings, ScreeningNote } from './content.ts';
import { expectationSources } from './expectation/expectation-section.ts';
import { riskSources } from './risks/risk-section.ts';

const linkOf = ({ doi, pmid, pmcid, url }: Reference): string | undefined => {
  if (doi !== undefined) return `https://doi.org/${doi}`;
  if (pmid !== undefined) return `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`;
  if (pmcid !== undefined) return `https://pmc.ncbi.nlm.nih.gov/articles/${pmcid}/`;
  return url?.startsWith('http') === true ? url : undefined;
};

const statusOf = ({ doi_status, read }: Reference): string | undefined => {
  const parts = [
    ...(read === undefined ? [] : [`read: ${read}`]),
    ...(doi_status === undefined ? [] : [`DOI ${doi_status}`]),
  ];
  return parts.length === 0 ? undefined : parts.join('; ');
};

/** Each work once, numbered in the order in which the sources are met. */
export const citationsOf = (sources: readonly Source[]): Citation[] =>
  [...new Set(sources.map(({ key }) => key))].map((key, i) => {
    const work = reference(key);
    const [link, status] = [linkOf(work), statusOf(work)];
    return {
      key,
      number: i + 1,
      text: work.cite,
      ...(link === undefined ? {} : { link }),
      ...(status === undefined ? {} : { status }),
    };
  });

interface Cited {
  readonly reasons: readonly Reason[];
  readonly findings: Findings | undefined;
  readonly screening: readonly ScreeningNote[];
  readonly refusedDevices: readonly Reason[];
}

const foundIn = (findings: Findings): readonly Source[] => [
  ...findings.shortlist.flatMap(({ evidenceSources }) => evidenceSources),
  ...findings.limits.flatMap(({ sources }) => sources),
  ...expectationSources(findings.expectation),
  ...riskSources(findings.risks),
  ...findings.devices.flatMap(({ facts }) => facts.flatMap(({ sources }) => sources)),
  ...findings.masks.flatMap(({ sources }) => sources),
  ...findings.zones.flatMap(({ facts, masks }) => [...facts, ...masks].flatMap(({ sources }) => sources)),
];

/** Everything a report points at, in the order in which a reader meets it. */
export const sourcesOf = ({ reasons, findings, screening, refusedDevices }: Cited): readonly Source[] => [
  ...reasons.flatMap(({ sources }) => sources),
  ...(findings === undefined ? [] : foundIn(findings)),
  ...screening.flatMap(({ sources }) => sources),
  ...refusedDevices.flatMap(({ sources }) => sources),
];
