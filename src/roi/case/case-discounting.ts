import type { Decimal } from "../../foundation/decimal/index.js";
import { type Figure, figure } from "../../foundation/explain/index.js";
import { demandAbove } from "../../foundation/guard/index.js";
import type { Timing } from "../flows/cash-flow.js";
import { effectivePeriodRate } from "../rate/period-rate.js";
import { discountFactors } from "../value/present-values.js";
import { scheduledRates, yearlyFactors } from "../value/rate-schedule.js";
import { nominalDiscountRate, realDiscountRate } from "../value/real-rate.js";
import { type BusinessCase, PERIODS_PER_YEAR } from "./business-case.js";

/** How a case is discounted. */
export interface Discounting {
  /** What one unit of money of each period is worth now. */
  readonly factors: readonly Decimal[];
  /** The rates of a schedule, from year 1 on. */
  readonly yearly?: readonly number[];
  /** The rate of a year, in the prices of the amounts; none with a schedule. */
  readonly annualRate?: number;
  /** How it came about, where the rate was for other prices. */
  readonly turned?: Figure;
}

/** Works out how a case is discounted, over its periods. */
export function discountingOf(data: BusinessCase, length: number): Discounting {
  const { timing, discountRate, rateSchedule, priceBasis, rateBasis, inflation = 0 } = data;
  if (rateSchedule !== undefined) {
    const shift = timing === "start" ? 0 : 1;
    const years = Array.from({ length }, (_, k) => k + shift);
    return {
      factors: yearlyFactors({ schedule: rateSchedule, years, timing: yearTiming(timing) }),
      yearly: scheduledRates(rateSchedule, length - 1 + shift),
    };
  }
  const given = demandAbove(discountRate, -1, "discountRate");
  const turned =
    priceBasis === rateBasis
      ? undefined
      : priceBasis === "real"
        ? figure(realDiscountRate, { nominalRate: given, inflation })
        : figure(nominalDiscountRate, { realRate: given, inflation });
  const annualRate = turned === undefined ? given : Number(turned.value);
  const periodRate = effectivePeriodRate({ annualRate, periodsPerYear: PERIODS_PER_YEAR[data.periodLength] });
  return {
    factors: discountFactors(periodRate, timing, length),
    annualRate,
    ...(turned !== undefined && { turned }),
  };
}

/** Period k starts year k + 1, and period 0 of a case at the start of its periods is now. */
export function yearTiming(timing: Timing): Timing {
  return timing === "start" ? "end" : timing;
}
