export { appear, appearanceStage } from './appearance/appear.ts';
export type { Appearance, AppearanceValues } from './appearance/appear.ts';
export { courseNames } from './appearance/course-bands.ts';
export type { CourseBands, CourseName } from './appearance/course-bands.ts';
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
export { tissueCourseOf, tissueOf } from './appearance/tissue-of.ts';
export { catalogueSheet, catalogueSheets, catalogueSite, sheetsOfCase } from './case/catalogue.ts';
export { bandOf, type Band } from './band.ts';
export { caseSchema, exclusionZones, readCase, writeCase, type Case } from './case/case.ts';
export { exclusionReasons, treatedArea, type Exclusion } from './case/exclusions.ts';
export { readDocument } from './case/document.ts';
export { caseOfZone, courseOf, protocolSchema, readProtocol, settingsOf } from './case/protocol.ts';
export type { FurtherPasses, Protocol, SessionSettings, Settings, Zone } from './case/protocol.ts';
export { setValue } from './case/set-value.ts';
export {
  allStages,
  centralDraw,
  drawEnsemble,
  drawHeatValues,
  healValues,
  heatValues,
  stages,
  type Draw,
  type Ensemble,
  type Overrides,
} from './ensemble.ts';
export {
  BadInput,
  EmulatorDisagrees,
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
  receiptOfPlan,
  manifestOfSimulation,
  reportManifestOf,
} from './receipts/manifest.ts';
export type { Inputs, Manifest, PlanReceipt } from './receipts/manifest.ts';
export { damageOfCourse } from './heat/damage/exposure.ts';
export type { HeatGrid } from './heat/grid/heat-grid.ts';
export type { Heating } from './heat/heating.ts';
export type { Contour } from './heat/output/contour.ts';
export { solutionVtr, writeHeatSolution } from './heat/output/write-solution.ts';
export { heatParameters } from './heat/parameters.ts';
export { heatStage } from './heat/heat-stage.ts';
export { emulatorSchema, readEmulator, type EmulatorDocument } from './emulation/emulator-document.ts';
export { checkFinalists } from './emulation/check-finalists.ts';
export { doseMapOf, type DoseMap } from './emulation/dose-map.ts';
export { modelHashOf } from './emulation/model-hash.ts';
export { readShotPattern } from './emulation/read-shot-pattern.ts';
export { defaultTraining, trainEmulator, type MadeRun, type Training } from './emulation/train-emulator.ts';
export {
  comparePatterns,
  isSinglePulse,
  patternText,
  type ShotPattern,
} from './heat/emulator/shot-pattern.ts';
export type { TrainedEmulator } from './heat/emulator/trained.ts';
export { heatSkin, type HeatInput, type SkinHeating } from './heat/heat-skin.ts';
export { energyScaleGaps, energyScaleHint, rfArrayOf, type RfArray } from './heat/array/rf-array.ts';
export { energyOf, type Energy, type Shot, type Stop } from './heat/array/shot/shot.ts';
export type { ArrayHeating, NeedleHeating } from './heat/array/array-heating.ts';
export { injuries, type Injury } from './heat/array/kinetics.ts';
export { burstsOf, type Burst, type PulseSpan } from './heat/array/shot/bursts.ts';
export type { BurstHeating } from './heat/array/burst-heating.ts';
export { resistanceSpan, zoneMargins, type ResistanceSpan, type ZoneMargins } from './heat/array/margins.ts';
export { heatCourse, heatVtr } from './heat/array/heat-files.ts';
export { heatQuantities, injuryNames, type HeatQuantity } from './heat/array/heat-quantities.ts';
export type { HeatBand, HeatEnsemble } from './heat/array/heat-bands.ts';
export { writeHeatEnsemble, writeHeating } from './heat/array/write-heating.ts';
export { rectilinearGrid, type RectilinearGrid } from './export/rectilinear-grid.ts';
export type { HeatProblem } from './heat/problem/heat-problem.ts';
export { readHeatProblem } from './heat/problem/read-heat-problem.ts';
export { solveHeat } from './heat/solve-heat.ts';
export { heatProblemSchema, type HeatProblemDocument } from './heat/problem/wire/heat-problem-wire.ts';
export { hashOf } from './receipts/canonical.ts';
export type { CourseShape } from './expectation/course-shape.ts';
export type { EstimatedCourse, ExpectationCourse, ExpectedMoment } from './expectation/expectation-course.ts';
export type { TimedLevel } from './expectation/timed-levels.ts';
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
export { healKernelBytes } from './heal/kernels/heal-kernels.ts';
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
export type { Phase } from './heal/summary/phases.ts';
export { speciesIds, type SpeciesId } from './heal/species/species.ts';
export { risksOf, type CourseRisks, type RouteRisks } from './expectation/risks.ts';
export { totalInfluences, type TotalInfluence } from './plan/explain/total-influence.ts';
export { valueOfMeasurement, type MeasurementValue } from './value-of-measurement.ts';
export { deliveredSchema, readDelivered, type Delivered } from './delivery/delivered.ts';
export { recomputeCourse } from './delivery/recompute-course.ts';
export type { NextCourse, Recomputed, SessionDone } from './delivery/recomputed.ts';
export { writeRecomputed } from './delivery/write-recomputed.ts';
export { explainPlan, explainPlanWith } from './reasons/explain-plan.ts';
export { weighCourses, weighCoursesWith } from './reasons/weigh-courses.ts';
export type { Downtime, WeighedCourse, WeighedCourses } from './plan/explain/weighed-courses.ts';
export type { Counterfactual } from './plan/explain/counterfactual.ts';
export type {
  CourseReasons,
  MeasuredFirst,
  PlanReasons,
  RefusalReasons,
} from './plan/explain/plan-reasons.ts';
export { courseAtDepth, depthsOf, type CourseAtDepth } from './plan/explain/course-at-depth.ts';
export type { Scenario } from './plan/explain/robustness.ts';
export { reasonLines, type ReasonLines } from './report/reasons/reason-lines.ts';
export { daysText, weighedLine, type WeighedLine } from './report/reasons/weighed-words.ts';
export { writeReasons } from './report/reasons/write-reasons.ts';
export { planCourse } from './plan-course.ts';
export type {
  Candidate,
  CourseInSkin,
  DeviceFacts,
  Plan,
  Prior,
  Reason,
  Rejected,
  SkinSummary,
  ZonePlan,
  ZoneSetting,
} from './plan/plan.ts';
export { exclusionText, treatedText } from './report/zones/left-out.ts';
export { zoneSections } from './report/zones/zone-sections.ts';
export { planOfZone } from './plan/zones/plan-of-zone.ts';
export type { Objectives } from './plan/search/front.ts';
export type { SessionOutcome, StrokeOutcome } from './plan/stroke-outcome.ts';
export type { Moment } from './heat/watch.ts';
export { defaultRun, type Run } from './run.ts';
export { readManifest, type ReplayableManifest } from './receipts/read-manifest.ts';
export { boundText } from './safety/adjustments.ts';
export { assessSafety, bindingOf, isInside, type Margin } from './safety/envelope.ts';
export { limits } from './safety/limits.ts';
export { tailMarginsOf, type TailMargin } from './safety/tail-margin.ts';
export { limitBounds } from './safety/parameters.ts';
export { mayProceed as screeningIsClear, screen, type Screening } from './safety/screening.ts';
export { simulateHealing, simulateHealingWith } from './simulate-healing.ts';
export type { HealedZone } from './simulate-healing.ts';
export type { HealedCourse } from './expectation/healed-course.ts';
export { createDrawer, drawHere } from './simulation/make-draws.ts';
export type { ZoneHealed } from './simulation/draw-healing.ts';
export {
  drawsOf,
  type Drawn,
  type DrawJob,
  type DrawPool,
  type HealingJob,
  type HeatJob,
  type ZoneDraw,
} from './simulation/drawing.ts';
export { drawCount } from './heal/ensemble/draw.ts';
export { calibratedHash, calibratedRows } from './heal/calibration/accepted-draws.ts';
export { simulateHeating, simulateHeatingWith, type HeatedZone } from './simulate-heating.ts';
export type { HealEnsemble, TimeBand } from './heal/ensemble/heal-ensemble.ts';
export { courseCsv, csv, depthCsv } from './heal/files/csv.ts';
export { vtr } from './heal/files/vtr.ts';
export { simulate, simulateWith, type Simulation, type ZoneExpectation } from './simulate.ts';
export type { ZoneSimulation } from './simulation/simulate-zone.ts';
export { drawValues, parameterNames, type Stage } from './stage.ts';
export { shown, shownBand } from './wire.ts';
export { writePlan } from './plan/write-plan.ts';
export { writeSimulation } from './write-simulation.ts';
export { contextOfUse, notWeighedYet } from './context-of-use.ts';
export { courseRows, heatOrder, heatRows } from './report/content.ts';
export { courseText } from './report/course-words.ts';
export { emulatorFacts, energyText, heatCells } from './report/heat/heat-facts.ts';
export type {
  CertaintyLine,
  Citation,
  CourseRow,
  HeatRow,
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
  ZoneSection,
} from './report/content.ts';
export {
  bandText,
  bandedShareText,
  bareBand,
  chanceText,
  sentenceCase,
  shareText,
  uncertainText,
  valueText,
} from './report/numbers.ts';
export { countText, harmNames } from './report/risks/risk-words.ts';
export { chooseCourse, mostReason, readReason } from './report/course/choose-course.ts';
export {
  chosenCourse,
  sessionDays,
  type ChoiceNote,
  type ChosenCourse,
} from './report/course/chosen-course.ts';
export { writeChosenCourse } from './report/course/write-chosen-course.ts';
export {
  comparePlans,
  type CourseStanding,
  type Difference,
  type PlanComparison,
} from './report/compare/compare-plans.ts';
export { reportOf } from './report/report-of.ts';
export {
  courseLabels,
  labelText,
  namesOf,
  noNameOfEffect,
  standIns,
  type CourseLabel,
} from './report/course/course-names.ts';
export { letterOf, shortlistOf, whyFewer, type Choice } from './report/shortlist.ts';
export { hypotheticalText } from './report/verdict.ts';
export { boundsOf, readVerificationFile } from './validation/heat/verification-file.ts';
export type { VerificationCheck, VerificationFile } from './validation/heat/verification-file.ts';
export {
  isHeatMeasurements,
  readHeatMeasurements,
  unknownSources as unknownHeatSources,
} from './validation/heat/measured/heat-measurements.ts';
export { validateHeat } from './validation/heat/measured/validate-heat.ts';
export type { HeatComparison, HeatValidation } from './validation/heat/measured/validate-heat.ts';
export { verifyHeatProblem, type HeatCheck, type HeatVerdict } from './validation/heat/verify-heat.ts';
export { checkStudy } from './study/check-study.ts';
export { calibrateStudy, type Calibrated, type ColumnShare, type RowDistance } from './study/calibrate.ts';
export { writeCalibrated } from './study/write-calibrated.ts';
export { chunksOf, type Chunks, type StudyRow } from './study/chunk.ts';
export type { RowStatus } from './study/run-row.ts';
export { readStudy, rowCount, studySchema, type Study } from './study/study.ts';
export { summariseStudy, type OutputSummary } from './study/summarise.ts';
export { studyCsv } from './study/table.ts';
export { verifyEngine } from './validation/verification.ts';
export { measurementFileSchema } from './validation/measurement-file.ts';
export { validatePuncture, type Validation, type ValidationCheck } from './validation/validate.ts';
export { isHealRecordFile } from './validation/heal/record-file.ts';
export { healTables, type HealTables, type TextTable } from './validation/heal/heal-tables.ts';
export { validateHealing } from './validation/heal/validate-healing.ts';
export type { HealCheck, HealValidation } from './validation/heal/validate-healing.ts';
