import * as z from "zod";

import { demandCurrency, moneyOf } from "../../foundation/decimal/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { contained } from "../../foundation/guard/index.js";
import { type Money, NonNegativeMoney } from "../../foundation/money/index.js";
import { oneCurrency, parse, rule, schema } from "../../foundation/schema/index.js";
import { DiscountRate } from "../flows/cash-flow.js";
import { demandNonNegative } from "../flows/non-negative-amount.js";
import { annuityFactor, annuityOf, PeriodCount } from "./annuity-factor.js";

/** Input of {@link annuityNetPresentValue}. */
export interface AnnuityNetPresentValueInput {
  /** Discount rate for one year; 0.1 is 10 %. Above −1. */
  readonly rate: number;
  /** How many years the benefit and the cost run; a whole number from 1 to 10 000. */
  readonly years: number;
  /** What is spent now; zero or above. */
  readonly initialCost: Money;
  /** What is gained at the end of each year; zero or above, same currency. */
  readonly annualBenefit: Money;
  /** What is spent at the end of each year; zero or above, same currency. */
  readonly annualCost: Money;
}

/** Reads an {@link AnnuityNetPresentValueInput}. */
export const AnnuityNetPresentValueInput: z.ZodType<AnnuityNetPresentValueInput> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      rate: DiscountRate,
      years: PeriodCount,
      initialCost: NonNegativeMoney,
      annualBenefit: NonNegativeMoney,
      annualCost: NonNegativeMoney,
    })
    .check(
      rule(({ initialCost, annualBenefit, annualCost }: AnnuityNetPresentValueInput, report) => {
        oneCurrency(report, [
          [["initialCost"], initialCost],
          [["annualBenefit"], annualBenefit],
          [["annualCost"], annualCost],
        ]);
      }),
    ),
);

/**
 * Annuity net present value: what a case of one outlay, one level benefit and one level cost is worth now.
 *
 * It is the simplest model of a case, and good enough for a first tornado or break-even. As soon as the years differ,
 * list them and use `netPresentValue`.
 *
 * @param input - `rate` for a year, above −1; `years`, a whole number from 1 to 10 000; `initialCost`, spent now, and
 *   `annualBenefit` and `annualCost`, at the end of each year: money of one currency, zero or above
 * @returns money; above zero when the case earns more than the rate
 * @throws DomainError `out-of-range` for a rate of −1 or below, other years, an amount below zero, or a value that
 *   reaches 1e24
 * @throws DomainError `currency-mismatch` when the currencies differ
 * @source Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, how to value annuities
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { annuityNetPresentValue } from "golive-kit/roi";
 *
 * annuityNetPresentValue({
 *   rate: 0.25,
 *   years: 2,
 *   initialCost: money("100", "EUR"),
 *   annualBenefit: money("120", "EUR"),
 *   annualCost: money("20", "EUR"),
 * }).amount; // => "44"
 * ```
 *
 * @function
 */
export const annuityNetPresentValue: Formula<AnnuityNetPresentValueInput, Money> = /* @__PURE__ */ formula({
  id: "roi.annuity-net-present-value",
  title: "Annuity net present value",
  unit: "money",
  units: { rate: "ratio", years: "count", initialCost: "money", annualBenefit: "money", annualCost: "money" },
  source: [
    {
      work: "Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance",
      place: "how to value annuities",
    },
  ],
  compute({ rate, years, initialCost, annualBenefit, annualCost }: AnnuityNetPresentValueInput, note) {
    const currency = demandCurrency(initialCost.currency, "initialCost.currency", ["initialCost", "currency"]);
    const initial = demandNonNegative(currency, initialCost, "initialCost");
    const benefit = demandNonNegative(currency, annualBenefit, "annualBenefit");
    const cost = demandNonNegative(currency, annualCost, "annualCost");
    note.figure("annuity", annuityFactor, { rate, periods: years });
    const npv = benefit
      .minus(cost)
      .times(annuityOf(rate, years, "years"))
      .minus(initial);
    return note("npv", "(annualBenefit − annualCost) × annuity − initialCost", moneyOf(npv, currency, "npv"));
  },
});

/**
 * Reads the input of {@link annuityNetPresentValue} from outside data.
 *
 * @param data - `{ rate, years, initialCost, annualBenefit, annualCost }`; amounts as decimal text or as numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { annuityNetPresentValue, parseAnnuityNetPresentValueInput } from "golive-kit/roi";
 *
 * const input = parseAnnuityNetPresentValueInput({
 *   rate: 0,
 *   years: 3,
 *   initialCost: { amount: "100", currency: "EUR" },
 *   annualBenefit: { amount: "50", currency: "EUR" },
 *   annualCost: { amount: "10", currency: "EUR" },
 * });
 *
 * annuityNetPresentValue(input).amount; // => "20"
 * ```
 */
export function parseAnnuityNetPresentValueInput(data: unknown): AnnuityNetPresentValueInput {
  return contained("annuity net present value", () =>
    parse(AnnuityNetPresentValueInput, data, "annuity net present value"),
  );
}
