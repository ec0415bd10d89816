import * as z from "zod";

import { Decimal, decimalOfNumber, numberOf } from "../../foundation/decimal/index.js";
import type { NoAnswer } from "../../foundation/errors/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { broken, contained, demandBetween, demandFinite, demandList } from "../../foundation/guard/index.js";
import { type Distribution, distributionQuantile } from "../../foundation/random/index.js";
import { FiniteNumber, parse, rule, schema } from "../../foundation/schema/index.js";

/** An estimate by its ends and its most likely value, all in one unit: money of one currency, days, hours. */
export interface TriangularEstimate {
  /** The lowest that is thought possible. */
  readonly low: number;
  /** The most likely value, from `low` to `high`. */
  readonly mostLikely: number;
  /** The highest that is thought possible. */
  readonly high: number;
}

/** What to look at beside the mean; see {@link assessTriangularEstimate}. */
export interface AssessTriangularOptions {
  /** Levels of the quantiles that are wanted, from 0 to 1: 0.8 for P80. */
  readonly percentiles?: readonly number[];
}

/** What a three-point estimate comes to; see {@link assessTriangularEstimate}. */
export interface TriangularAssessment {
  /** The mean of the triangular distribution. */
  readonly mean: number;
  /** The mean per unit of the most likely value. */
  readonly factor: number | NoAnswer<"no-most-likely-value">;
  /** What the factor takes off; below zero where it adds. */
  readonly downwardAdjustment: number | NoAnswer<"no-most-likely-value">;
  /** The variance, in the square of the unit. */
  readonly variance: number;
  /** The quantiles at the percentiles, in their order. */
  readonly quantiles: readonly number[];
}

/** Reads a {@link TriangularEstimate}. */
export const TriangularEstimate: z.ZodType<TriangularEstimate> = /* @__PURE__ */ schema(() =>
  z.strictObject({ low: FiniteNumber, mostLikely: FiniteNumber, high: FiniteNumber }).check(
    rule(({ low, mostLikely, high }: TriangularEstimate, report) => {
      if (low > mostLikely) report("inconsistent", ["low"], `expected at most mostLikely, received ${String(low)}`);
      if (high < mostLikely) report("inconsistent", ["high"], `expected at least mostLikely, received ${String(high)}`);
    }),
  ),
);

/**
 * Risk factor of a three-point estimate: its mean per unit of the most likely value.
 *
 * Multiply a benefit or a cost that was planned at its most likely value by it. Below 1 the estimate leans down, above 1
 * up; 1 less the factor is the adjustment that `riskAdjustedBenefits` takes, the factor less 1 that of
 * `riskAdjustedCosts`.
 *
 * @param input - `low`, `mostLikely` and `high`, in one unit, in this order
 * @returns a ratio; no answer `no-most-likely-value` when the most likely value is zero
 * @throws DomainError `inconsistent` when the values are not in order
 * @throws DomainError `wrong-type` or `not-finite` for a value that is no finite number
 * @source Forrester Consulting, The Total Economic Impact of Cisco Unified Wireless Network Migration (2008), risk
 *
 * @example
 * ```ts
 * import { triangularRiskFactor } from "golive-kit/roi";
 *
 * triangularRiskFactor({ low: 80, mostLikely: 100, high: 105 }); // => 0.95
 * ```
 *
 * @function
 */
export const triangularRiskFactor: Formula<TriangularEstimate, number | NoAnswer<"no-most-likely-value">> =
  /* @__PURE__ */ formula({
    id: "roi.triangular-risk-factor",
    title: "Risk factor of a three-point estimate",
    unit: "ratio",
    units: { low: "count", mostLikely: "count", high: "count" },
    outcomes: { "no-most-likely-value": "mostLikely = 0" },
    source: [
      {
        work: "Forrester Consulting, The Total Economic Impact of Cisco Unified Wireless Network Migration (2008)",
        place: "risk",
      },
    ],
    compute(input: TriangularEstimate, note) {
      const { mean, mostLikely } = demandEstimate(input);
      note("mean", "(low + mostLikely + high) ÷ 3", numberOf(mean, "mean"));
      if (mostLikely.isZero()) return note.none("no-most-likely-value");
      return note("factor", "mean ÷ mostLikely", numberOf(mean.div(mostLikely), "factor"));
    },
  });

/**
 * Looks at a three-point estimate as a triangular distribution: its mean, what that takes off the most likely value, its
 * variance, and the values that are not passed with given probabilities.
 *
 * @param estimate - `low`, `mostLikely` and `high`, in one unit, in this order; all may be equal
 * @param options - `percentiles`, levels from 0 to 1
 * @returns mean and quantiles in the unit, the variance in its square; `factor` and `downwardAdjustment` are no answer
 *   `no-most-likely-value` when the most likely value is zero
 * @throws DomainError `inconsistent` when the values are not in order, `out-of-range` for a percentile below 0 or above 1
 * @throws DomainError `wrong-type` or `not-finite` for a value that is no finite number
 *
 * @example
 * ```ts
 * import { assessTriangularEstimate } from "golive-kit/roi";
 *
 * const cost = assessTriangularEstimate({ low: 10, mostLikely: 20, high: 60 }, { percentiles: [0.8] });
 *
 * cost.mean; // => 30
 * cost.downwardAdjustment; // => -0.5
 * cost.quantiles; // => [40]
 * ```
 */
export function assessTriangularEstimate(
  estimate: TriangularEstimate,
  options: AssessTriangularOptions = {},
): TriangularAssessment {
  return contained("assessTriangularEstimate", () => {
    const { mean, mostLikely, variance } = demandEstimate(estimate);
    const factor = triangularRiskFactor(estimate);
    const levels = demandList(options.percentiles ?? [], "percentiles").map((level, i) =>
      demandBetween(level, 0, 1, `percentiles[${String(i)}]`, ["percentiles", i]),
    );
    return {
      mean: numberOf(mean, "mean"),
      factor,
      downwardAdjustment:
        typeof factor === "number" ? numberOf(new Decimal(1).minus(mean.div(mostLikely)), "adjustment") : factor,
      variance: numberOf(variance, "variance"),
      quantiles: levels.map((probability) => Number(distributionQuantile(distributionOf(estimate), { probability }))),
    };
  });
}

/**
 * Reads the input of {@link triangularRiskFactor} and {@link assessTriangularEstimate} from outside data.
 *
 * @param data - `{ low, mostLikely, high }`, all numbers
 * @returns the estimate, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseTriangularEstimate, triangularRiskFactor } from "golive-kit/roi";
 *
 * triangularRiskFactor(parseTriangularEstimate({ low: 1, mostLikely: 2, high: 6 })); // => 1.5
 * ```
 */
export function parseTriangularEstimate(data: unknown): TriangularEstimate {
  return contained("triangular estimate", () => parse(TriangularEstimate, data, "triangular estimate"));
}

function demandEstimate(estimate: TriangularEstimate): { mean: Decimal; mostLikely: Decimal; variance: Decimal } {
  const [a, m, b] = (["low", "mostLikely", "high"] as const).map((name) =>
    decimalOfNumber(demandFinite(estimate[name], name), name),
  ) as [Decimal, Decimal, Decimal];
  if (a.gt(m)) throw broken("inconsistent", "low", "at most mostLikely", estimate.low);
  if (b.lt(m)) throw broken("inconsistent", "high", "at least mostLikely", estimate.high);
  // From the differences, which lose nothing where the values are large and close together.
  const [left, right] = [m.minus(a), b.minus(m)];
  const variance = left.times(left).plus(left.times(right)).plus(right.times(right)).div(18);
  return { mean: a.plus(m).plus(b).div(3), mostLikely: m, variance };
}

function distributionOf({ low, mostLikely, high }: TriangularEstimate): Distribution {
  if (low === high) return { kind: "constant", value: mostLikely };
  return { kind: "triangular", minimum: low, mode: mostLikely, maximum: high };
}
