import { broken, contained, demandOneOf } from "../../foundation/guard/index.js";
import { demandRate, type Timing, TIMINGS } from "../flows/cash-flow.js";
import { finiteNumbers } from "../flows/finite-numbers.js";

/** Cash flows in doubles with a rate to discount them at; see {@link presentValueOfNumbers}. */
export interface TimedNumberFlows {
  /** Discount rate for one period; 0.1 is 10 %. Above −1. */
  readonly rate: number;
  /** One amount for each period from period 0 on, in an array of either kind; below zero is money spent. */
  readonly amounts: ArrayLike<number>;
  /** When flow k falls: k periods from now (`"start"`), k + ½ (`"mid"`) or k + 1 (`"end"`). */
  readonly timing: Timing;
}

/**
 * Net present value of cash flows in doubles, for loops that ask thousands of times: simulations, searches, tables.
 *
 * It answers what `netPresentValue` does, without money. Each flow may put an error of some 3e-16 of the largest sum on the
 * way into the result; amounts that must be exact belong to `netPresentValue`.
 *
 * @param flows - `rate`, the discount rate for one period, above −1; `amounts`, finite numbers from period 0 on, below zero
 *   for money spent; `timing`, `"start"`, `"mid"` or `"end"` of the period
 * @returns the value in the unit of the amounts
 * @throws DomainError `out-of-range` for a rate of −1 or below, another timing, or a value that no number holds
 * @throws DomainError `empty` for no amounts, `invalid-input` when amounts are no finite numbers, with each fault
 * @source Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, net present value
 *
 * @example
 * ```ts
 * import { presentValueOfNumbers } from "golive-kit/roi";
 *
 * presentValueOfNumbers({ rate: 0.25, amounts: [-100, 50, 100], timing: "start" }); // => 4
 * presentValueOfNumbers({ rate: 0.25, amounts: [125], timing: "end" }); // => 100
 * ```
 */
export function presentValueOfNumbers(flows: TimedNumberFlows): number {
  return contained("presentValueOfNumbers", () => {
    const growth = 1 + demandRate(flows.rate);
    const timing = demandOneOf(flows.timing, TIMINGS, "timing");
    const amounts = finiteNumbers(flows.amounts, "amounts");
    const value = valueAtStart(amounts, 1 / growth) * firstFactor(timing, growth);
    if (!Number.isFinite(value)) throw broken("out-of-range", "present value", "a value that a number can hold", value);
    return value + 0;
  });
}

/** From the last flow to the first (Horner): one product a flow, and at rate 0 the plain sum. */
function valueAtStart(amounts: Float64Array, step: number): number {
  let value = 0;
  for (let k = amounts.length - 1; k >= 0; k--) value = value * step + (amounts[k] as number);
  return value;
}

function firstFactor(timing: Timing, growth: number): number {
  switch (timing) {
    case "start":
      return 1;
    case "mid":
      return 1 / Math.sqrt(growth);
    case "end":
      return 1 / growth;
  }
}
