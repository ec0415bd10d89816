import * as z from "zod";

import { contained } from "../foundation/guard/index.js";
import { listById, optional, parse, rule, schema } from "../foundation/schema/index.js";
import { RiskMatrix } from "./risk-matrix.js";
import { Risk } from "./risk.js";

/** The risks of an engagement. */
export interface RiskRegister {
  /** What the risks' levels mean; needed as soon as a risk has levels. */
  readonly matrix?: RiskMatrix;
  /** The risks, each id once; none is fine. */
  readonly risks: readonly Risk[];
}

/** Reads a {@link RiskRegister}. */
export const RiskRegister: z.ZodType<RiskRegister> = /* @__PURE__ */ schema(() =>
  z.strictObject({ matrix: optional(RiskMatrix), risks: listById(Risk) }).check(
    rule(({ matrix, risks }: RiskRegister, report) => {
      const likelihoods = new Set(matrix?.likelihoods.map(({ id }) => id));
      const impacts = new Set(matrix?.impacts.map(({ id }) => id));
      let asked = false;
      risks.forEach(({ likelihood, impactLevel }, i) => {
        if (likelihood === undefined || impactLevel === undefined) return;
        if (matrix === undefined) {
          if (!asked)
            report("missing", ["matrix"], "expected the matrix that the risks' levels belong to, received nothing");
          asked = true;
          return;
        }
        const find = (levels: ReadonlySet<string>, level: string, field: string): void => {
          if (levels.has(level)) return;
          report("unknown-reference", ["risks", i, field], "expected the id of a level of the matrix");
        };
        find(likelihoods, likelihood, "likelihood");
        find(impacts, impactLevel, "impactLevel");
      });
    }),
  ),
);

/**
 * Reads a risk register from outside data.
 *
 * @param data - `{ matrix, risks }`; the matrix may be left out when no risk has levels
 * @returns the register, checked: each id once, every level in the matrix
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { FIVE_BY_FIVE, parseRiskRegister } from "golive-kit/risk";
 *
 * const register = parseRiskRegister({
 *   matrix: FIVE_BY_FIVE,
 *   risks: [
 *     {
 *       id: "R-1",
 *       title: "Data feeds delay the deployment",
 *       type: "threat",
 *       owner: "Integration lead",
 *       status: "open",
 *       likelihood: "possible",
 *       impactLevel: "major",
 *       responses: [],
 *     },
 *   ],
 * });
 *
 * register.risks.length; // => 1
 * ```
 */
export function parseRiskRegister(data: unknown): RiskRegister {
  return contained("risk register", () => parse(RiskRegister, data, "risk register"));
}
