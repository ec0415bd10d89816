import { type Figure, figure } from "../../foundation/explain/index.js";
import { log } from "../../foundation/math/index.js";
import { type Money, sumMoney } from "../../foundation/money/index.js";
import { breakEvenBenefitFactor, breakEvenCostFactor, marginOfSafety } from "../break-even/break-even-factor.js";
import type { Timing } from "../flows/cash-flow.js";
import { discountedPayback } from "../payback/discounted-payback.js";
import { firstCrossing, maximumExposure, payback, paybackShortfall } from "../payback/payback.js";
import { internalRateOfReturn } from "../rate/internal-rate-of-return.js";
import { effectiveAnnualRate, effectivePeriodRate } from "../rate/period-rate.js";
import { annualisedRoi, averageAnnualRoi } from "../return/annualised-roi.js";
import { discountedReturnOnInvestment } from "../return/discounted-return-on-investment.js";
import { returnOnInvestment } from "../return/return-on-investment.js";
import { benefitCostRatio } from "../value/benefit-cost-ratio.js";
import { netPresentValue } from "../value/net-present-value.js";
import { presentValueByYear } from "../value/present-value-by-year.js";
import { profitabilityIndex } from "../value/profitability-index.js";
import { caseTotal } from "./adjusted-line.js";
import { type BusinessCase, PERIODS_PER_YEAR } from "./business-case.js";
import { type Discounting, yearTiming } from "./case-discounting.js";
import type { AssessedLine } from "./case-line-assessment.js";
import { TIMING_OFFSET } from "./case-periods.js";

/** The logarithm of a number that is far from the largest. */
const MAX_LOG = 600;

/** What the figures of a case need of a period. */
interface Period {
  readonly cost: Money;
  readonly benefit: Money;
  readonly net: Money;
}

/** The figures that a case is judged by. */
export function figuresOf(data: BusinessCase, periods: readonly Period[], used: Discounting): readonly Figure[] {
  const { timing } = data;
  const perYear = PERIODS_PER_YEAR[data.periodLength];
  const flows = periods.map(({ net }) => net);
  const costs = periods.map(({ cost }) => cost);
  const benefits = periods.map(({ benefit }) => benefit);
  const whole = figure(returnOnInvestment, { totalBenefit: sumMoney(benefits), totalCost: sumMoney(costs) });
  const internalRate = figure(internalRateOfReturn, { flows });
  const roi = Number(whole.value);
  const years = (periods.length - 1 + TIMING_OFFSET[timing]) / perYear;
  const yearly = { roi, years };
  const undiscounted = [
    figure(payback, { flows }),
    figure(firstCrossing, { flows }),
    figure(maximumExposure, { flows }),
    figure(paybackShortfall, { flows }),
  ];
  const first = [
    whole,
    ...(roi >= -1 && years > 0 && log(roi + 2) < MAX_LOG * years
      ? [figure(annualisedRoi, yearly), figure(averageAnnualRoi, yearly)]
      : []),
  ];
  const internal = [
    internalRate,
    // So near to −1 that a number cannot tell, a rate has no yearly one.
    ...(typeof internalRate.value === "number" && internalRate.value > -1
      ? [figure(effectiveAnnualRate, { periodRate: internalRate.value, periodsPerYear: perYear })]
      : []),
  ];
  if (used.annualRate === undefined) {
    const rates = used.yearly ?? [];
    const worth = (amounts: readonly Money[], of?: string): Figure =>
      figure(presentValueByYear, { rates, flows: fromYearZero(amounts, timing), timing: yearTiming(timing) }, of);
    return [...first, worth(flows), worth(costs, "costs"), worth(benefits, "benefits"), ...internal, ...undiscounted];
  }
  const periodRate = figure(effectivePeriodRate, { annualRate: used.annualRate, periodsPerYear: perYear });
  const rate = Number(periodRate.value);
  const sides = { rate, benefits, costs, timing };
  return [
    ...first,
    ...(used.turned === undefined ? [] : [used.turned]),
    periodRate,
    figure(netPresentValue, { rate, flows, timing }),
    figure(discountedReturnOnInvestment, sides),
    ...internal,
    ...undiscounted,
    figure(discountedPayback, { rate, flows }),
    figure(profitabilityIndex, { rate, flows }),
    figure(benefitCostRatio, sides),
    figure(breakEvenBenefitFactor, sides),
    figure(breakEvenCostFactor, sides),
    figure(marginOfSafety, sides),
  ];
}

/** Amounts at the middle or the end of year 1 and later ones, with nothing in year 0. */
function fromYearZero(amounts: readonly Money[], timing: Timing): readonly Money[] {
  const [first] = amounts;
  return timing === "start" || first === undefined ? amounts : [{ ...first, amount: "0" }, ...amounts];
}

/** What the lines of one side come to. */
export function totalsOf(lines: readonly AssessedLine[], of: string): readonly Figure[] {
  return lines.length === 0 ? [] : [figure(caseTotal, { amounts: lines.map(({ total }) => total) }, of)];
}
