export {
  BiasAdjustedCostInput,
  biasAdjustedCost,
  BiasAdjustedDurationInput,
  biasAdjustedDuration,
  parseBiasAdjustedCostInput,
  parseBiasAdjustedDurationInput,
} from "./adjustment/bias-adjusted-plan.js";
export { assessEconomicImpact, EconomicImpactInput, parseEconomicImpactInput } from "./adjustment/economic-impact.js";
export type { EconomicImpact } from "./adjustment/economic-impact.js";
export { assessOptimismBias, OptimismBiasCase, parseOptimismBiasCase } from "./adjustment/optimism-bias-assessment.js";
export type { OptimismBiasAssessment } from "./adjustment/optimism-bias-assessment.js";
export {
  BIAS_MEASURES,
  BIAS_PROJECT_TYPES,
  OPTIMISM_BIAS_TABLE_2002,
  optimismBiasBounds,
} from "./adjustment/optimism-bias-bounds.js";
export type {
  BiasMeasure,
  BiasProjectType,
  OptimismBiasLookup,
  OptimismBiasTable,
} from "./adjustment/optimism-bias-bounds.js";
export { OptimismBiasInput, optimismBias, parseOptimismBiasInput } from "./adjustment/optimism-bias.js";
export type { BiasRiskArea, OptimismBiasBounds } from "./adjustment/optimism-bias.js";
export { riskAdjustedBenefits, riskAdjustedCosts } from "./adjustment/risk-adjustment.js";
export {
  parseSurveyedAdjustmentInput,
  SurveyedAdjustmentInput,
  surveyedAdjustment,
} from "./adjustment/surveyed-adjustment.js";
export {
  assessTriangularEstimate,
  parseTriangularEstimate,
  TriangularEstimate,
  triangularRiskFactor,
} from "./adjustment/triangular-estimate.js";
export type { AssessTriangularOptions, TriangularAssessment } from "./adjustment/triangular-estimate.js";
export {
  BreakEvenAdoptionInput,
  breakEvenAdoption,
  FullAnnualBenefitInput,
  fullAnnualBenefit,
  parseBreakEvenAdoptionInput,
  parseFullAnnualBenefitInput,
} from "./break-even/break-even-adoption.js";
export { breakEvenBenefitFactor, breakEvenCostFactor, marginOfSafety } from "./break-even/break-even-factor.js";
export {
  BreakEvenUnitsInput,
  breakEvenPoint,
  breakEvenRevenue,
  breakEvenUnits,
  ContributionProfitInput,
  contributionProfit,
  parseBreakEvenUnitsInput,
  parseContributionProfitInput,
} from "./break-even/break-even-units.js";
export type { BreakEvenPoint } from "./break-even/break-even-units.js";
export { breakEven } from "./break-even/break-even.js";
export type { BreakEven, BreakEvenBounds, NoBreakEven } from "./break-even/break-even.js";
export { adjustedBenefit, adjustedCost, caseTotal } from "./case/adjusted-line.js";
export type { AdjustedBenefitInput, AdjustedCostInput, CaseTotalInput } from "./case/adjusted-line.js";
export { assessBusinessCase } from "./case/business-case-assessment.js";
export type {
  BusinessCaseAssessment,
  BusinessCaseLine,
  BusinessCasePeriod,
  CaseWarning,
} from "./case/business-case-assessment.js";
export { BusinessCase, parseBusinessCase, PERIOD_LENGTHS } from "./case/business-case.js";
export type { PeriodLength } from "./case/business-case.js";
export type { BusinessCaseDates } from "./case/case-dates.js";
export { BENEFIT_KINDS, BenefitLine, COST_KINDS, CostLine } from "./case/case-line.js";
export type { BenefitKind, CaseLine, CostKind, Payment, RecurringAmount } from "./case/case-line.js";
export {
  AutomationSavingInput,
  automationSaving,
  parseAutomationSavingInput,
  parseSavedHoursInput,
  SavedHoursInput,
  savedHours,
} from "./decision/automation-saving.js";
export {
  AutomationNetPresentValueInput,
  automationNetPresentValue,
  AutomationPaybackInput,
  automationPayback,
  parseAutomationNetPresentValueInput,
  parseAutomationPaybackInput,
} from "./decision/automation-value.js";
export {
  assessBenefitRealisation,
  BenefitRealisationInput,
  benefitRealisation,
  parseBenefitRealisationInput,
} from "./decision/benefit-realisation.js";
export type { RealisedPeriod } from "./decision/benefit-realisation.js";
export {
  CapacityInput,
  compareCapacity,
  elasticCapacityCost,
  ElasticCapacityCostInput,
  fixedCapacityCost,
  FixedCapacityCostInput,
  parseCapacityInput,
  parseElasticCapacityCostInput,
  parseFixedCapacityCostInput,
} from "./decision/capacity-cost.js";
export type { CapacityComparison } from "./decision/capacity-cost.js";
export {
  breakEvenUtilisation,
  BreakEvenUtilisationInput,
  CapacityDemandInput,
  capacityUtilisation,
  parseBreakEvenUtilisationInput,
  parseCapacityDemandInput,
  unmetDemand,
} from "./decision/capacity-utilisation.js";
export {
  avoidedLoss,
  AvoidedLossInput,
  breakEvenDualRunning,
  BreakEvenDualRunningInput,
  dualRunningCost,
  DualRunningCostInput,
  dualRunningNetBenefit,
  DualRunningNetBenefitInput,
  parseAvoidedLossInput,
  parseBreakEvenDualRunningInput,
  parseDualRunningCostInput,
  parseDualRunningNetBenefitInput,
} from "./decision/dual-running.js";
export type { DualRunningRates } from "./decision/dual-running.js";
export {
  Alternative,
  AlternativesInput,
  parseAlternativesInput,
  rankAlternatives,
} from "./decision/rank-alternatives.js";
export type { RankedAlternative } from "./decision/rank-alternatives.js";
export {
  AUTOMATION_RANKINGS,
  AutomationCandidate,
  AutomationCandidatesInput,
  parseAutomationCandidatesInput,
  rankAutomationCandidates,
} from "./decision/rank-automation.js";
export type { AutomationOrder, AutomationRanking, RankedAutomation } from "./decision/rank-automation.js";
export {
  parseReforecastInput,
  parseToGoRoiInput,
  reforecast,
  ReforecastInput,
  ToGoRoiInput,
  toGoRoi,
  wholeLifeRoi,
} from "./decision/reforecast.js";
export type { Reforecast } from "./decision/reforecast.js";
export {
  assessRiskAdjustedValue,
  ExpectedRiskLossInput,
  expectedRiskLoss,
  parseExpectedRiskLossInput,
  parseRiskAdjustedNetPresentValueInput,
  RiskAdjustedNetPresentValueInput,
  riskAdjustedNetPresentValue,
} from "./decision/risk-adjusted-value.js";
export type { RiskAdjustedValue } from "./decision/risk-adjusted-value.js";
export { scenarioTable } from "./decision/scenario-table.js";
export type { InputScenario, ScenarioRow, ScenarioTable, ScenarioTableOptions } from "./decision/scenario-table.js";
export {
  assessScenarios,
  expectedPresentValue,
  parseScenariosInput,
  parseValueScenarios,
  presentValueDeviation,
  probabilityOfLoss,
  ScenariosInput,
  ValueScenario,
} from "./decision/scenarios.js";
export type { ScenarioAssessment } from "./decision/scenarios.js";
export { tornado } from "./decision/tornado.js";
export type { InputRange, Tornado, TornadoOptions, TornadoRow } from "./decision/tornado.js";
export {
  linearAdoption,
  LinearRamp,
  logisticAdoption,
  LogisticRamp,
  parseLinearRamp,
  parseLogisticRamp,
} from "./delay/adoption-curve.js";
export {
  AdoptedBenefitInput,
  adoptedBenefit,
  adoptedBenefits,
  AdoptionRamp,
  assessAdoptionRamp,
  parseAdoptedBenefitInput,
  parseAdoptionRamp,
  parseValueLostToRampInput,
  ValueLostToRampInput,
  valueLostToRamp,
} from "./delay/adoption-ramp.js";
export type { AdoptionRampAssessment } from "./delay/adoption-ramp.js";
export {
  CostOfDelayByDurationInput,
  costOfDelayByDuration,
  DelayCostInput,
  delayCost,
  orderByCostOfDelay,
  parseCostOfDelayByDurationInput,
  parseDelayCostInput,
  parseWaitingJobs,
  WaitingJob,
} from "./delay/cost-of-delay.js";
export type { DelayOrder } from "./delay/cost-of-delay.js";
export {
  costOfSlip,
  flowsAfterSlip,
  GoLiveSlipInput,
  netPresentValueAfterSlip,
  parseGoLiveSlipInput,
  SLIP_HORIZONS,
  SLIP_UNITS,
} from "./delay/go-live-slip.js";
export type { GoLiveSlip, SlipHorizon, SlipUnit } from "./delay/go-live-slip.js";
export {
  CashFlows,
  CashFlowsInput,
  DiscountedCashFlowsInput,
  DiscountRate,
  parseCashFlowsInput,
  parseDiscountedCashFlowsInput,
  separateFlows,
  TIMINGS,
} from "./flows/cash-flow.js";
export type { SeparatedFlows, TimedCashFlows, Timing } from "./flows/cash-flow.js";
export { DatedFlows, DatedFlowsInput, parseDatedFlowsInput } from "./flows/dated-flows.js";
export { DAY_COUNTS, DayCount, yearFraction } from "./flows/day-count.js";
export type { YearFractionInput } from "./flows/day-count.js";
export { discountedPayback } from "./payback/discounted-payback.js";
export { assessDatedPayback, paybackDate } from "./payback/payback-date.js";
export type { DatedPaybackProfile } from "./payback/payback-date.js";
export { parsePaybackDates, PaybackDates, paybackOrigin } from "./payback/payback-origin.js";
export type { PaybackFromOrigins, PaybackSpan } from "./payback/payback-origin.js";
export { assessPayback } from "./payback/payback-profile.js";
export type { AssessPaybackOptions, PaybackProfile } from "./payback/payback-profile.js";
export { firstCrossing, maximumExposure, payback, paybackShortfall } from "./payback/payback.js";
export {
  APPRAISAL_PRESETS,
  CONSULTING_STUDY_2008,
  presentValueUnderPreset,
  UK_GREEN_BOOK_2003,
  US_CIRCULAR_A94_1992,
} from "./preset/appraisal-preset.js";
export type { AppraisalPreset, PresetFlows } from "./preset/appraisal-preset.js";
export { datedInternalRateOfReturn } from "./rate/dated-internal-rate-of-return.js";
export { datedInternalRates } from "./rate/dated-internal-rates.js";
export type { InternalRate } from "./rate/growth-roots.js";
export { internalRateOfReturn } from "./rate/internal-rate-of-return.js";
export type { NoInternalRate } from "./rate/internal-rate-of-return.js";
export { internalRates } from "./rate/internal-rates.js";
export type { InternalRates, RateWarning } from "./rate/internal-rates.js";
export {
  futureValueOfInflows,
  ModifiedInternalRateOfReturnInput,
  modifiedInternalRateOfReturn,
  parseModifiedInternalRateOfReturnInput,
  presentValueOfOutflows,
} from "./rate/modified-internal-rate-of-return.js";
export type {
  FutureValueOfInflowsInput,
  NoModifiedRate,
  PresentValueOfOutflowsInput,
} from "./rate/modified-internal-rate-of-return.js";
export { internalRatesOfNumbers } from "./rate/number-rates.js";
export type { NumberFlows } from "./rate/number-rates.js";
export {
  EffectiveAnnualRateInput,
  effectiveAnnualRate,
  EffectivePeriodRateInput,
  effectivePeriodRate,
  nominalAnnualRate,
  parseEffectiveAnnualRateInput,
  parseEffectivePeriodRateInput,
} from "./rate/period-rate.js";
export {
  AnnualisedRoiInput,
  annualisedRoi,
  averageAnnualRoi,
  parseAnnualisedRoiInput,
} from "./return/annualised-roi.js";
export { discountedReturnOnInvestment } from "./return/discounted-return-on-investment.js";
export {
  parseReturnOnInvestmentInput,
  ReturnOnInvestmentInput,
  returnOnInvestment,
} from "./return/return-on-investment.js";
export { AnnuityFactorInput, annuityFactor, parseAnnuityFactorInput } from "./value/annuity-factor.js";
export {
  AnnuityNetPresentValueInput,
  annuityNetPresentValue,
  parseAnnuityNetPresentValueInput,
} from "./value/annuity-net-present-value.js";
export { BenefitCostRatioInput, benefitCostRatio, parseBenefitCostRatioInput } from "./value/benefit-cost-ratio.js";
export {
  assessCostOfOwnership,
  CostOfOwnershipInput,
  parseCostOfOwnershipInput,
} from "./value/cost-of-ownership-assessment.js";
export type { CostOfOwnership } from "./value/cost-of-ownership-assessment.js";
export { costOfOwnershipPerUser, presentCostOfOwnership, totalCostOfOwnership } from "./value/cost-of-ownership.js";
export type { DiscountedOwnershipCosts, OwnershipCosts, OwnershipCostsOfUsers } from "./value/cost-of-ownership.js";
export {
  DatedNetPresentValueInput,
  datedNetPresentValue,
  parseDatedNetPresentValueInput,
} from "./value/dated-net-present-value.js";
export {
  AnnualCostOptions,
  compareAnnualCosts,
  EquivalentAnnualCostInput,
  equivalentAnnualCost,
  parseAnnualCostOptions,
  parseEquivalentAnnualCostInput,
} from "./value/equivalent-annual-cost.js";
export type {
  AnnualCostComparison,
  AnnualCostOfOption,
  AnnualCostOption,
  CompareAnnualCostsOptions,
} from "./value/equivalent-annual-cost.js";
export { NetPresentValueInput, netPresentValue, parseNetPresentValueInput } from "./value/net-present-value.js";
export { presentValueOfNumbers } from "./value/number-present-value.js";
export type { TimedNumberFlows } from "./value/number-present-value.js";
export {
  parsePresentValueByYearInput,
  PresentValueByYearInput,
  presentValueByYear,
} from "./value/present-value-by-year.js";
export { presentValues } from "./value/present-values.js";
export {
  NetPresentValueOnBasisInput,
  netPresentValueOnBasis,
  parseNetPresentValueOnBasisInput,
  PRICE_BASES,
} from "./value/price-basis.js";
export type { PriceBasis } from "./value/price-basis.js";
export { profitabilityIndex } from "./value/profitability-index.js";
export { parseRateSchedule, RateSchedule, scheduledRates, yearlyDiscountFactors } from "./value/rate-schedule.js";
export type { RateStep, YearlyDiscountFactorsInput } from "./value/rate-schedule.js";
export {
  deflateFlows,
  inflateFlows,
  NominalDiscountRateInput,
  nominalDiscountRate,
  parseNominalDiscountRateInput,
  parseRealDiscountRateInput,
  RealDiscountRateInput,
  realDiscountRate,
} from "./value/real-rate.js";
export { ROI_FORMULAS } from "./formulas.js";
