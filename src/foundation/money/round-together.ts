import { Decimal, demandCurrency, demandMoneyIn, MAX_DECIMALS, moneyOf } from "../decimal/index.js";
import { broken, contained, demandBetween, demandCount, demandList } from "../guard/index.js";
import { minorUnit } from "./minor-units.js";
import type { Money } from "./money.js";

/** How to round rows of a table; see {@link roundTogether}. */
export interface RoundTogetherOptions {
  /** Decimals to keep, −12 to 12: −3 is thousands; those of the currency's minor unit when left out. */
  readonly decimals?: number;
}

/** Rows of a table as they are shown; see {@link roundTogether}. */
export interface RoundedTogether {
  /** The rounded amounts, in their order; they add up to `total`. */
  readonly amounts: readonly Money[];
  /** The rounded sum of what was given. */
  readonly total: Money;
  /** What each shown amount differs by from its own rounding, half away from zero; zero for nearly all. */
  readonly adjustments: readonly Money[];
}

/**
 * Rounds the rows of a table so that what is shown adds up to the total that is shown.
 *
 * Rounded by themselves, rows often miss their rounded sum by a unit or two, and readers stop to wonder. Here every amount
 * is rounded down, and the units that the total still needs go to the rows that lost the most by it; of equals, the first
 * has it. No row is off by a whole unit, and the adjustments say where a row is not its own nearest.
 *
 * @param amounts - money of one currency, of either sign; at least one
 * @param options - `decimals` where it is not the currency's minor unit; −3 rounds to thousands
 * @returns `amounts`, their `total` and the `adjustments`
 * @throws DomainError `empty` for no amounts, `currency-mismatch` when the currencies differ
 * @throws DomainError `out-of-range` for decimals outside −12 to 12, or a sum that reaches 1e24
 * @source M. L. Balinski and H. P. Young, Fair Representation (1982), the method of Hamilton (largest remainders)
 *
 * @example
 * ```ts
 * import { money, roundTogether } from "golive-kit/money";
 *
 * const thirds = ["33.34", "33.33", "33.33"].map((amount) => money(amount, "EUR"));
 * const { amounts, total } = roundTogether(thirds, { decimals: 0 });
 *
 * amounts.map(({ amount }) => amount); // => ["34", "33", "33"]
 * total.amount; // => "100"
 * ```
 */
export function roundTogether(amounts: readonly Money[], options: RoundTogetherOptions = {}): RoundedTogether {
  return contained("roundTogether", () => {
    const [first] = demandList<Money | undefined>(amounts, "amounts");
    if (amounts.length === 0) throw broken("empty", "amounts", "a list of at least one amount", amounts);
    const currency = demandCurrency(first?.currency, "amounts[0].currency", ["amounts", 0, "currency"]);
    const values = amounts.map((amount, i) => demandMoneyIn(currency, amount, `amounts[${String(i)}]`, ["amounts", i]));
    const decimals = demandBetween(options.decimals ?? minorUnit(currency), -MAX_DECIMALS, MAX_DECIMALS, "decimals");
    demandCount(Math.abs(decimals), "decimals");

    const unit = new Decimal(10).pow(-decimals);
    const exact = values.map((value) => value.div(unit));
    const floors = exact.map((value) => value.floor());
    const total = nearest(exact.reduce((sum, value) => sum.plus(value), new Decimal(0)));
    const missing = total.minus(floors.reduce((sum, value) => sum.plus(value), new Decimal(0))).toNumber();
    // Sorting keeps the order of rows that lost the same.
    const order = exact
      .map((value, i) => ({ i, lost: value.minus(floors[i] ?? 0) }))
      .sort((a, b) => b.lost.cmp(a.lost));
    const raised = new Set(order.slice(0, missing).map(({ i }) => i));
    const shown = floors.map((value, i) => (raised.has(i) ? value.plus(1) : value));
    const moneyAt = (units: Decimal): Money => moneyOf(units.times(unit), currency);
    return {
      amounts: shown.map(moneyAt),
      total: moneyAt(total),
      adjustments: shown.map((value, i) => moneyAt(value.minus(nearest(exact[i] ?? value)))),
    };
  });
}

function nearest(value: Decimal): Decimal {
  return value.toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
}
