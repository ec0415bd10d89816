import * as z from "zod";

import { demandMoney, demandMoneyIn, moneyOf, numberOf } from "../../foundation/decimal/index.js";
import { contained, demandList } from "../../foundation/guard/index.js";
import { Money } from "../../foundation/money/index.js";
import { list, NonNegative, oneCurrency, parse, rule, schema, Share } from "../../foundation/schema/index.js";
import { growthOf } from "./bias-adjusted-plan.js";
import {
  type BiasRiskArea,
  biasOf,
  demandBounds,
  type OptimismBiasBounds,
  reportBounds,
  reportContributions,
} from "./optimism-bias.js";

/** Input of {@link assessOptimismBias}. */
export interface OptimismBiasCase extends OptimismBiasBounds {
  /** The cost that was planned. */
  readonly base: Money;
  /** Where the bias comes from, and how far each area is managed; contributions together at most 1, but for rounding. */
  readonly areas: readonly BiasRiskArea[];
  /** What managing the risks costs; same currency. */
  readonly riskManagementCost: Money;
}

/** What optimism adds to a cost; see {@link assessOptimismBias}. */
export interface OptimismBiasAssessment {
  /** How much of the bias is managed away. */
  readonly managed: number;
  /** The share to add. */
  readonly resultant: number;
  /** The base with that share added. */
  readonly adjusted: Money;
  /** The base with the upper bound added, as if nothing were managed. */
  readonly unmitigated: Money;
  /** The adjusted base and the cost of managing the risks. */
  readonly total: Money;
}

/** Reads an {@link OptimismBiasCase}. */
export const OptimismBiasCase: z.ZodType<OptimismBiasCase> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      base: Money,
      upperBound: NonNegative,
      lowerBound: NonNegative,
      areas: list<BiasRiskArea>(z.strictObject({ contribution: Share, mitigation: Share })),
      riskManagementCost: Money,
    })
    .check(
      rule((input: OptimismBiasCase, report) => {
        const { base, areas, riskManagementCost } = input;
        reportBounds(input, report);
        reportContributions(
          areas.map(({ contribution }) => contribution),
          "areas",
          report,
        );
        oneCurrency(report, [
          [["base"], base],
          [["riskManagementCost"], riskManagementCost],
        ]);
      }),
    ),
);

/**
 * Works out what optimism adds to a planned cost: before its risks are managed, and after.
 *
 * @param input - `base`, the planned cost; `upperBound` and `lowerBound`, zero or above; `areas`, each with its
 *   `contribution` to the bias and its `mitigation`, from 0 to 1; `riskManagementCost`, money of the same currency
 * @returns how much is `managed`, the `resultant` share, the base with it (`adjusted`) and with the upper bound
 *   (`unmitigated`), and the `total` of the adjusted base and the cost of managing the risks
 * @throws DomainError `out-of-range` for a bound below zero, a contribution or a mitigation below 0 or above 1, or a cost
 *   that reaches 1e24
 * @throws DomainError `inconsistent` when the lower bound is above the upper, or the contributions pass 1 by more than
 *   rounding to whole per cent can do
 * @throws DomainError `currency-mismatch` when the currencies differ
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { assessOptimismBias } from "golive-kit/roi";
 *
 * const bias = assessOptimismBias({
 *   base: money("100", "GBP"),
 *   upperBound: 0.5,
 *   lowerBound: 0.04,
 *   areas: [{ contribution: 0.8, mitigation: 0.75 }],
 *   riskManagementCost: money("7", "GBP"),
 * });
 *
 * bias.resultant; // => 0.2
 * bias.total.amount; // => "127"
 * ```
 */
export function assessOptimismBias(input: OptimismBiasCase): OptimismBiasAssessment {
  return contained("assessOptimismBias", () => {
    const base = demandMoney(input.base, "base");
    const { currency } = input.base;
    const management = demandMoneyIn(currency, input.riskManagementCost, "riskManagementCost");
    const { upperBound } = demandBounds(input);
    const { managed, resultant } = biasOf(input, demandList(input.areas, "areas"), "areas", (i, part) => [
      "areas",
      i,
      part,
    ]);
    const adjusted = base.times(resultant.plus(1));
    return {
      managed: numberOf(managed, "managed"),
      resultant: numberOf(resultant, "bias"),
      adjusted: moneyOf(adjusted, currency, "cost"),
      unmitigated: moneyOf(base.times(growthOf(upperBound, "upperBound")), currency, "cost"),
      total: moneyOf(adjusted.plus(management), currency, "cost"),
    };
  });
}

/**
 * Reads the input of {@link assessOptimismBias} from outside data.
 *
 * @param data - `{ base, upperBound, lowerBound, areas, riskManagementCost }`; amounts as decimal text or as numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { assessOptimismBias, parseOptimismBiasCase } from "golive-kit/roi";
 *
 * const input = parseOptimismBiasCase({
 *   base: { amount: "100", currency: "GBP" },
 *   upperBound: 0.24,
 *   lowerBound: 0.02,
 *   areas: [],
 *   riskManagementCost: { amount: "0", currency: "GBP" },
 * });
 *
 * assessOptimismBias(input).adjusted.amount; // => "124"
 * ```
 */
export function parseOptimismBiasCase(data: unknown): OptimismBiasCase {
  return contained("optimism bias", () => parse(OptimismBiasCase, data, "optimism bias"));
}
