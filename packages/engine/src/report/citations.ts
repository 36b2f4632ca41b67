import { reference, type Reference, type Source } from '@percuta/evidence';
import type { Citation } from './content.ts';

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
