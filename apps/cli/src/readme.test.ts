import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogueSheets, defaultRun, planCourse, readCase } from '@percuta/engine';
import { planText } from './plan-text.ts';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

test('the README shows what the first command prints first', () => {
  const given = readCase(JSON.parse(read('examples/cheek-acne-scars/case.json')));
  const printed = planText(planCourse(given, catalogueSheets(given), defaultRun), []);
  expect(read('README.md')).toContain(`\`\`\`\n${printed}\n\`\`\``);
});
