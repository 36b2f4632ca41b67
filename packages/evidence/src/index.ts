export { materialMeasurements } from './atlas/material.ts';
export { masks, masksFor, type Mask } from './atlas/masks.ts';
export type { Measurement, Numbers } from './atlas/measurement.ts';
export { skinModifiers, type SkinModifiers } from './atlas/modifiers.ts';
export { siteIds, type SiteId } from './atlas/site-ids.ts';
export { regions, type Hazard, type Region, type Site } from './atlas/site-schema.ts';
export { isSiteId, site, siteDocument, sites } from './atlas/sites.ts';
export { calibration, type CalibrationId } from './calibration.ts';
export { lengthsByTag, lengthsFor, type DocumentedLengths, type LengthQuery } from './course/lengths-for.ts';
export { courseRegions, evidenceTags, phototypeCodes, routes } from './course/protocol-schema.ts';
export type {
  Course,
  CourseRegion,
  EvidenceTag,
  PhototypeRule,
  Protocols,
  Route,
  TaggedNote,
} from './course/protocol-schema.ts';
export { courseRegionOf, phototypeRule, protocols } from './course/protocols.ts';
export type { Control } from './device/control.ts';
export { deviceIds, type DeviceId } from './device/device-ids.ts';
export { deviceClasses, deviceSheetSchema, readDeviceSheet } from './device/device-sheet.ts';
export type { DeviceClass, DeviceSheet, LabelledUse } from './device/device-sheet.ts';
export { deviceDocument, deviceSheet, deviceSheets, isDeviceId } from './device/device-sheets.ts';
export type { Field } from './device/field.ts';
export { fieldsOf, type SheetEntry } from './device/fields-of.ts';
export { faultOf, quantileOf, type Distribution } from './parameter/distribution.ts';
export { kineticsRecords, type KineticsRecord } from './heat/kinetics-records.ts';
export { spectra, type SpectrumRecord } from './heat/spectra.ts';
export { thermalTissues, type ThermalTissue } from './heat/tissues.ts';
export { indicationIds, phototypes, type IndicationId, type Phototype } from './course/indication.ts';
export { lesions, lesionsFor, type Lesion } from './course/lesions.ts';
export { centralValues, parameter, sampleValue } from './parameter/parameter.ts';
export type { Basis, Parameter, Parameters } from './parameter/parameter.ts';
export { isUnverified, reads, type Read, type SheetRead } from './provenance/read.ts';
export { cite, isReferenceKey, reference, references } from './provenance/reference.ts';
export type { Reference, ReferenceKey, Source } from './provenance/reference.ts';
export {
  overriders,
  screeningActions,
  screeningItems,
  type ScreeningAction,
  type ScreeningItem,
  type ScreeningPosition,
} from './screening/screening.ts';
export { screeningIds, type ScreeningId } from './screening/screening-ids.ts';
export { armsFor, type ArmQuery, type StudyArm } from './study/arms-for.ts';
export { findingOf } from './study/finding.ts';
export { comparisons, type Comparison, type Direction, type Outcome } from './study/outcome-schema.ts';
export { isStudyId, studies, study, studyDocument } from './study/studies.ts';
export { studyIds, type StudyId } from './study/study-ids.ts';
export { armRoles, modalities, studiedIndications, studySchema } from './study/study-schema.ts';
export type { Arm, ArmRole, Modality, Place, StudiedIndication, Study } from './study/study-schema.ts';
export { improvedShare, levelOf, quartileOf } from './measure/levels.ts';
export { measureIds, type MeasureId } from './measure/measure-ids.ts';
export { measureDomains, type Measure, type MeasureDomain } from './measure/measure-schema.ts';
export { measure, measures } from './measure/measures.ts';
export { isPoolable, onScale, sameScale, unpooledMeasureIds } from './measure/same-scale.ts';
export type { OneScale, PoolableMeasureId, ScaledOutcome } from './measure/same-scale.ts';
export { classOf, scoreCounts, scoreItems, type Ratings, type Score } from './measure/score.ts';
export { areaClassOf, scoreAreas } from './measure/score-areas.ts';
export { exactInterval, type Interval } from './risk/exact-interval.ts';
export { riskEvents, type HarmComparison, type HarmModifier, type HarmPattern } from './risk/risk-schema.ts';
export type { Incidence, Pain, RareHarm, Recovery, RiskEvent, SafetySignal } from './risk/risk-schema.ts';
export { risksFor, type RiskAnswer, type RiskQuery, type RiskRate } from './risk/risks-for.ts';
export {
  harmComparisons,
  incidence,
  pains,
  pihModifiers,
  rareHarms,
  recoveries,
  rfHarmPatterns,
  rfSignals,
} from './risk/risks.ts';
export { grades, type Grade } from './claim/claim-schema.ts';
export { claims, type ClaimEvidence, type GradedClaim, type GradedPart } from './claim/claims.ts';
export { votesOf, type Vote, type VoteQuery } from './claim/vote.ts';
export { optionIds } from './decision-aid/aid-schema.ts';
export type {
  Condition,
  CourseOfCare,
  Edition,
  Option,
  OptionId,
  Passage,
  Talk,
} from './decision-aid/aid-schema.ts';
export { conditionOf, edition } from './decision-aid/content.ts';
export { conditionNames, siteNames } from './decision-aid/names.ts';
export { betterIn, riskLine, type Counted, type RiskLine } from './decision-aid/counted.ts';
export type { Expected, ExpectedShare } from './decision-aid/expected.ts';
export { decisionAid } from './decision-aid/decision-aid.ts';
export type { AidOption, DecisionAid, NotForYou } from './decision-aid/decision-aid.ts';
export type { WhatStudiesSay } from './decision-aid/what-studies-say.ts';
export { holdsDeviceSetting } from './decision-aid/device-setting.ts';
export { allGapsFor, gapsFor, type Gap, type GapQuery } from './decision-aid/gaps-for.ts';
export { ipdasItems, ipdasNotDone, missingItems, type IpdasItem } from './decision-aid/ipdas.ts';
export { textsOf } from './decision-aid/texts-of.ts';
export { checkStudy, type StudyChanges, type StudyCheck } from './study/check-study.ts';
export {
  changeAgainstControl,
  changeByBaselineSpread,
  changeByChangeSpread,
  meanChange,
  overCorrelations,
  standardisedChangeAgainstControl,
  type Change,
} from './pooling/effect/change.ts';
export type { Effect, EffectSize } from './pooling/effect/effect.ts';
export { meanDifference, standardisedMeanDifference } from './pooling/effect/mean-difference.ts';
export type { Sample, SpreadAssumption } from './pooling/effect/mean-difference.ts';
export {
  arcsineProportion,
  doubleArcsineProportion,
  fromArcsine,
  fromDoubleArcsine,
  fromLogit,
  harmonicMeanSize,
  logitProportion,
} from './pooling/effect/proportion.ts';
export { smallSampleFactor } from './pooling/effect/small-sample.ts';
export { logOddsRatio, logRiskRatio, riskDifference } from './pooling/effect/two-arms.ts';
export type { Count, CountOptions } from './pooling/effect/two-arms.ts';
export { type Estimate, type Interval as PooledInterval } from './pooling/random/estimate.ts';
export type { Heterogeneity } from './pooling/random/heterogeneity.ts';
export type { IntervalMethod, PoolingOptions, PredictionMethod } from './pooling/random/options.ts';
export { pool, type Pooled } from './pooling/random/pool.ts';
export { predictEffect, type Prediction } from './pooling/random/predict-effect.ts';
export { categoricalModerators, regress, tau2IntervalOf } from './pooling/random/regress.ts';
export type { Coefficient, Moderator, OmnibusTest, Regression } from './pooling/random/regress.ts';
export { tau2Methods, type Tau2Method } from './pooling/random/tau2.ts';
export { asymmetryRegression, eggerTest, type Asymmetry } from './pooling/diagnose/asymmetry.ts';
export { funnelOf, type Funnel } from './pooling/diagnose/funnel.ts';
export { influence, type Influence } from './pooling/diagnose/influence.ts';
export { leaveOneOut, leaveOneStudyOut, type LeftOut } from './pooling/diagnose/leave-one-out.ts';
export { poolMultilevel, regressMultilevel } from './pooling/multilevel/regress-multilevel.ts';
export type {
  Component,
  MultilevelOptions,
  MultilevelRegression,
} from './pooling/multilevel/regress-multilevel.ts';
export { robustCoefficients } from './pooling/multilevel/robust-coefficients.ts';
export type { Arms as TwoArms } from './pooling/mixed/hypergeometric.ts';
export type { Link } from './pooling/mixed/ordered.ts';
export { expectedShares } from './pooling/ordered/expected-shares.ts';
export { orderedModel, type OrderedModel, type OrderedOptions } from './pooling/ordered/ordered-model.ts';
export type { OrderedArm, OrderedStudy } from './pooling/ordered/study.ts';
export { exactRate, ruleOfThree, type ExactRate } from './pooling/rare/exact.ts';
export { exactOddsRatio, type ExactOddsRatio } from './pooling/rare/exact-odds-ratio.ts';
export {
  oddsRatioModel,
  type OddsRatioModel,
  type PooledOddsRatio,
} from './pooling/rare/odds-ratio-model.ts';
export { proportionModel, type PooledProportion, type PooledRate } from './pooling/rare/proportion-model.ts';
export { priors, type Law, type Laws, type Prior, type PriorName } from './posterior/priors.ts';
export { readTable, tableReading, type TableReading } from './posterior/reading/read-table.ts';
export { bodyRegions } from './posterior/reading/evidence.ts';
export type {
  ArmEvidence,
  BodyRegion,
  Change as StandardisedChange,
  Counts,
  UnusedOutcome,
} from './posterior/reading/evidence.ts';
export { expectationFor } from './posterior/expectation.ts';
export type {
  Estimated,
  Expectation,
  ExpectationOptions,
  ExpectationQuery,
  ExplainedOnly,
} from './posterior/expectation.ts';
export {
  basisOf,
  improvementLevels,
  type Band,
  type ImprovementLevel,
  type LevelBasis,
  type LevelForecast,
} from './posterior/levels.ts';
export {
  demands,
  fitPosterior,
  posteriorFrom,
  type Diagnostics,
  type FitOptions,
  type Posterior,
} from './posterior/fit.ts';
export { swayOf, withoutStudy } from './posterior/sensitivity.ts';
export type { Sensitivity, Variant, WithoutStudy } from './posterior/sensitivity.ts';
export type { UsedArm } from './posterior/weights.ts';
export { certaintyDomains, certaintyGrades } from './posterior/certainty.ts';
export type { Certainty, CertaintyGrade, Concern, DomainView } from './posterior/certainty.ts';
export { moderatorsFor, type ModeratorReport } from './posterior/moderators.ts';
export { armsSchemaFor, predictArms } from './posterior/predict-arms.ts';
export { isPublishedArms } from './posterior/reading/published-arms.ts';
export type { ArmPredictions, PredictedArm, RefusedArm } from './posterior/predict-arms.ts';
export { coverageLevels, coverageOf, crossValidate } from './posterior/cross-validate.ts';
export type { Coverage, Fold, Scored } from './posterior/cross-validate.ts';
export { rankAmong, rankedQuantities, rankOnce, type Ranks } from './posterior/calibration.ts';
export { forecastEvidence, forecastFor, type Forecast } from './forecast/forecasts.ts';
export { resultsFor } from './synthesis/results-for.ts';
export { assumedCorrelation, type ErrorFrom } from './synthesis/change-effect.ts';
export type { PooledResult, ScaleResult, StudyResult, UnpooledResult } from './synthesis/scale-result.ts';
export { centralShare, luckBand } from './posterior/coverage-curve.ts';
export { scaleFunnel, type ScaleFunnel } from './synthesis/scale-funnel.ts';
export { assessedFor } from './posterior/facts.ts';
