import * as z from "zod";

import { Decimal, decimalOfNumber, numberOf } from "../../foundation/decimal/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { contained, demandAbove, demandFinite } from "../../foundation/guard/index.js";
import { parse, Positive, schema } from "../../foundation/schema/index.js";
import { DiscountRate } from "../flows/cash-flow.js";

/** Input of {@link effectivePeriodRate}. */
export interface EffectivePeriodRateInput {
  /** Effective rate for a year; 0.1 is 10 %. Above −1. */
  readonly annualRate: number;
  /** Periods in a year: 12 for months, 4 for quarters; above zero. */
  readonly periodsPerYear: number;
}

/** Input of {@link effectiveAnnualRate}. */
export interface EffectiveAnnualRateInput {
  /** Rate for one period; 0.1 is 10 %. Above −1. */
  readonly periodRate: number;
  /** Periods in a year: 12 for months, 4 for quarters; above zero. */
  readonly periodsPerYear: number;
}

/** Reads an {@link EffectivePeriodRateInput}. */
export const EffectivePeriodRateInput: z.ZodType<EffectivePeriodRateInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ annualRate: DiscountRate, periodsPerYear: Positive }),
);

/** Reads an {@link EffectiveAnnualRateInput}. */
export const EffectiveAnnualRateInput: z.ZodType<EffectiveAnnualRateInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ periodRate: DiscountRate, periodsPerYear: Positive }),
);

/** The source of the figures of this file. */
const SOURCE = {
  work: "Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance",
  place: "effective and quoted rates of interest",
} as const;

/**
 * Effective period rate: the rate for a month or a quarter that, compounded over a year, gives the annual rate.
 *
 * It is below the annual rate divided by the periods, which is the quoted (nominal) rate of loans.
 *
 * @param input - `annualRate`, effective, above −1; `periodsPerYear`, above zero
 * @returns a ratio for one period
 * @throws DomainError `out-of-range` for a rate of −1 or below, or no periods
 * @source Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, effective and quoted
 *   rates of interest
 *
 * @example
 * ```ts
 * import { effectivePeriodRate } from "golive-kit/roi";
 *
 * effectivePeriodRate({ annualRate: 0.21, periodsPerYear: 2 }); // => 0.1
 * ```
 *
 * @function
 */
export const effectivePeriodRate: Formula<EffectivePeriodRateInput, number> = /* @__PURE__ */ formula({
  id: "roi.effective-period-rate",
  title: "Effective period rate",
  unit: "ratio",
  units: { annualRate: "ratio", periodsPerYear: "count" },
  source: [SOURCE],
  compute({ annualRate, periodsPerYear }: EffectivePeriodRateInput, note) {
    const growth = decimalOfNumber(demandAbove(annualRate, -1, "annualRate"), "annualRate").plus(1);
    const periods = decimalOfNumber(demandAbove(periodsPerYear, 0, "periodsPerYear"), "periodsPerYear");
    const rate = growth.pow(new Decimal(1).div(periods)).minus(1);
    return note("periodRate", "(1 + annualRate) ^ (1 ÷ periodsPerYear) − 1", numberOf(rate, "periodRate"));
  },
});

/**
 * Effective annual rate: what a rate for a month or a quarter comes to over a year, with interest on interest.
 *
 * @param input - `periodRate`, above −1; `periodsPerYear`, above zero
 * @returns a ratio for one year
 * @throws DomainError `out-of-range` for a rate of −1 or below, no periods, or a rate beyond all numbers
 * @source Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, effective and quoted
 *   rates of interest
 *
 * @example
 * ```ts
 * import { effectiveAnnualRate } from "golive-kit/roi";
 *
 * effectiveAnnualRate({ periodRate: 0.1, periodsPerYear: 2 }); // => 0.21
 * ```
 *
 * @function
 */
export const effectiveAnnualRate: Formula<EffectiveAnnualRateInput, number> = /* @__PURE__ */ formula({
  id: "roi.effective-annual-rate",
  title: "Effective annual rate",
  unit: "ratio",
  units: { periodRate: "ratio", periodsPerYear: "count" },
  source: [SOURCE],
  compute({ periodRate, periodsPerYear }: EffectiveAnnualRateInput, note) {
    const growth = decimalOfNumber(demandAbove(periodRate, -1, "periodRate"), "periodRate").plus(1);
    const periods = decimalOfNumber(demandAbove(periodsPerYear, 0, "periodsPerYear"), "periodsPerYear");
    const rate = growth.pow(periods).minus(1);
    return note("annualRate", "(1 + periodRate) ^ periodsPerYear − 1", numberOf(rate, "annualRate"));
  },
});

/**
 * Nominal annual rate: the rate for one period times the periods of a year, without interest on interest, as loans
 * quote it.
 *
 * @param input - `periodRate`, a finite number; `periodsPerYear`, above zero
 * @returns a ratio for one year
 * @throws DomainError `out-of-range` for no periods
 * @source Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, effective and quoted
 *   rates of interest
 *
 * @example
 * ```ts
 * import { nominalAnnualRate } from "golive-kit/roi";
 *
 * nominalAnnualRate({ periodRate: 0.005, periodsPerYear: 12 }); // => 0.06
 * ```
 *
 * @function
 */
export const nominalAnnualRate: Formula<EffectiveAnnualRateInput, number> = /* @__PURE__ */ formula({
  id: "roi.nominal-annual-rate",
  title: "Nominal annual rate",
  unit: "ratio",
  units: { periodRate: "ratio", periodsPerYear: "count" },
  source: [SOURCE],
  compute({ periodRate, periodsPerYear }: EffectiveAnnualRateInput, note) {
    const rate = decimalOfNumber(demandFinite(periodRate, "periodRate"), "periodRate");
    const periods = decimalOfNumber(demandAbove(periodsPerYear, 0, "periodsPerYear"), "periodsPerYear");
    return note("annualRate", "periodRate × periodsPerYear", numberOf(rate.times(periods), "annualRate"));
  },
});

/**
 * Reads the input of {@link effectivePeriodRate} from outside data.
 *
 * @param data - `{ annualRate, periodsPerYear }`, both numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { effectivePeriodRate, parseEffectivePeriodRateInput } from "golive-kit/roi";
 *
 * effectivePeriodRate(parseEffectivePeriodRateInput({ annualRate: 0.44, periodsPerYear: 2 })); // => 0.2
 * ```
 */
export function parseEffectivePeriodRateInput(data: unknown): EffectivePeriodRateInput {
  return contained("effective period rate", () => parse(EffectivePeriodRateInput, data, "effective period rate"));
}

/**
 * Reads the input of {@link effectiveAnnualRate} and {@link nominalAnnualRate} from outside data.
 *
 * @param data - `{ periodRate, periodsPerYear }`, both numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { effectiveAnnualRate, parseEffectiveAnnualRateInput } from "golive-kit/roi";
 *
 * effectiveAnnualRate(parseEffectiveAnnualRateInput({ periodRate: 0.2, periodsPerYear: 2 })); // => 0.44
 * ```
 */
export function parseEffectiveAnnualRateInput(data: unknown): EffectiveAnnualRateInput {
  return contained("effective annual rate", () => parse(EffectiveAnnualRateInput, data, "effective annual rate"));
}
