import { expectedLoss } from "./expected-loss.js";
import { opportunityExposure, threatExposure } from "./exposure.js";
import { contingencyReserve, expectedMonetaryValue, netExposure } from "./net-exposure.js";
import { residualExposure } from "./residual-exposure.js";
import { riskScore } from "./risk-score.js";

/** Every figure of this module, so that one can be found by its id. */
export const RISK_FORMULAS = [
  riskScore,
  expectedLoss,
  threatExposure,
  opportunityExposure,
  netExposure,
  expectedMonetaryValue,
  contingencyReserve,
  residualExposure,
] as const;
