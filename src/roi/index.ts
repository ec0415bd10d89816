export { AnnualisedRoiInput, annualisedRoi, averageAnnualRoi, parseAnnualisedRoiInput } from "./annualised-roi.js";
export { BenefitCostRatioInput, benefitCostRatio, parseBenefitCostRatioInput } from "./benefit-cost-ratio.js";
export { assessBusinessCase } from "./business-case-assessment.js";
export type { BusinessCaseAssessment, BusinessCasePeriod } from "./business-case-assessment.js";
export {
  BENEFIT_KINDS,
  BenefitLine,
  BusinessCase,
  COST_KINDS,
  CostLine,
  parseBusinessCase,
  PERIOD_LENGTHS,
} from "./business-case.js";
export type { BenefitKind, CostKind, PeriodLength } from "./business-case.js";
export {
  CashFlows,
  CashFlowsInput,
  DiscountedCashFlowsInput,
  DiscountRate,
  parseCashFlowsInput,
  parseDiscountedCashFlowsInput,
  separateFlows,
  TIMINGS,
} from "./cash-flow.js";
export type { SeparatedFlows, TimedCashFlows, Timing } from "./cash-flow.js";
export { discountedPayback } from "./discounted-payback.js";
export { ROI_FORMULAS } from "./formulas.js";
export { internalRateOfReturn } from "./internal-rate-of-return.js";
export type { NoInternalRate } from "./internal-rate-of-return.js";
export { internalRates } from "./internal-rates.js";
export type { InternalRate, InternalRates } from "./internal-rates.js";
export { NetPresentValueInput, netPresentValue, parseNetPresentValueInput } from "./net-present-value.js";
export { assessPayback } from "./payback-profile.js";
export type { AssessPaybackOptions, PaybackProfile } from "./payback-profile.js";
export { firstCrossing, maximumExposure, payback, paybackShortfall } from "./payback.js";
export {
  EffectiveAnnualRateInput,
  effectiveAnnualRate,
  EffectivePeriodRateInput,
  effectivePeriodRate,
  nominalAnnualRate,
  parseEffectiveAnnualRateInput,
  parseEffectivePeriodRateInput,
} from "./period-rate.js";
export { presentValues } from "./present-values.js";
export { profitabilityIndex } from "./profitability-index.js";
export { parseReturnOnInvestmentInput, ReturnOnInvestmentInput, returnOnInvestment } from "./return-on-investment.js";
