import { demandMoneyIn, moneyOf } from "../foundation/decimal/index.js";
import { formula, type Formula } from "../foundation/explain/index.js";
import { contained } from "../foundation/guard/index.js";
import type { Money } from "../foundation/money/index.js";
import { parse } from "../foundation/schema/index.js";
import { BudgetFigureInput, demandBudget } from "./budget-figure-input.js";

/**
 * Budget overrun: what was spent beyond the approved budget. Above zero is bad.
 *
 * @param input - `approvedBudget` (zero or above) and `actualCost`, both money of one currency
 * @returns money, exact: cost minus budget; below zero while the budget holds
 * @throws DomainError `out-of-range` when the approved budget is below zero
 * @throws DomainError `currency-mismatch` when the currencies differ
 * @source Implementation and Upgrade Services: A Deep Dive, "Key Performance Indicators (KPIs)"
 *
 * @example
 * ```ts
 * import { budgetOverrun } from "golive-kit/lifecycle";
 * import { money } from "golive-kit/money";
 *
 * budgetOverrun({ approvedBudget: money("50000", "EUR"), actualCost: money("52500", "EUR") }).amount; // => "2500"
 * ```
 *
 * @function
 */
export const budgetOverrun: Formula<BudgetFigureInput, Money> = /* @__PURE__ */ formula({
  id: "lifecycle.budget-overrun",
  title: "Budget overrun",
  unit: "money",
  units: { approvedBudget: "money", actualCost: "money" },
  source: [{ work: "Implementation and Upgrade Services: A Deep Dive", place: "Key Performance Indicators (KPIs)" }],
  compute({ approvedBudget, actualCost }: BudgetFigureInput, note) {
    const { currency } = approvedBudget;
    const budget = demandBudget(approvedBudget);
    const cost = demandMoneyIn(currency, actualCost, "actualCost");
    return note("overrun", "actualCost − approvedBudget", moneyOf(cost.minus(budget), currency, "overrun"));
  },
});

/**
 * Reads the input of {@link budgetOverrun} from outside data.
 *
 * @param data - `{ approvedBudget, actualCost }`; amounts as decimal text or as numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { budgetOverrun, parseBudgetOverrunInput } from "golive-kit/lifecycle";
 *
 * const input = parseBudgetOverrunInput({
 *   approvedBudget: { amount: "120", currency: "EUR" },
 *   actualCost: { amount: "100.50", currency: "EUR" },
 * });
 *
 * budgetOverrun(input).amount; // => "-19.5"
 * ```
 */
export function parseBudgetOverrunInput(data: unknown): BudgetFigureInput {
  return contained("budget overrun", () => parse(BudgetFigureInput, data, "budget overrun"));
}
