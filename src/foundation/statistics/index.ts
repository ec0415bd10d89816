export {
  NetPromoterScoreInput,
  netPromoterScore,
  parseNetPromoterScoreInput,
} from "./survey/net-promoter-score.js";
export { promoterCounts, promoterSurvey } from "./survey/promoter-survey.js";
export type { PromoterAnswers, PromoterCounts, PromoterSurvey } from "./survey/promoter-survey.js";
export { parseResponseRateInput, ResponseRateInput, responseRate } from "./survey/response-rate.js";
export { parseSatisfactionInput, SatisfactionInput, satisfaction } from "./survey/satisfaction.js";
export { SatisfactionAnswers } from "./survey/satisfaction-answers.js";
export { STATISTICS_FORMULAS } from "./survey/formulas.js";
export { effortSurvey, satisfactionSurvey } from "./survey/survey-scores.js";
export type {
  EffortAnswers,
  EffortSurvey,
  NobodyAnswered,
  SatisfactionSurvey,
} from "./survey/survey-scores.js";
export { SurveyScale } from "./survey/survey-scale.js";
export { adjustedWaldInterval } from "./interval/adjusted-wald.js";
export { clopperPearsonInterval } from "./interval/clopper-pearson.js";
export type { ConfidenceOptions, Interval } from "./interval/confidence.js";
export { eventRateInterval } from "./interval/event-rate.js";
export type { EventCount, EventRate } from "./interval/event-rate.js";
export { demonstrationTrials, failureRateBound } from "./interval/failure-demonstration.js";
export type { FailureCount, FailureDemonstration, FailureRateBound } from "./interval/failure-demonstration.js";
export { newcombeInterval } from "./interval/newcombe.js";
export type { ShareDifference } from "./interval/newcombe.js";
export { quantileInterval, quantileRanks } from "./interval/quantile-interval.js";
export type {
  QuantileInterval,
  QuantileIntervalOptions,
  QuantileRanks,
  QuantileRanksOptions,
} from "./interval/quantile-interval.js";
export type { Trials, TwoGroups } from "./interval/trials.js";
export { wilsonInterval } from "./interval/wilson.js";
export type { CountTails } from "./hypothesis/count-tails.js";
export { eventRateRatio } from "./hypothesis/rate-ratio.js";
export type { EventRateRatio, TwoEventCounts } from "./hypothesis/rate-ratio.js";
export { fisherExactTest, pooledShareTest } from "./hypothesis/share-tests.js";
export type { FisherExactTest, PooledShareTest } from "./hypothesis/share-tests.js";
export { mergeMoments, momentFigures, Moments, moments } from "./summary/moments.js";
export type { MomentFigures } from "./summary/moments.js";
export { fencedOutliers, medianOutliers } from "./summary/outliers.js";
export type { FencedOutliers, MedianOutliers } from "./summary/outliers.js";
export { quantile, quantileOfSorted, quantiles, QUANTILE_TYPES } from "./summary/quantile.js";
export type { QuantileOptions, QuantilesOptions, QuantileType } from "./summary/quantile.js";
export { mergeQuantileSketches, QuantileSketch, quantileSketch, sketchQuantile } from "./summary/quantile-sketch.js";
export type { QuantileSketchOptions, SketchBucket, SketchedQuantile } from "./summary/quantile-sketch.js";
export { sortedNumbers } from "./summary/sorted-numbers.js";
export { mean, sum } from "./summary/sum.js";
export { summary } from "./summary/summary.js";
export type { NumberSummary } from "./summary/summary.js";
