import * as z from "zod";

import { Decimal, decimalOfNumber, numberOf } from "../../foundation/decimal/index.js";
import { DomainError } from "../../foundation/errors/index.js";
import { broken, contained, demandAbove, demandCount, demandList, demandOneOf } from "../../foundation/guard/index.js";
import { Count, list, MAX_LIST, optional, parse, rule, schema } from "../../foundation/schema/index.js";
import { DiscountRate, type Timing, TIMINGS } from "../flows/cash-flow.js";

/** The rate of some years of a {@link RateSchedule}. */
export interface RateStep {
  /** The last year that the rate is for; left out, it holds for ever: in the last step only. */
  readonly toYear?: number;
  /** Discount rate for a year; 0.1 is 10 %. Above −1. */
  readonly rate: number;
}

/** Discount rates by year, from year 1 on: each step holds from the year after the one before it. At least one. */
export type RateSchedule = readonly RateStep[];

/** Which years are to be discounted, and how; see {@link yearlyDiscountFactors}. */
export interface YearlyDiscountFactorsInput {
  /** Rates by year. */
  readonly schedule: RateSchedule;
  /** Years, in any order; year 0 is now. */
  readonly years: readonly number[];
  /** When in its year an amount falls; year 0 is now with any of them. */
  readonly timing: Timing;
}

/** Reads a {@link RateStep}. */
const RateStep: z.ZodType<RateStep> = /* @__PURE__ */ schema(() =>
  z.strictObject({ toYear: optional(Count), rate: DiscountRate }),
);

/** Reads a {@link RateSchedule}. */
export const RateSchedule: z.ZodType<RateSchedule> = /* @__PURE__ */ schema(() =>
  list<RateStep>(RateStep).check(
    rule((schedule: RateSchedule, report) => {
      if (schedule.length === 0) report("empty", [], "expected at least one rate, received none");
      let before = 0;
      schedule.forEach(({ toYear }, i) => {
        if (toYear === undefined) {
          if (i < schedule.length - 1)
            report("inconsistent", [i, "toYear"], "expected a year: only the last may hold for ever");
        } else {
          if (toYear <= before)
            report("inconsistent", [i, "toYear"], `expected above ${String(before)}, received ${String(toYear)}`);
          before = toYear;
        }
      });
    }),
  ),
);

/**
 * The discount factors of years under a schedule of rates.
 *
 * The factors chain: the rate of a year is for the step from the year before it alone. Taking the rate of year 31 for all
 * 31 years is the classic mistake.
 *
 * @param input - `schedule`, steps of `toYear`, ascending from 1 on, and `rate` for a year, above −1; `years`, whole
 *   numbers of zero or above; `timing`: an amount of year n is discounted n − 1 years (`"start"`), n − ½ (`"mid"`) or n
 *   (`"end"`), and one of year 0 never
 * @returns one factor for each of `years`, in their order: what one unit of money in that year is worth now
 * @throws DomainError `out-of-range` for a year past the schedule, a rate of −1 or below, another timing, or a factor
 *   beyond all numbers
 * @throws DomainError `empty` for no steps, `inconsistent` when they do not ascend, or a step before the last has no end
 * @source Office of Management and Budget, Circular A-94 (1992), appendix B (start, middle and end of the year)
 *
 * @example
 * ```ts
 * import { yearlyDiscountFactors } from "golive-kit/roi";
 *
 * const schedule = [{ toYear: 1, rate: 0.25 }, { rate: 0.6 }];
 *
 * yearlyDiscountFactors({ schedule, years: [0, 1, 2], timing: "end" }); // => [1, 0.8, 0.5]
 * yearlyDiscountFactors({ schedule, years: [0, 1, 2], timing: "start" }); // => [1, 1, 0.8]
 * ```
 */
export function yearlyDiscountFactors(input: YearlyDiscountFactorsInput): readonly number[] {
  return contained("yearlyDiscountFactors", () => {
    return yearlyFactors(input).map((factor) => numberOf(factor, "discount factor"));
  });
}

/** The same to more digits than a number has. */
export function yearlyFactors(input: YearlyDiscountFactorsInput): readonly Decimal[] {
  const steps = demandSchedule(input.schedule);
  const timing = demandOneOf(input.timing, TIMINGS, "timing");
  return demandList(input.years, "years").map((given, i) =>
    factorOf(demandYear(given, steps, `years[${String(i)}]`, ["years", i]), timing, steps),
  );
}

/**
 * The rate of each year under a schedule, as `presentValueByYear` takes them.
 *
 * @param schedule - steps of `toYear`, ascending from 1 on, and `rate` for a year, above −1
 * @param lastYear - the last year that is wanted, zero or above
 * @returns the rates of year 1, year 2, and so on up to `lastYear`
 * @throws DomainError `out-of-range` when `lastYear` is past the schedule, for a rate of −1 or below
 * @throws DomainError `empty` for no steps, `inconsistent` when they do not ascend, or a step before the last has no end
 * @throws DomainError `too-many` for more than 1 000 000 years
 *
 * @example
 * ```ts
 * import { scheduledRates } from "golive-kit/roi";
 *
 * scheduledRates([{ toYear: 2, rate: 0.035 }, { rate: 0.03 }], 4); // => [0.035, 0.035, 0.03, 0.03]
 * ```
 */
export function scheduledRates(schedule: RateSchedule, lastYear: number): readonly number[] {
  return contained("scheduledRates", () => {
    const steps = demandSchedule(schedule);
    const last = demandYear(lastYear, steps, "lastYear", ["lastYear"]);
    if (last > MAX_LIST) {
      throw new DomainError("too-many", { subject: "lastYear", path: ["lastYear"], limit: MAX_LIST, received: last });
    }
    return steps.flatMap(({ fromYear, toYear, rate }) =>
      Array.from({ length: Math.max(0, Math.min(toYear, last) - fromYear + 1) }, () => rate),
    );
  });
}

/**
 * Reads a schedule of rates from outside data.
 *
 * @param data - a list of `{ toYear, rate }`, ascending; the last may be without `toYear`
 * @returns the schedule, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseRateSchedule, scheduledRates } from "golive-kit/roi";
 *
 * scheduledRates(parseRateSchedule([{ rate: 0.07 }]), 2); // => [0.07, 0.07]
 * ```
 */
export function parseRateSchedule(data: unknown): RateSchedule {
  return contained("rate schedule", () => parse(RateSchedule, data, "rate schedule"));
}

/** A step with the years it holds for. */
interface Step {
  readonly fromYear: number;
  readonly toYear: number;
  readonly rate: number;
  readonly growth: Decimal;
}

function demandSchedule(schedule: RateSchedule): readonly Step[] {
  if (demandList(schedule, "schedule").length === 0) {
    throw broken("empty", "schedule", "a list of at least one rate", schedule);
  }
  let before = 0;
  return schedule.map((step, i) => {
    const name = `schedule[${String(i)}]`;
    const rate = demandAbove(step.rate, -1, `${name}.rate`, ["schedule", i, "rate"]);
    const path = ["schedule", i, "toYear"];
    const fromYear = before + 1;
    if (step.toYear !== undefined) before = demandCount(step.toYear, `${name}.toYear`, path);
    else if (i < schedule.length - 1) {
      throw broken("inconsistent", `${name}.toYear`, "a year, as only the last may hold for ever", step.toYear, path);
    } else before = Number.MAX_SAFE_INTEGER;
    if (before < fromYear) {
      throw broken("inconsistent", `${name}.toYear`, `above ${String(fromYear - 1)}`, step.toYear, path);
    }
    return { fromYear, toYear: before, rate, growth: decimalOfNumber(rate, "rate").plus(1) };
  });
}

function demandYear(
  value: number,
  steps: readonly Step[],
  subject: string,
  path: readonly (string | number)[],
): number {
  const year = demandCount(value, subject, path);
  const last = steps.at(-1)?.toYear ?? 0;
  if (year > last) {
    throw broken("out-of-range", subject, `at most ${String(last)}, the last year of the schedule`, value, path);
  }
  return year;
}

/** The factor of an amount of a year: all whole steps before it, then its own as far as the timing says. */
function factorOf(year: number, timing: Timing, steps: readonly Step[]): Decimal {
  if (year === 0) return new Decimal(1);
  const before = steps
    .filter(({ fromYear }) => fromYear < year)
    .reduce(
      (factor, { fromYear, toYear, growth }) => factor.div(growth.pow(Math.min(toYear, year - 1) - fromYear + 1)),
      new Decimal(1),
    );
  if (timing === "start") return before;
  const own = steps.find(({ toYear }) => toYear >= year)?.growth ?? new Decimal(1);
  return before.div(timing === "mid" ? own.sqrt() : own);
}
