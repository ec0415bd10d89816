import * as z from "zod";

import { contained } from "../../foundation/guard/index.js";
import { CurrencyCode, type Money } from "../../foundation/money/index.js";
import { Count, listById, oneCurrency, optional, parse, rule, schema } from "../../foundation/schema/index.js";
import { CivilDate } from "../../foundation/time/index.js";
import { DiscountRate, type Timing, TIMINGS } from "../flows/cash-flow.js";
import { DayCount } from "../flows/day-count.js";
import { PRICE_BASES, type PriceBasis } from "../value/price-basis.js";
import { RateSchedule } from "../value/rate-schedule.js";
import { BenefitLine, type CaseLine, CostLine } from "./case-line.js";

/** How long a period of a business case lasts. */
export type PeriodLength = (typeof PERIOD_LENGTHS)[number];

/** The lengths that a period of a business case can have. */
export const PERIOD_LENGTHS = ["year", "quarter", "month"] as const;

/** How many periods of each length a year has. */
export const PERIODS_PER_YEAR: Readonly<Record<PeriodLength, number>> = { year: 1, quarter: 4, month: 12 };

/** The financial case for a project: what it costs and what it brings, period by period. */
export interface BusinessCase {
  /** The one currency of all amounts. */
  readonly currency: string;
  /** Effective discount rate for a year; 0.1 is 10 %. Above −1. This or `rateSchedule`. */
  readonly discountRate?: number;
  /** Discount rates by year, for yearly periods; period k starts year k + 1. */
  readonly rateSchedule?: RateSchedule;
  /** When the amounts of period k fall: k periods from now (`"start"`), k + ½ (`"mid"`) or k + 1 (`"end"`). */
  readonly timing: Timing;
  /** How long a period lasts. */
  readonly periodLength: PeriodLength;
  /** How many periods the case has; left out, it ends with its last amount. */
  readonly horizon?: number;
  /** The period in which the system goes live, from 0. Lines tied to it start there. */
  readonly goLive?: number;
  /** The first day of period 0: with it the case has dates. */
  readonly start?: CivilDate;
  /** How days make years; payments ask for it. */
  readonly dayCount?: DayCount;
  /** In which prices all amounts are; together with `rateBasis`. */
  readonly priceBasis?: PriceBasis;
  /** For which prices the discount rate is. Where the two differ, `inflation` turns the one rate into the other. */
  readonly rateBasis?: PriceBasis;
  /** How prices rise in a year; 0.02 is 2 %. Above −1. */
  readonly inflation?: number;
  /** What is spent; at least one line, above zero in sum. */
  readonly costs: readonly CostLine[];
  /** What is gained. */
  readonly benefits: readonly BenefitLine[];
}

type Report = (
  code: "inconsistent" | "missing" | "zero-divisor" | "out-of-range",
  path: Place,
  message: string,
) => void;
type Place = (string | number)[];

/** Reads a {@link BusinessCase}. */
export const BusinessCase: z.ZodType<BusinessCase> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      currency: CurrencyCode,
      discountRate: optional(DiscountRate),
      rateSchedule: optional(RateSchedule),
      timing: z.enum(TIMINGS),
      periodLength: z.enum(PERIOD_LENGTHS),
      horizon: optional(Count),
      goLive: optional(Count),
      start: optional(CivilDate),
      dayCount: optional(DayCount),
      priceBasis: optional(z.enum(PRICE_BASES)),
      rateBasis: optional(z.enum(PRICE_BASES)),
      inflation: optional(DiscountRate),
      costs: listById<CostLine>(CostLine),
      benefits: listById<BenefitLine>(BenefitLine),
    })
    .check(
      rule((data: BusinessCase, report) => {
        const { currency, costs } = data;
        checkRates(data, report);
        for (const [part, lines] of sidesOf(data)) {
          lines.forEach((line, i) => {
            oneCurrency(report, placedAmounts(line, [part, i]), currency);
            checkLine(data, line, [part, i], report);
          });
        }
        if (!costs.some((line) => placedAmounts(line, []).some(([, { amount }]) => amount !== "0"))) {
          report("zero-divisor", ["costs"], "expected costs above zero in sum");
        }
      }),
    ),
);

/** Costs and benefits by the names of their lists. */
export function sidesOf({
  costs,
  benefits,
}: BusinessCase): readonly [["costs", readonly CostLine[]], ["benefits", readonly BenefitLine[]]] {
  return [
    ["costs", costs],
    ["benefits", benefits],
  ];
}

function placedAmounts({ amounts = [], recurring, payments = [] }: CaseLine, at: Place): [Place, Money][] {
  return [
    ...amounts.map((amount, k): [Place, Money] => [[...at, "amounts", k], amount]),
    ...(recurring === undefined ? [] : [[[...at, "recurring", "amount"], recurring.amount] as [Place, Money]]),
    ...payments.map(({ amount }, k): [Place, Money] => [[...at, "payments", k, "amount"], amount]),
  ];
}

/** What rates and prices need of each other. */
export function checkRates(data: BusinessCase, report: Report): void {
  const { discountRate, rateSchedule, periodLength, horizon, priceBasis, rateBasis, inflation } = data;
  if (discountRate === undefined && rateSchedule === undefined) {
    report("missing", ["discountRate"], "expected a discountRate or a rateSchedule");
  }
  if (discountRate !== undefined && rateSchedule !== undefined) {
    report("inconsistent", ["rateSchedule"], "expected either a discountRate or a rateSchedule, received both");
  }
  if (rateSchedule !== undefined && periodLength !== "year") {
    report("inconsistent", ["rateSchedule"], `expected periods of a year, received "${periodLength}"`);
  }
  if (horizon === 0) report("out-of-range", ["horizon"], "expected at least 1, received 0");
  if ((priceBasis === undefined) !== (rateBasis === undefined)) {
    report("missing", [priceBasis === undefined ? "priceBasis" : "rateBasis"], "expected the basis of both or of none");
  }
  if (priceBasis === rateBasis) return;
  if (rateSchedule !== undefined) {
    report(
      "inconsistent",
      ["rateBasis"],
      `expected "${String(priceBasis)}", as the amounts are: a schedule is not turned`,
    );
  } else if (inflation === undefined) {
    report(
      "missing",
      ["inflation"],
      `expected inflation, to turn a ${String(rateBasis)} rate into a ${String(priceBasis)} one`,
    );
  }
}

/** What a line needs of its case. */
export function checkLine(data: BusinessCase, line: CaseLine, at: Place, report: Report): void {
  const { horizon, goLive, start, dayCount } = data;
  const { amounts, recurring, payments, fromGoLive = false } = line;
  if (fromGoLive && goLive === undefined) {
    report("missing", ["goLive"], `expected the period of the go-live: the line "${line.id}" starts there`);
  }
  if (recurring !== undefined && recurring.to === undefined && horizon === undefined) {
    report("missing", [...at, "recurring", "to"], "expected a last period, or a horizon of the case");
  }
  if (horizon !== undefined && !fromGoLive) {
    const last = `expected at most ${String(horizon - 1)}: the case has ${String(horizon)} periods`;
    if (amounts !== undefined && amounts.length > horizon) report("out-of-range", [...at, "amounts", horizon], last);
    if (recurring !== undefined && recurring.from >= horizon)
      report("out-of-range", [...at, "recurring", "from"], last);
    if (recurring?.to !== undefined && recurring.to >= horizon)
      report("out-of-range", [...at, "recurring", "to"], last);
  }
  if (payments === undefined) return;
  if (start === undefined) report("missing", ["start"], `expected the first day: the line "${line.id}" has dates`);
  if (dayCount === undefined) report("missing", ["dayCount"], `expected a day count: the line "${line.id}" has dates`);
}

/**
 * Reads a business case from outside data.
 *
 * @param data - see {@link BusinessCase}; amounts as decimal text or as numbers
 * @returns the case, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseBusinessCase } from "golive-kit/roi";
 *
 * const businessCase = parseBusinessCase({
 *   currency: "USD",
 *   discountRate: 0.1,
 *   timing: "start",
 *   periodLength: "year",
 *   costs: [{ id: "build", title: "Build", kind: "direct", amounts: [{ amount: 50000, currency: "USD" }] }],
 *   benefits: [],
 * });
 *
 * businessCase.costs[0]?.amounts?.[0]?.amount; // => "50000"
 * ```
 */
export function parseBusinessCase(data: unknown): BusinessCase {
  return contained("business case", () => parse(BusinessCase, data, "business case"));
}
