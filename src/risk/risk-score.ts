import * as z from "zod";

import { formula, type Formula } from "../foundation/explain/index.js";
import { contained, demandCount } from "../foundation/guard/index.js";
import { parse, schema } from "../foundation/schema/index.js";

/** Input of {@link riskScore}. */
export interface RiskScoreInput {
  /** Place of the likelihood on its scale, from 1 for the lowest level. */
  readonly likelihoodPosition: number;
  /** Place of the impact on its scale, from 1 for the lowest level. */
  readonly impactPosition: number;
}

/** Reads a {@link RiskScoreInput}. */
export const RiskScoreInput: z.ZodType<RiskScoreInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ likelihoodPosition: z.int().min(1), impactPosition: z.int().min(1) }),
);

/**
 * Risk score: the product of the places on both scales.
 *
 * It orders risks within one register. It is no amount: a score of 20 is not
 * twice as bad as one of 10, and scores of registers with other scales do not compare.
 *
 * @param input - `likelihoodPosition` and `impactPosition`, whole numbers from 1 for the lowest level
 * @returns a whole number from 1 up to the product of the two scales' lengths
 * @throws DomainError `out-of-range` when a position is no whole number of at least 1
 * @source National Patient Safety Agency (UK), A risk matrix for risk managers (2008), "Risk scoring"
 *
 * @example
 * ```ts
 * import { riskScore } from "golive-kit/risk";
 *
 * riskScore({ likelihoodPosition: 3, impactPosition: 4 }); // => 12
 * ```
 *
 * @function
 */
export const riskScore: Formula<RiskScoreInput, number> = /* @__PURE__ */ formula({
  id: "risk.risk-score",
  title: "Risk score",
  unit: "score",
  units: { likelihoodPosition: "score", impactPosition: "score" },
  source: [
    { work: "National Patient Safety Agency (UK), A risk matrix for risk managers (2008)", place: "Risk scoring" },
  ],
  compute({ likelihoodPosition, impactPosition }: RiskScoreInput, note) {
    const likelihood = demandCount(likelihoodPosition, "likelihoodPosition", ["likelihoodPosition"], 1);
    const impact = demandCount(impactPosition, "impactPosition", ["impactPosition"], 1);
    return note("riskScore", "likelihoodPosition × impactPosition", likelihood * impact);
  },
});

/**
 * Reads the input of {@link riskScore} from outside data.
 *
 * @param data - `{ likelihoodPosition, impactPosition }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseRiskScoreInput, riskScore } from "golive-kit/risk";
 *
 * riskScore(parseRiskScoreInput({ likelihoodPosition: 5, impactPosition: 5 })); // => 25
 * ```
 */
export function parseRiskScoreInput(data: unknown): RiskScoreInput {
  return contained("risk score", () => parse(RiskScoreInput, data, "risk score"));
}
