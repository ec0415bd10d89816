import * as z from "zod";

import { Decimal } from "../../foundation/decimal/index.js";
import { broken, contained, demandDay, demandList } from "../../foundation/guard/index.js";
import type { Money } from "../../foundation/money/index.js";
import { list, parse, rule, schema } from "../../foundation/schema/index.js";
import { CivilDate } from "../../foundation/time/index.js";
import { CashFlows, demandFlows } from "./cash-flow.js";
import { DayCount, ticksBetween } from "./day-count.js";

/** Cash flows with a date each, in any order. */
export interface DatedFlows {
  /** When each flow falls. */
  readonly dates: readonly CivilDate[];
  /** One amount for each date, all of one currency; below zero is money spent. At least one. */
  readonly flows: readonly Money[];
}

/** Input of the figures that look at dated cash flows and count years between them. */
export interface DatedFlowsInput extends DatedFlows {
  /** How days make years; spreadsheets use `"actual-365-fixed"`. */
  readonly dayCount: DayCount;
}

/** Reads a {@link DatedFlows}. */
export const DatedFlows: z.ZodType<DatedFlows> = /* @__PURE__ */ schema(() =>
  z.strictObject(datedShape()).check(sameLength),
);

/** Reads a {@link DatedFlowsInput}. */
export const DatedFlowsInput: z.ZodType<DatedFlowsInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...datedShape(), dayCount: DayCount }).check(sameLength),
);

/** What dated flows are made of in a schema. */
export function datedShape(): { dates: z.ZodType<readonly CivilDate[]>; flows: z.ZodType<readonly Money[]> } {
  return { dates: list<CivilDate>(CivilDate), flows: CashFlows };
}

/** Reports dates and flows of which one list is longer. */
export const sameLength: z.core.CheckFn<DatedFlows> = /* @__PURE__ */ rule(({ dates, flows }: DatedFlows, report) => {
  if (dates.length !== flows.length) {
    report(
      "inconsistent",
      ["dates"],
      `expected as many as flows, ${String(flows.length)}, received ${String(dates.length)}`,
    );
  }
});

/** The flows of one day, or of the days that share a tick. */
export interface NetFlow {
  /** Day number; the first in the order of the rows where days share a tick. */
  readonly day: number;
  /** When it is, in the ticks of a convention, or in days. */
  readonly tick: number;
  /** Their sum, exact. */
  readonly amount: Decimal;
}

/**
 * Reads dated cash flows from outside data, as `datedNetPresentValue` and `datedInternalRates` take them.
 *
 * @param data - `{ dates, flows, dayCount }`; dates as `YYYY-MM-DD`, amounts as decimal text or as numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { datedInternalRateOfReturn, parseDatedFlowsInput } from "golive-kit/roi";
 *
 * const input = parseDatedFlowsInput({
 *   dates: ["2026-01-01", "2027-01-01"],
 *   flows: [
 *     { amount: "-100", currency: "EUR" },
 *     { amount: "110", currency: "EUR" },
 *   ],
 *   dayCount: "actual-365-fixed",
 * });
 *
 * datedInternalRateOfReturn(input); // => 0.1
 * ```
 */
export function parseDatedFlowsInput(data: unknown): DatedFlowsInput {
  return contained("dated cash flows", () => parse(DatedFlowsInput, data, "dated cash flows"));
}

/** Asks for dated flows: day numbers and amounts in the order of the rows. */
export function demandDatedFlows({ dates, flows }: DatedFlows): {
  readonly currency: string;
  readonly days: readonly number[];
  readonly amounts: readonly Decimal[];
} {
  const { currency, amounts } = demandFlows(flows);
  demandList(dates, "dates");
  if (dates.length !== flows.length) {
    throw broken("inconsistent", "dates", `as many as flows, ${String(flows.length)}`, dates.length);
  }
  const days = dates.map((date, i) => demandDay(date, `dates[${String(i)}]`, ["dates", i]));
  return { currency, days, amounts };
}

/** The flows by day, from the earliest on: those of one day are added. */
export function byDay(days: readonly number[], amounts: readonly Decimal[]): readonly NetFlow[] {
  return summed(days, days, amounts);
}

/**
 * The flows by tick from the earliest date on. Different days can share a tick where months have 30 days; their flows
 * are added.
 */
export function byTick(days: readonly number[], amounts: readonly Decimal[], dayCount: DayCount): readonly NetFlow[] {
  const earliest = days.reduce((least, day) => Math.min(least, day), Infinity);
  return summed(
    days.map((day) => ticksBetween(earliest, day, dayCount)),
    days,
    amounts,
  );
}

function summed(ticks: readonly number[], days: readonly number[], amounts: readonly Decimal[]): readonly NetFlow[] {
  const order = Array.from(ticks.keys());
  if (ticks.some((tick, i) => i > 0 && tick < (ticks[i - 1] ?? 0))) {
    order.sort((a, b) => (ticks[a] ?? 0) - (ticks[b] ?? 0) || a - b);
  }
  const sums: NetFlow[] = [];
  for (const i of order) {
    const [tick = 0, day = 0, amount = new Decimal(0)] = [ticks[i], days[i], amounts[i]];
    const last = sums[sums.length - 1];
    if (last?.tick === tick) sums[sums.length - 1] = { ...last, amount: last.amount.plus(amount) };
    else sums.push({ day, tick, amount });
  }
  return sums;
}
