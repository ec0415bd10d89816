import * as z from "zod";

import { type Decimal, demandMoney } from "../foundation/decimal/index.js";
import type { Path } from "../foundation/errors/index.js";
import { broken } from "../foundation/guard/index.js";
import { Money, NonNegativeMoney } from "../foundation/money/index.js";
import { oneCurrency, rule, schema } from "../foundation/schema/index.js";

/** What the figures of one budget are made of; both amounts are of one currency. */
export interface BudgetFigureInput {
  /** The budget that is approved by now, changes included; zero or above. */
  readonly approvedBudget: Money;
  /** What was spent by now. */
  readonly actualCost: Money;
}

/** Reads a {@link BudgetFigureInput}. */
export const BudgetFigureInput: z.ZodType<BudgetFigureInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ approvedBudget: NonNegativeMoney, actualCost: Money }).check(
    rule(({ approvedBudget, actualCost }: BudgetFigureInput, report) => {
      oneCurrency(report, [
        [["approvedBudget"], approvedBudget],
        [["actualCost"], actualCost],
      ]);
    }),
  ),
);

/**
 * Asks for an approved budget.
 *
 * @param approvedBudget - money
 * @param path - where it stands; the name alone when left out
 * @returns the amount, zero or above
 * @throws DomainError `out-of-range` when it is below zero, and whatever money that is none throws
 */
export function demandBudget(approvedBudget: Money, path?: Path): Decimal {
  const budget = demandMoney(approvedBudget, "approvedBudget", path);
  if (budget.isNegative() && !budget.isZero()) {
    throw broken("out-of-range", "approvedBudget", "zero or above", approvedBudget.amount, path);
  }
  return budget;
}
