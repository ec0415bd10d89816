import { Decimal, moneyOf } from "../../foundation/decimal/index.js";
import { isNoAnswer, type NoAnswer } from "../../foundation/errors/index.js";
import { type Figure, figure } from "../../foundation/explain/index.js";
import type { Money } from "../../foundation/money/index.js";
import type { CivilDate } from "../../foundation/time/index.js";
import { demandFlows } from "../flows/cash-flow.js";
import type { DatedFlows } from "../flows/dated-flows.js";
import { assessDatedPayback, paybackDate } from "../payback/payback-date.js";
import { type PaybackFromOrigins, paybackOrigin } from "../payback/payback-origin.js";
import { recoveryOf, runningBalance } from "../payback/payback.js";
import { datedInternalRateOfReturn } from "../rate/dated-internal-rate-of-return.js";
import { datedNetPresentValue } from "../value/dated-net-present-value.js";
import type { BusinessCase } from "./business-case.js";
import type { AssessedLine } from "./case-line-assessment.js";
import { dateAfter, dateOfPeriod, startOfPeriod, TIMING_OFFSET } from "./case-periods.js";

/** When a business case pays back, by the calendar; see {@link assessBusinessCase}. */
export interface BusinessCaseDates extends Partial<PaybackFromOrigins> {
  /** The first day on which more is spent than gained. */
  readonly firstSpend?: CivilDate;
  /** The first day of the period of the go-live. */
  readonly goLive?: CivilDate;
  /** The day on which the money is back for good. */
  readonly paybackDate?: CivilDate;
}

/** All amounts with their dates, where any line has payments: costs are below zero. */
export function datedFlows(
  data: BusinessCase,
  costs: readonly AssessedLine[],
  benefits: readonly AssessedLine[],
): DatedFlows | undefined {
  const { currency, start } = data;
  const lines = [...costs, ...benefits];
  if (start === undefined || lines.every(({ payments }) => payments.length === 0)) return undefined;
  const rows: { date: CivilDate; amount: Decimal }[] = [];
  for (const { side, undated, payments } of lines) {
    const sign = side === "cost" ? -1 : 1;
    undated.forEach((amount, k) => {
      if (!amount.isZero()) rows.push({ date: dateOfPeriod(data, start, k), amount: amount.times(sign) });
    });
    for (const { date, amount } of payments) rows.push({ date, amount: amount.times(sign) });
  }
  return {
    dates: rows.map(({ date }) => date),
    flows: rows.map(({ amount }) => moneyOf(amount, currency)),
  };
}

/** When a case pays back, where it has a start. */
export function datesOf(
  data: BusinessCase,
  periods: readonly { readonly net: Money; readonly date?: CivilDate }[],
  dated: DatedFlows | undefined,
): BusinessCaseDates | undefined {
  const { start, goLive } = data;
  if (start === undefined) return undefined;
  const profile = dated === undefined ? undefined : assessDatedPayback(dated);
  const found = profile === undefined ? paybackDay(data, start, periods) : answered(profile.paybackDate);
  const firstSpend =
    profile === undefined ? periods.find(({ net }) => net.amount.startsWith("-"))?.date : profile.firstSpendDate;
  const live = goLive === undefined ? undefined : startOfPeriod(data, start, goLive);
  const canCount =
    firstSpend !== undefined && live !== undefined && found !== undefined && live >= firstSpend && found >= firstSpend;
  return {
    ...(firstSpend !== undefined && { firstSpend }),
    ...(live !== undefined && { goLive: live }),
    ...(found !== undefined && { paybackDate: found }),
    ...(canCount && paybackOrigin({ firstSpend, goLive: live, paybackDate: found })),
  };
}

/** The day on which money that comes in evenly within each period is back. */
function paybackDay(
  data: BusinessCase,
  start: CivilDate,
  periods: readonly { readonly net: Money }[],
): CivilDate | undefined {
  const { amounts } = demandFlows(periods.map(({ net }) => net));
  const balance = runningBalance(amounts);
  const recovery = recoveryOf(balance);
  if (recovery === balance.length) return undefined;
  const offset = TIMING_OFFSET[data.timing];
  if (recovery === 0) return dateAfter(data, start, offset);
  // The part of a period stays a quotient: a day that it reaches exactly must not be missed by a rounding.
  const flow = amounts[recovery] ?? new Decimal(1);
  const out = balance[recovery - 1] ?? new Decimal(0);
  return dateAfter(data, start, recovery - 1 + offset, { part: out.negated(), of: flow });
}

function answered<T>(value: T | NoAnswer): T | undefined {
  return isNoAnswer(value) ? undefined : value;
}

/** The figures of dated flows. */
export function datedFigures(data: BusinessCase, flows: DatedFlows, annualRate: number | undefined): readonly Figure[] {
  const { start = "1970-01-01", dayCount = "actual-365-fixed" } = data;
  return [
    ...(annualRate === undefined
      ? []
      : [figure(datedNetPresentValue, { ...flows, dayCount, rate: annualRate, valuationDate: start })]),
    figure(datedInternalRateOfReturn, { ...flows, dayCount }),
    figure(paybackDate, flows),
  ];
}
