import { expect, it } from 'vitest';
import { checkSize, sizesOf } from './check-size.ts';

const lines = (count: number): string => 'let x;\n'.repeat(count).replaceAll('let x;', ';');
const file = (path: string, text: string) => ({ path, text });

it('passes files of ordinary size', () => {
  expect(checkSize([file('packages/a/src/b.ts', lines(120))])).toEqual([]);
});

it('refuses a file above 500 lines, a test too', () => {
  expect(checkSize([file('packages/a/src/b.test.ts', lines(501))])).toEqual([
    'packages/a/src/b.test.ts: 501 lines, at most 500',
  ]);
});

it('refuses a package whose p90 is above 300 lines', () => {
  const files = Array.from({ length: 10 }, (_, i) => file(`packages/a/src/${i}.ts`, lines(i < 2 ? 310 : 50)));
  expect(checkSize(files)).toEqual(['packages/a: nine files of ten have up to 310 lines, at most 300']);
});

it('refuses a folder of more than 15 sources; tests do not count', () => {
  const sources = Array.from({ length: 16 }, (_, i) => file(`packages/a/src/${i}.ts`, ';\n'));
  const tests = sources.map(({ path }) => file(path.replace('.ts', '.test.ts'), ';\n'));
  expect(checkSize([...sources.slice(1), ...tests])).toEqual([]);
  expect(checkSize([...sources, ...tests])).toEqual(['packages/a/src: 16 source files, at most 15']);
});

it('refuses more than 15 imports, save in a named list', () => {
  const imports = Array.from({ length: 16 }, (_, i) => `import './${i}.ts';\n`).join('');
  expect(checkSize([file('packages/a/src/b.ts', imports)])[0]).toContain('imports from 16 places');
  expect(checkSize([file('packages/evidence/data/devices/sheet-files.ts', imports)])).toEqual([]);
});

it('measures each package', () => {
  const files = [10, 20, 30, 40].map((count) => file(`tools/${count}.ts`, lines(count)));
  expect(sizesOf(files)).toEqual([{ group: 'tools', files: 4, p50: 20, p90: 40, max: 40 }]);
});
