import { references, type Reference } from '@percuta/evidence';
import { anchor, page, table } from './markdown.ts';

const linkOf = ({ doi, doi_status, pmid, pmcid, url }: Reference): string =>
  [
    ...(doi === undefined ? [] : [`[doi ${doi}](https://doi.org/${doi})`]),
    ...(doi_status === undefined ? [] : [`**${doi_status}**`]),
    ...(pmid === undefined ? [] : [`PMID ${pmid}`]),
    ...(pmcid === undefined ? [] : [pmcid]),
    ...(doi === undefined && url !== undefined ? [`<${url}>`] : []),
  ].join(' ');

export const referencesPage = (): string => {
  const all = Object.entries(references()).sort(([a], [b]) => (a < b ? -1 : 1));
  return page(
    'References',
    `${all.length} works, by key. "Read" says how the work as a whole was read; a value taken from it may be read more weakly, ` +
      'and then says so itself. A DOI followed by a remark in bold has not been opened.',
    table(
      ['key', 'work', 'where', 'read', 'note'],
      all.map(([key, reference]) => [
        `<a id="${anchor(key)}"></a>\`${key}\``,
        reference.cite,
        linkOf(reference),
        reference.read ?? '',
        reference.note ?? '',
      ]),
    ),
  );
};
