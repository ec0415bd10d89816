export {
  NetPromoterScoreInput,
  netPromoterScore,
  parseNetPromoterScoreInput,
} from "./survey/net-promoter-score.js";
export { likertSummary } from "./survey/likert-summary.js";
export type { LikertSummary } from "./survey/likert-summary.js";
export { promoterCounts, promoterSurvey } from "./survey/promoter-survey.js";
export type { PromoterAnswers, PromoterCounts, PromoterSurvey } from "./survey/promoter-survey.js";
export { promoterChange } from "./survey/promoter-change.js";
export type { PromoterChange, PromoterWaves } from "./survey/promoter-change.js";
export { promoterSampleSize } from "./survey/promoter-sample-size.js";
export type { PromoterPrecision } from "./survey/promoter-sample-size.js";
export { silenceBounds } from "./survey/silence-bounds.js";
export type { AnsweredSurvey, SilenceBounds } from "./survey/silence-bounds.js";
export { stratifiedSatisfaction } from "./survey/stratified-satisfaction.js";
export type { StratifiedSatisfaction, SurveyStratum } from "./survey/stratified-satisfaction.js";
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
export { meanShift, pettittTest } from "./hypothesis/change-point.js";
export type { MeanShift, PettittTest } from "./hypothesis/change-point.js";
export { mannKendallTest } from "./hypothesis/mann-kendall.js";
export type { MannKendallTest } from "./hypothesis/mann-kendall.js";
export { mannWhitneyTest } from "./hypothesis/mann-whitney.js";
export type { MannWhitneyTest, RankTestOptions } from "./hypothesis/mann-whitney.js";
export { medianShift } from "./hypothesis/median-shift.js";
export type { MedianShift } from "./hypothesis/median-shift.js";
export type { TwoSamples } from "./hypothesis/two-samples.js";
export { eventRateRatio } from "./hypothesis/rate-ratio.js";
export type { EventRateRatio, TwoEventCounts } from "./hypothesis/rate-ratio.js";
export { fisherExactTest, pooledShareTest } from "./hypothesis/share-tests.js";
export type { FisherExactTest, PooledShareTest } from "./hypothesis/share-tests.js";
export { momentFigures } from "./summary/moment-figures.js";
export type { MomentFigures } from "./summary/moment-figures.js";
export { addToMoments, mergeMoments, Moments, moments } from "./summary/moments.js";
export { fencedOutliers, medianOutliers } from "./summary/outliers.js";
export type { FencedOutliers, MedianOutliers } from "./summary/outliers.js";
export { quantile, quantileOfSorted, quantiles } from "./summary/quantile.js";
export type { QuantileOptions, QuantilesOptions } from "./summary/quantile.js";
export { QUANTILE_TYPES } from "./summary/quantile-place.js";
export type { QuantileType } from "./summary/quantile-place.js";
export { mergeQuantileSketches, QuantileSketch, quantileSketch, sketchQuantile } from "./summary/quantile-sketch.js";
export type { QuantileSketchOptions, SketchedQuantile } from "./summary/quantile-sketch.js";
export type { SketchBucket } from "./summary/sketch-buckets.js";
export { sortedNumbers, sortNumbersInPlace } from "./summary/sorted-numbers.js";
export { mean, sum } from "./summary/sum.js";
export { summary } from "./summary/summary.js";
export type { NumberSummary } from "./summary/summary.js";
export { kendallCorrelation } from "./relation/kendall.js";
export type { KendallCorrelation } from "./relation/kendall.js";
export { linearRegression } from "./relation/linear-regression.js";
export type { LinearRegression, RegressionCoefficient, RegressionData } from "./relation/linear-regression.js";
export { pearsonCorrelation } from "./relation/pearson.js";
export type { PearsonCorrelation } from "./relation/pearson.js";
export type { Points } from "./relation/points.js";
export { spearmanCorrelation } from "./relation/spearman.js";
export type { SpearmanCorrelation } from "./relation/spearman.js";
export { theilSenLine } from "./relation/theil-sen.js";
export type { SeriesPoints, TheilSenLine } from "./relation/theil-sen.js";
export { tailWeight } from "./summary/tail-weight.js";
export type { TailWeight, TailWeightOptions } from "./summary/tail-weight.js";
