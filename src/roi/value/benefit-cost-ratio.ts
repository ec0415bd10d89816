import * as z from "zod";

import { type Decimal, numberOf } from "../../foundation/decimal/index.js";
import type { Issue, NoAnswer, Path } from "../../foundation/errors/index.js";
import { formula, type Formula, type Note } from "../../foundation/explain/index.js";
import { contained } from "../../foundation/guard/index.js";
import type { Money } from "../../foundation/money/index.js";
import { oneCurrency, parse, rule, schema } from "../../foundation/schema/index.js";
import { CashFlows, demandFlows, DiscountRate, type Timing, TIMINGS } from "../flows/cash-flow.js";
import { demandCosts } from "../flows/non-negative-amount.js";
import { netPresentValue, presentSumOf } from "./net-present-value.js";

/** Input of {@link benefitCostRatio}. */
export interface BenefitCostRatioInput {
  /** Discount rate for one period; 0.1 is 10 %. Above −1. */
  readonly rate: number;
  /** What comes in, one amount for each period from period 0 on; at least one. */
  readonly benefits: readonly Money[];
  /** What is spent, one amount of zero or above for each period from period 0 on, same currency; at least one. */
  readonly costs: readonly Money[];
  /** When the amounts of period k fall: k periods from now (`"start"`), k + ½ (`"mid"`) or k + 1 (`"end"`). */
  readonly timing: Timing;
}

/** Reads a {@link BenefitCostRatioInput}. */
export const BenefitCostRatioInput: z.ZodType<BenefitCostRatioInput> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({ rate: DiscountRate, benefits: CashFlows, costs: CashFlows, timing: z.enum(TIMINGS) })
    .check(rule(reportSides)),
);

/**
 * Benefit-cost ratio: the present value of all benefits per unit of the present value of all costs.
 *
 * It is not the return on investment: a ratio of 1 breaks even, where that return is 0. Which side an item stands on
 * changes the ratio, so a saving should always be counted the same way.
 *
 * @param input - `rate`, the discount rate for one period, above −1; `benefits` and `costs`, money of one currency by
 *   period, costs of zero or above; `timing`, `"start"`, `"mid"` or `"end"` of the period
 * @returns a ratio: above 1 the benefits outweigh the costs; no answer `no-costs` when there are none
 * @throws DomainError `out-of-range` for a rate of −1 or below, a cost below zero, or a present value that
 *   reaches 1e24
 * @throws DomainError `empty` for no benefits or no costs, `currency-mismatch` when the currencies differ
 * @source Office of Management and Budget, Circular A-94 (1992), discounted benefits and costs
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { benefitCostRatio } from "golive-kit/roi";
 *
 * const benefits = ["0", "132"].map((amount) => money(amount, "EUR"));
 * const costs = ["100", "0"].map((amount) => money(amount, "EUR"));
 *
 * benefitCostRatio({ rate: 0.1, benefits, costs, timing: "start" }); // => 1.2
 * ```
 *
 * @function
 */
export const benefitCostRatio: Formula<BenefitCostRatioInput, number | NoAnswer<"no-costs">> = /* @__PURE__ */ formula({
  id: "roi.benefit-cost-ratio",
  title: "Benefit-cost ratio",
  unit: "ratio",
  units: { rate: "ratio", benefits: "money", costs: "money", timing: "text" },
  outcomes: { "no-costs": "presentCosts = 0" },
  source: [{ work: "Office of Management and Budget, Circular A-94 (1992)", place: "discounted benefits and costs" }],
  compute(input: BenefitCostRatioInput, note) {
    const { presentBenefits, presentCosts } = notePresentSides(input, note);
    if (presentCosts.isZero()) return note.none("no-costs");
    return note("ratio", "presentBenefits ÷ presentCosts", numberOf(presentBenefits.div(presentCosts), "ratio"));
  },
});

/**
 * Reads the input of {@link benefitCostRatio} from outside data.
 *
 * @param data - `{ rate, benefits, costs, timing }`; the rate as a number, amounts as decimal text or as numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { benefitCostRatio, parseBenefitCostRatioInput } from "golive-kit/roi";
 *
 * const input = parseBenefitCostRatioInput({
 *   rate: 0,
 *   benefits: [{ amount: "150", currency: "EUR" }],
 *   costs: [{ amount: "100", currency: "EUR" }],
 *   timing: "end",
 * });
 *
 * benefitCostRatio(input); // => 1.5
 * ```
 */
export function parseBenefitCostRatioInput(data: unknown): BenefitCostRatioInput {
  return contained("benefit-cost ratio", () => parse(BenefitCostRatioInput, data, "benefit-cost ratio"));
}

/** Reports amounts of another currency than the first benefit, and costs below zero; for use as a `rule`. */
export function reportSides(
  { benefits, costs }: Pick<BenefitCostRatioInput, "benefits" | "costs">,
  report: (code: Issue["code"], path: Path, message: string) => void,
): void {
  const placed = (part: string, amounts: readonly Money[]) => amounts.map((amount, i) => [[part, i], amount] as const);
  oneCurrency(report, [...placed("benefits", benefits), ...placed("costs", costs)]);
  costs.forEach(({ amount }, i) => {
    if (amount.startsWith("-")) {
      report("out-of-range", ["costs", i, "amount"], `expected zero or above, received "${amount}"`);
    }
  });
}

/**
 * Writes down the present values of the two sides, `presentBenefits` and `presentCosts`, and gives them to more decimals
 * than money has: far off in time, those 12 are few.
 */
export function notePresentSides(
  { rate, benefits, costs, timing }: BenefitCostRatioInput,
  note: Note,
): { readonly presentBenefits: Decimal; readonly presentCosts: Decimal } {
  const { currency } = demandFlows(benefits, "benefits");
  demandCosts(currency, costs);
  const gained = { rate, flows: benefits, timing };
  const spent = { rate, flows: costs, timing };
  note.figure("presentBenefits", netPresentValue, gained);
  note.figure("presentCosts", netPresentValue, spent);
  return { presentBenefits: presentSumOf(gained), presentCosts: presentSumOf(spent) };
}
