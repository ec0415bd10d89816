import { Decimal, demandMoneyIn, moneyOf } from "../../foundation/decimal/index.js";
import { DomainError } from "../../foundation/errors/index.js";
import { type Figure, figure } from "../../foundation/explain/index.js";
import { broken, contained, demandAbove, demandOneOf } from "../../foundation/guard/index.js";
import { type Money, sumMoney } from "../../foundation/money/index.js";
import { annualisedRoi, averageAnnualRoi } from "../return/annualised-roi.js";
import { benefitCostRatio } from "../value/benefit-cost-ratio.js";
import { type BusinessCase, PERIOD_LENGTHS, PERIODS_PER_YEAR } from "./business-case.js";
import type { Timing } from "../flows/cash-flow.js";
import { discountedPayback } from "../payback/discounted-payback.js";
import { internalRateOfReturn } from "../rate/internal-rate-of-return.js";
import { netPresentValue } from "../value/net-present-value.js";
import { firstCrossing, maximumExposure, payback, paybackShortfall, runningBalance } from "../payback/payback.js";
import { effectiveAnnualRate, effectivePeriodRate } from "../rate/period-rate.js";
import { profitabilityIndex } from "../value/profitability-index.js";
import { returnOnInvestment } from "../return/return-on-investment.js";

/** One period of a business case. */
export interface BusinessCasePeriod {
  /** Its number, from 0. */
  readonly period: number;
  /** What is spent in it. */
  readonly cost: Money;
  /** What is gained in it. */
  readonly benefit: Money;
  /** The gain less the cost. */
  readonly net: Money;
  /** The sum of the net amounts up to and with this period. */
  readonly cumulative: Money;
}

/** What a business case comes to; see {@link assessBusinessCase}. */
export interface BusinessCaseAssessment {
  /** Costs and benefits by period. */
  readonly periods: readonly BusinessCasePeriod[];
  /** The headline figures, each with its input. */
  readonly figures: readonly Figure[];
}

const LAST_FALLS_AFTER: Readonly<Record<Timing, number>> = { start: -1, mid: -0.5, end: 0 };

/**
 * Works out a business case: its periods, and every figure it is judged by.
 *
 * The discount rate of the case is for a year; periods are discounted at the effective rate for their length. Payback
 * and internal rate are counted in periods, with period 0 at time 0. The case runs from now to its last amount: four
 * yearly amounts at the start of their years make three years. A figure is left out where the case has no place for it:
 * the annualised returns when the case takes no time, or loses more than was spent; the annual internal rate when there
 * is no internal rate.
 *
 * @param businessCase - the case
 * @returns `periods`, from period 0 to the last that has an amount, and `figures`, each with its input
 * @throws DomainError `zero-divisor` when nothing is spent, `out-of-range` for a cost below zero or a rate of −1 or below
 * @throws DomainError `currency-mismatch` for an amount of another currency
 * @throws DomainError `duplicate-id` when two lines of costs, or two of benefits, have one id
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
    const { currency, timing } = businessCase;
    const perYear = PERIODS_PER_YEAR[demandOneOf(businessCase.periodLength, PERIOD_LENGTHS, "periodLength")];
    const discountRate = demandAbove(businessCase.discountRate, -1, "discountRate");
    const spent = byPeriod(businessCase, "costs");
    const gained = byPeriod(businessCase, "benefits");
    const length = Math.max(spent.length, gained.length);
    if (length === 0) throw broken("zero-divisor", "costs", "above zero in sum", businessCase.costs);

    const periods = periodsOf(spent, gained, length, currency);
    const flows = periods.map(({ net }) => net);
    const costs = periods.map(({ cost }) => cost);
    const benefits = periods.map(({ benefit }) => benefit);
    const whole = figure(returnOnInvestment, { totalBenefit: sumMoney(benefits), totalCost: sumMoney(costs) });
    const periodRate = figure(effectivePeriodRate, { annualRate: discountRate, periodsPerYear: perYear });
    const rate = Number(periodRate.value);
    const internalRate = figure(internalRateOfReturn, { flows });
    const roi = Number(whole.value);
    const years = (length + LAST_FALLS_AFTER[timing]) / perYear;
    const yearly = { roi, years };
    return {
      periods,
      figures: [
        whole,
        ...(roi >= -1 && years > 0 ? [figure(annualisedRoi, yearly), figure(averageAnnualRoi, yearly)] : []),
        periodRate,
        figure(netPresentValue, { rate, flows, timing }),
        internalRate,
        ...(typeof internalRate.value === "number"
          ? [figure(effectiveAnnualRate, { periodRate: internalRate.value, periodsPerYear: perYear })]
          : []),
        figure(payback, { flows }),
        figure(firstCrossing, { flows }),
        figure(discountedPayback, { rate, flows }),
        figure(maximumExposure, { flows }),
        figure(paybackShortfall, { flows }),
        figure(profitabilityIndex, { rate, flows }),
        figure(benefitCostRatio, { rate, benefits, costs, timing }),
      ],
    };
  });
}

function periodsOf(
  spent: readonly Decimal[],
  gained: readonly Decimal[],
  length: number,
  currency: string,
): readonly BusinessCasePeriod[] {
  const zero = new Decimal(0);
  const nets = Array.from({ length }, (_, k) => (gained[k] ?? zero).minus(spent[k] ?? zero));
  const cumulative = runningBalance(nets);
  return nets.map((net, k) => ({
    period: k,
    cost: moneyOf(spent[k] ?? zero, currency, "cost"),
    benefit: moneyOf(gained[k] ?? zero, currency, "benefit"),
    net: moneyOf(net, currency, "net"),
    cumulative: moneyOf(cumulative[k] ?? zero, currency, "cumulative"),
  }));
}

/** The sums of all lines by period, as long as the longest line. */
function byPeriod(businessCase: BusinessCase, part: "costs" | "benefits"): readonly Decimal[] {
  const sums: Decimal[] = [];
  const seen = new Set<string>();
  businessCase[part].forEach(({ id, amounts }, i) => {
    if (seen.has(id)) throw new DomainError("duplicate-id", { subject: `${part}.id`, path: [part, i, "id"], id });
    seen.add(id);
    amounts.forEach((money, k) => {
      const path = [part, i, "amounts", k];
      const amount = demandMoneyIn(businessCase.currency, money, "amount", path);
      if (part === "costs" && amount.lt(0)) throw broken("out-of-range", "cost", "zero or above", money.amount, path);
      sums[k] = (sums[k] ?? new Decimal(0)).plus(amount);
    });
  });
  return sums;
}
