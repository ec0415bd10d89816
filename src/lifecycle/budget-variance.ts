import { demandMoneyIn, moneyOf } from "../foundation/decimal/index.js";
import { formula, type Formula } from "../foundation/explain/index.js";
import { contained } from "../foundation/guard/index.js";
import type { Money } from "../foundation/money/index.js";
import { parse } from "../foundation/schema/index.js";
import { BudgetFigureInput, demandBudget } from "./budget-figure-input.js";

/**
 * Budget variance: what is left of the approved budget. Above zero is good.
 *
 * `budgetOverrun` is the same distance seen from the other side; the two names keep the signs apart. In earned value
 * "cost variance" compares the cost with the work done instead.
 *
 * @param input - `approvedBudget` (zero or above) and `actualCost`, both money of one currency
 * @returns money, exact: budget minus cost; below zero when the budget is exceeded
 * @throws DomainError `out-of-range` when the approved budget is below zero
 * @throws DomainError `currency-mismatch` when the currencies differ
 * @source PMI, PMBOK Guide, 6th edition, section 7.4 "Control Costs", variance analysis
 *
 * @example
 * ```ts
 * import { budgetVariance } from "golive-kit/lifecycle";
 * import { money } from "golive-kit/money";
 *
 * budgetVariance({ approvedBudget: money("50000", "EUR"), actualCost: money("52500", "EUR") });
 * // => { amount: "-2500", currency: "EUR" }
 * ```
 *
 * @function
 */
export const budgetVariance: Formula<BudgetFigureInput, Money> = /* @__PURE__ */ formula({
  id: "lifecycle.budget-variance",
  title: "Budget variance",
  unit: "money",
  units: { approvedBudget: "money", actualCost: "money" },
  source: [{ work: "PMI, PMBOK Guide, 6th edition", place: "7.4 Control Costs, variance analysis" }],
  compute({ approvedBudget, actualCost }: BudgetFigureInput, note) {
    const { currency } = approvedBudget;
    const budget = demandBudget(approvedBudget);
    const cost = demandMoneyIn(currency, actualCost, "actualCost");
    return note("variance", "approvedBudget − actualCost", moneyOf(budget.minus(cost), currency, "variance"));
  },
});

/**
 * Reads the input of {@link budgetVariance} from outside data.
 *
 * @param data - `{ approvedBudget, actualCost }`; amounts as decimal text or as numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { budgetVariance, parseBudgetVarianceInput } from "golive-kit/lifecycle";
 *
 * const input = parseBudgetVarianceInput({
 *   approvedBudget: { amount: "120", currency: "EUR" },
 *   actualCost: { amount: "100.50", currency: "EUR" },
 * });
 *
 * budgetVariance(input).amount; // => "19.5"
 * ```
 */
export function parseBudgetVarianceInput(data: unknown): BudgetFigureInput {
  return contained("budget variance", () => parse(BudgetFigureInput, data, "budget variance"));
}
