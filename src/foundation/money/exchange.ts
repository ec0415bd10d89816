import * as z from "zod";

import {
  type Decimal,
  type DecimalText,
  demandCurrency,
  demandDecimal,
  demandMoney,
  moneyOf,
} from "../decimal/index.js";
import { DomainError } from "../errors/index.js";
import { broken, contained, demandDay, type CivilDate as CivilDateText } from "../guard/index.js";
import { CivilDate, list, parse, rule, schema } from "../schema/index.js";
import { Amount, CurrencyCode, type Money } from "./money.js";

/** What one unit of a currency is worth in another, from a day on. */
export interface ExchangeRate {
  /** Currency that is changed. */
  readonly from: string;
  /** Currency that one gets. */
  readonly to: string;
  /** First day on which the rate holds; it holds until a later rate of the same pair begins. */
  readonly validFrom: CivilDateText;
  /** Units of `to` for one unit of `from`, as decimal text; above zero. */
  readonly rate: DecimalText;
}

/** Rates with their days: each pair and day once. */
export type ExchangeRates = readonly ExchangeRate[];

/** Reads a dated rate table. */
export const ExchangeRates: z.ZodType<ExchangeRates> = /* @__PURE__ */ schema(() =>
  list<ExchangeRate>(
    z.strictObject({ from: CurrencyCode, to: CurrencyCode, validFrom: CivilDate, rate: Amount }),
  ).check(
    rule((rates: readonly ExchangeRate[], report) => {
      const seen = new Set<string>();
      rates.forEach(({ from, to, validFrom, rate }, i) => {
        if (rate === "0" || rate.startsWith("-")) {
          report("out-of-range", [i, "rate"], `expected above zero, received "${rate}"`);
        }
        const key = `${from}${to}${validFrom}`;
        if (seen.has(key)) report("duplicate-id", [i], `expected one rate from ${from} to ${to} on ${validFrom}`);
        seen.add(key);
      });
    }),
  ),
);

/** What to change into; see {@link convertMoney}. */
export interface ConvertMoneyOptions {
  /** Currency wanted. */
  readonly to: string;
  /** Day of the change. */
  readonly on: CivilDateText;
  /** The rate table; a pair is used in the direction it is given in, never turned round or chained. */
  readonly rates: ExchangeRates;
}

/**
 * Reads a dated rate table from outside data.
 *
 * @param data - a list of `{ from, to, validFrom, rate }`
 * @returns the table, checked: rates above zero, each pair and day once
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseExchangeRates } from "golive-kit/money";
 *
 * parseExchangeRates([{ from: "USD", to: "EUR", validFrom: "2026-01-01", rate: "0.90" }])[0]?.rate; // => "0.9"
 * ```
 */
export function parseExchangeRates(data: unknown): ExchangeRates {
  return contained("exchange rates", () => parse(ExchangeRates, data, "exchange rates"));
}

/**
 * Changes money into another currency at the rate of a day: the latest one that began on or before it.
 *
 * @param amount - money
 * @param options - `to`, the currency wanted; `on`, the day; `rates`, the table
 * @returns the amount in the other currency, rounded half-even to 12 decimals; the same amount when the currency is
 *   the same already
 * @throws DomainError `missing-rate` when the table has no rate for the pair by that day
 * @throws DomainError `invalid-date` for a day that does not exist
 *
 * @example
 * ```ts
 * import { convertMoney, money, parseExchangeRates } from "golive-kit/money";
 *
 * const rates = parseExchangeRates([
 *   { from: "USD", to: "EUR", validFrom: "2026-01-01", rate: "0.90" },
 *   { from: "USD", to: "EUR", validFrom: "2026-04-01", rate: "0.92" },
 * ]);
 *
 * convertMoney(money("100", "USD"), { to: "EUR", on: "2026-03-31", rates }).amount; // => "90"
 * ```
 */
export function convertMoney(amount: Money, options: ConvertMoneyOptions): Money {
  return contained("convertMoney", () => {
    const value = demandMoney(amount, "amount");
    const to = demandCurrency(options.to, "to");
    const day = demandDay(options.on, "on");
    if (amount.currency === to) return moneyOf(value, to);
    const rate = rateOn(options.rates, amount.currency, to, day);
    if (rate === undefined) {
      throw new DomainError("missing-rate", {
        subject: "rates",
        path: ["rates"],
        from: amount.currency,
        to,
        on: options.on,
      });
    }
    return moneyOf(value.times(rate), to, "converted amount");
  });
}

function rateOn(rates: ExchangeRates, from: string, to: string, day: number): Decimal | undefined {
  let latest = Number.NEGATIVE_INFINITY;
  let found: Decimal | undefined;
  rates.forEach((row, i) => {
    if (row.from !== from || row.to !== to) return;
    const begins = demandDay(row.validFrom, "validFrom", ["rates", i, "validFrom"]);
    if (begins > day || begins < latest) return;
    const rate = demandDecimal(row.rate, "rate", ["rates", i, "rate"]);
    if (!rate.isPositive() || rate.isZero())
      throw broken("out-of-range", "rate", "above zero", row.rate, ["rates", i, "rate"]);
    latest = begins;
    found = rate;
  });
  return found;
}
