import * as z from "zod";

import { demandMoney, demandMoneyIn, moneyOf, numberOf } from "../../foundation/decimal/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { broken, contained } from "../../foundation/guard/index.js";
import { Money, NonNegativeMoney } from "../../foundation/money/index.js";
import { oneCurrency, parse, rule, schema } from "../../foundation/schema/index.js";

/** Input of {@link returnOnInvestment}. */
export interface ReturnOnInvestmentInput {
  /** Everything gained over the period of the case. */
  readonly totalBenefit: Money;
  /** Everything spent, direct and indirect; same currency, above zero. */
  readonly totalCost: Money;
}

/** Reads a {@link ReturnOnInvestmentInput}. */
export const ReturnOnInvestmentInput: z.ZodType<ReturnOnInvestmentInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ totalBenefit: Money, totalCost: NonNegativeMoney }).check(
    rule(({ totalBenefit, totalCost }: ReturnOnInvestmentInput, report) => {
      if (totalCost.amount === "0") report("zero-divisor", ["totalCost"], "expected above zero, received none");
      oneCurrency(report, [
        [["totalCost"], totalCost],
        [["totalBenefit"], totalBenefit],
      ]);
    }),
  ),
);

/**
 * Return on investment: the net benefit per unit of cost.
 *
 * Money is not discounted here; a case that runs over years should also be
 * judged by its net present value.
 *
 * @param input - `totalBenefit` and `totalCost`, both money of one currency; `totalCost` above zero
 * @returns a ratio: 1 is 100 %, 0 breaks even, −1 loses all that was spent
 * @throws DomainError `zero-divisor` when `totalCost` is zero, `out-of-range` when it is below
 * @throws DomainError `currency-mismatch` when the currencies differ
 * @source Implementation and Upgrade Services: A Deep Dive, "Return on Investment (ROI) Calculation"
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { returnOnInvestment } from "golive-kit/roi";
 *
 * returnOnInvestment({ totalBenefit: money("100000", "USD"), totalCost: money("50000", "USD") }); // => 1
 * ```
 *
 * @function
 */
export const returnOnInvestment: Formula<ReturnOnInvestmentInput, number> = /* @__PURE__ */ formula({
  id: "roi.return-on-investment",
  title: "Return on investment",
  unit: "ratio",
  units: { totalBenefit: "money", totalCost: "money" },
  source: [
    { work: "Implementation and Upgrade Services: A Deep Dive", place: "Return on Investment (ROI) Calculation" },
  ],
  compute({ totalBenefit, totalCost }: ReturnOnInvestmentInput, note) {
    const cost = demandMoney(totalCost, "totalCost");
    const benefit = demandMoneyIn(totalCost.currency, totalBenefit, "totalBenefit");
    if (cost.isZero()) throw broken("zero-divisor", "totalCost", "above zero", totalCost.amount);
    if (cost.isNegative()) throw broken("out-of-range", "totalCost", "above zero", totalCost.amount);
    const netBenefit = benefit.minus(cost);
    note("netBenefit", "totalBenefit − totalCost", moneyOf(netBenefit, totalCost.currency));
    return note("roi", "netBenefit ÷ totalCost", numberOf(netBenefit.div(cost), "roi"));
  },
});

/**
 * Reads the input of {@link returnOnInvestment} from outside data.
 *
 * @param data - `{ totalBenefit, totalCost }`; amounts as decimal text or as numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseReturnOnInvestmentInput, returnOnInvestment } from "golive-kit/roi";
 *
 * const input = parseReturnOnInvestmentInput({
 *   totalBenefit: { amount: "120", currency: "EUR" },
 *   totalCost: { amount: "100", currency: "EUR" },
 * });
 *
 * returnOnInvestment(input); // => 0.2
 * ```
 */
export function parseReturnOnInvestmentInput(data: unknown): ReturnOnInvestmentInput {
  return contained("return on investment", () => parse(ReturnOnInvestmentInput, data, "return on investment"));
}
