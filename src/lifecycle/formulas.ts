import { budgetOverrunRatio } from "./budget-overrun-ratio.js";
import { budgetOverrun } from "./budget-overrun.js";
import { budgetVarianceRatio } from "./budget-variance-ratio.js";
import { budgetVariance } from "./budget-variance.js";
import { onBudgetShare } from "./on-budget-share.js";
import { onTimeDelivery } from "./on-time-delivery.js";
import { readiness } from "./readiness.js";

/** All figures of this module, so that one can be found by its id. */
export const LIFECYCLE_FORMULAS = [
  onTimeDelivery,
  onBudgetShare,
  budgetVariance,
  budgetVarianceRatio,
  budgetOverrun,
  budgetOverrunRatio,
  readiness,
] as const;
