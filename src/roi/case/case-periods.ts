import { Decimal, decimalOfNumber, demandMoneyIn, moneyOf } from "../../foundation/decimal/index.js";
import { DomainError, type Path } from "../../foundation/errors/index.js";
import { broken, demandAbove, demandCount, demandDay, demandList } from "../../foundation/guard/index.js";
import type { Money } from "../../foundation/money/index.js";
import { MAX_LIST } from "../../foundation/schema/index.js";
import { addDays, addMonths, type CivilDate, daysBetween, monthsBetween } from "../../foundation/time/index.js";
import type { Timing } from "../flows/cash-flow.js";
import { type BusinessCase, type PeriodLength, PERIODS_PER_YEAR } from "./business-case.js";
import type { CaseLine } from "./case-line.js";

/** The amounts of a line as they are planned. */
export interface PlannedLine {
  /** One amount for each period of the case, payments left out. */
  readonly amounts: readonly Decimal[];
  /** Amounts with a date, and the period that each falls into. */
  readonly payments: readonly { readonly date: CivilDate; readonly period: number; readonly amount: Decimal }[];
  /** The period in which the line starts. */
  readonly offset: number;
}

/** How many periods a case has: its horizon, or up to its last amount. */
export function lengthOf(data: BusinessCase): number {
  if (data.horizon !== undefined) return demandCount(data.horizon, "horizon");
  let length = 0;
  for (const line of [...data.costs, ...data.benefits]) {
    const { amounts = [], recurring, payments = [] } = line;
    const offset = offsetOf(data, line);
    if (amounts.length > 0) length = Math.max(length, offset + amounts.length);
    if (recurring?.to !== undefined) length = Math.max(length, offset + recurring.to + 1);
    for (const { date } of payments) length = Math.max(length, periodOf(data, date) + 1);
  }
  if (length > MAX_LIST) {
    throw new DomainError("too-many", { subject: "periods", path: [], limit: MAX_LIST, received: length });
  }
  return length;
}

/**
 * Spreads a line over the periods of its case. What a line tied to the go-live would bring after the horizon is not part
 * of the case.
 *
 * @param data - the case
 * @param line - one of its lines
 * @param length - how many periods the case has
 * @param at - where the line stands
 */
export function plannedLine(data: BusinessCase, line: CaseLine, length: number, at: Path): PlannedLine {
  const { currency } = data;
  const offset = offsetOf(data, line);
  const amounts = Array.from({ length }, () => new Decimal(0));
  const add = (period: number, amount: Decimal): void => {
    if (period < length) amounts[period] = (amounts[period] ?? new Decimal(0)).plus(amount);
  };
  demandList(line.amounts ?? [], "amounts").forEach((money, k) => {
    add(offset + k, demandMoneyIn(currency, money, "amount", [...at, "amounts", k]));
  });
  if (line.recurring !== undefined) {
    const { amount, from, to, escalation = 0 } = line.recurring;
    const first = demandMoneyIn(currency, amount, "amount", [...at, "recurring", "amount"]);
    const growth = decimalOfNumber(
      demandAbove(escalation, -1, "escalation", [...at, "recurring", "escalation"]),
      "escalation",
    ).plus(1);
    const start = offset + demandCount(from, "from", [...at, "recurring", "from"]);
    const end = to === undefined ? length - 1 : offset + demandCount(to, "to", [...at, "recurring", "to"]);
    const perYear = PERIODS_PER_YEAR[data.periodLength];
    let current = first;
    for (let period = start; period <= Math.min(end, length - 1); period++) {
      if (period > start && (period - start) % perYear === 0) current = current.times(growth);
      add(period, current);
    }
  }
  const payments = demandList(line.payments ?? [], "payments").map(({ date, amount }, k) => {
    const place = [...at, "payments", k];
    const period = periodOf(data, date, [...place, "date"]);
    if (period >= length) {
      throw broken("out-of-range", "date", `within the ${String(length)} periods of the case`, date, [
        ...place,
        "date",
      ]);
    }
    return { date, period, amount: demandMoneyIn(currency, amount, "amount", [...place, "amount"]) };
  });
  return { amounts: amounts.map((amount) => rounded(amount, currency)), payments, offset };
}

/** The date on which the amounts of a period fall. */
export function dateOfPeriod(data: BusinessCase, start: CivilDate, period: number): CivilDate {
  return dateAfter(data, start, period + TIMING_OFFSET[data.timing]);
}

/**
 * The day some periods after the start.
 *
 * @param data - the case
 * @param start - its first day
 * @param periods - whole or half periods
 * @param more - a part of a period that is added, as a quotient from 0 to 1
 */
export function dateAfter(
  data: BusinessCase,
  start: CivilDate,
  periods: number,
  more: { readonly part: Decimal; readonly of: Decimal } = { part: new Decimal(0), of: new Decimal(1) },
): CivilDate {
  // In half periods over twice the divisor: nothing is divided before the days are counted.
  const twice = more.of.times(2);
  const total = more.of.times(Math.round(2 * periods)).plus(more.part.times(2));
  const period = total.divToInt(twice).toNumber();
  const rest = total.minus(twice.times(period));
  const from = startOfPeriod(data, start, period);
  const days = daysBetween(from, startOfPeriod(data, start, period + 1));
  return addDays(from, rest.times(days).divToInt(twice).toNumber());
}

/** When in its period an amount falls, as a part of it. */
export const TIMING_OFFSET: Readonly<Record<Timing, number>> = { start: 0, mid: 0.5, end: 1 };

/** The first day of a period. */
export function startOfPeriod({ periodLength }: BusinessCase, start: CivilDate, period: number): CivilDate {
  return addMonths(start, period * monthsOf(periodLength));
}

function monthsOf(periodLength: PeriodLength): number {
  return 12 / PERIODS_PER_YEAR[periodLength];
}

function offsetOf({ goLive = 0 }: BusinessCase, { fromGoLive = false }: CaseLine): number {
  return fromGoLive ? demandCount(goLive, "goLive") : 0;
}

function periodOf({ start, periodLength }: BusinessCase, date: CivilDate, path: Path = ["date"]): number {
  demandDay(date, "date", path);
  const first = start ?? date;
  if (date < first) throw broken("out-of-range", "date", `${first} or later, where the case starts`, date, path);
  return Math.floor(monthsBetween(first, date).months / monthsOf(periodLength));
}

/** To the 12 decimals of money, so that what is shown is what is worked with. */
function rounded(amount: Decimal, currency: string): Decimal {
  const { amount: text }: Money = moneyOf(amount, currency);
  return new Decimal(text);
}
