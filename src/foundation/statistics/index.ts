export {
  NetPromoterScoreInput,
  netPromoterScore,
  parseNetPromoterScoreInput,
} from "./net-promoter-score.js";
export { promoterCounts, promoterSurvey } from "./promoter-survey.js";
export type { PromoterAnswers, PromoterCounts, PromoterSurvey } from "./promoter-survey.js";
export { parseResponseRateInput, ResponseRateInput, responseRate } from "./response-rate.js";
export { parseSatisfactionInput, SatisfactionInput, satisfaction } from "./satisfaction.js";
export { SatisfactionAnswers } from "./satisfaction-answers.js";
export { STATISTICS_FORMULAS } from "./formulas.js";
export { effortSurvey, satisfactionSurvey } from "./survey-scores.js";
export type {
  EffortAnswers,
  EffortSurvey,
  NobodyAnswered,
  SatisfactionSurvey,
} from "./survey-scores.js";
export { SurveyScale } from "./survey-scale.js";
export { wilsonInterval } from "./wilson.js";
export type { Interval, Trials } from "./wilson.js";
