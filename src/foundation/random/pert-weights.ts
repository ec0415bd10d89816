import { type NoAnswer, noAnswer } from "../errors/index.js";
import { broken, contained } from "../guard/index.js";
import { parse } from "../schema/index.js";
import { Distribution } from "./distribution.js";
import type { PertDistribution } from "./distribution-kinds.js";
import { betaWeights } from "./shapes/beta-weights.js";

/** The two weights of the beta distribution behind a PERT estimate. */
export interface PertWeights {
  /** Weight of the lower side, at least 1. */
  readonly alpha: number;
  /** Weight of the upper side, at least 1. */
  readonly beta: number;
}

/**
 * The weights of the beta distribution behind a PERT estimate, for tools that ask for them.
 *
 * alpha = 1 + lambda (mode − minimum) ÷ (maximum − minimum), beta = 1 + lambda (maximum − mode) ÷ (maximum − minimum).
 *
 * @param estimate - a distribution of kind `pert`: `minimum`, `mode`, `maximum` in one unit, and `lambda`, 4 when left out
 * @returns both weights, each from 1 to 1 + lambda; NoAnswer `no-range` when minimum and maximum are equal
 * @throws DomainError `invalid-input` with the code and path of each fault
 * @source Vose: Risk Analysis, a quantitative guide (2008), section III.7.2, the PERT distribution
 *
 * @example
 * ```ts
 * import { pertWeights } from "golive-kit/random";
 *
 * pertWeights({ kind: "pert", minimum: 1, mode: 2, maximum: 9 }); // => { alpha: 1.5, beta: 4.5 }
 * ```
 */
export function pertWeights(estimate: PertDistribution): PertWeights | NoAnswer<"no-range"> {
  return contained("pertWeights", () => {
    const checked = parse(Distribution, estimate, "distribution");
    if (checked.kind !== "pert") throw broken("out-of-range", "kind", '"pert"', checked.kind);
    return checked.minimum === checked.maximum ? noAnswer("no-range") : betaWeights(checked);
  });
}
