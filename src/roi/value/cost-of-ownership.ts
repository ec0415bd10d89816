import {
  Decimal,
  decimalOfNumber,
  demandCurrency,
  demandMoneyIn,
  moneyOf,
  numberOf,
} from "../../foundation/decimal/index.js";
import { formula, type Formula, type Note } from "../../foundation/explain/index.js";
import { broken, demandAbove, demandList } from "../../foundation/guard/index.js";
import type { Money } from "../../foundation/money/index.js";
import { demandSizes } from "../flows/cash-flow.js";
import { demandPeriods } from "./annuity-factor.js";
import { discountFactors } from "./present-values.js";

/** Input of {@link totalCostOfOwnership}. */
export interface OwnershipCosts {
  /** What is spent now: licences, services, migration. All amounts are of one currency, below zero for a refund. */
  readonly initialCosts: readonly Money[];
  /** What is spent at the end of each year, as in year 1: subscription, support, staff. */
  readonly annualCosts: readonly Money[];
  /** What is spent at the end of the last year: decommissioning; below zero where something is sold. */
  readonly endOfLifeCosts: readonly Money[];
  /** How the annual costs rise from one year to the next; 0.03 is 3 %. Above −1. */
  readonly escalation: number;
  /** How many years; a whole number from 1 to 10 000. */
  readonly years: number;
}

/** Input of {@link costOfOwnershipPerUser}. */
export interface OwnershipCostsOfUsers extends OwnershipCosts {
  /** How many people use it; above zero. */
  readonly users: number;
}

/** Input of {@link presentCostOfOwnership}. */
export interface DiscountedOwnershipCosts extends OwnershipCosts {
  /** Discount rate for a year; 0.1 is 10 %. Above −1. */
  readonly rate: number;
}

/** The lists of costs. */
export const COST_LISTS = ["initialCosts", "annualCosts", "endOfLifeCosts"] as const;

/** The source of the figures of this file. */
const SOURCE = {
  work: "Lisa M. Ellram, Total cost of ownership: an analysis approach for purchasing",
  place: "International Journal of Physical Distribution and Logistics Management 25 (1995), pages 4 to 23",
} as const;

/** Units of {@link OwnershipCosts}. */
const UNITS = {
  initialCosts: "money",
  annualCosts: "money",
  endOfLifeCosts: "money",
  escalation: "ratio",
  years: "years",
} as const;

/**
 * Total cost of ownership: everything spent on something from the first day to the last, undiscounted.
 *
 * @param input - `initialCosts`, `annualCosts` as in year 1 and `endOfLifeCosts`, lists of money of one currency, any of
 *   them empty but not all; `escalation`, how the annual costs rise from year to year, above −1; `years`, a whole number
 *   from 1 to 10 000
 * @returns money
 * @throws DomainError `empty` when there is no cost at all, `currency-mismatch` when the currencies differ
 * @throws DomainError `out-of-range` for an escalation of −1 or below, other years, or a sum that reaches 1e24
 * @source Lisa M. Ellram, Total cost of ownership: an analysis approach for purchasing, International Journal of Physical
 *   Distribution and Logistics Management 25 (1995), pages 4 to 23
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { totalCostOfOwnership } from "golive-kit/roi";
 *
 * totalCostOfOwnership({
 *   initialCosts: [money("1000", "EUR"), money("500", "EUR")],
 *   annualCosts: [money("200", "EUR")],
 *   endOfLifeCosts: [],
 *   escalation: 0.1,
 *   years: 2,
 * }).amount; // => "1920"
 * ```
 *
 * @function
 */
export const totalCostOfOwnership: Formula<OwnershipCosts, Money> = /* @__PURE__ */ formula({
  id: "roi.total-cost-of-ownership",
  title: "Total cost of ownership",
  unit: "money",
  units: UNITS,
  source: [SOURCE],
  compute(input: OwnershipCosts, note) {
    const costs = notedCosts(input, note);
    note.table(
      { year: { unit: "years" }, yearTotal: { unit: "money", expression: "annual × (1 + escalation) ^ (year − 1)" } },
      () => costs.yearTotals.map((total, i) => ({ year: i + 1, yearTotal: moneyOf(total, costs.currency) })),
    );
    return note("total", "initial + sum[t](yearTotal[t]) + endOfLife", moneyOf(costs.total, costs.currency, "total"));
  },
});

/**
 * Cost of ownership per user and year: what one user costs in an average year, undiscounted.
 *
 * @param input - as of `totalCostOfOwnership`, and `users`, above zero
 * @returns money
 * @throws DomainError `out-of-range` for no users, an escalation of −1 or below, other years, or a sum that reaches 1e24
 * @throws DomainError `empty` when there is no cost at all, `currency-mismatch` when the currencies differ
 * @source Lisa M. Ellram, Total cost of ownership: an analysis approach for purchasing, International Journal of Physical
 *   Distribution and Logistics Management 25 (1995), pages 4 to 23
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { costOfOwnershipPerUser } from "golive-kit/roi";
 *
 * costOfOwnershipPerUser({
 *   initialCosts: [money("3000", "EUR")],
 *   annualCosts: [money("1000", "EUR")],
 *   endOfLifeCosts: [],
 *   escalation: 0,
 *   years: 3,
 *   users: 40,
 * }).amount; // => "50"
 * ```
 *
 * @function
 */
export const costOfOwnershipPerUser: Formula<OwnershipCostsOfUsers, Money> = /* @__PURE__ */ formula({
  id: "roi.cost-of-ownership-per-user",
  title: "Cost of ownership per user and year",
  unit: "money",
  units: { ...UNITS, users: "count" },
  source: [SOURCE],
  compute({ users, ...input }: OwnershipCostsOfUsers, note) {
    note.figure("total", totalCostOfOwnership, input);
    const { currency, total, yearTotals } = demandCosts(input);
    const share = total.div(decimalOfNumber(demandAbove(users, 0, "users"), "users")).div(yearTotals.length);
    return note("perUserPerYear", "total ÷ users ÷ years", moneyOf(share, currency, "cost per user"));
  },
});

/**
 * Present cost of ownership: what everything spent on something from the first day to the last is worth now.
 *
 * Use it to compare offers that spend at different times over the same years; where the years differ, compare the
 * `equivalentAnnualCost`.
 *
 * @param input - as of `totalCostOfOwnership`, and `rate`, the discount rate for a year, above −1; annual costs fall at
 *   the ends of the years, those of the end of life at the end of the last
 * @returns money
 * @throws DomainError `out-of-range` for a rate or an escalation of −1 or below, other years, or a value that reaches 1e24
 * @throws DomainError `empty` when there is no cost at all, `currency-mismatch` when the currencies differ
 * @source Lisa M. Ellram, Total cost of ownership: an analysis approach for purchasing, International Journal of Physical
 *   Distribution and Logistics Management 25 (1995), pages 4 to 23
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { presentCostOfOwnership } from "golive-kit/roi";
 *
 * presentCostOfOwnership({
 *   initialCosts: [money("1000", "EUR")],
 *   annualCosts: [money("500", "EUR")],
 *   endOfLifeCosts: [money("250", "EUR")],
 *   escalation: 0,
 *   years: 2,
 *   rate: 0.25,
 * }).amount; // => "1880"
 * ```
 *
 * @function
 */
export const presentCostOfOwnership: Formula<DiscountedOwnershipCosts, Money> = /* @__PURE__ */ formula({
  id: "roi.present-cost-of-ownership",
  title: "Present cost of ownership",
  unit: "money",
  units: { ...UNITS, rate: "ratio" },
  source: [SOURCE],
  compute({ rate, ...input }: DiscountedOwnershipCosts, note) {
    const { currency, initial, yearTotals, endOfLife } = notedCosts(input, note);
    const factors = discountFactors(rate, "end", yearTotals.length);
    const discounted = (amount: Decimal, i: number): Decimal => amount.times(factors.at(i) ?? 0);
    const values = demandSizes(yearTotals.map(discounted), "present value");
    note.table(
      {
        year: { unit: "years" },
        yearTotal: { unit: "money", expression: "annual × (1 + escalation) ^ (year − 1)" },
        factor: { unit: "ratio", expression: "1 ÷ (1 + rate) ^ year" },
      },
      () =>
        yearTotals.map((total, i) => ({
          year: i + 1,
          yearTotal: moneyOf(total, currency),
          factor: numberOf(factors[i] ?? total, "factor"),
        })),
    );
    const value = values.reduce((sum, one) => sum.plus(one), initial).plus(discounted(endOfLife, -1));
    const expression = "initial + sum[t](yearTotal[t] × factor[t]) + endOfLife × factor[years − 1]";
    return note("presentValue", expression, moneyOf(value, currency, "present value"));
  },
});

/** The costs as decimals. */
interface Costs {
  readonly currency: string;
  readonly initial: Decimal;
  readonly annual: Decimal;
  readonly endOfLife: Decimal;
  readonly yearTotals: readonly Decimal[];
  readonly total: Decimal;
}

/** Asks for costs of which there is at least one, all of one currency; by year, and in all. */
export function demandCosts(input: OwnershipCosts): Costs {
  const [first] = COST_LISTS.flatMap((part) => demandList<Money | undefined>(input[part], part).slice(0, 1));
  if (COST_LISTS.every((part) => input[part].length === 0)) {
    throw broken(
      "empty",
      "initialCosts",
      "a list of at least one cost, where the others are empty",
      input.initialCosts,
    );
  }
  const currency = demandCurrency(first?.currency, "currency");
  const sumOf = (part: (typeof COST_LISTS)[number]): Decimal =>
    input[part]
      .map((cost, i) => demandMoneyIn(currency, cost, `${part}[${String(i)}]`, [part, i]))
      .reduce((sum, cost) => sum.plus(cost), new Decimal(0));
  const [initial, annual, endOfLife] = [sumOf("initialCosts"), sumOf("annualCosts"), sumOf("endOfLifeCosts")];
  const growth = decimalOfNumber(demandAbove(input.escalation, -1, "escalation"), "escalation").plus(1);
  const years = demandPeriods(input.years, "years");
  const yearTotals: Decimal[] = [];
  for (let year = 0, total = annual; year < years; year++, total = total.times(growth)) yearTotals.push(total);
  demandSizes([initial, endOfLife, ...yearTotals], "cost");
  const total = yearTotals.reduce((sum, one) => sum.plus(one), initial.plus(endOfLife));
  return { currency, initial, annual, endOfLife, yearTotals, total };
}

function notedCosts(input: OwnershipCosts, note: Note): Costs {
  const costs = demandCosts(input);
  const { currency, initial, annual, endOfLife } = costs;
  note("initial", "sum[t](initialCosts[t])", moneyOf(initial, currency));
  note("annual", "sum[t](annualCosts[t])", moneyOf(annual, currency));
  note("endOfLife", "sum[t](endOfLifeCosts[t])", moneyOf(endOfLife, currency));
  return costs;
}
