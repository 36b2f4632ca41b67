import { expect, test } from 'vitest';
import decisionAid from '../../data/references/decision-aid.json' with { type: 'json' };
import devices from '../../data/references/devices.json' with { type: 'json' };
import heat from '../../data/references/heat.json' with { type: 'json' };
import healing from '../../data/references/healing.json' with { type: 'json' };
import measures from '../../data/references/measures.json' with { type: 'json' };
import mechanics from '../../data/references/mechanics.json' with { type: 'json' };
import priors from '../../data/references/priors.json' with { type: 'json' };
import protocols from '../../data/references/protocols.json' with { type: 'json' };
import puncture from '../../data/references/puncture.json' with { type: 'json' };
import risks from '../../data/references/risks.json' with { type: 'json' };
import screening from '../../data/references/screening.json' with { type: 'json' };
import skin from '../../data/references/skin.json' with { type: 'json' };
import trials from '../../data/references/trials.json' with { type: 'json' };
import { z } from 'zod';
import { reads } from './read.ts';
import { cite, reference, references } from './reference.ts';

const files = {
  decisionAid,
  devices,
  heat,
  healing,
  measures,
  mechanics,
  priors,
  protocols,
  puncture,
  risks,
  screening,
  skin,
  trials,
};

const referenceSchema = z.strictObject({
  cite: z.string().min(5),
  doi: z.string().startsWith('10.').optional(),
  doi_status: z.literal('recalled (unverified)').optional(),
  pmid: z.string().regex(/^\d+$/).optional(),
  pmcid: z.string().startsWith('PMC').optional(),
  url: z.string().min(5).optional(),
  note: z.string().optional(),
  read: z.enum(reads).optional(),
});

test('no key stands in two files', () => {
  const keys = Object.values(files).flatMap((file) => Object.keys(file));
  expect(keys.length).toBe(new Set(keys).size);
  expect(Object.keys(references()).sort()).toEqual(keys.sort());
});

test.each(Object.entries(files))('%s.json holds references and nothing else', (_, file) => {
  expect(z.record(z.string(), referenceSchema).safeParse(file).error).toBeUndefined();
});

test('a doubtful DOI stays marked', () => {
  expect(reference('davis2004').doi_status).toBe('recalled (unverified)');
  expect(reference('lemperle2001').doi_status).toBe('recalled (unverified)');
  expect(reference('meng2022').doi_status).toBeUndefined();
});

test('a citation keeps its place in the work', () => {
  expect(cite('meng2022', 'Table 2')).toEqual({ key: 'meng2022', locator: 'Table 2' });
  expect(cite('meng2022')).toEqual({ key: 'meng2022' });
});

test('an unknown key does not compile, and throws', () => {
  // @ts-expect-error not a key of data/references
  expect(() => cite('nobody1999')).toThrow(/nobody1999/);
});
