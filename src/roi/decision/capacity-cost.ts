import * as z from "zod";

import { demandMoneyIn, moneyOf, numberOf } from "../../foundation/decimal/index.js";
import { type NoAnswer, noAnswer } from "../../foundation/errors/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { contained } from "../../foundation/guard/index.js";
import { compareMoney, type Money, NonNegativeMoney } from "../../foundation/money/index.js";
import { NonNegative, parse, rule, schema } from "../../foundation/schema/index.js";
import { demandNonNegative } from "../flows/non-negative-amount.js";
import {
  breakEvenUtilisation,
  CAPACITY_SOURCE,
  type CapacityDemandInput,
  capacityUtilisation,
  demandLevels,
  levelsOf,
  samePrices,
  unitsOf,
  unmetDemand,
  unmetOf,
} from "./capacity-utilisation.js";

/** Input of {@link fixedCapacityCost}. */
export interface FixedCapacityCostInput extends CapacityDemandInput {
  /** What a unit of capacity costs for a period, used or not; zero or above. */
  readonly fixedPrice: Money;
}

/** Input of {@link elasticCapacityCost}. */
export interface ElasticCapacityCostInput {
  /** What is asked for in each period, in units of capacity; zero or above. At least one period. */
  readonly demand: readonly number[];
  /** Units that are reserved in every period, and paid used or not; zero or above. */
  readonly reservedBase: number;
  /** What a reserved unit costs for a period; zero or above. */
  readonly reservedPrice: Money;
  /** What a unit above the base costs for a period in which it is used; zero or above, same currency. */
  readonly elasticPrice: Money;
}

/** Two ways of meeting one demand; see {@link compareCapacity}. */
export interface CapacityInput extends FixedCapacityCostInput, ElasticCapacityCostInput {}

/** Fixed and elastic capacity beside each other; see {@link compareCapacity}. */
export interface CapacityComparison {
  /** What the fixed capacity costs. */
  readonly fixedCost: Money;
  /** What the elastic one costs, with its reserved base. */
  readonly elasticCost: Money;
  /** The cheaper of the two, whatever the fixed one leaves unmet. */
  readonly cheaper: "fixed" | "elastic" | NoAnswer<"tie">;
  /** The share of the fixed capacity that is used on average. */
  readonly utilisation: number | NoAnswer<"no-capacity">;
  /** The share from which on a fixed unit is no dearer than one paid by use. */
  readonly breakEvenUtilisation: number | NoAnswer<"free-of-charge">;
  /** What the fixed capacity does not meet, in units times periods. */
  readonly unmetDemand: number;
}

/** Reads a {@link FixedCapacityCostInput}. */
export const FixedCapacityCostInput: z.ZodType<FixedCapacityCostInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ demand: demandLevels(), capacity: NonNegative, fixedPrice: NonNegativeMoney }),
);

/** Reads an {@link ElasticCapacityCostInput}. */
export const ElasticCapacityCostInput: z.ZodType<ElasticCapacityCostInput> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      demand: demandLevels(),
      reservedBase: NonNegative,
      reservedPrice: NonNegativeMoney,
      elasticPrice: NonNegativeMoney,
    })
    .check(rule(samePrices)),
);

/** Reads a {@link CapacityInput}. */
export const CapacityInput: z.ZodType<CapacityInput> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      demand: demandLevels(),
      capacity: NonNegative,
      fixedPrice: NonNegativeMoney,
      reservedBase: NonNegative,
      reservedPrice: NonNegativeMoney,
      elasticPrice: NonNegativeMoney,
    })
    .check(rule(samePrices)),
);

/**
 * Fixed capacity cost: what capacity bought ahead costs over the periods of a demand, used or not.
 *
 * @param input - `demand` by period, of which the number of periods counts; `capacity` in units; `fixedPrice` of a unit
 *   for a period: all zero or above
 * @returns money, exact, rounded half-even to 12 decimals
 * @throws DomainError `out-of-range` for a number or a price below zero, or a cost that reaches 1e24
 * @throws DomainError `empty` for no periods
 * @source Joe Weinman, Cloudonomics: The Business Value of Cloud Computing, utility premium and utilisation
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { fixedCapacityCost } from "golive-kit/roi";
 *
 * fixedCapacityCost({ demand: [4, 10, 6], capacity: 10, fixedPrice: money("5", "EUR") }).amount; // => "150"
 * ```
 *
 * @function
 */
export const fixedCapacityCost: Formula<FixedCapacityCostInput, Money> = /* @__PURE__ */ formula({
  id: "roi.fixed-capacity-cost",
  title: "Fixed capacity cost",
  unit: "money",
  units: { demand: "count", capacity: "count", fixedPrice: "money" },
  source: [CAPACITY_SOURCE],
  compute({ demand, capacity, fixedPrice }: FixedCapacityCostInput, note) {
    const periods = levelsOf(demand).length;
    const units = unitsOf(capacity, "capacity");
    const price = demandNonNegative(fixedPrice.currency, fixedPrice, "fixedPrice");
    const cost = moneyOf(units.times(price).times(periods), fixedPrice.currency, "cost");
    return note("cost", "length(demand) × capacity × fixedPrice", cost);
  },
});

/**
 * Elastic capacity cost: what capacity paid by use costs, with a base that is reserved at its own price.
 *
 * @param input - `demand` by period and `reservedBase`, in units, zero or above; `reservedPrice` and `elasticPrice` of a
 *   unit for a period, money of one currency, zero or above; a base of 0 reserves nothing
 * @returns money, exact, rounded half-even to 12 decimals
 * @throws DomainError `out-of-range` for a number or a price below zero, or a cost that reaches 1e24
 * @throws DomainError `empty` for no periods, `currency-mismatch` when the currencies differ
 * @source Joe Weinman, Cloudonomics: The Business Value of Cloud Computing, utility premium and utilisation
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { elasticCapacityCost } from "golive-kit/roi";
 *
 * elasticCapacityCost({
 *   demand: [4, 10, 6],
 *   reservedBase: 4,
 *   reservedPrice: money("5", "EUR"),
 *   elasticPrice: money("9", "EUR"),
 * }).amount; // => "132"
 * ```
 *
 * @function
 */
export const elasticCapacityCost: Formula<ElasticCapacityCostInput, Money> = /* @__PURE__ */ formula({
  id: "roi.elastic-capacity-cost",
  title: "Elastic capacity cost",
  unit: "money",
  units: { demand: "count", reservedBase: "count", reservedPrice: "money", elasticPrice: "money" },
  source: [CAPACITY_SOURCE],
  compute({ demand, reservedBase, reservedPrice, elasticPrice }: ElasticCapacityCostInput, note) {
    const levels = levelsOf(demand);
    const base = unitsOf(reservedBase, "reservedBase");
    const { currency } = reservedPrice;
    const reserved = base.times(demandNonNegative(currency, reservedPrice, "reservedPrice")).times(levels.length);
    const above = unmetOf(levels, base);
    const used = above.times(demandNonNegative(currency, elasticPrice, "elasticPrice"));
    note("reserved", "length(demand) × reservedBase × reservedPrice", moneyOf(reserved, currency, "reserved"));
    note("above", "sum[t](max(0, demand[t] − reservedBase))", numberOf(above, "above"));
    return note("cost", "reserved + above × elasticPrice", moneyOf(reserved.plus(used), currency, "cost"));
  },
});

/**
 * Holds capacity bought ahead against capacity paid by use, for one demand.
 *
 * The fixed capacity may leave demand unmet, and the comparison of costs does not see what that loses: look at
 * `unmetDemand`, or set the capacity to the highest demand.
 *
 * @param input - `demand` by period, in units; `capacity` and `fixedPrice` of the one way; `reservedBase`,
 *   `reservedPrice` and `elasticPrice` of the other; all zero or above, prices of one currency
 * @returns `fixedCost`, `elasticCost`, which is `cheaper`, `utilisation`, `breakEvenUtilisation` and `unmetDemand`
 * @throws DomainError `out-of-range` for a number or a price below zero, or a cost that reaches 1e24
 * @throws DomainError `empty` for no periods, `currency-mismatch` when the currencies differ
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { compareCapacity } from "golive-kit/roi";
 *
 * const { cheaper, utilisation, breakEvenUtilisation } = compareCapacity({
 *   demand: [2, 2, 10, 2],
 *   capacity: 10,
 *   fixedPrice: money("5", "EUR"),
 *   reservedBase: 0,
 *   reservedPrice: money("5", "EUR"),
 *   elasticPrice: money("8", "EUR"),
 * });
 *
 * cheaper; // => "elastic"
 * [utilisation, breakEvenUtilisation]; // => [0.4, 0.625]
 * ```
 */
export function compareCapacity(input: CapacityInput): CapacityComparison {
  return contained("compareCapacity", () => {
    const { demand, capacity, fixedPrice, reservedBase, reservedPrice, elasticPrice } = input;
    const fixedCost = fixedCapacityCost({ demand, capacity, fixedPrice });
    const { currency } = fixedPrice;
    demandMoneyIn(currency, reservedPrice, "reservedPrice");
    demandMoneyIn(currency, elasticPrice, "elasticPrice");
    const elasticCost = elasticCapacityCost({ demand, reservedBase, reservedPrice, elasticPrice });
    const order = compareMoney(fixedCost, elasticCost);
    return {
      fixedCost,
      elasticCost,
      cheaper: order < 0 ? "fixed" : order > 0 ? "elastic" : noAnswer("tie"),
      utilisation: capacityUtilisation({ demand, capacity }),
      breakEvenUtilisation: breakEvenUtilisation({ fixedPrice, elasticPrice }),
      unmetDemand: unmetDemand({ demand, capacity }),
    };
  });
}

/**
 * Reads the input of {@link fixedCapacityCost} from outside data.
 *
 * @param data - `{ demand, capacity, fixedPrice }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { fixedCapacityCost, parseFixedCapacityCostInput } from "golive-kit/roi";
 *
 * const input = parseFixedCapacityCostInput({
 *   demand: [3, 1],
 *   capacity: 2,
 *   fixedPrice: { amount: "5", currency: "EUR" },
 * });
 *
 * fixedCapacityCost(input).amount; // => "20"
 * ```
 */
export function parseFixedCapacityCostInput(data: unknown): FixedCapacityCostInput {
  return contained("fixed capacity", () => parse(FixedCapacityCostInput, data, "fixed capacity"));
}

/**
 * Reads the input of {@link elasticCapacityCost} from outside data.
 *
 * @param data - `{ demand, reservedBase, reservedPrice, elasticPrice }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { elasticCapacityCost, parseElasticCapacityCostInput } from "golive-kit/roi";
 *
 * const input = parseElasticCapacityCostInput({
 *   demand: [3, 1],
 *   reservedBase: 1,
 *   reservedPrice: { amount: "5", currency: "EUR" },
 *   elasticPrice: { amount: "8", currency: "EUR" },
 * });
 *
 * elasticCapacityCost(input).amount; // => "26"
 * ```
 */
export function parseElasticCapacityCostInput(data: unknown): ElasticCapacityCostInput {
  return contained("elastic capacity", () => parse(ElasticCapacityCostInput, data, "elastic capacity"));
}

/**
 * Reads the input of {@link compareCapacity} from outside data.
 *
 * @param data - `{ demand, capacity, fixedPrice, reservedBase, reservedPrice, elasticPrice }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { compareCapacity, parseCapacityInput } from "golive-kit/roi";
 *
 * const input = parseCapacityInput({
 *   demand: [10, 10],
 *   capacity: 10,
 *   fixedPrice: { amount: "5", currency: "EUR" },
 *   reservedBase: 0,
 *   reservedPrice: { amount: "5", currency: "EUR" },
 *   elasticPrice: { amount: "8", currency: "EUR" },
 * });
 *
 * compareCapacity(input).cheaper; // => "fixed"
 * ```
 */
export function parseCapacityInput(data: unknown): CapacityInput {
  return contained("capacity", () => parse(CapacityInput, data, "capacity"));
}
