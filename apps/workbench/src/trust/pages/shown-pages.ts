import { pageNames, type PageName } from './page-names.ts';

const sources = import.meta.glob<string>(
  [
    '../../../../../docs/benchmarks/*.md',
    '../../../../../docs/generated/*validation.md',
    '../../../../../docs/generated/*verification.md',
  ],
  { query: '?raw', import: 'default' },
);

const pictures = import.meta.glob<string>(
  '../../../../../docs/generated/heat-{convergence-*,validation}.svg',
  {
    query: '?url',
    import: 'default',
    eager: true,
  },
);

const root = '../../../../../docs/';

/** The source of a page, as it is in the repository this site was built from. */
export const loadPage = async (name: PageName): Promise<string> => {
  const load = sources[`${root}${name}.md`];
  if (load === undefined) throw new RangeError(`the site was built without ${name}.md`);
  return load();
};

const folderOf = (name: PageName): string => name.slice(0, name.indexOf('/') + 1);

/** Where the site has a picture of a page; undefined where it has it not. */
export const pictureUrl = (name: PageName, file: string): string | undefined =>
  pictures[`${root}${folderOf(name)}${file}`];

/** The page that a link of a page leads to, if it is one of these. */
export const linkedPage = (name: PageName, to: string): PageName | undefined => {
  const path = new URL(to, `https://docs.invalid/${name}`).pathname.slice(1).replace(/\.md$/, '');
  return pageNames.find((each) => each === path);
};
