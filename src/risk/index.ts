export { assessRisks } from "./assess-risks.js";
export type { AssessRisksOptions, LevelCount, RankedRiskRow, RiskAssessment } from "./assess-risks.js";
export { expectedLoss, ExpectedLossInput, parseExpectedLossInput } from "./expected-loss.js";
export { ExposureInput, opportunityExposure, parseExposureInput, threatExposure } from "./exposure.js";
export type { NothingPriced } from "./exposure.js";
export { FIVE_BY_FIVE } from "./five-by-five.js";
export { heatMap, heatMapRows } from "./heat-map.js";
export type { HeatMap, HeatMapCell, HeatMapLayout, HeatMapSize, MappedRisk } from "./heat-map.js";
export { matrixWarnings } from "./matrix-warnings.js";
export type { MatrixWarning } from "./matrix-warnings.js";
export {
  contingencyReserve,
  expectedMonetaryValue,
  netExposure,
  NetExposureInput,
  parseNetExposureInput,
} from "./net-exposure.js";
export { rankRisks } from "./rank-risks.js";
export type { PlacedRisk, RankedRisk } from "./rank-risks.js";
export { parseResidualExposureInput, residualExposure, ResidualExposureInput } from "./residual-exposure.js";
export { RISK_FORMULAS } from "./risk-formulas.js";
export { parseRiskMatrix, rateRisk, RiskMatrix } from "./risk-matrix.js";
export type { RatedRisk, RiskRating, ScaleLevel } from "./risk-matrix.js";
export { parseRiskRegister, RiskRegister } from "./risk-register.js";
export { RISK_RESPONSE_STATUSES, RISK_STRATEGIES, RiskResponse } from "./risk-response.js";
export type { RiskResponseStatus, RiskStrategy } from "./risk-response.js";
export type { RiskFlag, RiskRow } from "./risk-row.js";
export { parseRiskScoreInput, riskScore, RiskScoreInput } from "./risk-score.js";
export { parseRisk, Risk, RISK_STATUSES, RISK_TYPES } from "./risk.js";
export type { ResidualRisk, RiskStatus, RiskType } from "./risk.js";
