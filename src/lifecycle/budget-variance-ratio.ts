import { demandMoneyIn, moneyOf, numberOf } from "../foundation/decimal/index.js";
import type { NoAnswer } from "../foundation/errors/index.js";
import { formula, type Formula } from "../foundation/explain/index.js";
import { contained } from "../foundation/guard/index.js";
import { parse } from "../foundation/schema/index.js";
import { BudgetFigureInput, demandBudget } from "./budget-figure-input.js";

/**
 * Budget variance ratio: what is left of the approved budget, per unit of that budget. Above zero is good.
 *
 * It is `budgetOverrunRatio` with the other sign, under a name of its own so that the two are not taken for each other.
 *
 * @param input - `approvedBudget` (zero or above) and `actualCost`, both money of one currency
 * @returns a ratio, unrounded: 0.1 is 10 % left, −0.15 is 15 % over; NoAnswer `zero-budget` for a budget of zero
 * @throws DomainError `out-of-range` when the approved budget is below zero
 * @throws DomainError `currency-mismatch` when the currencies differ
 * @source PMI, PMBOK Guide, 6th edition, section 7.4 "Control Costs", variance analysis
 *
 * @example
 * ```ts
 * import { budgetVarianceRatio } from "golive-kit/lifecycle";
 * import { money } from "golive-kit/money";
 *
 * budgetVarianceRatio({ approvedBudget: money("100", "EUR"), actualCost: money("115", "EUR") }); // => -0.15
 * budgetVarianceRatio({ approvedBudget: money("0", "EUR"), actualCost: money("10", "EUR") });
 * // => { kind: "none", reason: "zero-budget" }
 * ```
 *
 * @function
 */
export const budgetVarianceRatio: Formula<BudgetFigureInput, number | NoAnswer<"zero-budget">> =
  /* @__PURE__ */ formula({
    id: "lifecycle.budget-variance-ratio",
    title: "Budget variance ratio",
    unit: "ratio",
    units: { approvedBudget: "money", actualCost: "money" },
    outcomes: { "zero-budget": "approvedBudget = 0" },
    source: [{ work: "PMI, PMBOK Guide, 6th edition", place: "7.4 Control Costs, variance analysis" }],
    compute({ approvedBudget, actualCost }: BudgetFigureInput, note): number | NoAnswer<"zero-budget"> {
      const { currency } = approvedBudget;
      const budget = demandBudget(approvedBudget);
      const variance = budget.minus(demandMoneyIn(currency, actualCost, "actualCost"));
      note("variance", "approvedBudget − actualCost", moneyOf(variance, currency, "variance"));
      if (budget.isZero()) return note.none("zero-budget");
      return note("ratio", "variance ÷ approvedBudget", numberOf(variance.div(budget), "ratio"));
    },
  });

/**
 * Reads the input of {@link budgetVarianceRatio} from outside data.
 *
 * @param data - `{ approvedBudget, actualCost }`; amounts as decimal text or as numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { budgetVarianceRatio, parseBudgetVarianceRatioInput } from "golive-kit/lifecycle";
 *
 * const input = parseBudgetVarianceRatioInput({
 *   approvedBudget: { amount: "200", currency: "EUR" },
 *   actualCost: { amount: "180", currency: "EUR" },
 * });
 *
 * budgetVarianceRatio(input); // => 0.1
 * ```
 */
export function parseBudgetVarianceRatioInput(data: unknown): BudgetFigureInput {
  return contained("budget variance ratio", () => parse(BudgetFigureInput, data, "budget variance ratio"));
}
