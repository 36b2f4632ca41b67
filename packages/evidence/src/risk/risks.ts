import { z } from 'zod';
import comparisonsFile from '../../data/risks/comparisons.json' with { type: 'json' };
import incidenceFile from '../../data/risks/incidence.json' with { type: 'json' };
import painFile from '../../data/risks/pain.json' with { type: 'json' };
import rareFile from '../../data/risks/persistent-and-rare.json' with { type: 'json' };
import modifiersFile from '../../data/risks/pih-modifiers.json' with { type: 'json' };
import recoveryFile from '../../data/risks/recovery.json' with { type: 'json' };
import patternsFile from '../../data/risks/rf-harm-patterns.json' with { type: 'json' };
import signalsFile from '../../data/risks/rf-signals.json' with { type: 'json' };
import { once } from '../once.ts';
import * as schemas from './risk-schema.ts';

const list = <Entry extends z.ZodType>(entry: Entry, file: unknown) =>
  once((): readonly z.infer<Entry>[] => z.array(entry).parse(file));

/** Events that were counted, one record for each study and event. */
export const incidence = list(schemas.incidenceSchema, incidenceFile);

/** Pooled comparisons of harms between treatments. */
export const harmComparisons = list(schemas.comparisonSchema, comparisonsFile);

/** What makes dark marks more likely; ordinal, never a multiplier. */
export const pihModifiers = list(schemas.modifierSchema, modifiersFile);

/** Harms that last or are rare, with what was reported of each. */
export const rareHarms = list(schemas.rareHarmSchema, rareFile);

/** Reports and notices on needles with radio frequency: words, never a rate. */
export const rfSignals = list(schemas.signalSchema, signalsFile);

/** When harms of radio-frequency needles are likely; judgement, no rates. */
export const rfHarmPatterns = list(schemas.harmPatternSchema, patternsFile);

/** How long redness and other signs lasted after treatments, one record for each study and sign. */
export const recoveries = list(schemas.recoverySchema, recoveryFile);

/** Pain during treatment, one record for each study and treatment. */
export const pains = list(schemas.painSchema, painFile);
