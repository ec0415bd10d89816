import { Decimal, moneyOf, numberOf } from "../../foundation/decimal/index.js";
import type { NoAnswer } from "../../foundation/errors/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import type { Money } from "../../foundation/money/index.js";
import { demandFlows, type DiscountedCashFlowsInput } from "../flows/cash-flow.js";
import { lowestFrom, recoveryOf, runningBalance, timeOfRise } from "./payback.js";
import { discountFactors, presentAmounts } from "../value/present-values.js";

/**
 * Discounted payback period: the time after which the money spent is back with interest at the discount rate.
 *
 * Each flow is first discounted from the end of its period, flow 0 not at all; then the balance is
 * followed as in `payback`.
 *
 * @param input - `rate`, the discount rate for one period, above −1; `flows`, money of one currency from period 0 on,
 *   below zero for money spent
 * @returns periods, with a fraction; no answer `never-pays-back` when the present values add up to less than zero
 * @throws DomainError `out-of-range` for a rate of −1 or below, or a present value or a balance that reaches 1e24
 * @throws DomainError `wrong-type` or `not-finite` for a rate that is no finite number
 * @throws DomainError `empty` for no flows, `currency-mismatch` when the currencies differ
 * @source Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, discounted payback rule
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { discountedPayback } from "golive-kit/roi";
 *
 * const flows = ["-1000", "500", "500", "500"].map((amount) => money(amount, "EUR"));
 *
 * discountedPayback({ rate: 0.1, flows }); // => 2.352
 * ```
 *
 * @function
 */
export const discountedPayback: Formula<DiscountedCashFlowsInput, number | NoAnswer<"never-pays-back">> =
  /* @__PURE__ */ formula({
    id: "roi.discounted-payback",
    title: "Discounted payback period",
    unit: "periods",
    units: { rate: "ratio", flows: "money" },
    outcomes: { "never-pays-back": "npv < 0" },
    source: [
      {
        work: "Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance",
        place: "discounted payback rule",
      },
    ],
    compute({ rate, flows }: DiscountedCashFlowsInput, note) {
      const { currency, amounts } = demandFlows(flows);
      const factors = discountFactors(rate, "start", amounts.length);
      const values = presentAmounts(amounts, factors);
      const balance = runningBalance(values);
      note.table(
        {
          period: { unit: "count" },
          flow: { unit: "money" },
          factor: { unit: "ratio", expression: "1 ÷ (1 + rate) ^ period" },
          presentValue: { unit: "money", expression: "flow × factor" },
          balance: { unit: "money" },
          lowestFromHere: { unit: "money" },
        },
        () => {
          const lowest = lowestFrom(balance);
          const shown = (list: readonly Decimal[], k: number): Money =>
            moneyOf(list[k] ?? new Decimal(0), currency, "present value");
          return flows.map((flow, k) => ({
            period: k,
            flow,
            factor: numberOf(factors[k] ?? new Decimal(0), "factor"),
            presentValue: shown(values, k),
            balance: shown(balance, k),
            lowestFromHere: shown(lowest, k),
          }));
        },
      );
      const end = balance.at(-1) ?? new Decimal(0);
      note("npv", "sum[t](flow[t] × factor[t])", moneyOf(end, currency, "npv"));
      if (end.lt(0)) return note.none("never-pays-back");
      const recovery = note("recovery", "count[t](lowestFromHere[t] < 0)", recoveryOf(balance));
      return note(
        "payback",
        "if(recovery = 0, 0, recovery − 1 − balance[recovery − 1] ÷ presentValue[recovery])",
        timeOfRise(values, balance, recovery),
      );
    },
  });
