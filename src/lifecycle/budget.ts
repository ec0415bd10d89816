import * as z from "zod";

import { Decimal } from "../foundation/decimal/index.js";
import { contained } from "../foundation/guard/index.js";
import { Money, NonNegativeMoney } from "../foundation/money/index.js";
import { CivilDate, Id, list, oneCurrency, optional, parse, rule, schema, Text } from "../foundation/schema/index.js";

/** Where a change of a budget stands. */
export const CHANGE_ORDER_STATUSES = ["approved", "pending", "rejected", "withdrawn"] as const;
/** Where a change of a budget stands. Only an approved one moves the budget. */
export type ChangeOrderStatus = (typeof CHANGE_ORDER_STATUSES)[number];

/** A change of a budget. */
export interface ChangeOrder {
  /** What is added; below zero takes away. */
  readonly amount: Money;
  /** Day of the decision. */
  readonly date: CivilDate;
  /** Where it stands. */
  readonly status: ChangeOrderStatus;
}

/** Money that was spent. */
export interface BookedCost {
  /** How much; below zero for money that came back. */
  readonly amount: Money;
  /** Day on which it was booked; without it the cost counts on any day. */
  readonly on?: CivilDate;
}

/** A budget with its changes and what was spent of it. All amounts are of one currency. */
export interface Budget {
  /** Its id. */
  readonly id: string;
  /** What it is for. */
  readonly title: string;
  /** What was approved at the start; zero or above. */
  readonly original: Money;
  /** Changes since then. */
  readonly changeOrders: readonly ChangeOrder[];
  /** What was spent. */
  readonly actuals: readonly BookedCost[];
}

/** Reads a {@link Budget}. */
export const Budget: z.ZodType<Budget> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      id: Id,
      title: Text,
      original: NonNegativeMoney,
      changeOrders: list(z.strictObject({ amount: Money, date: CivilDate, status: z.enum(CHANGE_ORDER_STATUSES) })),
      actuals: list(z.strictObject({ amount: Money, on: optional(CivilDate) })),
    })
    .check(
      rule((budget: Budget, report) => {
        const { original, changeOrders, actuals } = budget;
        const placed = (part: string, lines: readonly { readonly amount: Money }[]) =>
          lines.map(({ amount }, i) => [[part, i, "amount"], amount] as const);
        const all = [...placed("changeOrders", changeOrders), ...placed("actuals", actuals)];
        const before = all.filter(([, { currency }]) => currency !== original.currency).length;
        oneCurrency(report, all, original.currency);
        // Amounts of two currencies cannot be added up.
        if (before > 0) return;
        const day = firstDayBelowZero(budget);
        if (day !== undefined) {
          report("out-of-range", ["changeOrders"], `expected a budget of zero or above, received less on ${day}`);
        }
      }),
    ),
);

/**
 * Reads a budget from outside data.
 *
 * @param data - `{ id, title, original, changeOrders, actuals }`; amounts as decimal text or as numbers
 * @returns the budget, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseBudget } from "golive-kit/lifecycle";
 *
 * const budget = parseBudget({
 *   id: "B-1",
 *   title: "Training",
 *   original: { amount: "12000.00", currency: "EUR" },
 *   changeOrders: [{ amount: { amount: 1500, currency: "EUR" }, date: "2026-02-10", status: "approved" }],
 *   actuals: [{ amount: { amount: "4250.50", currency: "EUR" }, on: "2026-03-02" }],
 * });
 *
 * budget.original.amount; // => "12000"
 * ```
 */
export function parseBudget(data: unknown): Budget {
  return contained("budget", () => parse(Budget, data, "budget"));
}

/** The first day at whose end the approved changes have taken more than there was. */
function firstDayBelowZero({ original, changeOrders }: Budget): CivilDate | undefined {
  const byDay = new Map<CivilDate, Decimal>();
  for (const { amount, date, status } of changeOrders) {
    if (status === "approved") byDay.set(date, (byDay.get(date) ?? new Decimal(0)).plus(amount.amount));
  }
  let approved = new Decimal(original.amount);
  for (const day of [...byDay.keys()].sort()) {
    approved = approved.plus(byDay.get(day) ?? 0);
    if (approved.isNegative() && !approved.isZero()) return day;
  }
  return undefined;
}
