import { Argument, Command, Option } from 'commander';
import { describe, expect, it } from 'vitest';
import { cliPage } from './docs/cli.ts';
import { table } from './docs/markdown.ts';
import { differences, generate } from './generate-docs.ts';

describe('differences', () => {
  const present = new Map([
    ['a.md', 'one'],
    ['b.md', 'two'],
  ]);

  it('finds none in the same files', () => {
    expect(differences(new Map(present), present)).toEqual([]);
  });

  it('names what differs, is missing and is no longer made', () => {
    const made = new Map([
      ['b.md', 'changed'],
      ['c.md', 'fresh'],
    ]);
    expect(differences(made, present)).toEqual([
      'docs/generated/b.md: differs; run npm run docs',
      'docs/generated/c.md: is missing; run npm run docs',
      'docs/generated/a.md: is no longer made; run npm run docs',
    ]);
  });
});

it('keeps a table together whatever a cell holds', () => {
  expect(table(['a', 'b'], [['one\ntwo', 'x | y']])).toBe('| a | b |\n|---|---|\n| one two | x \\| y |');
});

describe('the pages', () => {
  it('are the same twice, and say what matters', async () => {
    const pages = await generate();
    expect(await generate()).toEqual(pages);
    expect(pages.get('parameters.md')).toMatch(
      /`puncture.shearModulus`.*0\.11 MPa.*\*\*recalled \(unverified\)\*\*/,
    );
    expect(pages.get('limits.md')).toMatch(/`exclusion-zone`.*\*\*no\*\*/);
    expect(pages.get('limits.md')).toMatch(/`tip-leaves-dermis`.*at most \| 5 %/);
    expect(pages.get('case-fields.md')).toMatch(
      /`person.age` \| time \| years \| 0 years to 120 years \| yes/,
    );
    const shown = [...(pages.get('evidence.md') ?? '').matchAll(/\]\(([^)]+\.svg)\)/g)];
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.filter(([, file = '']) => !pages.has(file))).toEqual([]);
    expect(pages.get('sites.md')).toContain('Inside the orbital rim: never planned');
    expect(pages.get('devices.md')).toContain('**recalled (unverified)**');
    expect(pages.get('claims.md')).toContain('wrong as stated');
    expect(pages.get('decision-aid.md')).toContain('| certifying | says who paid | yes |');
    expect(pages.get('decision-aid.md')).not.toContain('**no**');
    expect(pages.get('evidence.md')).toMatch(/Goodman and Baron qualitative grade \| 2 \| 40 \| 0\.88/);
  });
});

it('tells a command with its arguments and options', () => {
  const program = new Command('tool').description('A tool.');
  program
    .command('cut')
    .description('Cuts.')
    .addArgument(new Argument('<what>', 'the thing'))
    .addOption(new Option('--depth <length>', 'how deep').choices(['a', 'b']).default('a'));
  const text = cliPage(program);
  expect(text).toContain('## tool cut\n\nCuts.');
  expect(text).toContain('| `<what>` | the thing |');
  expect(text).toContain('| `--depth <length>` | how deep | `a`, `b` | `"a"` |');
});
