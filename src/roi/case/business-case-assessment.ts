import { Decimal, demandCurrency, moneyOf, numberOf } from "../../foundation/decimal/index.js";
import { DomainError, type Issue } from "../../foundation/errors/index.js";
import type { Figure } from "../../foundation/explain/index.js";
import {
  broken,
  contained,
  demandCount,
  demandDay,
  demandList,
  demandNewId,
  demandOneOf,
} from "../../foundation/guard/index.js";
import type { Money } from "../../foundation/money/index.js";
import type { CivilDate } from "../../foundation/time/index.js";
import { TIMINGS } from "../flows/cash-flow.js";
import { assessPayback } from "../payback/payback-profile.js";
import { runningBalance } from "../payback/payback.js";
import { type InternalRates, internalRates, type RateWarning } from "../rate/internal-rates.js";
import { presentAmounts } from "../value/present-values.js";
import { type BusinessCase, checkLine, checkRates, PERIOD_LENGTHS, sidesOf } from "./business-case.js";
import { type BusinessCaseDates, datedFigures, datedFlows, datesOf } from "./case-dates.js";
import { discountingOf } from "./case-discounting.js";
import { figuresOf, totalsOf } from "./case-figures.js";
import { type AssessedLine, assessLine } from "./case-line-assessment.js";
import { dateOfPeriod, lengthOf } from "./case-periods.js";

/** One period of a business case. */
export interface BusinessCasePeriod {
  /** Its number, from 0. */
  readonly period: number;
  /** The day its amounts fall on, where the case has a start. */
  readonly date?: CivilDate;
  /** What is spent in it. */
  readonly cost: Money;
  /** What is gained in it. */
  readonly benefit: Money;
  /** The gain less the cost. */
  readonly net: Money;
  /** The sum of the net amounts up to and with this period. */
  readonly cumulative: Money;
  /** What one unit of money of this period is worth now. */
  readonly factor: number;
  /** What the net amount is worth now. */
  readonly presentValue: Money;
  /** The sum of the present values up to and with this period. */
  readonly cumulativePresentValue: Money;
}

/** One line of a business case as it counts. */
export interface BusinessCaseLine {
  /** Its id. */
  readonly id: string;
  /** On which side it stands. */
  readonly side: "cost" | "benefit";
  /** Its kind. */
  readonly kind: string;
  /** What counts of it in each period: adjusted, escalated, with its payments. */
  readonly amounts: readonly Money[];
  /** Their sum. */
  readonly total: Money;
  /** What they are worth now. */
  readonly presentValue: Money;
}

/** What a business case comes to; see {@link assessBusinessCase}. */
export interface BusinessCaseAssessment {
  /** Costs and benefits by period. */
  readonly periods: readonly BusinessCasePeriod[];
  /** Costs, then benefits, line by line. */
  readonly lines: readonly BusinessCaseLine[];
  /** When the case pays back, where it has a start. */
  readonly dates?: BusinessCaseDates;
  /** The headline figures, each with its input; those of a line have its id in `of`. */
  readonly figures: readonly Figure[];
  /** All internal rates of the net amounts, for one period, with their growth factors. */
  readonly rates: InternalRates;
  /** What to look at before the figures are used. */
  readonly warnings: readonly CaseWarning[];
}

/**
 * What to look at before the figures of a case are used: a rate above 1, which is most often a per cent; a balance that
 * falls below zero again after it had recovered; and what {@link RateWarning} says of the internal rate.
 */
export type CaseWarning = "likely-percent" | "non-monotonic" | RateWarning;

/**
 * Works out a business case: its lines, its periods, and every figure it is judged by.
 *
 * Amounts of a line are spread over the periods, escalated, adjusted and, for benefits, taken times the share in use; each
 * line has a figure that shows it. The discount rate of the case is for a year; periods are discounted at the effective
 * rate for their length, or by the schedule. Payback and internal rate are counted in periods, with period 0 at time 0.
 * The case runs from now to its last amount, or to its horizon: four yearly amounts at the start of their years make three
 * years.
 *
 * A figure is left out where the case has no place for it: the annualised returns when the case takes no time, or loses
 * more than was spent; the annual internal rate when there is no internal rate; with a schedule of rates, what asks for one
 * rate. Where lines have payments, the figures of dated flows are given too: amounts without a date fall on the day of
 * their period.
 *
 * @param businessCase - the case
 * @returns `periods`, from period 0 on; `lines`; `dates`, where the case has a start; `figures`, each with its input; `rates`, all internal rates; `warnings`
 * @throws DomainError `zero-divisor` when nothing is spent, `out-of-range` for a cost below zero, a rate of −1 or below, or
 *   a payment outside the case
 * @throws DomainError `currency-mismatch` for an amount of another currency
 * @throws DomainError `duplicate-id` when two lines of costs, or two of benefits, have one id
 * @throws DomainError `invalid-input` when the parts of the case do not fit each other, each fault with its path
 *
 * @example
 * ```ts
 * import { money } from "golive-kit/money";
 * import { assessBusinessCase } from "golive-kit/roi";
 *
 * const { figures } = assessBusinessCase({
 *   currency: "USD",
 *   discountRate: 0.1,
 *   timing: "start",
 *   periodLength: "year",
 *   costs: [{ id: "build", title: "Build", kind: "direct", amounts: [money("100", "USD")] }],
 *   benefits: [
 *     { id: "hours", title: "Hours saved", kind: "efficiency", amounts: [money("0", "USD"), money("132", "USD")] },
 *   ],
 * });
 *
 * figures.find(({ id }) => id === "roi.return-on-investment")?.value; // => 0.32
 * figures.find(({ id }) => id === "roi.net-present-value")?.value; // => { amount: "20", currency: "USD" }
 * ```
 */
export function assessBusinessCase(businessCase: BusinessCase): BusinessCaseAssessment {
  return contained("assessBusinessCase", () => {
    demandOneOf(businessCase.periodLength, PERIOD_LENGTHS, "periodLength");
    demandOneOf(businessCase.timing, TIMINGS, "timing");
    demandCurrency(businessCase.currency, "currency");
    demandList(businessCase.costs, "costs");
    demandList(businessCase.benefits, "benefits");
    if (businessCase.goLive !== undefined) demandCount(businessCase.goLive, "goLive");
    if (businessCase.start !== undefined) demandDay(businessCase.start, "start");
    demandUniqueIds(businessCase);
    demandFit(businessCase);
    const length = lengthOf(businessCase);
    if (length === 0) throw broken("zero-divisor", "costs", "above zero in sum", businessCase.costs);

    const costs = businessCase.costs.map((line, i) => assessLine(businessCase, "cost", line, length, ["costs", i]));
    const benefits = businessCase.benefits.map((line, i) =>
      assessLine(businessCase, "benefit", line, length, ["benefits", i]),
    );
    const ratesUsed = discountingOf(businessCase, length);
    const periods = periodsOf(businessCase, costs, benefits, ratesUsed.factors);
    const rates = internalRates(periods.map(({ net }) => net));
    const dated = datedFlows(businessCase, costs, benefits);
    const dates = datesOf(businessCase, periods, dated);
    const lines = [...costs, ...benefits].map((line) => shownLine(businessCase, line, ratesUsed.factors));
    return {
      periods,
      lines,
      ...(dates !== undefined && { dates }),
      figures: [
        ...[...costs, ...benefits].map(({ figure: own }) => own),
        ...totalsOf(costs, "costs"),
        ...totalsOf(benefits, "benefits"),
        ...figuresOf(businessCase, periods, ratesUsed),
        ...(dated === undefined ? [] : datedFigures(businessCase, dated, ratesUsed.annualRate)),
      ],
      rates,
      warnings: warningsOf(businessCase, periods, rates),
    };
  });
}

function periodsOf(
  data: BusinessCase,
  costs: readonly AssessedLine[],
  benefits: readonly AssessedLine[],
  factors: readonly Decimal[],
): readonly BusinessCasePeriod[] {
  const { currency, start } = data;
  const zero = new Decimal(0);
  const sumAt = (lines: readonly AssessedLine[], k: number): Decimal =>
    lines.reduce((sum, { amounts }) => sum.plus(amounts[k] ?? 0), zero);
  const spent = factors.map((_, k) => sumAt(costs, k));
  const gained = factors.map((_, k) => sumAt(benefits, k));
  const nets = gained.map((amount, k) => amount.minus(spent[k] ?? 0));
  const present = presentAmounts(nets, factors);
  const cumulative = runningBalance(nets);
  const cumulativePresent = runningBalance(present);
  return nets.map((net, k) => ({
    period: k,
    ...(start !== undefined && { date: dateOfPeriod(data, start, k) }),
    cost: moneyOf(spent[k] ?? zero, currency, "cost"),
    benefit: moneyOf(gained[k] ?? zero, currency, "benefit"),
    net: moneyOf(net, currency, "net"),
    cumulative: moneyOf(cumulative[k] ?? zero, currency, "cumulative"),
    factor: numberOf(factors[k] ?? zero, "factor"),
    presentValue: moneyOf(present[k] ?? zero, currency, "present value"),
    cumulativePresentValue: moneyOf(cumulativePresent[k] ?? zero, currency, "present value"),
  }));
}

function shownLine({ currency }: BusinessCase, line: AssessedLine, factors: readonly Decimal[]): BusinessCaseLine {
  const { id, side, kind, amounts, total } = line;
  const present = presentAmounts(amounts, factors).reduce((sum, value) => sum.plus(value), new Decimal(0));
  return {
    id,
    side,
    kind,
    amounts: amounts.map((amount) => moneyOf(amount, currency)),
    total,
    presentValue: moneyOf(present, currency, "present value"),
  };
}

function warningsOf(
  { discountRate, rateSchedule = [] }: BusinessCase,
  periods: readonly BusinessCasePeriod[],
  rates: InternalRates,
): readonly CaseWarning[] {
  const isLikelyPercent = [discountRate ?? 0, ...rateSchedule.map(({ rate }) => rate)].some((rate) => rate > 1);
  return [
    ...(isLikelyPercent ? (["likely-percent"] as const) : []),
    ...assessPayback(periods.map(({ net }) => net)).warnings,
    ...rates.warnings,
  ];
}

function demandUniqueIds(data: BusinessCase): void {
  for (const [part, lines] of sidesOf(data)) {
    const seen = new Set<string>();
    lines.forEach(({ id }, i) => {
      demandNewId(seen, id, [part, i, "id"], `${part}.id`);
    });
  }
}

/** Asks that the parts of a case fit each other; all faults at once. */
function demandFit(data: BusinessCase): void {
  const issues: Issue[] = [];
  const report = (code: Issue["code"], path: (string | number)[], message: string): void => {
    issues.push({ code, path, message });
  };
  checkRates(data, report);
  for (const [part, lines] of sidesOf(data)) {
    lines.forEach((line, i) => {
      checkLine(data, line, [part, i], report);
    });
  }
  if (issues.length > 0) {
    throw new DomainError("invalid-input", { subject: "business case", issues, total: issues.length });
  }
}
