import { decimalOfNumber, demandCurrency, demandMoney, demandMoneyIn, ExactSum, moneyOf } from "../decimal/index.js";
import { broken, contained, demandList } from "../guard/index.js";
import type { Money } from "./money.js";

/**
 * Adds amounts of one currency, exactly and fast: a million rows take less than a tenth of a second.
 *
 * @param amounts - money of one currency; an empty list needs `currency`
 * @param currency - the currency of the sum; that of the first amount when left out
 * @returns the exact sum
 * @throws DomainError `currency-mismatch` at the first amount of another currency
 * @throws DomainError `empty` for no amounts and no currency
 * @throws DomainError `invalid-format` for an amount that is no plain decimal, `out-of-range` for a sum of 1e24 or more
 *
 * @example
 * ```ts
 * import { money, sumMoney } from "golive-kit/money";
 *
 * sumMoney([money("0.1", "EUR"), money("0.2", "EUR")]); // => { amount: "0.3", currency: "EUR" }
 * sumMoney([], "EUR").amount; // => "0"
 * ```
 */
export function sumMoney(amounts: readonly Money[], currency?: string): Money {
  return contained("sumMoney", () => {
    const first = demandList(amounts, "amounts", []).at(0);
    if (first === undefined && currency === undefined) {
      throw broken("empty", "amounts", "at least one amount, or none with a currency", amounts, []);
    }
    const of = demandCurrency(currency ?? first?.currency, "currency", currency === undefined ? [0, "currency"] : []);
    const sum = new ExactSum();
    amounts.forEach((row, i) => {
      // The common row costs two comparisons; a row that fails one is asked in full, for its error.
      if (row.currency !== of || typeof row.amount !== "string" || !sum.add(row.amount)) {
        demandMoneyIn(of, row, `amounts[${String(i)}]`, [i]);
        throw broken("wrong-type", `amounts[${String(i)}].amount`, "decimal text", row.amount, [i, "amount"]);
      }
    });
    return { amount: sum.total("sum"), currency: of };
  });
}

/**
 * Takes one amount from another.
 *
 * @param from - the amount to take from
 * @param amount - the amount to take, same currency
 * @returns `from − amount`, exact
 * @throws DomainError `currency-mismatch` when the currencies differ
 *
 * @example
 * ```ts
 * import { money, subtractMoney } from "golive-kit/money";
 *
 * subtractMoney(money("0.3", "EUR"), money("0.1", "EUR")).amount; // => "0.2"
 * ```
 */
export function subtractMoney(from: Money, amount: Money): Money {
  return contained("subtractMoney", () => {
    const left = demandMoney(from, "from");
    return moneyOf(left.minus(demandMoneyIn(from.currency, amount, "amount")), from.currency, "difference");
  });
}

/**
 * Multiplies an amount by a plain number.
 *
 * @param amount - money
 * @param factor - a ratio, a probability, a count; it counts as its shortest decimal (0.1 is one tenth)
 * @returns the product, rounded half-even to 12 decimals, the resolution of amounts
 * @throws DomainError `not-finite` when the factor is not finite, `out-of-range` for a product of 1e24 or more
 *
 * @example
 * ```ts
 * import { money, multiplyMoney } from "golive-kit/money";
 *
 * multiplyMoney(money("40000", "EUR"), 0.3).amount; // => "12000"
 * ```
 */
export function multiplyMoney(amount: Money, factor: number): Money {
  return contained("multiplyMoney", () => {
    const left = demandMoney(amount, "amount");
    return moneyOf(left.times(decimalOfNumber(factor, "factor")), amount.currency, "product");
  });
}

/**
 * Divides one amount by another of the same currency.
 *
 * @param amount - money
 * @param by - money, same currency, not zero
 * @returns the ratio, a plain number: 0.25 is a quarter
 * @throws DomainError `zero-divisor` when `by` is zero, `currency-mismatch` when the currencies differ
 *
 * @example
 * ```ts
 * import { divideMoney, money } from "golive-kit/money";
 *
 * divideMoney(money("1", "EUR"), money("4", "EUR")); // => 0.25
 * ```
 */
export function divideMoney(amount: Money, by: Money): number {
  return contained("divideMoney", () => {
    const left = demandMoney(amount, "amount");
    const divisor = demandMoneyIn(amount.currency, by, "by");
    if (divisor.isZero()) throw broken("zero-divisor", "by", "other than zero", by.amount);
    return left.div(divisor).toNumber() + 0;
  });
}

/**
 * Tells which of two amounts is larger; fit for `sort`.
 *
 * @param a - money
 * @param b - money, same currency
 * @returns below zero when `a` is smaller, above when it is larger, 0 when they are equal
 * @throws DomainError `currency-mismatch` when the currencies differ
 *
 * @example
 * ```ts
 * import { compareMoney, money } from "golive-kit/money";
 *
 * compareMoney(money("2", "EUR"), money("10", "EUR")); // => -1
 * ```
 */
export function compareMoney(a: Money, b: Money): number {
  return contained("compareMoney", () => {
    const left = demandMoney(a, "a");
    return left.cmp(demandMoneyIn(a.currency, b, "b"));
  });
}
