import { Decimal, numberOf } from "../../foundation/decimal/index.js";
import type { NoAnswer } from "../../foundation/errors/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { type BenefitCostRatioInput, notePresentSides } from "../value/benefit-cost-ratio.js";

/** The source of the figures of this file. */
const SOURCE = {
  work: "Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance",
  place: "break-even analysis of net present value",
} as const;

/**
 * Break-even benefit factor: what share of the benefits must come in for the net present value to be zero.
 *
 * All benefits are taken to fail in the same proportion. Where one of them alone is in doubt, look for its own limit
 * with `breakEven`.
 *
 * @param input - `rate`, the discount rate for one period, above −1; `benefits` and `costs`, money of one currency by
 *   period, costs of zero or above; `timing`, `"start"`, `"mid"` or `"end"` of the period
 * @returns a ratio: 0.6 when six tenths of the benefits will do, above 1 when all of them are not enough; no answer
 *   `no-benefits` when their present value is zero or below
 * @throws DomainError `out-of-range` for a rate of −1 or below, a cost below zero, or a present value that
 *   reaches 1e24
 * @throws DomainError `empty` for no benefits or no costs, `currency-mismatch` when the currencies differ
 * @source Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, break-even analysis of
 *   net present value
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { breakEvenBenefitFactor } from "golive-kit/roi";
 *
 * const benefits = ["0", "220"].map((amount) => money(amount, "EUR"));
 * const costs = ["100", "0"].map((amount) => money(amount, "EUR"));
 *
 * breakEvenBenefitFactor({ rate: 0.1, benefits, costs, timing: "start" }); // => 0.5
 * ```
 *
 * @function
 */
export const breakEvenBenefitFactor: Formula<BenefitCostRatioInput, number | NoAnswer<"no-benefits">> =
  /* @__PURE__ */ formula({
    id: "roi.break-even-benefit-factor",
    title: "Break-even benefit factor",
    unit: "ratio",
    units: { rate: "ratio", benefits: "money", costs: "money", timing: "text" },
    outcomes: { "no-benefits": "presentBenefits ≤ 0" },
    source: [SOURCE],
    compute(input: BenefitCostRatioInput, note) {
      const { presentBenefits, presentCosts } = notePresentSides(input, note);
      if (presentBenefits.lte(0)) return note.none("no-benefits");
      const factor = presentCosts.div(presentBenefits);
      return note("benefitFactor", "presentCosts ÷ presentBenefits", numberOf(factor, "benefitFactor"));
    },
  });

/**
 * Break-even cost factor: what the costs can be multiplied by before the net present value is zero.
 *
 * As a number it is the benefit-cost ratio, read from the side of the costs: 1.75 says that they may run over by three
 * quarters.
 *
 * @param input - `rate`, the discount rate for one period, above −1; `benefits` and `costs`, money of one currency by
 *   period, costs of zero or above; `timing`, `"start"`, `"mid"` or `"end"` of the period
 * @returns a ratio: below 1 when the case loses already; no answer `no-costs` when there are none
 * @throws DomainError `out-of-range` for a rate of −1 or below, a cost below zero, or a present value that
 *   reaches 1e24
 * @throws DomainError `empty` for no benefits or no costs, `currency-mismatch` when the currencies differ
 * @source Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, break-even analysis of
 *   net present value
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { breakEvenCostFactor } from "golive-kit/roi";
 *
 * const benefits = ["0", "220"].map((amount) => money(amount, "EUR"));
 * const costs = ["100", "0"].map((amount) => money(amount, "EUR"));
 *
 * breakEvenCostFactor({ rate: 0.1, benefits, costs, timing: "start" }); // => 2
 * ```
 *
 * @function
 */
export const breakEvenCostFactor: Formula<BenefitCostRatioInput, number | NoAnswer<"no-costs">> =
  /* @__PURE__ */ formula({
    id: "roi.break-even-cost-factor",
    title: "Break-even cost factor",
    unit: "ratio",
    units: { rate: "ratio", benefits: "money", costs: "money", timing: "text" },
    outcomes: { "no-costs": "presentCosts = 0" },
    source: [SOURCE],
    compute(input: BenefitCostRatioInput, note) {
      const { presentBenefits, presentCosts } = notePresentSides(input, note);
      if (presentCosts.isZero()) return note.none("no-costs");
      const factor = presentBenefits.div(presentCosts);
      return note("costFactor", "presentBenefits ÷ presentCosts", numberOf(factor, "costFactor"));
    },
  });

/**
 * Margin of safety: what share of the benefits may fail to come in before the net present value is zero.
 *
 * @param input - `rate`, the discount rate for one period, above −1; `benefits` and `costs`, money of one currency by
 *   period, costs of zero or above; `timing`, `"start"`, `"mid"` or `"end"` of the period
 * @returns a ratio of at most 1, below zero when the case loses already; no answer `no-benefits` when the present value
 *   of the benefits is zero or below
 * @throws DomainError `out-of-range` for a rate of −1 or below, a cost below zero, or a present value that
 *   reaches 1e24
 * @throws DomainError `empty` for no benefits or no costs, `currency-mismatch` when the currencies differ
 * @source Charles T. Horngren, Srikant M. Datar, Madhav V. Rajan, Cost Accounting: A Managerial Emphasis, margin of
 *   safety
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { marginOfSafety } from "golive-kit/roi";
 *
 * const benefits = ["0", "275"].map((amount) => money(amount, "EUR"));
 * const costs = ["100", "0"].map((amount) => money(amount, "EUR"));
 *
 * marginOfSafety({ rate: 0.1, benefits, costs, timing: "start" }); // => 0.6
 * ```
 *
 * @function
 */
export const marginOfSafety: Formula<BenefitCostRatioInput, number | NoAnswer<"no-benefits">> = /* @__PURE__ */ formula(
  {
    id: "roi.margin-of-safety",
    title: "Margin of safety",
    unit: "ratio",
    units: { rate: "ratio", benefits: "money", costs: "money", timing: "text" },
    outcomes: { "no-benefits": "presentBenefits ≤ 0" },
    source: [
      {
        work: "Charles T. Horngren, Srikant M. Datar, Madhav V. Rajan, Cost Accounting: A Managerial Emphasis",
        place: "margin of safety",
      },
    ],
    compute(input: BenefitCostRatioInput, note) {
      const { presentBenefits, presentCosts } = notePresentSides(input, note);
      if (presentBenefits.lte(0)) return note.none("no-benefits");
      const margin = new Decimal(1).minus(presentCosts.div(presentBenefits));
      return note("margin", "1 − presentCosts ÷ presentBenefits", numberOf(margin, "margin"));
    },
  },
);
