import { describe, expect, it } from "vitest";

import {
  allocateMoney,
  compareMoney,
  convertMoney,
  type ConvertMoneyOptions,
  divideMoney,
  type ExchangeRate,
  formatMoney,
  minorUnit,
  type Money,
  money,
  multiplyMoney,
  NonNegativeMoney,
  parseExchangeRates,
  parseMoney,
  roundMoney,
  subtractMoney,
  sumMoney,
} from "../../../src/foundation/money/index.js";
import { parse } from "../../../src/foundation/schema/index.js";
import { caught, faults } from "../../kit/caught.js";
import { TRAP } from "../../kit/trap.js";

const eur = (amount: string | number): Money => money(amount, "EUR");
const usd = (amount: string | number): Money => money(amount, "USD");
const none = { amount: 5, currency: 7 } as unknown as Money;
const huge = eur("9".repeat(24));
const trap = TRAP as never;
const row: ExchangeRate = { from: "USD", to: "EUR", validFrom: "2026-01-01", rate: "2" };
const change = (options: Partial<ConvertMoneyOptions>) => () =>
  convertMoney(usd(1), { to: "EUR", on: "2026-03-31", rates: [row], ...options });

describe("refusals, word for word", () => {
  it.each<readonly [string, () => unknown, string]>([
    ["wrong-type amount", () => money(null as never, "EUR"), "amount must be decimal text or a number, received null"],
    ["invalid-format currency", () => money(1, "€"), 'currency must be three capital letters, received "€"'],
    ["wrong-type currency", () => minorUnit(5 as never), "currency must be text, received 5"],

    ["wrong-type", () => sumMoney("12" as never), 'amounts must be a list, received "12"'],
    ["empty", () => sumMoney([]), "amounts must be at least one amount, or none with a currency, received a list"],
    ["invalid-format", () => sumMoney([], "euro"), 'currency must be three capital letters, received "euro"'],
    ["wrong-type 0.currency", () => sumMoney([none]), "currency must be text, received 7"],
    ["currency-mismatch 1.currency", () => sumMoney([eur(1), usd(1)]), 'amounts[1] mixes "EUR" and "USD"'],
    ["currency-mismatch 0.currency", () => sumMoney([usd(1)], "EUR"), 'amounts[0] mixes "EUR" and "USD"'],
    [
      "invalid-format 1.amount",
      () => sumMoney([eur(1), { amount: "1,5" as "1", currency: "EUR" }]),
      'amounts[1].amount must be a plain decimal such as -12.5, received "1,5"',
    ],
    [
      "wrong-type 0.amount",
      () => sumMoney([{ amount: 5 as never, currency: "EUR" }]),
      "amounts[0].amount must be decimal text, received 5",
    ],
    ["out-of-range sum", () => sumMoney([huge, huge]), 'sum must be below 1e24 in size, received "2.00000e+24"'],

    ["wrong-type from.currency", () => subtractMoney(none, eur(1)), "from.currency must be text, received 7"],
    ["currency-mismatch amount.currency", () => subtractMoney(eur(1), usd(1)), 'amount mixes "EUR" and "USD"'],
    [
      "out-of-range difference",
      () => subtractMoney(huge, eur(-1)),
      'difference must be below 1e24 in size, received "1.00000e+24"',
    ],
    ["wrong-type amount.currency", () => multiplyMoney(none, 1), "amount.currency must be text, received 7"],
    ["not-finite factor", () => multiplyMoney(eur(1), Number.NaN), "factor must be finite, received NaN"],
    [
      "out-of-range product",
      () => multiplyMoney(huge, 2),
      'product must be below 1e24 in size, received "2.00000e+24"',
    ],
    ["wrong-type amount.currency", () => divideMoney(none, eur(1)), "amount.currency must be text, received 7"],
    ["currency-mismatch by.currency", () => divideMoney(eur(1), usd(1)), 'by mixes "EUR" and "USD"'],
    ["zero-divisor by", () => divideMoney(eur(1), eur(0)), 'by must be other than zero, received "0"'],
    ["wrong-type a.currency", () => compareMoney(none, eur(1)), "a.currency must be text, received 7"],
    ["currency-mismatch b.currency", () => compareMoney(eur(1), usd(1)), 'b mixes "EUR" and "USD"'],

    [
      "wrong-type total.amount",
      () => allocateMoney({ ...eur(1), amount: null as never }, [1]),
      "total.amount must be decimal text or a number, received null",
    ],
    [
      "out-of-range total",
      () => allocateMoney(eur("0.005"), [1]),
      'total must be a whole number of units of 0.01, received "0.005"',
    ],
    ["wrong-type weights", () => allocateMoney(eur(1), null as never), "weights must be a list, received null"],
    ["empty weights", () => allocateMoney(eur(1), []), "weights must be at least one weight, received a list"],
    ["out-of-range weights", () => allocateMoney(eur(1), [0, 0]), "weights must be above zero in sum, received a list"],
    ["out-of-range weights.1", () => allocateMoney(eur(1), [1, -1]), "weights[1] must be zero or above, received -1"],
    [
      "not-finite weights.1",
      () => allocateMoney(eur(1), [1, Infinity]),
      "weights[1] must be finite, received Infinity",
    ],
    [
      "out-of-range decimals",
      () => allocateMoney(eur(1), [1], { decimals: 13 }),
      "decimals must be from 0 to 12, received 13",
    ],
    [
      "out-of-range decimals",
      () => allocateMoney(eur(1), [1], { decimals: 1.5 }),
      "decimals must be a whole number of at least 0, received 1.5",
    ],

    [
      "wrong-type amount.currency",
      () => roundMoney(none, { mode: "half-even" }),
      "amount.currency must be text, received 7",
    ],
    [
      "out-of-range mode",
      () => roundMoney(eur(1), { mode: "up" as never }),
      'mode must be one of half-away-from-zero, half-even, towards-zero, away-from-zero, received "up"',
    ],
    [
      "out-of-range decimals",
      () => roundMoney(eur(1), { mode: "half-even", decimals: -1 }),
      "decimals must be from 0 to 12, received -1",
    ],
    ["wrong-type amount.currency", () => formatMoney(none), "amount.currency must be text, received 7"],
    [
      "out-of-range decimals",
      () => formatMoney(eur(1), { decimals: 13 }),
      "decimals must be from 0 to 12, received 13",
    ],

    [
      "wrong-type amount.currency",
      () => convertMoney(none, { to: "EUR", on: "2026-01-01", rates: [] }),
      "amount.currency must be text, received 7",
    ],
    ["invalid-format to", change({ to: "eur" }), 'to must be three capital letters, received "eur"'],
    [
      "invalid-date on",
      change({ on: "2026-02-30" }),
      'on must be a day that exists, as YYYY-MM-DD, received "2026-02-30"',
    ],
    ["missing-rate rates", change({ rates: [] }), 'no rate from "USD" to "EUR" on 2026-03-31'],
    [
      "invalid-date rates.1.validFrom",
      change({ rates: [row, { ...row, validFrom: "2026-02-30" }] }),
      'validFrom must be a day that exists, as YYYY-MM-DD, received "2026-02-30"',
    ],
    [
      "invalid-format rates.1.rate",
      change({ rates: [row, { ...row, rate: "1,5" as "1" }] }),
      'rate must be a plain decimal such as -12.5, received "1,5"',
    ],
    [
      "out-of-range rates.0.rate",
      change({ rates: [{ ...row, rate: "-2" }] }),
      'rate must be above zero, received "-2"',
    ],
    ["out-of-range rates.0.rate", change({ rates: [{ ...row, rate: "0" }] }), 'rate must be above zero, received "0"'],
    [
      "out-of-range converted amount",
      () => convertMoney({ ...huge, currency: "USD" }, { to: "EUR", on: "2026-01-01", rates: [row] }),
      'converted amount must be below 1e24 in size, received "2.00000e+24"',
    ],
  ])("%s", (fault, run, message) => {
    expect(faults(run)).toEqual([fault]);
    expect(caught(run).message).toBe(message);
  });

  it("name the table where a rate is missing", () => {
    expect(caught(change({ rates: [] })).details).toEqual({
      subject: "rates",
      path: ["rates"],
      from: "USD",
      to: "EUR",
      on: "2026-03-31",
    });
  });

  it.each<readonly [string, () => unknown]>([
    ["sumMoney", () => sumMoney([trap])],
    ["subtractMoney", () => subtractMoney(trap, eur(1))],
    ["multiplyMoney", () => multiplyMoney(trap, 1)],
    ["divideMoney", () => divideMoney(trap, eur(1))],
    ["compareMoney", () => compareMoney(trap, eur(1))],
    ["allocateMoney", () => allocateMoney(trap, [1])],
    ["roundMoney", () => roundMoney(trap, { mode: "half-even" })],
    ["formatMoney", () => formatMoney(trap)],
    ["convertMoney", () => convertMoney(trap, { to: "EUR", on: "2026-01-01", rates: [] })],
  ])("%s says its name where what it is given cannot be read", (subject, run) => {
    expect(caught(run)).toMatchObject({ code: "invalid-input", details: { subject, total: 1 } });
  });

  it.each<readonly [string, () => unknown, string]>([
    [
      "money, of neither text nor number",
      () => parseMoney({ amount: true, currency: "EUR" }),
      "money: amount: expected text or a number, received true",
    ],
    [
      "an amount and a currency",
      () => parseMoney({ amount: "1e3", currency: "eur" }),
      'money: amount: expected a plain decimal such as -12.5; currency: expected three capital letters, such as EUR, received "eur"',
    ],
    [
      "rates",
      () => parseExchangeRates([row, { ...row, rate: "-0.5" }, { ...row, to: "GBP", rate: "0.0" }]),
      'exchange rates: [1].rate: expected above zero, received "-0.5"; [1]: expected one rate from USD to EUR on 2026-01-01; [2].rate: expected above zero, received "0"',
    ],
    [
      "money below zero",
      () => parse(NonNegativeMoney, eur("-0.01"), "price"),
      'price: amount: expected zero or above, received "-0.01"',
    ],
  ])("%s", (_, run, message) => {
    expect(caught(run).message).toBe(message);
  });

  it("say where an amount below zero stands, and take zero", () => {
    expect(faults(() => parse(NonNegativeMoney, eur(-1), "price"))).toEqual(["out-of-range amount"]);
    expect(faults(() => parse(NonNegativeMoney, {}, "price"))).toEqual(["missing amount", "missing currency"]);
    expect(parse(NonNegativeMoney, { amount: "-0", currency: "EUR" }, "price")).toEqual(eur(0));
    expect(parse(NonNegativeMoney, { amount: 0.5, currency: "EUR" }, "price")).toEqual(eur("0.5"));
  });
});

it("leaves units over to the earlier of parts that lost the same", () => {
  const parts = allocateMoney(eur("0.05"), [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
  expect(parts.map(({ amount }) => amount)).toEqual([...new Array(5).fill("0.01"), ...new Array(7).fill("0")]);
});

it("takes the later in the table of two rates of one day, where the table was not read from outside", () => {
  expect(change({ rates: [row, { ...row, rate: "3" }] })()).toEqual(eur(3));
});

it("sums nothing in the currency asked for", () => {
  expect(sumMoney([], "JPY")).toEqual({ amount: "0", currency: "JPY" });
  expect(sumMoney([eur("1.10"), eur("2")], "EUR")).toEqual(eur("3.1"));
});
