import {
  Decimal,
  decimalOfNumber,
  demandMoney,
  demandMoneyIn,
  moneyOf,
  numberOf,
} from "../foundation/decimal/index.js";
import { DomainError, isNoAnswer, type NoAnswer, noAnswer, type Path } from "../foundation/errors/index.js";
import { type Figure, figure } from "../foundation/explain/index.js";
import { contained, demandAtLeast, demandDay, demandList, demandOneOf, demandText } from "../foundation/guard/index.js";
import type { Money } from "../foundation/money/index.js";
import type { CivilDate } from "../foundation/time/index.js";
import { demandBudget } from "./budget-figure-input.js";
import { budgetOverrunRatio } from "./budget-overrun-ratio.js";
import { budgetOverrun } from "./budget-overrun.js";
import { budgetVarianceRatio } from "./budget-variance-ratio.js";
import { budgetVariance } from "./budget-variance.js";
import { type Budget, CHANGE_ORDER_STATUSES } from "./budget.js";
import { onBudgetShare } from "./on-budget-share.js";

/** What becomes of budgets of zero. */
export const ZERO_BUDGET_RULES = ["judge", "exclude"] as const;
/** What becomes of budgets of zero: judged like any other (any cost exceeds them), or left out of the share. */
export type ZeroBudgetRule = (typeof ZERO_BUDGET_RULES)[number];

/** How to judge budgets. */
export interface JudgeBudgetsOptions {
  /** Last day of which things are known: later changes and costs are not seen. */
  readonly asOf: CivilDate;
  /** How far a cost may exceed its budget and still count as on budget: 0.1 is 10 %; 0 when left out. */
  readonly toleranceRatio?: number;
  /** What becomes of budgets of zero; `judge` when left out. */
  readonly zeroBudgets?: ZeroBudgetRule;
}

/** A sum of money against a budget. */
export interface BudgetPosition {
  /** The budget as approved by then. */
  readonly approvedBudget: Money;
  /** What was spent by then. */
  readonly actualCost: Money;
  /** Budget minus cost: above zero is good. */
  readonly variance: Money;
  /** Variance per unit of budget: above zero is good. */
  readonly varianceRatio: number | NoAnswer<"zero-budget">;
  /** Cost minus budget: above zero is bad. */
  readonly overrun: Money;
  /** Overrun per unit of budget: above zero is bad. */
  readonly overrunRatio: number | NoAnswer<"zero-budget">;
}

/** One budget, judged. */
export interface JudgedBudget extends BudgetPosition {
  /** The budget, by its id. */
  readonly id: string;
  /** How it stands: `excluded` is a budget of zero that the options leave out. */
  readonly standing: "on-budget" | "over-budget" | "excluded";
}

/** Budgets, judged. */
export interface BudgetJudgement {
  /** One for each, in the order they came. */
  readonly budgets: readonly JudgedBudget[];
  /** All budgets together; its ratio is the portfolio's. */
  readonly total: BudgetPosition | NoAnswer<"no-budgets">;
  /** Mean of the budgets' own ratios, unweighted; for comparison with other tools, the total's ratio is the better one. */
  readonly meanOverrunRatio: number | NoAnswer<"zero-budget">;
  /** Share of the budgets that hold; see `onBudgetShare`. */
  readonly onBudgetShare: number | NoAnswer<"no-budgets">;
  /** Figures of all budgets together, with what went in. */
  readonly figures: readonly Figure[];
}

/**
 * Holds what was spent against what was approved, for each budget and for all together, as of the end of a day.
 *
 * The approved budget is the original and the change orders that were approved by then. A budget holds when
 * `actualCost ≤ approvedBudget × (1 + toleranceRatio)`, worked out in decimals, equality included.
 *
 * @param budgets - `id`, `original`, `changeOrders`, `actuals`, as in `Budget`, all of one currency; titles are not needed
 * @param options - `asOf`, `toleranceRatio` (0.1 is 10 %), `zeroBudgets`
 * @returns each budget with its position and standing, the total, the share on budget, and the figures
 * @throws DomainError `duplicate-id` at the second of two ids, `currency-mismatch` at the first other currency
 * @throws DomainError `out-of-range` at a budget that its changes take below zero, and for a tolerance below zero
 * @throws DomainError `invalid-date` for a day that does not exist
 *
 * @example
 * ```ts
 * import { judgeBudgets } from "golive-kit/lifecycle";
 * import { money } from "golive-kit/money";
 *
 * const { budgets, onBudgetShare } = judgeBudgets(
 *   [
 *     {
 *       id: "training",
 *       original: money("100", "EUR"),
 *       changeOrders: [{ amount: money("20", "EUR"), date: "2026-02-10", status: "approved" }],
 *       actuals: [{ amount: money("126", "EUR") }],
 *     },
 *   ],
 *   { asOf: "2026-03-31", toleranceRatio: 0.05 },
 * );
 *
 * budgets.map(({ approvedBudget, overrun, standing }) => [approvedBudget.amount, overrun.amount, standing]);
 * // => [["120", "6", "on-budget"]]
 * onBudgetShare; // => 1
 * ```
 */
export function judgeBudgets(budgets: readonly Omit<Budget, "title">[], options: JudgeBudgetsOptions): BudgetJudgement {
  return contained("judgeBudgets", () => {
    const { toleranceRatio = 0, zeroBudgets = "judge" } = options;
    const asOf = demandDay(options.asOf, "asOf");
    const tolerance = decimalOfNumber(demandAtLeast(toleranceRatio, 0, "toleranceRatio"), "toleranceRatio");
    const zeroRule = demandOneOf(zeroBudgets, ZERO_BUDGET_RULES, "zeroBudgets");
    const currency = demandList(budgets, "budgets").at(0)?.original.currency ?? "";
    const seen = new Set<string>();
    const sums = { approved: new Decimal(0), actual: new Decimal(0) };

    const rows = budgets.map((budget, i): JudgedBudget => {
      const at = ["budgets", i];
      const id = demandText(budget.id, "id", [...at, "id"]);
      if (seen.has(id)) throw new DomainError("duplicate-id", { subject: "budgets", path: [...at, "id"], id });
      seen.add(id);
      const { approved, actual } = amountsOf(budget, { currency, asOf, at });
      sums.approved = sums.approved.plus(approved);
      sums.actual = sums.actual.plus(actual);
      const holds = actual.lte(approved.times(tolerance.plus(1)));
      const excluded = zeroRule === "exclude" && approved.isZero();
      const standing = excluded ? "excluded" : holds ? "on-budget" : "over-budget";
      return { id, ...positionOf(approved, actual, currency), standing };
    });

    const count = (wanted: JudgedBudget["standing"]): number =>
      rows.filter(({ standing }) => standing === wanted).length;
    const counts = { onBudget: count("on-budget"), overBudget: count("over-budget") };
    const total = rows.length === 0 ? noAnswer("no-budgets") : positionOf(sums.approved, sums.actual, currency);
    return {
      budgets: rows,
      total,
      meanOverrunRatio: meanRatio(rows),
      onBudgetShare: onBudgetShare(counts),
      figures: [figure(onBudgetShare, counts), ...(isNoAnswer(total) ? [] : figuresOf(total))],
    };
  });
}

/** What a budget came to by a day. */
function amountsOf(
  { original, changeOrders, actuals }: Omit<Budget, "title">,
  { currency, asOf, at }: { readonly currency: string; readonly asOf: number; readonly at: Path },
): { readonly approved: Decimal; readonly actual: Decimal } {
  let approved = demandBudget(original, [...at, "original"]);
  demandMoneyIn(currency, original, "original", [...at, "original"]);
  demandList(changeOrders, "changeOrders", [...at, "changeOrders"]).forEach(({ amount, date, status }, i) => {
    const here = [...at, "changeOrders", i];
    const change = demandMoneyIn(currency, amount, "amount", [...here, "amount"]);
    const day = demandDay(date, "date", [...here, "date"]);
    const isApproved = demandOneOf(status, CHANGE_ORDER_STATUSES, "status", [...here, "status"]) === "approved";
    if (isApproved && day <= asOf) approved = approved.plus(change);
  });
  demandBudget(moneyOf(approved, currency, "approvedBudget"), at);

  let actual = new Decimal(0);
  demandList(actuals, "actuals", [...at, "actuals"]).forEach(({ amount, on }, i) => {
    const here = [...at, "actuals", i];
    const cost = demandMoneyIn(currency, amount, "amount", [...here, "amount"]);
    if (on === undefined || demandDay(on, "on", [...here, "on"]) <= asOf) actual = actual.plus(cost);
  });
  return { approved, actual };
}

function positionOf(approved: Decimal, actual: Decimal, currency: string): BudgetPosition {
  const input = {
    approvedBudget: moneyOf(approved, currency, "approvedBudget"),
    actualCost: moneyOf(actual, currency, "actualCost"),
  };
  return {
    ...input,
    variance: budgetVariance(input),
    varianceRatio: budgetVarianceRatio(input),
    overrun: budgetOverrun(input),
    overrunRatio: budgetOverrunRatio(input),
  };
}

function figuresOf({ approvedBudget, actualCost }: BudgetPosition): readonly Figure[] {
  const input = { approvedBudget, actualCost };
  return [figure(budgetVariance, input), figure(budgetOverrun, input), figure(budgetOverrunRatio, input)];
}

/** In decimals, so that the ratios are rounded once. */
function meanRatio(rows: readonly BudgetPosition[]): number | NoAnswer<"zero-budget"> {
  let sum = new Decimal(0);
  let count = 0;
  for (const { approvedBudget, overrun } of rows) {
    const budget = demandMoney(approvedBudget, "approvedBudget");
    if (budget.isZero()) continue;
    sum = sum.plus(demandMoney(overrun, "overrun").div(budget));
    count++;
  }
  return count === 0 ? noAnswer("zero-budget") : numberOf(sum.div(count), "meanOverrunRatio");
}
