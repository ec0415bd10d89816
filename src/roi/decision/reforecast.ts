import * as z from "zod";

import { type Decimal, demandMoney, demandMoneyIn, moneyOf, numberOf } from "../../foundation/decimal/index.js";
import type { NoAnswer } from "../../foundation/errors/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { contained } from "../../foundation/guard/index.js";
import { Money, NonNegativeMoney } from "../../foundation/money/index.js";
import { oneCurrency, parse, rule, schema } from "../../foundation/schema/index.js";
import { demandNonNegative } from "../flows/non-negative-amount.js";

/** Input of {@link toGoRoi}. */
export interface ToGoRoiInput {
  /** What must still be spent to complete; zero or above. */
  readonly costToComplete: Money;
  /** What will still be gained; same currency. */
  readonly remainingBenefits: Money;
}

/** Input of {@link wholeLifeRoi} and {@link reforecast}. */
export interface ReforecastInput extends ToGoRoiInput {
  /** What has been spent: gone, whatever is decided now. Zero or above, same currency. */
  readonly spentToDate: Money;
  /** What has been gained; same currency. */
  readonly realisedBenefits: Money;
}

/** A case looked at again on the way; see {@link reforecast}. */
export interface Reforecast {
  /** The return on all costs, spent and to come: for the report. */
  readonly wholeLifeRoi: number | NoAnswer<"no-costs">;
  /** The return on what is still to be spent: for the decision. */
  readonly toGoRoi: number | NoAnswer<"nothing-to-spend">;
  /** All benefits less all costs. */
  readonly wholeLifeNetBenefit: Money;
  /** What going on brings, compared with stopping now: the remaining benefits less the cost to complete. */
  readonly toGoNetBenefit: Money;
  /** What has been spent and does not come back. */
  readonly sunkCost: Money;
}

/** Reads a {@link ToGoRoiInput}. */
export const ToGoRoiInput: z.ZodType<ToGoRoiInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ costToComplete: NonNegativeMoney, remainingBenefits: Money }).check(
    rule(({ costToComplete, remainingBenefits }: ToGoRoiInput, report) => {
      oneCurrency(report, [
        [["costToComplete"], costToComplete],
        [["remainingBenefits"], remainingBenefits],
      ]);
    }),
  ),
);

/** Reads a {@link ReforecastInput}. */
export const ReforecastInput: z.ZodType<ReforecastInput> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      costToComplete: NonNegativeMoney,
      remainingBenefits: Money,
      spentToDate: NonNegativeMoney,
      realisedBenefits: Money,
    })
    .check(
      rule((input: ReforecastInput, report) => {
        oneCurrency(
          report,
          (["costToComplete", "remainingBenefits", "spentToDate", "realisedBenefits"] as const).map((name) => [
            [name],
            input[name],
          ]),
        );
      }),
    ),
);

/** The source of the figures of this file. */
const SOURCE = {
  work: "Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance",
  place: "forget sunk costs",
} as const;

/**
 * To-go return on investment: what going on gains per unit of what it still costs. What was spent does not count.
 *
 * It is the figure to decide by at a gate: a case that has become too dear as a whole can still be worth completing. It
 * is not the one to report a project by; that is {@link wholeLifeRoi}.
 *
 * @param input - `costToComplete`, money of zero or above; `remainingBenefits`, money of the same currency
 * @returns a ratio: above 0 going on gains; no answer `nothing-to-spend` when nothing is left to be spent
 * @throws DomainError `out-of-range` for a cost below zero, `currency-mismatch` when the currencies differ
 * @source Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, forget sunk costs
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { toGoRoi } from "golive-kit/roi";
 *
 * toGoRoi({ costToComplete: money("150000", "EUR"), remainingBenefits: money("330000", "EUR") }); // => 1.2
 * ```
 *
 * @function
 */
export const toGoRoi: Formula<ToGoRoiInput, number | NoAnswer<"nothing-to-spend">> = /* @__PURE__ */ formula({
  id: "roi.to-go-roi",
  title: "To-go return on investment",
  unit: "ratio",
  units: { costToComplete: "money", remainingBenefits: "money" },
  outcomes: { "nothing-to-spend": "costToComplete = 0" },
  source: [SOURCE],
  compute({ costToComplete, remainingBenefits }: ToGoRoiInput, note) {
    const { currency } = costToComplete;
    const cost = demandNonNegative(currency, costToComplete, "costToComplete");
    const net = demandMoneyIn(currency, remainingBenefits, "remainingBenefits").minus(cost);
    note("netBenefit", "remainingBenefits − costToComplete", moneyOf(net, currency, "netBenefit"));
    if (cost.isZero()) return note.none("nothing-to-spend");
    return note("roi", "netBenefit ÷ costToComplete", numberOf(net.div(cost), "roi"));
  },
});

/**
 * Whole-life return on investment: the net benefit of a project under way, per unit of all that it costs, spent and to
 * come.
 *
 * @param input - `spentToDate` and `costToComplete`, money of zero or above; `realisedBenefits` and `remainingBenefits`;
 *   all of one currency
 * @returns a ratio: 0 breaks even; no answer `no-costs` when nothing was or will be spent
 * @throws DomainError `out-of-range` for a cost below zero or a sum that reaches 1e24, `currency-mismatch` when the
 *   currencies differ
 * @source Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, forget sunk costs
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { wholeLifeRoi } from "golive-kit/roi";
 *
 * wholeLifeRoi({
 *   spentToDate: money("250000", "EUR"),
 *   costToComplete: money("150000", "EUR"),
 *   realisedBenefits: money("0", "EUR"),
 *   remainingBenefits: money("320000", "EUR"),
 * }); // => -0.2
 * ```
 *
 * @function
 */
export const wholeLifeRoi: Formula<ReforecastInput, number | NoAnswer<"no-costs">> = /* @__PURE__ */ formula({
  id: "roi.whole-life-roi",
  title: "Whole-life return on investment",
  unit: "ratio",
  units: { costToComplete: "money", remainingBenefits: "money", spentToDate: "money", realisedBenefits: "money" },
  outcomes: { "no-costs": "totalCost = 0" },
  source: [SOURCE],
  compute(input: ReforecastInput, note) {
    const { currency } = input.spentToDate;
    const { cost, benefit } = totalsOf(input);
    note("totalCost", "spentToDate + costToComplete", moneyOf(cost, currency, "totalCost"));
    note("totalBenefit", "realisedBenefits + remainingBenefits", moneyOf(benefit, currency, "totalBenefit"));
    if (cost.isZero()) return note.none("no-costs");
    return note("roi", "(totalBenefit − totalCost) ÷ totalCost", numberOf(benefit.minus(cost).div(cost), "roi"));
  },
});

/**
 * Looks at a case again on the way: actuals to date and what is to go, with what was spent kept apart.
 *
 * @param input - `spentToDate` and `costToComplete`, money of zero or above; `realisedBenefits` and `remainingBenefits`;
 *   all of one currency
 * @returns `wholeLifeRoi` and `toGoRoi`, `wholeLifeNetBenefit` and `toGoNetBenefit`, and the `sunkCost`
 * @throws DomainError `out-of-range` for a cost below zero or a sum that reaches 1e24, `currency-mismatch` when the
 *   currencies differ
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { reforecast } from "golive-kit/roi";
 *
 * const { toGoNetBenefit, wholeLifeNetBenefit } = reforecast({
 *   spentToDate: money("250000", "EUR"),
 *   costToComplete: money("150000", "EUR"),
 *   realisedBenefits: money("0", "EUR"),
 *   remainingBenefits: money("320000", "EUR"),
 * });
 *
 * [toGoNetBenefit.amount, wholeLifeNetBenefit.amount]; // => ["170000", "-80000"]
 * ```
 */
export function reforecast(input: ReforecastInput): Reforecast {
  return contained("reforecast", () => {
    const { costToComplete, remainingBenefits, spentToDate } = input;
    const { currency } = spentToDate;
    const { cost, benefit } = totalsOf(input);
    const toGo = demandMoney(remainingBenefits, "remainingBenefits").minus(costToComplete.amount);
    return {
      wholeLifeRoi: wholeLifeRoi(input),
      toGoRoi: toGoRoi({ costToComplete, remainingBenefits }),
      wholeLifeNetBenefit: moneyOf(benefit.minus(cost), currency, "wholeLifeNetBenefit"),
      toGoNetBenefit: moneyOf(toGo, currency, "toGoNetBenefit"),
      sunkCost: moneyOf(demandMoney(spentToDate, "spentToDate"), currency),
    };
  });
}

/**
 * Reads the input of {@link toGoRoi} from outside data.
 *
 * @param data - `{ costToComplete, remainingBenefits }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseToGoRoiInput, toGoRoi } from "golive-kit/roi";
 *
 * const input = parseToGoRoiInput({
 *   costToComplete: { amount: "40", currency: "EUR" },
 *   remainingBenefits: { amount: "50", currency: "EUR" },
 * });
 *
 * toGoRoi(input); // => 0.25
 * ```
 */
export function parseToGoRoiInput(data: unknown): ToGoRoiInput {
  return contained("to-go return", () => parse(ToGoRoiInput, data, "to-go return"));
}

/**
 * Reads the input of {@link wholeLifeRoi} and {@link reforecast} from outside data.
 *
 * @param data - `{ spentToDate, costToComplete, realisedBenefits, remainingBenefits }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseReforecastInput, wholeLifeRoi } from "golive-kit/roi";
 *
 * const input = parseReforecastInput({
 *   spentToDate: { amount: "60", currency: "EUR" },
 *   costToComplete: { amount: "40", currency: "EUR" },
 *   realisedBenefits: { amount: "10", currency: "EUR" },
 *   remainingBenefits: { amount: "115", currency: "EUR" },
 * });
 *
 * wholeLifeRoi(input); // => 0.25
 * ```
 */
export function parseReforecastInput(data: unknown): ReforecastInput {
  return contained("reforecast", () => parse(ReforecastInput, data, "reforecast"));
}

function totalsOf({ spentToDate, costToComplete, realisedBenefits, remainingBenefits }: ReforecastInput): {
  readonly cost: Decimal;
  readonly benefit: Decimal;
} {
  const { currency } = spentToDate;
  const spent = demandNonNegative(currency, spentToDate, "spentToDate");
  const toSpend = demandNonNegative(currency, costToComplete, "costToComplete");
  const gained = demandMoneyIn(currency, realisedBenefits, "realisedBenefits");
  const toGain = demandMoneyIn(currency, remainingBenefits, "remainingBenefits");
  return { cost: spent.plus(toSpend), benefit: gained.plus(toGain) };
}
