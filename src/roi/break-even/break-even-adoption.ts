import * as z from "zod";

import { type Decimal, decimalOfNumber, demandCurrency, moneyOf, numberOf } from "../../foundation/decimal/index.js";
import type { NoAnswer } from "../../foundation/errors/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { contained, demandAtLeast } from "../../foundation/guard/index.js";
import { type Money, NonNegativeMoney } from "../../foundation/money/index.js";
import { NonNegative, oneCurrency, parse, rule, schema } from "../../foundation/schema/index.js";
import { DiscountRate } from "../flows/cash-flow.js";
import { demandNonNegative } from "../flows/non-negative-amount.js";
import { annuityFactor, annuityOf } from "../value/annuity-factor.js";

/** Input of {@link fullAnnualBenefit}. */
export interface FullAnnualBenefitInput {
  /** How many people could use the system; zero or above. */
  readonly users: number;
  /** Hours that one of them saves in a year; zero or above. */
  readonly hoursSavedPerUser: number;
  /** What an hour is worth; zero or above. */
  readonly valuePerHour: Money;
}

/** Input of {@link breakEvenAdoption}. */
export interface BreakEvenAdoptionInput extends FullAnnualBenefitInput {
  /** Discount rate for one year; 0.1 is 10 %. Above −1. */
  readonly rate: number;
  /** How many years the benefit and the cost run; a whole number from 1 to 10 000. */
  readonly years: number;
  /** What is spent now; zero or above, same currency as an hour. */
  readonly initialCost: Money;
  /** What is spent at the end of each year; zero or above, same currency. */
  readonly annualCost: Money;
}

/** Reads a {@link FullAnnualBenefitInput}. */
export const FullAnnualBenefitInput: z.ZodType<FullAnnualBenefitInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ users: NonNegative, hoursSavedPerUser: NonNegative, valuePerHour: NonNegativeMoney }),
);

/** Reads a {@link BreakEvenAdoptionInput}. */
export const BreakEvenAdoptionInput: z.ZodType<BreakEvenAdoptionInput> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      rate: DiscountRate,
      years: z.int().min(1).max(10_000),
      initialCost: NonNegativeMoney,
      annualCost: NonNegativeMoney,
      users: NonNegative,
      hoursSavedPerUser: NonNegative,
      valuePerHour: NonNegativeMoney,
    })
    .check(
      rule(({ initialCost, annualCost, valuePerHour }: BreakEvenAdoptionInput, report) => {
        oneCurrency(report, [
          [["initialCost"], initialCost],
          [["annualCost"], annualCost],
          [["valuePerHour"], valuePerHour],
        ]);
      }),
    ),
);

/**
 * Full annual benefit: what the hours saved in a year are worth when everybody uses the system.
 *
 * An hour saved is money only where it is worked or paid for elsewhere; take the share that is into `valuePerHour`.
 *
 * @param input - `users` and `hoursSavedPerUser` a year, numbers of zero or above; `valuePerHour`, money of zero or above
 * @returns money a year, exact
 * @throws DomainError `out-of-range` for a number or an amount below zero, or a benefit that reaches 1e24
 * @source Definition: users times hours times the value of an hour
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { fullAnnualBenefit } from "golive-kit/roi";
 *
 * fullAnnualBenefit({ users: 400, hoursSavedPerUser: 24, valuePerHour: money("45", "EUR") }).amount; // => "432000"
 * ```
 *
 * @function
 */
export const fullAnnualBenefit: Formula<FullAnnualBenefitInput, Money> = /* @__PURE__ */ formula({
  id: "roi.full-annual-benefit",
  title: "Full annual benefit",
  unit: "money",
  units: { users: "count", hoursSavedPerUser: "hours", valuePerHour: "money" },
  source: [{ work: "Definition", place: "users times hours times the value of an hour" }],
  compute(input: FullAnnualBenefitInput, note) {
    const currency = demandCurrency(input.valuePerHour.currency, "valuePerHour.currency", ["valuePerHour", "currency"]);
    return note(
      "fullAnnualBenefit",
      "users × hoursSavedPerUser × valuePerHour",
      moneyOf(fullBenefitOf(input, currency), currency, "fullAnnualBenefit"),
    );
  },
});

/**
 * Break-even adoption: what share of the users must use the system for the net present value to be zero.
 *
 * The adoption is taken to be the same in every year. Where it grows, put the ramp into the benefits and look for the
 * limit of the final share with `breakEven`.
 *
 * @param input - `rate` for a year, above −1; `years`, a whole number from 1 to 10 000; `initialCost`, spent now,
 *   `annualCost`, at the end of each year, and `valuePerHour`: money of one currency, zero or above; `users` and
 *   `hoursSavedPerUser` a year, numbers of zero or above
 * @returns a ratio: 0.25 when a quarter of the users will do, above 1 when all of them are not enough; no answer
 *   `no-benefit` when even full adoption brings nothing
 * @throws DomainError `out-of-range` for a rate of −1 or below, other years, or an amount or a number below zero
 * @throws DomainError `currency-mismatch` when the currencies differ
 * @source Definition: the share of the full benefit at which the net present value is zero
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { breakEvenAdoption } from "golive-kit/roi";
 *
 * breakEvenAdoption({
 *   rate: 0.25,
 *   years: 2,
 *   initialCost: money("1440", "EUR"),
 *   annualCost: money("200", "EUR"),
 *   users: 10,
 *   hoursSavedPerUser: 8,
 *   valuePerHour: money("50", "EUR"),
 * }); // => 0.3
 * ```
 *
 * @function
 */
export const breakEvenAdoption: Formula<BreakEvenAdoptionInput, number | NoAnswer<"no-benefit">> =
  /* @__PURE__ */ formula({
    id: "roi.break-even-adoption",
    title: "Break-even adoption",
    unit: "ratio",
    units: {
      rate: "ratio",
      years: "count",
      initialCost: "money",
      annualCost: "money",
      users: "count",
      hoursSavedPerUser: "hours",
      valuePerHour: "money",
    },
    outcomes: { "no-benefit": "fullAnnualBenefit = 0" },
    source: [{ work: "Definition", place: "the share of the full benefit at which the net present value is zero" }],
    compute(input: BreakEvenAdoptionInput, note) {
      const { rate, years, initialCost, annualCost, users, hoursSavedPerUser, valuePerHour } = input;
      const currency = demandCurrency(initialCost.currency, "initialCost.currency", ["initialCost", "currency"]);
      const initial = demandNonNegative(currency, initialCost, "initialCost");
      const annual = demandNonNegative(currency, annualCost, "annualCost");
      const full = fullBenefitOf(input, currency);
      const annuity = annuityOf(rate, years, "years");
      note.figure("annuity", annuityFactor, { rate, periods: years });
      note.figure("fullAnnualBenefit", fullAnnualBenefit, { users, hoursSavedPerUser, valuePerHour });
      if (full.isZero()) return note.none("no-benefit");
      return note(
        "adoption",
        "(initialCost ÷ annuity + annualCost) ÷ fullAnnualBenefit",
        numberOf(initial.div(annuity).plus(annual).div(full), "adoption"),
      );
    },
  });

/**
 * Reads the input of {@link fullAnnualBenefit} from outside data.
 *
 * @param data - `{ users, hoursSavedPerUser, valuePerHour }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { fullAnnualBenefit, parseFullAnnualBenefitInput } from "golive-kit/roi";
 *
 * const input = parseFullAnnualBenefitInput({
 *   users: 3,
 *   hoursSavedPerUser: 10,
 *   valuePerHour: { amount: "40", currency: "EUR" },
 * });
 *
 * fullAnnualBenefit(input).amount; // => "1200"
 * ```
 */
export function parseFullAnnualBenefitInput(data: unknown): FullAnnualBenefitInput {
  return contained("full annual benefit", () => parse(FullAnnualBenefitInput, data, "full annual benefit"));
}

/**
 * Reads the input of {@link breakEvenAdoption} from outside data.
 *
 * @param data - `{ rate, years, initialCost, annualCost, users, hoursSavedPerUser, valuePerHour }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { breakEvenAdoption, parseBreakEvenAdoptionInput } from "golive-kit/roi";
 *
 * const input = parseBreakEvenAdoptionInput({
 *   rate: 0,
 *   years: 4,
 *   initialCost: { amount: "400", currency: "EUR" },
 *   annualCost: { amount: "0", currency: "EUR" },
 *   users: 10,
 *   hoursSavedPerUser: 1,
 *   valuePerHour: { amount: "50", currency: "EUR" },
 * });
 *
 * breakEvenAdoption(input); // => 0.2
 * ```
 */
export function parseBreakEvenAdoptionInput(data: unknown): BreakEvenAdoptionInput {
  return contained("break-even adoption", () => parse(BreakEvenAdoptionInput, data, "break-even adoption"));
}

function fullBenefitOf({ users, hoursSavedPerUser, valuePerHour }: FullAnnualBenefitInput, currency: string): Decimal {
  const people = decimalOfNumber(demandAtLeast(users, 0, "users"), "users");
  const hours = decimalOfNumber(demandAtLeast(hoursSavedPerUser, 0, "hoursSavedPerUser"), "hoursSavedPerUser");
  return demandNonNegative(currency, valuePerHour, "valuePerHour").times(people).times(hours);
}
