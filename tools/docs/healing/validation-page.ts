import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../../sources.ts';
import { page, table } from '../markdown.ts';

const text = z.object({
  title: z.string(),
  heads: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  note: z.string(),
});
const result = z.object({
  draws: z.object({ count: z.number(), hash: z.string() }),
  conditions: text,
  calibration: text,
  validation: text,
  lacking: text,
});

const section = (heading: string, { title, heads, rows, note }: z.output<typeof text>): string[] => [
  `## ${heading}`,
  `${title}.`,
  table(heads, rows),
  note,
];

/** Calibrated draws against published records of healing skin. */
export const healingValidationPage = (): string => {
  const file = join(root, 'validation', 'heal', 'result.json');
  const { draws, ...parts } = result.parse(JSON.parse(readFileSync(file, 'utf8')));
  return page(
    'Healing against published records',
    `Made from \`validation/heal/result.json\`, which \`node validation/heal/run.ts\` writes; \`./percuta validate heal\` prints the same. ` +
      `All ${draws.count} calibrated draws, of the model \`${draws.hash.slice(0, 12)}\`. Records, assumptions and what counts as agreement: ` +
      '[plan](../../validation/heal/plan.md). What was fitted is no evidence for the model; only the section on validation is.',
    ...section('Fitted: conditions', parts.conditions),
    ...section('Fitted: records', parts.calibration),
    ...section('Not fitted: validation', parts.validation),
    ...section('Not predicted', parts.lacking),
  );
};
