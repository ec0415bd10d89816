import * as z from "zod";

import { type Decimal, decimalOfNumber, demandCurrency, moneyOf, numberOf } from "../../foundation/decimal/index.js";
import { type NoAnswer, noAnswer } from "../../foundation/errors/index.js";
import { formula, type Formula, type Note } from "../../foundation/explain/index.js";
import { broken, contained, demandAtLeast } from "../../foundation/guard/index.js";
import { type Money, NonNegativeMoney } from "../../foundation/money/index.js";
import { NonNegative, oneCurrency, parse, rule, schema } from "../../foundation/schema/index.js";
import { demandNonNegative } from "../flows/non-negative-amount.js";

/** Input of the figures that ask how many units pay for a fixed cost. */
export interface BreakEvenUnitsInput {
  /** What is spent however many units there are; zero or above. */
  readonly fixedCost: Money;
  /** What one unit brings in; zero or above, same currency. */
  readonly pricePerUnit: Money;
  /** What one unit costs in addition; zero or above, same currency. */
  readonly variableCostPerUnit: Money;
}

/** Input of {@link contributionProfit}. */
export interface ContributionProfitInput extends BreakEvenUnitsInput {
  /** How many units; zero or above, parts of a unit count. */
  readonly units: number;
}

/** How many units pay for a fixed cost; see {@link breakEvenPoint}. */
export interface BreakEvenPoint {
  /** Units, with a fraction. */
  readonly units: number;
  /** The smallest whole number of units that pays. */
  readonly wholeUnits: number;
  /** What the units, with their fraction, bring in. */
  readonly revenue: Money;
}

/** Reads a {@link BreakEvenUnitsInput}. */
export const BreakEvenUnitsInput: z.ZodType<BreakEvenUnitsInput> = /* @__PURE__ */ schema(() =>
  z.strictObject(prices()).check(rule(samePrices)),
);

/** Reads a {@link ContributionProfitInput}. */
export const ContributionProfitInput: z.ZodType<ContributionProfitInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...prices(), units: NonNegative }).check(rule(samePrices)),
);

/** The source of the figures of this file. */
const SOURCE = {
  work: "Charles T. Horngren, Srikant M. Datar, Madhav V. Rajan, Cost Accounting: A Managerial Emphasis",
  place: "cost-volume-profit analysis",
} as const;

/** The digits of an amount after the point, as a factor. */
const TRILLION = 1e12;

/**
 * Break-even units: how many units pay for a fixed cost.
 *
 * Nothing is discounted: use it within a year or so, and `breakEven` on a net present value beyond.
 *
 * @param input - `fixedCost`, `pricePerUnit` and `variableCostPerUnit`, money of one currency, zero or above
 * @returns units, with a fraction; no answer `no-margin` when a unit brings in no more than it costs
 * @throws DomainError `out-of-range` for an amount below zero, `currency-mismatch` when the currencies differ
 * @source Charles T. Horngren, Srikant M. Datar, Madhav V. Rajan, Cost Accounting: A Managerial Emphasis,
 *   cost-volume-profit analysis
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { breakEvenUnits } from "golive-kit/roi";
 *
 * breakEvenUnits({
 *   fixedCost: money("1000", "EUR"),
 *   pricePerUnit: money("10", "EUR"),
 *   variableCostPerUnit: money("2", "EUR"),
 * }); // => 125
 * ```
 *
 * @function
 */
export const breakEvenUnits: Formula<BreakEvenUnitsInput, number | NoAnswer<"no-margin">> = /* @__PURE__ */ formula({
  id: "roi.break-even-units",
  title: "Break-even units",
  unit: "count",
  units: { fixedCost: "money", pricePerUnit: "money", variableCostPerUnit: "money" },
  outcomes: { "no-margin": "margin ≤ 0" },
  source: [SOURCE],
  compute(input: BreakEvenUnitsInput, note) {
    const { fixed, margin } = noteMargin(input, note);
    if (margin.lte(0)) return note.none("no-margin");
    return note("units", "fixedCost ÷ margin", numberOf(fixed.div(margin), "units"));
  },
});

/**
 * Break-even revenue: what must come in for a fixed cost to be paid for.
 *
 * @param input - `fixedCost`, `pricePerUnit` and `variableCostPerUnit`, money of one currency, zero or above
 * @returns money, of the units with their fraction; no answer `no-margin` when a unit brings in no more than it costs
 * @throws DomainError `out-of-range` for an amount below zero or a revenue that reaches 1e24
 * @throws DomainError `currency-mismatch` when the currencies differ
 * @source Charles T. Horngren, Srikant M. Datar, Madhav V. Rajan, Cost Accounting: A Managerial Emphasis,
 *   cost-volume-profit analysis
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { breakEvenRevenue } from "golive-kit/roi";
 *
 * breakEvenRevenue({
 *   fixedCost: money("1000", "EUR"),
 *   pricePerUnit: money("10", "EUR"),
 *   variableCostPerUnit: money("2", "EUR"),
 * }); // => { amount: "1250", currency: "EUR" }
 * ```
 *
 * @function
 */
export const breakEvenRevenue: Formula<BreakEvenUnitsInput, Money | NoAnswer<"no-margin">> = /* @__PURE__ */ formula({
  id: "roi.break-even-revenue",
  title: "Break-even revenue",
  unit: "money",
  units: { fixedCost: "money", pricePerUnit: "money", variableCostPerUnit: "money" },
  outcomes: { "no-margin": "margin ≤ 0" },
  source: [SOURCE],
  compute(input: BreakEvenUnitsInput, note) {
    const { fixed, margin, price } = noteMargin(input, note);
    if (margin.lte(0)) return note.none("no-margin");
    const revenue = moneyOf(fixed.times(price).div(margin), input.fixedCost.currency, "revenue");
    return note("revenue", "fixedCost × pricePerUnit ÷ margin", revenue);
  },
});

/**
 * Contribution profit: what a number of units leaves after the fixed cost.
 *
 * @param input - `fixedCost`, `pricePerUnit` and `variableCostPerUnit`, money of one currency, zero or above; `units`,
 *   zero or above
 * @returns money, exact; below zero when the units do not pay for the fixed cost
 * @throws DomainError `out-of-range` for an amount or units below zero, or a profit that reaches 1e24 in size
 * @throws DomainError `currency-mismatch` when the currencies differ
 * @source Charles T. Horngren, Srikant M. Datar, Madhav V. Rajan, Cost Accounting: A Managerial Emphasis,
 *   cost-volume-profit analysis
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { contributionProfit } from "golive-kit/roi";
 *
 * contributionProfit({
 *   fixedCost: money("1500", "EUR"),
 *   pricePerUnit: money("10", "EUR"),
 *   variableCostPerUnit: money("6", "EUR"),
 *   units: 1000,
 * }).amount; // => "2500"
 * ```
 *
 * @function
 */
export const contributionProfit: Formula<ContributionProfitInput, Money> = /* @__PURE__ */ formula({
  id: "roi.contribution-profit",
  title: "Contribution profit",
  unit: "money",
  units: { fixedCost: "money", pricePerUnit: "money", variableCostPerUnit: "money", units: "count" },
  source: [SOURCE],
  compute(input: ContributionProfitInput, note) {
    const { fixed, margin } = noteMargin(input, note);
    const units = decimalOfNumber(demandAtLeast(input.units, 0, "units"), "units");
    const profit = moneyOf(margin.times(units).minus(fixed), input.fixedCost.currency, "profit");
    return note("profit", "units × margin − fixedCost", profit);
  },
});

/**
 * Looks at the break-even point of a price, with the whole units that it takes.
 *
 * @param input - `fixedCost`, `pricePerUnit` and `variableCostPerUnit`, money of one currency, zero or above
 * @returns `units` and `revenue` as {@link breakEvenUnits} and {@link breakEvenRevenue} give them, and `wholeUnits`,
 *   rounded up; no answer `no-margin` when a unit brings in no more than it costs
 * @throws DomainError `out-of-range` for an amount below zero, or whole units above 2^53 − 1
 * @throws DomainError `currency-mismatch` when the currencies differ
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { breakEvenPoint } from "golive-kit/roi";
 *
 * const point = breakEvenPoint({
 *   fixedCost: money("1000", "EUR"),
 *   pricePerUnit: money("10", "EUR"),
 *   variableCostPerUnit: money("3", "EUR"),
 * });
 *
 * "wholeUnits" in point && point.wholeUnits; // => 143
 * ```
 */
export function breakEvenPoint(input: BreakEvenUnitsInput): BreakEvenPoint | NoAnswer<"no-margin"> {
  return contained("breakEvenPoint", () => {
    const { fixed, margin, price } = marginOf(input);
    if (margin.lte(0)) return noAnswer("no-margin");
    // In whole numbers: a quotient of 40 digits could lose the fraction that asks for one unit more.
    const [cost, each] = [fixed, margin].map((amount) => BigInt(amount.times(TRILLION).toFixed())) as [bigint, bigint];
    const wholeUnits = Number((cost + each - 1n) / each);
    if (!Number.isSafeInteger(wholeUnits)) throw broken("out-of-range", "wholeUnits", "at most 2^53 − 1", wholeUnits);
    return {
      units: numberOf(fixed.div(margin), "units"),
      wholeUnits,
      revenue: moneyOf(fixed.times(price).div(margin), input.fixedCost.currency, "revenue"),
    };
  });
}

/**
 * Reads the input of {@link breakEvenUnits}, {@link breakEvenRevenue} and {@link breakEvenPoint} from outside data.
 *
 * @param data - `{ fixedCost, pricePerUnit, variableCostPerUnit }`; amounts as decimal text or as numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { breakEvenUnits, parseBreakEvenUnitsInput } from "golive-kit/roi";
 *
 * const input = parseBreakEvenUnitsInput({
 *   fixedCost: { amount: "48000", currency: "EUR" },
 *   pricePerUnit: { amount: "25.50", currency: "EUR" },
 *   variableCostPerUnit: { amount: "9.50", currency: "EUR" },
 * });
 *
 * breakEvenUnits(input); // => 3000
 * ```
 */
export function parseBreakEvenUnitsInput(data: unknown): BreakEvenUnitsInput {
  return contained("break-even units", () => parse(BreakEvenUnitsInput, data, "break-even units"));
}

/**
 * Reads the input of {@link contributionProfit} from outside data.
 *
 * @param data - `{ fixedCost, pricePerUnit, variableCostPerUnit, units }`; amounts as decimal text or as numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { contributionProfit, parseContributionProfitInput } from "golive-kit/roi";
 *
 * const input = parseContributionProfitInput({
 *   fixedCost: { amount: "100", currency: "EUR" },
 *   pricePerUnit: { amount: "3", currency: "EUR" },
 *   variableCostPerUnit: { amount: "1", currency: "EUR" },
 *   units: 40,
 * });
 *
 * contributionProfit(input).amount; // => "-20"
 * ```
 */
export function parseContributionProfitInput(data: unknown): ContributionProfitInput {
  return contained("contribution profit", () => parse(ContributionProfitInput, data, "contribution profit"));
}

function prices() {
  return { fixedCost: NonNegativeMoney, pricePerUnit: NonNegativeMoney, variableCostPerUnit: NonNegativeMoney };
}

function samePrices(
  { fixedCost, pricePerUnit, variableCostPerUnit }: BreakEvenUnitsInput,
  report: Parameters<typeof oneCurrency>[0],
): void {
  oneCurrency(report, [
    [["fixedCost"], fixedCost],
    [["pricePerUnit"], pricePerUnit],
    [["variableCostPerUnit"], variableCostPerUnit],
  ]);
}

/** Writes down what a unit leaves towards the fixed cost. */
function noteMargin(input: BreakEvenUnitsInput, note: Note): ReturnType<typeof marginOf> {
  const amounts = marginOf(input);
  note("margin", "pricePerUnit − variableCostPerUnit", moneyOf(amounts.margin, input.fixedCost.currency));
  return amounts;
}

function marginOf({ fixedCost, pricePerUnit, variableCostPerUnit }: BreakEvenUnitsInput): {
  readonly fixed: Decimal;
  readonly price: Decimal;
  readonly margin: Decimal;
} {
  const currency = demandCurrency(fixedCost.currency, "fixedCost.currency", ["fixedCost", "currency"]);
  const fixed = demandNonNegative(currency, fixedCost, "fixedCost");
  const price = demandNonNegative(currency, pricePerUnit, "pricePerUnit");
  const variable = demandNonNegative(currency, variableCostPerUnit, "variableCostPerUnit");
  return { fixed, price, margin: price.minus(variable) };
}
