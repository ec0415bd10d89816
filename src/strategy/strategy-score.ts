import * as z from "zod";

import { formula, type Formula } from "../foundation/explain/index.js";
import { broken, contained, demandAtLeast, demandFinite, demandList } from "../foundation/guard/index.js";
import { FiniteNumber, list, NonNegative, parse, rule, schema } from "../foundation/schema/index.js";
import { quotient, scaledIntegers } from "./scaled-integers.js";

/** Input of {@link strategyScore}. */
export interface StrategyScoreInput {
  /** How much each factor counts: zero or above, not all zero; only their proportions matter. */
  readonly weights: readonly number[];
  /** How well the strategy does in each factor, in the same order. */
  readonly values: readonly number[];
}

/** Reads a {@link StrategyScoreInput}. */
export const StrategyScoreInput: z.ZodType<StrategyScoreInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ weights: list(NonNegative), values: list(FiniteNumber) }).check(
    rule(({ weights, values }: StrategyScoreInput, report) => {
      if (weights.length === 0) report("empty", ["weights"], "expected at least one weight, received none");
      else if (weights.every((weight) => weight === 0)) {
        report("zero-divisor", ["weights"], "expected at least one weight above zero, received none");
      }
      if (weights.length !== values.length) {
        report("inconsistent", ["values"], `expected ${String(weights.length)} values, one for each weight`);
      }
    }),
  ),
);

/**
 * Score of a strategy: the mean of its values, weighted.
 *
 * Sums are exact in the decimals given, so that equal strategies have equal
 * scores; weights need not add up to 1. A score compares strategies under one
 * set of weights and values; it is no chance of success.
 *
 * @param input - `weights`, zero or above and not all zero; `values`, one for each weight
 * @returns a score on the scale of the values, 0 to 10 for the values of this library
 * @throws DomainError `empty` without weights, `inconsistent` when the lists differ in length
 * @throws DomainError `out-of-range` for a weight below zero, `zero-divisor` when all are zero
 * @throws DomainError `wrong-type` or `not-finite` for anything but finite numbers
 * @source Fishburn, Additive Utilities with Incomplete Product Sets (1967), the weighted sum
 *
 * @example
 * ```ts
 * import { strategyScore } from "golive-kit/strategy";
 *
 * strategyScore({ weights: [0.5, 0.3, 0.2], values: [8, 5, 4] }); // => 6.3
 * ```
 *
 * @function
 */
export const strategyScore: Formula<StrategyScoreInput, number> = /* @__PURE__ */ formula({
  id: "strategy.score",
  title: "Score of a strategy",
  unit: "score",
  units: { weights: "ratio", values: "score" },
  source: [
    {
      work: "Fishburn, Additive Utilities with Incomplete Product Sets, Operations Research 15 (1967)",
      place: "the weighted sum",
    },
  ],
  compute({ weights, values }: StrategyScoreInput, note) {
    demandList(weights, "weights").forEach((weight, i) => demandAtLeast(weight, 0, "weights", ["weights", i]));
    demandList(values, "values").forEach((value, i) => demandFinite(value, "values", ["values", i]));
    if (weights.length === 0) throw broken("empty", "weights", "a list with at least one weight", weights);
    if (values.length !== weights.length) {
      throw broken("inconsistent", "values", `a list of ${String(weights.length)}, one for each weight`, values.length);
    }
    const w = scaledIntegers(weights, "weights");
    const v = scaledIntegers(values, "values");
    const products = w.integers.map((weight, i) => weight * (v.integers[i] ?? 0n));
    const total = sumOf(w.integers);
    if (total === 0n) throw broken("zero-divisor", "weights", "above zero at least once", 0);
    note("totalWeight", "sum[i](weights[i])", quotient(total, w.one, "totalWeight"));
    note.table(
      {
        weight: { unit: "ratio" },
        value: { unit: "score" },
        contribution: { unit: "score", expression: "weight × value ÷ totalWeight" },
      },
      () =>
        products.map((product, i) => ({
          weight: weights[i] ?? 0,
          value: values[i] ?? 0,
          contribution: quotient(product, total * v.one, "contribution"),
        })),
    );
    const score = quotient(sumOf(products), total * v.one, "score");
    return note("score", "sum[i](weights[i] × values[i]) ÷ totalWeight", score);
  },
});

/**
 * Reads the input of {@link strategyScore} from outside data.
 *
 * @param data - `{ weights, values }`, two lists of numbers of one length
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseStrategyScoreInput, strategyScore } from "golive-kit/strategy";
 *
 * strategyScore(parseStrategyScoreInput({ weights: [3, 1], values: [8, 4] })); // => 7
 * ```
 */
export function parseStrategyScoreInput(data: unknown): StrategyScoreInput {
  return contained("strategy score", () => parse(StrategyScoreInput, data, "strategy score"));
}

function sumOf(integers: readonly bigint[]): bigint {
  return integers.reduce((sum, integer) => sum + integer, 0n);
}
