import * as z from "zod";

import { moneyOf } from "../../foundation/decimal/index.js";
import { contained } from "../../foundation/guard/index.js";
import { Money } from "../../foundation/money/index.js";
import { list, oneCurrency, parse, Positive, rule, schema } from "../../foundation/schema/index.js";
import { DiscountRate } from "../flows/cash-flow.js";
import { PeriodCount } from "./annuity-factor.js";
import {
  COST_LISTS,
  costOfOwnershipPerUser,
  demandCosts,
  type DiscountedOwnershipCosts,
  type OwnershipCostsOfUsers,
  presentCostOfOwnership,
  totalCostOfOwnership,
} from "./cost-of-ownership.js";

/** Input of {@link assessCostOfOwnership}. */
export interface CostOfOwnershipInput extends OwnershipCostsOfUsers, DiscountedOwnershipCosts {}

/** What something costs from the first day to the last; see {@link assessCostOfOwnership}. */
export interface CostOfOwnership {
  /** What is spent now. */
  readonly initial: Money;
  /** What is spent in year 1. */
  readonly annual: Money;
  /** The annual costs of each year, without those of the start and the end. */
  readonly yearTotals: readonly Money[];
  /** Everything. */
  readonly total: Money;
  /** Everything, by user and year. */
  readonly perUserPerYear: Money;
  /** What everything is worth now. */
  readonly presentValue: Money;
}

/** Reads a {@link CostOfOwnershipInput}. */
export const CostOfOwnershipInput: z.ZodType<CostOfOwnershipInput> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      initialCosts: list<Money>(Money),
      annualCosts: list<Money>(Money),
      endOfLifeCosts: list<Money>(Money),
      escalation: DiscountRate,
      years: PeriodCount,
      users: Positive,
      rate: DiscountRate,
    })
    .check(
      rule((input: CostOfOwnershipInput, report) => {
        const placed = COST_LISTS.flatMap((part) => input[part].map((cost, i) => [[part, i], cost] as const));
        if (placed.length === 0) report("empty", ["initialCosts"], "expected at least one cost, received none");
        oneCurrency(report, placed);
      }),
    ),
);

/**
 * Works out what something costs from the first day to the last: in all, by year, by user, and now.
 *
 * @param input - as of `totalCostOfOwnership`, with `users`, above zero, and `rate` for a year, above −1
 * @returns what `totalCostOfOwnership`, `costOfOwnershipPerUser` and `presentCostOfOwnership` answer, and the sums on the
 *   way: `initial`, `annual` as in year 1, and `yearTotals`, the annual costs of each year
 * @throws DomainError `out-of-range` for no users, a rate or an escalation of −1 or below, other years, or a sum that
 *   reaches 1e24
 * @throws DomainError `empty` when there is no cost at all, `currency-mismatch` when the currencies differ
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { assessCostOfOwnership } from "golive-kit/roi";
 *
 * const cost = assessCostOfOwnership({
 *   initialCosts: [money("3000", "EUR")],
 *   annualCosts: [money("1000", "EUR")],
 *   endOfLifeCosts: [money("200", "EUR")],
 *   escalation: 0.1,
 *   years: 3,
 *   users: 10,
 *   rate: 0,
 * });
 *
 * cost.yearTotals.map(({ amount }) => amount); // => ["1000", "1100", "1210"]
 * cost.perUserPerYear.amount; // => "217"
 * ```
 */
export function assessCostOfOwnership(input: CostOfOwnershipInput): CostOfOwnership {
  return contained("assessCostOfOwnership", () => {
    const { currency, initial, annual, yearTotals } = demandCosts(input);
    return {
      initial: moneyOf(initial, currency, "initial"),
      annual: moneyOf(annual, currency, "annual"),
      yearTotals: yearTotals.map((total) => moneyOf(total, currency, "year total")),
      total: totalCostOfOwnership(input),
      perUserPerYear: costOfOwnershipPerUser(input),
      presentValue: presentCostOfOwnership(input),
    };
  });
}

/**
 * Reads the input of {@link assessCostOfOwnership}, {@link totalCostOfOwnership}, {@link costOfOwnershipPerUser} and
 * {@link presentCostOfOwnership} from outside data.
 *
 * @param data - `{ initialCosts, annualCosts, endOfLifeCosts, escalation, years, users, rate }`; amounts as decimal text
 *   or as numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseCostOfOwnershipInput, totalCostOfOwnership } from "golive-kit/roi";
 *
 * const input = parseCostOfOwnershipInput({
 *   initialCosts: [],
 *   annualCosts: [{ amount: "120", currency: "EUR" }],
 *   endOfLifeCosts: [],
 *   escalation: 0,
 *   years: 5,
 *   users: 1,
 *   rate: 0.08,
 * });
 *
 * totalCostOfOwnership(input).amount; // => "600"
 * ```
 */
export function parseCostOfOwnershipInput(data: unknown): CostOfOwnershipInput {
  return contained("cost of ownership", () => parse(CostOfOwnershipInput, data, "cost of ownership"));
}
