import * as z from "zod";

import type { NoAnswer } from "../foundation/errors/index.js";
import { formula, type Formula } from "../foundation/explain/index.js";
import { contained, demandCount } from "../foundation/guard/index.js";
import { Count, parse, schema } from "../foundation/schema/index.js";

/** Input of {@link onBudgetShare}. */
export interface OnBudgetShareInput {
  /** Budgets that hold, within the tolerance. */
  readonly onBudget: number;
  /** Budgets that are exceeded by more than the tolerance. */
  readonly overBudget: number;
}

/** Reads an {@link OnBudgetShareInput}. */
export const OnBudgetShareInput: z.ZodType<OnBudgetShareInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ onBudget: Count, overBudget: Count }),
);

/**
 * On-budget share: how many of the budgets hold.
 *
 * It counts budgets, not money: a small one that breaks weighs as much as a large one. What the money says is
 * `budgetOverrunRatio` of the totals.
 *
 * @param input - `onBudget` and `overBudget`, whole numbers of budgets
 * @returns a ratio from 0 to 1, unrounded; NoAnswer `no-budgets` when none was judged
 * @throws DomainError `wrong-type`, `not-finite` or `out-of-range` when a count is no whole number of at least 0
 * @source Implementation and Upgrade Services: A Deep Dive, "Key Performance Indicators (KPIs)"
 *
 * @example
 * ```ts
 * import { onBudgetShare } from "golive-kit/lifecycle";
 *
 * onBudgetShare({ onBudget: 4, overBudget: 1 }); // => 0.8
 * ```
 *
 * @function
 */
export const onBudgetShare: Formula<OnBudgetShareInput, number | NoAnswer<"no-budgets">> = /* @__PURE__ */ formula({
  id: "lifecycle.on-budget-share",
  title: "On-budget share",
  unit: "ratio",
  units: { onBudget: "count", overBudget: "count" },
  outcomes: { "no-budgets": "onBudget + overBudget = 0" },
  source: [{ work: "Implementation and Upgrade Services: A Deep Dive", place: "Key Performance Indicators (KPIs)" }],
  compute(input: OnBudgetShareInput, note): number | NoAnswer<"no-budgets"> {
    const onBudget = demandCount(input.onBudget, "onBudget");
    const overBudget = demandCount(input.overBudget, "overBudget");
    if (onBudget + overBudget === 0) return note.none("no-budgets");
    return note("share", "onBudget ÷ (onBudget + overBudget)", onBudget / (onBudget + overBudget));
  },
});

/**
 * Reads the input of {@link onBudgetShare} from outside data.
 *
 * @param data - `{ onBudget, overBudget }`, whole numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { onBudgetShare, parseOnBudgetShareInput } from "golive-kit/lifecycle";
 *
 * onBudgetShare(parseOnBudgetShareInput({ onBudget: 1, overBudget: 3 })); // => 0.25
 * ```
 */
export function parseOnBudgetShareInput(data: unknown): OnBudgetShareInput {
  return contained("on-budget share", () => parse(OnBudgetShareInput, data, "on-budget share"));
}
