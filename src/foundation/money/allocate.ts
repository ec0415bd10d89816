import { Decimal, decimalOfNumber, demandMoney, moneyOf } from "../decimal/index.js";
import { broken, contained, demandBetween, demandCount, demandList } from "../guard/index.js";
import { minorUnit } from "./minor-units.js";
import type { Money } from "./money.js";

/** How to split; see {@link allocateMoney}. */
export interface AllocateMoneyOptions {
  /** Decimals of the smallest unit, 0 to 12; those of the currency's minor unit when left out. */
  readonly decimals?: number;
}

/**
 * Splits an amount by weights so that the parts add up to it, by largest remainder: each part is cut to the
 * smallest unit, and the units left over go to the parts that lost most, the earlier one first where two lost the
 * same. A negative total is the mirror image of the positive one.
 *
 * @param total - money, a whole number of smallest units
 * @param weights - one finite number of zero or above for each part; not all zero
 * @param options - `decimals` where the smallest unit is not the currency's minor unit
 * @returns the parts, in the order of the weights; they add up to the total exactly
 * @throws DomainError `out-of-range` for a weight below zero, weights that add up to zero, or a total that is no
 *   whole number of units
 * @throws DomainError `empty` when there is no weight, `not-finite` for a weight that is no finite number
 *
 * @example
 * ```ts
 * import { allocateMoney, money } from "golive-kit/money";
 *
 * allocateMoney(money("100", "EUR"), [1, 1, 1]).map(({ amount }) => amount); // => ["33.34", "33.33", "33.33"]
 * ```
 */
export function allocateMoney(
  total: Money,
  weights: readonly number[],
  options: AllocateMoneyOptions = {},
): readonly Money[] {
  return contained("allocateMoney", () => {
    const decimals = demandCount(
      demandBetween(options.decimals ?? minorUnit(total.currency), 0, 12, "decimals"),
      "decimals",
    );
    const unit = new Decimal(1).div(new Decimal(10).pow(decimals));
    const amount = demandMoney(total, "total");
    const units = amount.abs().div(unit);
    if (!units.isInteger()) {
      throw broken("out-of-range", "total", `a whole number of units of ${unit.toFixed()}`, total.amount);
    }
    const shares = demandWeights(weights);
    let sum = new Decimal(0);
    for (const share of shares) sum = sum.plus(share);
    if (sum.isZero()) throw broken("out-of-range", "weights", "above zero in sum", weights);

    const exact = shares.map((share) => share.times(units).div(sum));
    const whole = exact.map((part) => part.floor());
    let left = units;
    for (const part of whole) left = left.minus(part);
    // Sorting keeps the order of parts that lost the same.
    const order = exact.map((part, i) => ({ i, lost: part.minus(whole[i] ?? 0) })).sort((a, b) => b.lost.cmp(a.lost));
    const extra = new Set(order.slice(0, left.toNumber()).map(({ i }) => i));
    return whole.map((part, i) => {
      const value = part.plus(extra.has(i) ? 1 : 0).times(unit);
      return moneyOf(amount.isNegative() ? value.negated() : value, total.currency, "part");
    });
  });
}

function demandWeights(weights: readonly number[]): readonly Decimal[] {
  if (demandList(weights, "weights").length === 0) throw broken("empty", "weights", "at least one weight", weights);
  return weights.map((weight, i) => {
    const decimal = decimalOfNumber(weight, `weights[${String(i)}]`, ["weights", i]);
    if (decimal.isNegative() && !decimal.isZero()) {
      throw broken("out-of-range", `weights[${String(i)}]`, "zero or above", weight, ["weights", i]);
    }
    return decimal;
  });
}
