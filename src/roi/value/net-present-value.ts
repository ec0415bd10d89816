import * as z from "zod";

import { Decimal, moneyOf, numberOf } from "../../foundation/decimal/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { contained } from "../../foundation/guard/index.js";
import type { Money } from "../../foundation/money/index.js";
import { parse, schema } from "../../foundation/schema/index.js";
import { CashFlows, demandFlows, DiscountRate, type TimedCashFlows, TIMINGS } from "../flows/cash-flow.js";
import { exactHorner } from "./exact-horner.js";
import { discountFactors, discounting, presentAmounts } from "./present-values.js";

/** Input of {@link netPresentValue}. */
export type NetPresentValueInput = TimedCashFlows;

/** Reads a {@link NetPresentValueInput}. */
export const NetPresentValueInput: z.ZodType<NetPresentValueInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ rate: DiscountRate, flows: CashFlows, timing: z.enum(TIMINGS) }),
);

/**
 * Net present value: what a series of cash flows is worth now.
 *
 * The timing has no default, because the two in use differ by a factor of 1 + rate: spreadsheets discount the first
 * flow by one period, textbooks do not. Amounts and rate count as exact decimals; only the result is rounded, to 12
 * decimals. At rate 0 it is exactly the sum of the flows.
 *
 * @param input - `rate`, the discount rate for one period, above −1; `flows`, money of one currency from period 0 on,
 *   below zero for money spent; `timing`, `"start"`, `"mid"` or `"end"` of the period
 * @returns money of the flows' currency; above zero when the flows earn more than the rate
 * @throws DomainError `out-of-range` for a rate of −1 or below, another timing, or a present value, of one flow
 *   or of all, that reaches 1e24
 * @throws DomainError `wrong-type` or `not-finite` for a rate that is no finite number: `"10%"` is refused
 * @throws DomainError `empty` for no flows, `currency-mismatch` when the currencies differ
 * @source Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, net present value
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { netPresentValue } from "golive-kit/roi";
 *
 * const flows = ["-1000", "550", "605"].map((amount) => money(amount, "EUR"));
 *
 * netPresentValue({ rate: 0.1, flows, timing: "start" }); // => { amount: "0", currency: "EUR" }
 * netPresentValue({ rate: 0, flows, timing: "end" }).amount; // => "155"
 * ```
 *
 * @function
 */
export const netPresentValue: Formula<NetPresentValueInput, Money> = /* @__PURE__ */ formula({
  id: "roi.net-present-value",
  title: "Net present value",
  unit: "money",
  units: { rate: "ratio", flows: "money", timing: "text" },
  source: [
    {
      work: "Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance",
      place: "net present value",
    },
  ],
  compute({ rate, flows, timing }: NetPresentValueInput, note) {
    const { currency, amounts } = demandFlows(flows);
    const { first, step } = discounting(rate, timing, amounts.length);
    // Where a factor is above 1, a flow can be worth more than can be shown, though all together are not.
    if (step.gt(1)) presentAmounts(amounts, discountFactors(rate, timing, amounts.length));
    note.table(
      {
        period: { unit: "count" },
        time: { unit: "periods", expression: 'period + if(timing = "end", 1, if(timing = "mid", 0.5, 0))' },
        flow: { unit: "money" },
        factor: { unit: "ratio", expression: "1 ÷ (1 + rate) ^ time" },
        presentValue: { unit: "money", expression: "flow × factor" },
      },
      () => {
        const factors = discountFactors(rate, timing, amounts.length);
        const values = presentAmounts(amounts, factors);
        return flows.map((flow, k) => ({
          period: k,
          time: k + { start: 0, mid: 0.5, end: 1 }[timing],
          flow,
          factor: numberOf(factors[k] ?? first, "factor"),
          presentValue: moneyOf(values[k] ?? new Decimal(0), currency, "present value"),
        }));
      },
    );
    const npv = presentSum(amounts, first, step);
    return note("npv", "sum[t](flow[t] × factor[t])", moneyOf(npv, currency, "npv"));
  },
});

/** What amounts are worth, to more decimals than money has: ratios of present values are made of these. */
export function presentSumOf({ rate, flows, timing }: NetPresentValueInput): Decimal {
  const { amounts } = demandFlows(flows);
  const { first, step } = discounting(rate, timing, amounts.length);
  return presentSum(amounts, first, step);
}

function presentSum(amounts: readonly Decimal[], first: Decimal, step: Decimal): Decimal {
  return exactHorner(amounts, step).times(first);
}

/**
 * Reads the input of {@link netPresentValue} from outside data.
 *
 * @param data - `{ rate, flows, timing }`; the rate as a number, amounts as decimal text or as numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { netPresentValue, parseNetPresentValueInput } from "golive-kit/roi";
 *
 * const input = parseNetPresentValueInput({
 *   rate: 0.1,
 *   flows: [{ amount: "110", currency: "EUR" }],
 *   timing: "end",
 * });
 *
 * netPresentValue(input).amount; // => "100"
 * ```
 */
export function parseNetPresentValueInput(data: unknown): NetPresentValueInput {
  return contained("net present value", () => parse(NetPresentValueInput, data, "net present value"));
}
