import * as z from "zod";

import { decimalOfNumber, moneyOf, numberOf } from "../../foundation/decimal/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { contained, demandAbove } from "../../foundation/guard/index.js";
import type { Money } from "../../foundation/money/index.js";
import { parse, schema } from "../../foundation/schema/index.js";
import { demandFlows, DiscountRate } from "../flows/cash-flow.js";

/** Input of {@link realDiscountRate}. */
export interface RealDiscountRateInput {
  /** Discount rate for one period for amounts in the prices of their period; 0.1 is 10 %. Above −1. */
  readonly nominalRate: number;
  /** How prices rise in one period; 0.02 is 2 %, below zero when they fall. Above −1. */
  readonly inflation: number;
}

/** Input of {@link nominalDiscountRate}. */
export interface NominalDiscountRateInput {
  /** Discount rate for one period for amounts in the prices of period 0; 0.1 is 10 %. Above −1. */
  readonly realRate: number;
  /** How prices rise in one period; 0.02 is 2 %, below zero when they fall. Above −1. */
  readonly inflation: number;
}

/** Reads a {@link RealDiscountRateInput}. */
export const RealDiscountRateInput: z.ZodType<RealDiscountRateInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ nominalRate: DiscountRate, inflation: DiscountRate }),
);

/** Reads a {@link NominalDiscountRateInput}. */
export const NominalDiscountRateInput: z.ZodType<NominalDiscountRateInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ realRate: DiscountRate, inflation: DiscountRate }),
);

/** The source of the figures of this file. */
const SOURCE = {
  work: "Irving Fisher, The Theory of Interest (1930)",
  place: "money interest and real interest",
} as const;

/**
 * Real discount rate: what a nominal rate leaves when the rise of prices is taken out.
 *
 * It is not the difference of the two, which is too high when prices rise.
 *
 * @param input - `nominalRate` and `inflation` for one period, both above −1
 * @returns a ratio for one period, above −1
 * @throws DomainError `out-of-range` for a rate of −1 or below
 * @source Irving Fisher, The Theory of Interest (1930), money interest and real interest
 *
 * @example
 * ```ts
 * import { realDiscountRate } from "golive-kit/roi";
 *
 * realDiscountRate({ nominalRate: 0.1021, inflation: 0.03 }); // => 0.07
 * ```
 *
 * @function
 */
export const realDiscountRate: Formula<RealDiscountRateInput, number> = /* @__PURE__ */ formula({
  id: "roi.real-discount-rate",
  title: "Real discount rate",
  unit: "ratio",
  units: { nominalRate: "ratio", inflation: "ratio" },
  source: [SOURCE],
  compute({ nominalRate, inflation }: RealDiscountRateInput, note) {
    const growth = growthOf(nominalRate, "nominalRate").div(growthOf(inflation, "inflation"));
    return note("realRate", "(1 + nominalRate) ÷ (1 + inflation) − 1", numberOf(growth.minus(1), "realRate"));
  },
});

/**
 * Nominal discount rate: what a real rate comes to when prices rise.
 *
 * `nominalAnnualRate` is another figure: there, nominal means quoted without interest on interest.
 *
 * @param input - `realRate` and `inflation` for one period, both above −1
 * @returns a ratio for one period, above −1
 * @throws DomainError `out-of-range` for a rate of −1 or below, or a result beyond all numbers
 * @source Irving Fisher, The Theory of Interest (1930), money interest and real interest
 *
 * @example
 * ```ts
 * import { nominalDiscountRate } from "golive-kit/roi";
 *
 * nominalDiscountRate({ realRate: 0.07, inflation: 0.03 }); // => 0.1021
 * ```
 *
 * @function
 */
export const nominalDiscountRate: Formula<NominalDiscountRateInput, number> = /* @__PURE__ */ formula({
  id: "roi.nominal-discount-rate",
  title: "Nominal discount rate",
  unit: "ratio",
  units: { realRate: "ratio", inflation: "ratio" },
  source: [SOURCE],
  compute({ realRate, inflation }: NominalDiscountRateInput, note) {
    const growth = growthOf(realRate, "realRate").times(growthOf(inflation, "inflation"));
    return note("nominalRate", "(1 + realRate) × (1 + inflation) − 1", numberOf(growth.minus(1), "nominalRate"));
  },
});

/**
 * Turns flows in the prices of period 0 into flows in the prices of their own periods.
 *
 * @param realFlows - one amount for each period from period 0 on, in the prices of period 0, all of one currency
 * @param inflation - how prices rise in one period, above −1
 * @returns flow k times (1 + inflation) to the power of k, rounded half-even to 12 decimals
 * @throws DomainError `empty` for no flows, `currency-mismatch` when the currencies differ
 * @throws DomainError `out-of-range` for an inflation of −1 or below, or an amount that reaches 1e24
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { inflateFlows } from "golive-kit/roi";
 *
 * const flows = ["-1000", "400", "400"].map((amount) => money(amount, "EUR"));
 *
 * inflateFlows(flows, 0.03).map(({ amount }) => amount); // => ["-1000", "412", "424.36"]
 * ```
 */
export function inflateFlows(realFlows: readonly Money[], inflation: number): readonly Money[] {
  return contained("inflateFlows", () => {
    const { currency, amounts } = demandFlows(realFlows, "realFlows");
    const growth = growthOf(inflation, "inflation");
    return amounts.map((amount, k) => moneyOf(amount.times(growth.pow(k)), currency, "nominal flow"));
  });
}

/**
 * Turns flows in the prices of their own periods into flows in the prices of period 0.
 *
 * @param nominalFlows - one amount for each period from period 0 on, in the prices of that period, all of one currency
 * @param inflation - how prices rise in one period, above −1
 * @returns flow k divided by (1 + inflation) to the power of k, rounded half-even to 12 decimals
 * @throws DomainError `empty` for no flows, `currency-mismatch` when the currencies differ
 * @throws DomainError `out-of-range` for an inflation of −1 or below, or an amount that reaches 1e24
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { deflateFlows } from "golive-kit/roi";
 *
 * const flows = ["-1000", "412", "424.36"].map((amount) => money(amount, "EUR"));
 *
 * deflateFlows(flows, 0.03).map(({ amount }) => amount); // => ["-1000", "400", "400"]
 * ```
 */
export function deflateFlows(nominalFlows: readonly Money[], inflation: number): readonly Money[] {
  return contained("deflateFlows", () => {
    const { currency, amounts } = demandFlows(nominalFlows, "nominalFlows");
    const growth = growthOf(inflation, "inflation");
    return amounts.map((amount, k) => moneyOf(amount.div(growth.pow(k)), currency, "real flow"));
  });
}

/**
 * Reads the input of {@link realDiscountRate} from outside data.
 *
 * @param data - `{ nominalRate, inflation }`, both numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseRealDiscountRateInput, realDiscountRate } from "golive-kit/roi";
 *
 * realDiscountRate(parseRealDiscountRateInput({ nominalRate: 0.2, inflation: 0 })); // => 0.2
 * ```
 */
export function parseRealDiscountRateInput(data: unknown): RealDiscountRateInput {
  return contained("real discount rate", () => parse(RealDiscountRateInput, data, "real discount rate"));
}

/**
 * Reads the input of {@link nominalDiscountRate} from outside data.
 *
 * @param data - `{ realRate, inflation }`, both numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { nominalDiscountRate, parseNominalDiscountRateInput } from "golive-kit/roi";
 *
 * nominalDiscountRate(parseNominalDiscountRateInput({ realRate: 0.5, inflation: 0.1 })); // => 0.65
 * ```
 */
export function parseNominalDiscountRateInput(data: unknown): NominalDiscountRateInput {
  return contained("nominal discount rate", () => parse(NominalDiscountRateInput, data, "nominal discount rate"));
}

function growthOf(rate: number, subject: string) {
  return decimalOfNumber(demandAbove(rate, -1, subject), subject).plus(1);
}
