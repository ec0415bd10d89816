import * as z from "zod";

import { Decimal, decimalOfNumber, numberOf } from "../../foundation/decimal/index.js";
import type { NoAnswer } from "../../foundation/errors/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { broken, contained, demandAtLeast, demandList } from "../../foundation/guard/index.js";
import { type Money, NonNegativeMoney } from "../../foundation/money/index.js";
import { list, NonNegative, oneCurrency, parse, rule, schema } from "../../foundation/schema/index.js";
import { demandNonNegative } from "../flows/non-negative-amount.js";

/** Demand against a fixed capacity. */
export interface CapacityDemandInput {
  /** What is asked for in each period, in units of capacity; zero or above. At least one period. */
  readonly demand: readonly number[];
  /** What is there in every period; zero or above. */
  readonly capacity: number;
}

/** Input of {@link breakEvenUtilisation}. */
export interface BreakEvenUtilisationInput {
  /** What a unit of fixed capacity costs for a period, used or not; zero or above. */
  readonly fixedPrice: Money;
  /** What a unit costs for a period in which it is used; zero or above, same currency. */
  readonly elasticPrice: Money;
}

/** Reads a {@link CapacityDemandInput}. */
export const CapacityDemandInput: z.ZodType<CapacityDemandInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ demand: demandLevels(), capacity: NonNegative }),
);

/** Reads a {@link BreakEvenUtilisationInput}. */
export const BreakEvenUtilisationInput: z.ZodType<BreakEvenUtilisationInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ fixedPrice: NonNegativeMoney, elasticPrice: NonNegativeMoney }).check(rule(samePrices)),
);

/** The source of the figures of capacity. */
export const CAPACITY_SOURCE = {
  work: "Joe Weinman, Cloudonomics: The Business Value of Cloud Computing",
  place: "utility premium and utilisation",
} as const;

/**
 * Unmet demand: what a fixed capacity does not meet, over all periods.
 *
 * @param input - `demand` by period and `capacity`, in units, zero or above
 * @returns units times periods
 * @throws DomainError `out-of-range` for a number below zero, `empty` for no periods
 * @source Joe Weinman, Cloudonomics: The Business Value of Cloud Computing, utility premium and utilisation
 *
 * @example
 * ```ts
 * import { unmetDemand } from "golive-kit/roi";
 *
 * unmetDemand({ demand: [4, 10, 6], capacity: 5 }); // => 6
 * ```
 *
 * @function
 */
export const unmetDemand: Formula<CapacityDemandInput, number> = /* @__PURE__ */ formula({
  id: "roi.unmet-demand",
  title: "Unmet demand",
  unit: "count",
  units: { demand: "count", capacity: "count" },
  source: [CAPACITY_SOURCE],
  compute({ demand, capacity }: CapacityDemandInput, note) {
    const unmet = unmetOf(levelsOf(demand), unitsOf(capacity, "capacity"));
    return note("unmet", "sum[t](max(0, demand[t] − capacity))", numberOf(unmet, "unmet"));
  },
});

/**
 * Capacity utilisation: the share of a fixed capacity that is used on average.
 *
 * @param input - `demand` by period and `capacity`, in units, zero or above
 * @returns a ratio from 0 to 1; no answer `no-capacity` when there is none to use
 * @throws DomainError `out-of-range` for a number below zero, `empty` for no periods
 * @source Joe Weinman, Cloudonomics: The Business Value of Cloud Computing, utility premium and utilisation
 *
 * @example
 * ```ts
 * import { capacityUtilisation } from "golive-kit/roi";
 *
 * capacityUtilisation({ demand: [4, 10, 6], capacity: 8 }); // => 0.75
 * ```
 *
 * @function
 */
export const capacityUtilisation: Formula<CapacityDemandInput, number | NoAnswer<"no-capacity">> =
  /* @__PURE__ */ formula({
    id: "roi.capacity-utilisation",
    title: "Capacity utilisation",
    unit: "ratio",
    units: { demand: "count", capacity: "count" },
    outcomes: { "no-capacity": "capacity = 0" },
    source: [CAPACITY_SOURCE],
    compute({ demand, capacity }: CapacityDemandInput, note) {
      const levels = levelsOf(demand);
      const units = unitsOf(capacity, "capacity");
      const used = levels.reduce((sum, level) => sum.plus(Decimal.min(level, units)), new Decimal(0));
      note("used", "sum[t](min(demand[t], capacity))", numberOf(used, "used"));
      if (units.isZero()) return note.none("no-capacity");
      const share = used.div(units.times(levels.length));
      return note("utilisation", "used ÷ (capacity × length(demand))", numberOf(share, "utilisation"));
    },
  });

/**
 * Break-even utilisation: the share of periods in which a unit must be used for buying it ahead to be no dearer than
 * paying by use.
 *
 * @param input - `fixedPrice` and `elasticPrice` of a unit for a period, money of one currency, zero or above
 * @returns a ratio: above it fixed capacity is cheaper, above 1 it never is; no answer `free-of-charge` when use costs
 *   nothing
 * @throws DomainError `out-of-range` for a price below zero, `currency-mismatch` when the currencies differ
 * @source Joe Weinman, Cloudonomics: The Business Value of Cloud Computing, utility premium and utilisation
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { breakEvenUtilisation } from "golive-kit/roi";
 *
 * breakEvenUtilisation({ fixedPrice: money("3", "EUR"), elasticPrice: money("12", "EUR") }); // => 0.25
 * ```
 *
 * @function
 */
export const breakEvenUtilisation: Formula<BreakEvenUtilisationInput, number | NoAnswer<"free-of-charge">> =
  /* @__PURE__ */ formula({
    id: "roi.break-even-utilisation",
    title: "Break-even utilisation",
    unit: "ratio",
    units: { fixedPrice: "money", elasticPrice: "money" },
    outcomes: { "free-of-charge": "elasticPrice = 0" },
    source: [CAPACITY_SOURCE],
    compute({ fixedPrice, elasticPrice }: BreakEvenUtilisationInput, note) {
      const fixed = demandNonNegative(fixedPrice.currency, fixedPrice, "fixedPrice");
      const elastic = demandNonNegative(fixedPrice.currency, elasticPrice, "elasticPrice");
      if (elastic.isZero()) return note.none("free-of-charge");
      return note("breakEven", "fixedPrice ÷ elasticPrice", numberOf(fixed.div(elastic), "breakEven"));
    },
  });

/**
 * Reads the input of {@link unmetDemand} and {@link capacityUtilisation} from outside data.
 *
 * @param data - `{ demand, capacity }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseCapacityDemandInput, unmetDemand } from "golive-kit/roi";
 *
 * unmetDemand(parseCapacityDemandInput({ demand: [3, 1], capacity: 2 })); // => 1
 * ```
 */
export function parseCapacityDemandInput(data: unknown): CapacityDemandInput {
  return contained("capacity and demand", () => parse(CapacityDemandInput, data, "capacity and demand"));
}

/**
 * Reads the input of {@link breakEvenUtilisation} from outside data.
 *
 * @param data - `{ fixedPrice, elasticPrice }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { breakEvenUtilisation, parseBreakEvenUtilisationInput } from "golive-kit/roi";
 *
 * const input = parseBreakEvenUtilisationInput({
 *   fixedPrice: { amount: "4", currency: "EUR" },
 *   elasticPrice: { amount: "5", currency: "EUR" },
 * });
 *
 * breakEvenUtilisation(input); // => 0.8
 * ```
 */
export function parseBreakEvenUtilisationInput(data: unknown): BreakEvenUtilisationInput {
  return contained("break-even utilisation", () => parse(BreakEvenUtilisationInput, data, "break-even utilisation"));
}

/** Reads a demand by period. */
export function demandLevels(): z.ZodType<readonly number[]> {
  return list<number>(NonNegative).check(
    rule((demand: readonly number[], report) => {
      if (demand.length === 0) report("empty", [], "expected at least one period, received none");
    }),
  );
}

/** Reports prices of several currencies. */
export function samePrices(
  input: { readonly fixedPrice?: Money; readonly reservedPrice?: Money; readonly elasticPrice?: Money },
  report: Parameters<typeof oneCurrency>[0],
): void {
  oneCurrency(
    report,
    (["fixedPrice", "reservedPrice", "elasticPrice"] as const).map((name) => [[name], input[name]]),
  );
}

/** Asks for a demand by period: the levels as decimals. */
export function levelsOf(demand: readonly number[]): readonly Decimal[] {
  if (demandList(demand, "demand").length === 0) {
    throw broken("empty", "demand", "a list of at least one period", demand);
  }
  return demand.map((level, i) => unitsOf(level, `demand[${String(i)}]`, ["demand", i]));
}

/** Asks for units of capacity, zero or above. */
export function unitsOf(value: number, name: string, path: readonly (string | number)[] = [name]): Decimal {
  return decimalOfNumber(demandAtLeast(value, 0, name, path), name, path);
}

/** What lies above a level, over all periods. */
export function unmetOf(levels: readonly Decimal[], capacity: Decimal): Decimal {
  return levels.reduce((sum, level) => sum.plus(Decimal.max(0, level.minus(capacity))), new Decimal(0));
}
