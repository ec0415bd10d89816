import { biasAdjustedCost, biasAdjustedDuration } from "./adjustment/bias-adjusted-plan.js";
import { optimismBias } from "./adjustment/optimism-bias.js";
import { surveyedAdjustment } from "./adjustment/surveyed-adjustment.js";
import { triangularRiskFactor } from "./adjustment/triangular-estimate.js";
import { breakEvenAdoption, fullAnnualBenefit } from "./break-even/break-even-adoption.js";
import { breakEvenBenefitFactor, breakEvenCostFactor, marginOfSafety } from "./break-even/break-even-factor.js";
import { breakEvenRevenue, breakEvenUnits, contributionProfit } from "./break-even/break-even-units.js";
import { adjustedBenefit, adjustedCost, caseTotal } from "./case/adjusted-line.js";
import { automationSaving, savedHours } from "./decision/automation-saving.js";
import { automationNetPresentValue, automationPayback } from "./decision/automation-value.js";
import { benefitRealisation } from "./decision/benefit-realisation.js";
import { elasticCapacityCost, fixedCapacityCost } from "./decision/capacity-cost.js";
import { breakEvenUtilisation, capacityUtilisation, unmetDemand } from "./decision/capacity-utilisation.js";
import { avoidedLoss, breakEvenDualRunning, dualRunningCost, dualRunningNetBenefit } from "./decision/dual-running.js";
import { toGoRoi, wholeLifeRoi } from "./decision/reforecast.js";
import { expectedRiskLoss, riskAdjustedNetPresentValue } from "./decision/risk-adjusted-value.js";
import { expectedPresentValue, presentValueDeviation, probabilityOfLoss } from "./decision/scenarios.js";
import { adoptedBenefit, valueLostToRamp } from "./delay/adoption-ramp.js";
import { costOfDelayByDuration, delayCost } from "./delay/cost-of-delay.js";
import { costOfSlip, netPresentValueAfterSlip } from "./delay/go-live-slip.js";
import { discountedPayback } from "./payback/discounted-payback.js";
import { paybackDate } from "./payback/payback-date.js";
import { firstCrossing, maximumExposure, payback, paybackShortfall } from "./payback/payback.js";
import { datedInternalRateOfReturn } from "./rate/dated-internal-rate-of-return.js";
import { internalRateOfReturn } from "./rate/internal-rate-of-return.js";
import {
  futureValueOfInflows,
  modifiedInternalRateOfReturn,
  presentValueOfOutflows,
} from "./rate/modified-internal-rate-of-return.js";
import { effectiveAnnualRate, effectivePeriodRate, nominalAnnualRate } from "./rate/period-rate.js";
import { annualisedRoi, averageAnnualRoi } from "./return/annualised-roi.js";
import { discountedReturnOnInvestment } from "./return/discounted-return-on-investment.js";
import { returnOnInvestment } from "./return/return-on-investment.js";
import { annuityFactor } from "./value/annuity-factor.js";
import { annuityNetPresentValue } from "./value/annuity-net-present-value.js";
import { benefitCostRatio } from "./value/benefit-cost-ratio.js";
import { costOfOwnershipPerUser, presentCostOfOwnership, totalCostOfOwnership } from "./value/cost-of-ownership.js";
import { datedNetPresentValue } from "./value/dated-net-present-value.js";
import { equivalentAnnualCost } from "./value/equivalent-annual-cost.js";
import { netPresentValue } from "./value/net-present-value.js";
import { presentValueByYear } from "./value/present-value-by-year.js";
import { netPresentValueOnBasis } from "./value/price-basis.js";
import { profitabilityIndex } from "./value/profitability-index.js";
import { nominalDiscountRate, realDiscountRate } from "./value/real-rate.js";

/** All figures of this module, so that one can be found by its id. */
export const ROI_FORMULAS = [
  returnOnInvestment,
  annualisedRoi,
  averageAnnualRoi,
  effectivePeriodRate,
  effectiveAnnualRate,
  nominalAnnualRate,
  realDiscountRate,
  nominalDiscountRate,
  netPresentValue,
  netPresentValueOnBasis,
  presentValueByYear,
  internalRateOfReturn,
  modifiedInternalRateOfReturn,
  presentValueOfOutflows,
  futureValueOfInflows,
  datedNetPresentValue,
  datedInternalRateOfReturn,
  payback,
  firstCrossing,
  discountedPayback,
  maximumExposure,
  paybackShortfall,
  paybackDate,
  profitabilityIndex,
  benefitCostRatio,
  adjustedCost,
  adjustedBenefit,
  caseTotal,
  annuityFactor,
  annuityNetPresentValue,
  breakEvenBenefitFactor,
  breakEvenCostFactor,
  marginOfSafety,
  breakEvenUnits,
  breakEvenRevenue,
  contributionProfit,
  fullAnnualBenefit,
  breakEvenAdoption,
  totalCostOfOwnership,
  costOfOwnershipPerUser,
  presentCostOfOwnership,
  equivalentAnnualCost,
  costOfDelayByDuration,
  delayCost,
  netPresentValueAfterSlip,
  costOfSlip,
  adoptedBenefit,
  valueLostToRamp,
  expectedPresentValue,
  presentValueDeviation,
  probabilityOfLoss,
  expectedRiskLoss,
  riskAdjustedNetPresentValue,
  benefitRealisation,
  wholeLifeRoi,
  toGoRoi,
  discountedReturnOnInvestment,
  surveyedAdjustment,
  triangularRiskFactor,
  optimismBias,
  biasAdjustedCost,
  biasAdjustedDuration,
  savedHours,
  automationSaving,
  automationPayback,
  automationNetPresentValue,
  fixedCapacityCost,
  elasticCapacityCost,
  unmetDemand,
  capacityUtilisation,
  breakEvenUtilisation,
  dualRunningCost,
  avoidedLoss,
  dualRunningNetBenefit,
  breakEvenDualRunning,
] as const;
