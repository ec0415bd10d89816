import { Decimal, demandMoney, MAX_DECIMALS, moneyOf } from "../decimal/index.js";
import { contained, demandBetween, demandCount, demandOneOf } from "../guard/index.js";
import { minorUnit } from "./minor-units.js";
import type { Money } from "./money.js";

/** How a value that lies between two steps is rounded. */
export type RoundingMode = (typeof ROUNDING_MODES)[number];

/** The rounding modes, by name: to the nearest step, with ties away from zero or to the even step; up; down. */
export const ROUNDING_MODES = ["half-away-from-zero", "half-even", "towards-zero", "away-from-zero"] as const;

/** How to round; see {@link roundMoney}. */
export interface RoundMoneyOptions {
  /** What happens to a value between two steps. */
  readonly mode: RoundingMode;
  /** Decimals to keep, 0 to 12; those of the currency's minor unit when left out. */
  readonly decimals?: number;
}

/** How to write; see {@link formatMoney}. */
export interface FormatMoneyOptions {
  /** Decimals to show, 0 to 12; those of the currency's minor unit when left out. */
  readonly decimals?: number;
}

/**
 * Rounds an amount: the one step of the library that does, and it says how.
 *
 * @param amount - money
 * @param options - `mode`, and `decimals` where it is not the currency's minor unit
 * @returns the rounded amount
 * @throws DomainError `out-of-range` for another mode, or for decimals outside 0 to 12
 *
 * @example
 * ```ts
 * import { money, roundMoney } from "golive-kit/money";
 *
 * roundMoney(money("2.345", "EUR"), { mode: "half-away-from-zero" }).amount; // => "2.35"
 * roundMoney(money("2.345", "EUR"), { mode: "half-even" }).amount; // => "2.34"
 * ```
 */
export function roundMoney(amount: Money, options: RoundMoneyOptions): Money {
  return contained("roundMoney", () => {
    const value = demandMoney(amount, "amount");
    const mode = demandOneOf(options.mode, ROUNDING_MODES, "mode");
    const decimals = demandDecimals(options.decimals ?? minorUnit(amount.currency));
    return moneyOf(value.toDecimalPlaces(decimals, roundingOf(mode)), amount.currency);
  });
}

/**
 * Writes an amount for people: rounded half away from zero, with a fixed number of decimals, a full stop, no
 * grouping and no currency. It is the same in every locale.
 *
 * @param amount - money
 * @param options - `decimals` where it is not the currency's minor unit
 * @returns text such as `"1250.50"`; zero never has a sign
 * @throws DomainError `out-of-range` for decimals outside 0 to 12
 *
 * @example
 * ```ts
 * import { formatMoney, money } from "golive-kit/money";
 *
 * formatMoney(money("1250.5", "EUR")); // => "1250.50"
 * formatMoney(money("-0.001", "EUR")); // => "0.00"
 * ```
 */
export function formatMoney(amount: Money, options: FormatMoneyOptions = {}): string {
  return contained("formatMoney", () => {
    const value = demandMoney(amount, "amount");
    const decimals = demandDecimals(options.decimals ?? minorUnit(amount.currency));
    const rounded = value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
    return (rounded.isZero() ? new Decimal(0) : rounded).toFixed(decimals);
  });
}

function demandDecimals(decimals: number): number {
  return demandCount(demandBetween(decimals, 0, MAX_DECIMALS, "decimals"), "decimals");
}

function roundingOf(mode: RoundingMode) {
  switch (mode) {
    case "half-away-from-zero":
      return Decimal.ROUND_HALF_UP;
    case "half-even":
      return Decimal.ROUND_HALF_EVEN;
    case "towards-zero":
      return Decimal.ROUND_DOWN;
    case "away-from-zero":
      return Decimal.ROUND_UP;
  }
}
