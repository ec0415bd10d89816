import { annualisedRoi, averageAnnualRoi } from "./annualised-roi.js";
import { benefitCostRatio } from "./benefit-cost-ratio.js";
import { discountedPayback } from "./discounted-payback.js";
import { internalRateOfReturn } from "./internal-rate-of-return.js";
import { netPresentValue } from "./net-present-value.js";
import { firstCrossing, maximumExposure, payback, paybackShortfall } from "./payback.js";
import { effectiveAnnualRate, effectivePeriodRate, nominalAnnualRate } from "./period-rate.js";
import { profitabilityIndex } from "./profitability-index.js";
import { returnOnInvestment } from "./return-on-investment.js";

/** All figures of this module, so that one can be found by its id. */
export const ROI_FORMULAS = [
  returnOnInvestment,
  annualisedRoi,
  averageAnnualRoi,
  effectivePeriodRate,
  effectiveAnnualRate,
  nominalAnnualRate,
  netPresentValue,
  internalRateOfReturn,
  payback,
  firstCrossing,
  discountedPayback,
  maximumExposure,
  paybackShortfall,
  profitabilityIndex,
  benefitCostRatio,
] as const;
