import { z } from 'zod';
import { once } from '../once.ts';
import { textSchema } from '../provenance/schemas.ts';
import { armSchema, studySchema } from '../study/study-schema.ts';
import { outcomeSchema } from '../study/outcome-schema.ts';
import { studies } from '../study/studies.ts';
import { fitPosterior, type Diagnostics, type FitOptions, type Posterior } from './fit.ts';
import { coverageOf, middleCut, score, type Coverage, type Scored } from './cross-validate.ts';
import { forecast, hundredPeople, type LevelForecast } from './levels.ts';
import { countAbove, predict } from './predict.ts';
import { tableReading } from './reading/read-table.ts';
import { isPublishedArms, publishedArmsSchema, studiesOfPublished } from './reading/published-arms.ts';
import { designOf, readArm } from './reading/read-arm.ts';

/**
 * Arms to be predicted: the records of data/studies, of which only what a prediction needs has to be there.
 * Outcomes may be missing; a source is any text, since a study to come is not among the references.
 */
const armToPredict = z.strictObject({
  ...armSchema.partial().shape,
  id: armSchema.shape.id,
  role: armSchema.shape.role,
  indication: armSchema.shape.indication,
  places: armSchema.shape.places,
  device: armSchema.shape.device,
  outcomes: z.array(outcomeSchema).optional(),
});

const studyToPredict = z.strictObject({
  ...z.strictObject(studySchema.shape).partial().shape,
  id: studySchema.shape.id,
  source: z.union([textSchema, z.strictObject({ key: textSchema, locator: textSchema })]).optional(),
  arms: z.array(armToPredict).min(1),
});

const studiesToPredict = z.array(studyToPredict).min(1);

/** A list of studies, or a table of arms as publications list them, read as studies. */
export const armsSchemaFor = (document: unknown): z.ZodType<StudyToPredict[]> =>
  isPublishedArms(document)
    ? publishedArmsSchema.transform(studiesOfPublished).pipe(studiesToPredict)
    : studiesToPredict;

/** The forecast for one arm outside the table, in people of 100, and its score where people were counted. */
export interface PredictedArm {
  readonly study: string;
  readonly arm: string;
  readonly levels: readonly LevelForecast[];
  /** Where the arm counts people. */
  readonly scored?: Scored;
  /** Why it is not scored. */
  readonly note?: string;
}

/** An arm that is not predicted, and why. */
export interface RefusedArm {
  readonly study: string;
  readonly arm: string;
  readonly reason: string;
}

/** Arms of studies outside the table, predicted and scored. */
export interface ArmPredictions {
  readonly predicted: readonly PredictedArm[];
  readonly refused: readonly RefusedArm[];
  /** Of the arms that are scored; none where no arm is. */
  readonly coverage?: Coverage;
  readonly diagnostics: Diagnostics;
}

type StudyToPredict = z.infer<typeof studyToPredict>;
type ArmToPredict = StudyToPredict['arms'][number];

/**
 * Predicts each arm as rated in its own study (open unless it says who was blind), and scores the count
 * above the middle cut where one is given. The arms themselves inform nothing; an arm that is in the table
 * is refused. Throws where the document is not of the schema.
 */
export function predictArms(
  document: unknown,
  options: FitOptions & { readonly posterior?: Posterior },
): ArmPredictions {
  const given = isList(document) ? document : [document];
  const asked = armsSchemaFor(given)
    .parse(given)
    .flatMap((study) => study.arms.map((arm) => ({ study, arm })));
  const posterior = options.posterior ?? fitPosterior(tableReading().used, options);
  const refused: RefusedArm[] = [];
  const predicted: PredictedArm[] = [];
  for (const { study, arm } of asked) {
    const reason = refusalOf(arm, posterior);
    if (reason === undefined) predicted.push(predictOne(study, arm, posterior, options.seed));
    else refused.push({ study: study.id, arm: arm.id, reason });
  }
  const scored = predicted.flatMap(({ scored: one }) => one ?? []);
  return {
    predicted,
    refused,
    ...(scored.length === 0 ? {} : { coverage: coverageOf(scored) }),
    diagnostics: posterior.diagnostics,
  };
}

/** A list of studies or a table of arms; anything else is one study. */
const isList = (document: unknown): boolean => Array.isArray(document) || isPublishedArms(document);

const known = once(() => new Set(studies().flatMap(({ arms }) => arms.map(({ id }) => id))));

function refusalOf(arm: ArmToPredict, { model }: Posterior): string | undefined {
  const { modality } = arm.device;
  if (modality !== 'needling' && modality !== 'rf') return `${modality} is not needling`;
  if (arm.role !== 'needling') return `the role is ${arm.role}: the model speaks of needles alone`;
  if (arm.indication === 'other' || !model.layout.classes.has(arm.indication))
    return `no arm of the table with the indication ${arm.indication} informs the model`;
  return known().has(arm.id) ? 'the arm is in the table that the model was fitted to' : undefined;
}

function predictOne(
  study: StudyToPredict,
  arm: ArmToPredict,
  posterior: Posterior,
  seed: number,
): PredictedArm {
  const who = { id: study.id, blinding: study.blinding };
  const { used, leftOut } = readArm(who, { ...arm, outcomes: arm.outcomes ?? [] });
  const design = used ?? designOf(who, arm);
  const prediction = predict(posterior, design, seed);
  const names = { study: study.id, arm: arm.id };
  const levels = forecast(hundredPeople(prediction), () => 0);
  const target = used && middleCut(used);
  if (used === undefined || target === undefined)
    return { ...names, levels, note: leftOut[0]?.reason ?? 'no people counted at a level of improvement' };
  return { ...names, levels, scored: score(used, target, countAbove(prediction, target.cut, used.n)) };
}
