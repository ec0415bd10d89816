import { netPromoterScore } from "./net-promoter-score.js";
import { responseRate } from "./response-rate.js";
import { satisfaction } from "./satisfaction.js";

/** All figures of this module, so that one can be found by its id. */
export const STATISTICS_FORMULAS = [satisfaction, responseRate, netPromoterScore] as const;
