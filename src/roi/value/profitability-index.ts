import { decimalOfNumber, numberOf } from "../../foundation/decimal/index.js";
import type { NoAnswer } from "../../foundation/errors/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { demandFlows, type DiscountedCashFlowsInput } from "../flows/cash-flow.js";
import { netPresentValue, presentSumOf } from "./net-present-value.js";

/**
 * Profitability index: the present value of what comes after the first outlay, per unit of that outlay.
 *
 * Later outlays lower the value on top instead of adding to the outlay below; where they matter, use
 * `benefitCostRatio`. The index ranks cases under a budget for the first outlay; between two cases that exclude each
 * other the larger net present value wins.
 *
 * @param input - `rate`, the discount rate for one period, above −1; `flows`, money of one currency, flow 0 being the
 *   outlay, below zero, and falling now
 * @returns a ratio: above 1 the case earns more than the rate; no answer `no-first-outlay` when flow 0 is not below zero
 * @throws DomainError `out-of-range` for a rate of −1 or below, or a present value that reaches 1e24
 * @throws DomainError `empty` for no flows, `currency-mismatch` when the currencies differ
 * @source Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, profitability index
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { profitabilityIndex } from "golive-kit/roi";
 *
 * const flows = ["-100", "132"].map((amount) => money(amount, "EUR"));
 *
 * profitabilityIndex({ rate: 0.1, flows }); // => 1.2
 * ```
 *
 * @function
 */
export const profitabilityIndex: Formula<DiscountedCashFlowsInput, number | NoAnswer<"no-first-outlay">> =
  /* @__PURE__ */ formula({
    id: "roi.profitability-index",
    title: "Profitability index",
    unit: "ratio",
    units: { rate: "ratio", flows: "money" },
    outcomes: { "no-first-outlay": "flows[0] ≥ 0" },
    source: [
      {
        work: "Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance",
        place: "profitability index",
      },
    ],
    compute({ rate, flows }: DiscountedCashFlowsInput, note) {
      const [outlay] = demandFlows(flows).amounts;
      const now = { rate, flows, timing: "start" as const };
      note.figure("npv", netPresentValue, now);
      if (outlay === undefined || !outlay.lt(0)) return note.none("no-first-outlay");
      const index = decimalOfNumber(1, "one").minus(presentSumOf(now).div(outlay));
      return note("index", "1 − npv ÷ flows[0]", numberOf(index, "index"));
    },
  });
