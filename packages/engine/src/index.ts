export { appear, appearanceStage } from './appearance/appear.ts';
export type { Appearance, AppearanceValues } from './appearance/appear.ts';
export { eightyBandOf, type EightyBand } from './appearance/eighty-band.ts';
export type {
  Feel,
  MagnitudeCourse,
  QualityForecast,
  Sign,
  SignForecast,
  Span,
  SwellingForecast,
} from './appearance/mechanics/feel.ts';
export { feelCourses, qualities, type FeelCourse, type Quality } from './appearance/mechanics/feel-course.ts';
export { magnitudeLines, magnitudeText, unexplainedRange } from './appearance/mechanics/magnitude.ts';
export type { ExplainedChange, Magnitude, Unexplained } from './appearance/mechanics/magnitude.ts';
export { rankFeel, type Place, type Ranked } from './appearance/mechanics/rank.ts';
export type { HeightMap } from './appearance/relief/height-map.ts';
export { isReliefLesion, reliefLesions, type ReliefLesion } from './appearance/relief/lesion-shape.ts';
export { reliefStates } from './appearance/relief/relief.ts';
export type {
  Relief,
  ReliefForecast,
  ReliefPatch,
  ReliefQuestion,
  ReliefState,
} from './appearance/relief/relief.ts';
export { roughnessOf, type Roughness } from './appearance/relief/roughness.ts';
export { meanOverDepth, type Tissue, type TissueCourse, type TissueLayer } from './appearance/tissue.ts';
export { drawValues } from './appearance/values.ts';
export { catalogueSheet, catalogueSheets, catalogueSite } from './case/catalogue.ts';
export { bandOf, type Band } from './band.ts';
export { caseSchema, exclusionZones, readCase, writeCase, type Case } from './case/case.ts';
export { readDocument } from './case/document.ts';
export { caseOfZone, protocolSchema, readProtocol, settingsOf } from './case/protocol.ts';
export type { Protocol, Settings, Zone } from './case/protocol.ts';
export { setValue } from './case/set-value.ts';
export {
  allStages,
  centralDraw,
  drawEnsemble,
  healValues,
  stages,
  type Draw,
  type Ensemble,
  type Overrides,
} from './ensemble.ts';
export {
  BadInput,
  isPercutaError,
  NotConverged,
  NotFinite,
  OutsideModel,
  problemText,
  type Problem,
} from './error.ts';
export {
  differences,
  engineVersion,
  manifestOfPlan,
  manifestOfSimulation,
  reportManifestOf,
} from './receipts/manifest.ts';
export type { Inputs, Manifest } from './receipts/manifest.ts';
export { damageOfCourse } from './heat/damage/exposure.ts';
export { heatParameters } from './heat/parameters.ts';
export type { HeatProblem } from './heat/problem/heat-problem.ts';
export { readHeatProblem } from './heat/problem/read-heat-problem.ts';
export { heatProblemSchema, type HeatProblemDocument } from './heat/problem/wire/heat-problem-wire.ts';
export { hashOf } from './receipts/canonical.ts';
export { expectationOf } from './expectation/expectation.ts';
export type {
  CourseExpectation,
  EstimatedRoute,
  ExpectedLevel,
  ExplainedRoute,
  RouteExpectation,
  Sway,
} from './expectation/expectation.ts';
export {
  courseSentence,
  explainedSentence,
  frequencySentence,
  levelNames,
  notCountedSentence,
  routeNames,
  swaySentence,
  whenText,
} from './expectation/words.ts';
export { healZone, placeOfCase, type ZoneHealing } from './heal/heal-zone.ts';
export { writeCourse, writeEnsemble, writeHealingSummary, writeZoneHealing } from './heal/write-healing.ts';
export { heal, healingGrid } from './heal/heal.ts';
export { healStage, type HealValues } from './heal/heal-stage.ts';
export { layerDepths, type Tissue as UnitCell } from './heal/geometry/tissue.ts';
export { noThermalInjury, type ThermalInjury } from './heal/injury/thermal-injury.ts';
export { normalPlace, type Place as HealingPlace } from './heal/place.ts';
export { inScar, placeOf, type Host } from './heal/place-of.ts';
export type {
  Healing,
  HealInput,
  HealOptions,
  MassBalance,
  Snapshot,
  SurfaceCourse,
} from './heal/result/healing.ts';
export { erythema } from './heal/observe/redness.ts';
export { depthMean, papillaryDepth } from './heal/observe/depth-mean.ts';
export { summarise, type HealingSummary } from './heal/summary/summary.ts';
export { speciesIds, type SpeciesId } from './heal/species/species.ts';
export { risksOf, type CourseRisks, type RouteRisks } from './expectation/risks.ts';
export { planCourse } from './plan-course.ts';
export type { Candidate, DeviceFacts, Plan, Prior, Reason, Rejected, SkinSummary } from './plan/plan.ts';
export type { SessionOutcome, StrokeOutcome } from './plan/stroke-outcome.ts';
export { defaultRun, type Run } from './run.ts';
export { readManifest, type ReplayableManifest } from './receipts/read-manifest.ts';
export { boundText } from './safety/adjustments.ts';
export { assessSafety, bindingOf, isInside, type Margin } from './safety/envelope.ts';
export { limits } from './safety/limits.ts';
export { limitBounds } from './safety/parameters.ts';
export { mayProceed as screeningIsClear, screen, type Screening } from './safety/screening.ts';
export { createDrawer, drawCount, simulateHealing } from './simulate-healing.ts';
export type { DrawJob, DrawPool, HealedZone } from './simulate-healing.ts';
export type { DrawOutcome } from './heal/ensemble/draw.ts';
export { calibratedRows } from './heal/calibration/accepted-draws.ts';
export type { HealEnsemble, TimeBand } from './heal/ensemble/heal-ensemble.ts';
export { courseCsv, csv, depthCsv } from './heal/files/csv.ts';
export { vtr } from './heal/files/vtr.ts';
export { simulate, type Simulation, type ZoneSimulation } from './simulate.ts';
export { parameterNames, type Stage } from './stage.ts';
export { shown, shownBand } from './wire.ts';
export { writePlan } from './plan/write-plan.ts';
export { writeSimulation } from './write-simulation.ts';
export { contextOfUse, notModelledYet, notSimulatedYet } from './context-of-use.ts';
export { courseRows } from './report/content.ts';
export type {
  CertaintyLine,
  Citation,
  CourseRow,
  DeviceSection,
  ExpectationSection,
  Fact,
  Findings,
  HarmCount,
  HarmLine,
  LevelLine,
  LimitLine,
  Origin,
  OverrideNote,
  PriorLine,
  RejectedGroup,
  Report,
  ReportManifest,
  RiskSection,
  RouteExpectationSection,
  RouteRiskSection,
  ScreeningNote,
  ShortlistEntry,
  WorkedPlan,
} from './report/content.ts';
export {
  bandText,
  bandedShareText,
  bareBand,
  sentenceCase,
  shareText,
  uncertainText,
  valueText,
} from './report/numbers.ts';
export { countText, harmNames } from './report/risks/risk-words.ts';
export { reportOf } from './report/report-of.ts';
export { letterOf, shortlistOf, type Choice } from './report/shortlist.ts';
export { boundsOf, readVerificationFile } from './validation/heat/verification-file.ts';
export type { VerificationCheck, VerificationFile } from './validation/heat/verification-file.ts';
export { verifyEngine } from './validation/verification.ts';
export { measurementFileSchema } from './validation/measurement-file.ts';
export { validatePuncture, type Validation, type ValidationCheck } from './validation/validate.ts';
export { isHealRecordFile } from './validation/heal/record-file.ts';
export { coverageOf, validateHealing } from './validation/heal/validate-healing.ts';
export type { HealCheck, HealValidation } from './validation/heal/validate-healing.ts';
