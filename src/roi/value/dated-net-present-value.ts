import * as z from "zod";

import { Decimal, decimalOfNumber, moneyOf, numberOf } from "../../foundation/decimal/index.js";
import { formula, type Formula } from "../../foundation/explain/index.js";
import { contained, demandDay } from "../../foundation/guard/index.js";
import type { Money } from "../../foundation/money/index.js";
import { optional, parse, schema } from "../../foundation/schema/index.js";
import { CivilDate } from "../../foundation/time/index.js";
import { demandRate, DiscountRate } from "../flows/cash-flow.js";
import { type DatedFlowsInput, datedShape, demandDatedFlows, sameLength } from "../flows/dated-flows.js";
import { DayCount, ticksBetween, ticksPerYear } from "../flows/day-count.js";
import { presentAmounts } from "./present-values.js";

/** Input of {@link datedNetPresentValue}. */
export interface DatedNetPresentValueInput extends DatedFlowsInput {
  /** Effective discount rate for a year; 0.1 is 10 %. Above −1. */
  readonly rate: number;
  /** The day that the value is meant for; the earliest date when left out. */
  readonly valuationDate?: CivilDate;
}

/** Reads a {@link DatedNetPresentValueInput}. */
export const DatedNetPresentValueInput: z.ZodType<DatedNetPresentValueInput> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({ ...datedShape(), dayCount: DayCount, rate: DiscountRate, valuationDate: optional(CivilDate) })
    .check(sameLength),
);

/**
 * Net present value of dated flows: what they are worth on one day.
 *
 * Flows before that day are carried forward at the same rate. Amounts and rate count as exact decimals; only the result is
 * rounded, to 12 decimals. At rate 0 it is exactly the sum of the flows.
 *
 * @param input - `rate` for a year, above −1; `dates`, civil dates in any order, and `flows`, money of one currency, one
 *   for each date; `dayCount`, how days make years; `valuationDate`, the earliest date when left out
 * @returns money of the flows' currency; above zero when the flows earn more than the rate
 * @throws DomainError `out-of-range` for a rate of −1 or below, another day count, or a present value, of one flow or of
 *   all, that reaches 1e24
 * @throws DomainError `empty` for no flows, `currency-mismatch` when the currencies differ, `invalid-date` for a day that
 *   does not exist, `inconsistent` when the lists differ in length
 * @source Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, net present value
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { datedNetPresentValue } from "golive-kit/roi";
 *
 * const flows = ["-1000", "550", "605"].map((amount) => money(amount, "EUR"));
 * const dates = ["2025-01-01", "2026-01-01", "2027-01-01"] as const;
 *
 * datedNetPresentValue({ rate: 0.1, dates, flows, dayCount: "actual-365-fixed" }).amount; // => "0"
 * ```
 *
 * @function
 */
export const datedNetPresentValue: Formula<DatedNetPresentValueInput, Money> = /* @__PURE__ */ formula({
  id: "roi.dated-net-present-value",
  title: "Net present value of dated flows",
  unit: "money",
  units: { rate: "ratio", dates: "date", flows: "money", dayCount: "text", valuationDate: "date" },
  source: [
    {
      work: "Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance",
      place: "net present value",
    },
  ],
  compute({ rate, dates, flows, dayCount, valuationDate }: DatedNetPresentValueInput, note) {
    const { currency, days, amounts } = demandDatedFlows({ dates, flows });
    const earliest = days.reduce((least, day) => Math.min(least, day), Infinity);
    const origin = valuationDate === undefined ? earliest : demandDay(valuationDate, "valuationDate");
    const perYear = ticksPerYear(dayCount);
    const ticks = days.map((day) =>
      day >= origin ? ticksBetween(origin, day, dayCount) : -ticksBetween(day, origin, dayCount),
    );
    const factors = factorsAt(rate, ticks, perYear);
    const values = presentAmounts(amounts, factors);
    note.table(
      {
        date: { unit: "date" },
        years: { unit: "years" },
        flow: { unit: "money" },
        factor: { unit: "ratio", expression: "1 ÷ (1 + rate) ^ years" },
        presentValue: { unit: "money", expression: "flow × factor" },
      },
      () =>
        flows.map((flow, i) => ({
          date: dates[i] ?? "",
          years: numberOf(new Decimal(ticks[i] ?? 0).div(perYear), "years"),
          flow,
          factor: numberOf(factors[i] ?? new Decimal(0), "factor"),
          presentValue: moneyOf(values[i] ?? new Decimal(0), currency, "present value"),
        })),
    );
    const npv = values.reduce((sum, value) => sum.plus(value), new Decimal(0));
    return note("npv", "sum[t](flow[t] × factor[t])", moneyOf(npv, currency, "npv"));
  },
});

/**
 * The discount factors at whole ticks. In the order of time each is made from the one before by the power that the gap
 * between them gives, and each gap is worked out once: 40 digits leave room for the rounding of a million steps.
 */
function factorsAt(rate: number, ticks: readonly number[], perYear: number): readonly Decimal[] {
  const growth = decimalOfNumber(demandRate(rate), "rate").plus(1);
  const step = growth.pow(new Decimal(-1).div(perYear));
  const powers = new Map<number, Decimal>();
  const factors = new Map<number, Decimal>();
  let tick = 0;
  let factor = new Decimal(1);
  for (const next of [...new Set(ticks)].sort((a, b) => a - b)) {
    const power = powers.get(next - tick) ?? step.pow(next - tick);
    powers.set(next - tick, power);
    factor = factor.times(power);
    // Near a rate of −1 a factor outgrows every number, and could not be shown.
    numberOf(factor, "discount factor");
    factors.set(next, factor);
    tick = next;
  }
  return ticks.map((at) => factors.get(at) ?? factor);
}

/**
 * Reads the input of {@link datedNetPresentValue} from outside data.
 *
 * @param data - `{ rate, dates, flows, dayCount, valuationDate }`; the rate as a number, dates as `YYYY-MM-DD`, amounts as
 *   decimal text or as numbers; `valuationDate` may be left out
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { datedNetPresentValue, parseDatedNetPresentValueInput } from "golive-kit/roi";
 *
 * const input = parseDatedNetPresentValueInput({
 *   rate: 0.1,
 *   dates: ["2026-01-01"],
 *   flows: [{ amount: "110", currency: "EUR" }],
 *   dayCount: "actual-365-fixed",
 *   valuationDate: "2025-01-01",
 * });
 *
 * datedNetPresentValue(input).amount; // => "100"
 * ```
 */
export function parseDatedNetPresentValueInput(data: unknown): DatedNetPresentValueInput {
  return contained("dated net present value", () => parse(DatedNetPresentValueInput, data, "dated net present value"));
}
