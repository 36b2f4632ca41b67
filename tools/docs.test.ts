import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isTest, listFiles, readText, root } from './sources.ts';

const pages = [
  ...listFiles('docs').filter((path) => path.endsWith('.md')),
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].filter((path) => existsSync(join(root, path))),
];

/** Text outside code: what a reader sees as prose and tables. */
const prose = (text: string): string =>
  text.replaceAll(/^```[\s\S]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, (code) => code.replaceAll(/[()]/g, ''));

const linksIn = (text: string): string[] =>
  [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);

/** The name GitHub gives a heading. */
const slug = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');

const anchorsIn = (text: string): Set<string> =>
  new Set([
    ...[...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => slug(heading)),
    ...[...text.matchAll(/<a id="([^"]+)"/g)].map(([, id = '']) => id),
  ]);

/** Why a link of a page leads nowhere; undefined when it leads somewhere, or out of the repository. */
const brokenLink = (
  page: string,
  link: string,
  read: (path: string) => string | undefined,
): string | undefined => {
  if (/^(https?|mailto):/.test(link)) return undefined;
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : normalize(join(dirname(page), path)).replace(/\/$/, '');
  const text = read(target);
  if (text === undefined) return `${page}: ${link} does not exist`;
  return anchor === undefined || anchorsIn(text).has(anchor)
    ? undefined
    : `${page}: ${link} has no such heading`;
};

const readPresent = (path: string): string | undefined => {
  if (!existsSync(join(root, path))) return undefined;
  return path.endsWith('.md') ? readText(path) : '';
};

const tagsIn = (text: string): string[] => [...text.matchAll(/\\tag\{([^}]+)\}/g)].map(([, tag = '']) => tag);

/** Numbers of equations as comments of the code cite them: (skin.1), M4, safety.2. */
const citedIn = (text: string): string[] => [
  ...new Set(
    [
      ...text.matchAll(
        /\b(?:M(?:10|[1-9])|(?:skin|puncture|safety|plan|uncertainty|numerics)\.\d+(?:\.[a-z])?)\b/g,
      ),
    ].map(([tag]) => tag),
  ),
];

/** A repository of one page. */
const onePage = (path: string): string | undefined => (path === 'docs/b.md' ? '# A heading' : undefined);

describe('links', () => {
  it.each(pages)('of %s lead somewhere', (page) => {
    const faults = linksIn(readText(page)).flatMap((link) => brokenLink(page, link, readPresent) ?? []);
    expect(faults).toEqual([]);
  });

  it('that lead nowhere are found', () => {
    expect(linksIn('[a](b.md) `[x](y)`\n```\n[c](d.md)\n```\n')).toEqual(['b.md']);
    expect(brokenLink('docs/a.md', 'b.md#a-heading', onePage)).toBeUndefined();
    expect(brokenLink('docs/a.md', 'b.md#another', onePage)).toContain('no such heading');
    expect(brokenLink('docs/a.md', 'c.md', onePage)).toContain('does not exist');
  });
});

describe('equations', () => {
  const theory = listFiles('docs/theory').map((path) => ({ path, tags: tagsIn(readText(path)) }));
  const known = new Set(theory.flatMap(({ tags }) => tags));
  const code = ['packages', 'apps']
    .flatMap(listFiles)
    .filter((path) => path.endsWith('.ts') && !isTest(path));

  it('that the code cites exist', () => {
    const faults = code.flatMap((path) =>
      citedIn(readText(path))
        .filter((tag) => !known.has(tag))
        .map((tag) => `${path} cites ${tag}`),
    );
    expect(faults).toEqual([]);
  });

  it('that the pages cite exist', () => {
    const faults = pages
      .filter((path) => !path.startsWith('docs/generated/'))
      .flatMap((path) =>
        citedIn(prose(readText(path)))
          .filter((tag) => !known.has(tag))
          .map((tag) => `${path} cites ${tag}`),
      );
    expect(faults).toEqual([]);
  });

  it('carry each number once', () => {
    const all = theory.flatMap(({ tags }) => tags);
    expect(all.filter((tag, i) => all.indexOf(tag) !== i)).toEqual([]);
  });

  it.each(theory)('of $path carry its name', ({ path, tags }) => {
    const page = path.replace(/^.*\/|\.md$/g, '');
    const prefix = page === 'puncture' ? 'M' : `${page}.`;
    expect(tags.filter((tag) => !tag.startsWith(prefix))).toEqual([]);
  });

  it('that do not exist are found', () => {
    expect(
      citedIn('as in (skin.9) and M4, but not skin.age or M42').filter((tag) => !known.has(tag)),
    ).toEqual(['skin.9']);
  });
});

describe('decisions', () => {
  it.each(listFiles('docs/decisions'))('%s has at most sixty lines and the four parts', (path) => {
    const text = readText(path);
    expect(text.split('\n').length).toBeLessThanOrEqual(60);
    for (const part of ['Context', 'Decision', 'Consequences', 'What would change our mind'])
      expect(text).toContain(`\n## ${part}\n`);
  });
});
