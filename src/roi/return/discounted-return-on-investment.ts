import { numberOf } from "../../foundation/decimal/index.js";
import type { NoAnswer } from "../../foundation/errors/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { type BenefitCostRatioInput, notePresentSides } from "../value/benefit-cost-ratio.js";

/**
 * Discounted return on investment: the net present value per unit of the present value of the costs, as consulting
 * studies give it.
 *
 * It is one less than the benefit-cost ratio, and lower than `returnOnInvestment` where the benefits come later than the
 * costs: always say which of the two it is.
 *
 * @param input - `rate`, the discount rate for one period, above −1; `benefits` and `costs`, money of one currency by
 *   period, costs of zero or above; `timing`, `"start"` where period 0 is now and is not discounted, else `"mid"` or
 *   `"end"` of the period
 * @returns a ratio: 1 is 100 %, 0 breaks even, −1 loses all that is spent; no answer `no-costs` when there are none
 * @throws DomainError `out-of-range` for a rate of −1 or below, a cost below zero, or a present value that
 *   reaches 1e24
 * @throws DomainError `empty` for no benefits or no costs, `currency-mismatch` when the currencies differ
 * @source Forrester Consulting, The Total Economic Impact of Cisco Unified Wireless Network Migration (2008), appendix B
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { discountedReturnOnInvestment } from "golive-kit/roi";
 *
 * const benefits = ["0", "220"].map((amount) => money(amount, "EUR"));
 * const costs = ["100", "0"].map((amount) => money(amount, "EUR"));
 *
 * discountedReturnOnInvestment({ rate: 0.1, benefits, costs, timing: "start" }); // => 1
 * ```
 *
 * @function
 */
export const discountedReturnOnInvestment: Formula<BenefitCostRatioInput, number | NoAnswer<"no-costs">> =
  /* @__PURE__ */ formula({
    id: "roi.discounted-return-on-investment",
    title: "Discounted return on investment",
    unit: "ratio",
    units: { rate: "ratio", benefits: "money", costs: "money", timing: "text" },
    outcomes: { "no-costs": "presentCosts = 0" },
    source: [
      {
        work: "Forrester Consulting, The Total Economic Impact of Cisco Unified Wireless Network Migration (2008)",
        place: "appendix B",
      },
    ],
    compute(input: BenefitCostRatioInput, note) {
      const { presentBenefits, presentCosts } = notePresentSides(input, note);
      if (presentCosts.isZero()) return note.none("no-costs");
      const roi = presentBenefits.minus(presentCosts).div(presentCosts);
      return note("roi", "(presentBenefits − presentCosts) ÷ presentCosts", numberOf(roi, "roi"));
    },
  });
