import { demandMoneyIn, moneyOf, numberOf } from "../foundation/decimal/index.js";
import type { NoAnswer } from "../foundation/errors/index.js";
import { formula, type Formula } from "../foundation/explain/index.js";
import { contained } from "../foundation/guard/index.js";
import { parse } from "../foundation/schema/index.js";
import { BudgetFigureInput, demandBudget } from "./budget-figure-input.js";

/**
 * Budget overrun ratio: what was spent beyond the approved budget, per unit of that budget. Above zero is bad.
 *
 * For several budgets take the totals; the mean of their ratios lets a small budget outvote a large one.
 *
 * @param input - `approvedBudget` (zero or above) and `actualCost`, both money of one currency
 * @returns a ratio, unrounded: 0.15 is 15 % over, −0.1 is 10 % under; NoAnswer `zero-budget` for a budget of zero
 * @throws DomainError `out-of-range` when the approved budget is below zero
 * @throws DomainError `currency-mismatch` when the currencies differ
 * @source Implementation and Upgrade Services: A Deep Dive, "Key Performance Indicators (KPIs)"
 *
 * @example
 * ```ts
 * import { budgetOverrunRatio } from "golive-kit/lifecycle";
 * import { money } from "golive-kit/money";
 *
 * budgetOverrunRatio({ approvedBudget: money("100", "EUR"), actualCost: money("115", "EUR") }); // => 0.15
 * budgetOverrunRatio({ approvedBudget: money("0", "EUR"), actualCost: money("10", "EUR") });
 * // => { kind: "none", reason: "zero-budget" }
 * ```
 *
 * @function
 */
export const budgetOverrunRatio: Formula<BudgetFigureInput, number | NoAnswer<"zero-budget">> = /* @__PURE__ */ formula(
  {
    id: "lifecycle.budget-overrun-ratio",
    title: "Budget overrun ratio",
    unit: "ratio",
    units: { approvedBudget: "money", actualCost: "money" },
    outcomes: { "zero-budget": "approvedBudget = 0" },
    source: [{ work: "Implementation and Upgrade Services: A Deep Dive", place: "Key Performance Indicators (KPIs)" }],
    compute({ approvedBudget, actualCost }: BudgetFigureInput, note): number | NoAnswer<"zero-budget"> {
      const { currency } = approvedBudget;
      const budget = demandBudget(approvedBudget);
      const overrun = demandMoneyIn(currency, actualCost, "actualCost").minus(budget);
      note("overrun", "actualCost − approvedBudget", moneyOf(overrun, currency, "overrun"));
      if (budget.isZero()) return note.none("zero-budget");
      return note("ratio", "overrun ÷ approvedBudget", numberOf(overrun.div(budget), "ratio"));
    },
  },
);

/**
 * Reads the input of {@link budgetOverrunRatio} from outside data.
 *
 * @param data - `{ approvedBudget, actualCost }`; amounts as decimal text or as numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { budgetOverrunRatio, parseBudgetOverrunRatioInput } from "golive-kit/lifecycle";
 *
 * const input = parseBudgetOverrunRatioInput({
 *   approvedBudget: { amount: "200", currency: "EUR" },
 *   actualCost: { amount: "180", currency: "EUR" },
 * });
 *
 * budgetOverrunRatio(input); // => -0.1
 * ```
 */
export function parseBudgetOverrunRatioInput(data: unknown): BudgetFigureInput {
  return contained("budget overrun ratio", () => parse(BudgetFigureInput, data, "budget overrun ratio"));
}
