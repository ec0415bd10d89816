import type { Path } from "../../../src/foundation/errors/index.js";
import { type Money, subtractMoney, sumMoney } from "../../../src/foundation/money/index.js";
import type { CivilDate } from "../../../src/foundation/time/index.js";
import * as roi from "../../../src/roi/index.js";
import { type Adapters, placed } from "../harness.js";

type Timing = roi.Timing;

/** The amounts of a case as money; the library itself has to refuse what is none. */
const flowsOf = (amounts: readonly string[]): readonly Money[] =>
  amounts.map((amount) => ({ amount, currency: "EUR" }) as Money);

const rates = ({ status, signVariations, direction, roots }: roi.InternalRates): unknown => ({
  status,
  signVariations,
  direction,
  roots: roots.map(({ rate, growthFactor, multiplicity }) => ({ rate, onePlusRate: growthFactor, multiplicity })),
});

/** Rows of dated flows, as the cases have them. */
interface Dated {
  readonly flows: readonly { readonly date: string; readonly amount: string; readonly currency?: string }[];
}

/** The same by column, as the library takes them. */
const dated = ({ flows }: Dated): roi.DatedFlows => ({
  dates: flows.map(({ date }) => date as CivilDate),
  flows: flows.map(({ amount, currency = "EUR" }) => ({ amount, currency }) as Money),
});

/** A place in the columns is a place in the rows. */
const inRows = ([column, i = 0, ...rest]: Path): Path =>
  column === "dates" || column === "flows" ? ["flows", i, ...rest] : [column ?? "flows", i, ...rest];

const profile = ({ payback, firstCrossing, paysBack, maximumExposure, endBalance, warnings }: roi.PaybackProfile) => ({
  payback,
  firstCrossing,
  paysBack,
  maximumExposure: maximumExposure.amount,
  endBalance: endBalance.amount,
  warnings,
});

/** Adapters of the cases of return on investment, present values and rates of return. */
export const roiGolden: { readonly roi: Adapters } = {
  roi: {
    "simple-roi": ({
      costs,
      benefits,
    }: {
      readonly costs: readonly string[];
      readonly benefits: readonly string[];
    }) => {
      const totalCost = sumMoney(flowsOf(costs));
      const totalBenefit = sumMoney(flowsOf(benefits));
      const place = (path: Path): Path => [path[0] === "totalCost" ? "costs" : "benefits"];
      return {
        totalCost: totalCost.amount,
        totalBenefit: totalBenefit.amount,
        netBenefit: subtractMoney(totalBenefit, totalCost).amount,
        roi: placed(place, () => roi.returnOnInvestment({ totalBenefit, totalCost })),
      };
    },
    "annualised-roi": (input: { readonly roi: string; readonly years: string }) => {
      const given = { roi: Number(input.roi), years: Number(input.years) };
      return { annualised: roi.annualisedRoi(given), simpleAverage: roi.averageAnnualRoi(given) };
    },
    irr: ({ flows }: { readonly flows: readonly string[] }) => rates(roi.internalRates(flowsOf(flows))),
    xirr: (input: Dated & { readonly dayCount: roi.DayCount }) =>
      rates(placed(inRows, () => roi.datedInternalRates({ ...dated(input), dayCount: input.dayCount }))),
    "xirr-generated": (input: Dated & { readonly dayCount: roi.DayCount }) =>
      rates(roi.datedInternalRates({ ...dated(input), dayCount: input.dayCount })),
    xnpv: (
      input: Dated & {
        readonly rate: string;
        readonly dayCount: roi.DayCount;
        readonly valuationDate: CivilDate | null;
      },
    ) => ({
      xnpv: placed(inRows, () =>
        roi.datedNetPresentValue({
          ...dated(input),
          rate: Number(input.rate),
          dayCount: input.dayCount,
          ...(input.valuationDate !== null && { valuationDate: input.valuationDate }),
        }),
      ).amount,
    }),
    "payback-dated": (input: Dated) => {
      const { paybackDate, days, endBalance, maximumExposure } = roi.assessDatedPayback(dated(input));
      return { paybackDate, days, endBalance: endBalance.amount, maximumExposure: maximumExposure.amount };
    },
    "irr-annualise": (input: { readonly periodRate: string; readonly periodsPerYear: string }) => {
      const given = { periodRate: Number(input.periodRate), periodsPerYear: Number(input.periodsPerYear) };
      return { effectiveAnnual: roi.effectiveAnnualRate(given), nominalAnnual: roi.nominalAnnualRate(given) };
    },
    npv: ({
      rate,
      flows,
      timing,
    }: {
      readonly rate: string;
      readonly flows: readonly string[];
      readonly timing: Timing;
    }) => ({
      npv: roi.netPresentValue({ rate: Number(rate), flows: flowsOf(flows), timing }).amount,
    }),
    "sensitivity-table": (input: {
      readonly rates: readonly string[];
      readonly flows: readonly string[];
      readonly timing: Timing;
    }) => ({
      npv: input.rates.map(
        (rate) => roi.netPresentValue({ rate: Number(rate), flows: flowsOf(input.flows), timing: input.timing }).amount,
      ),
    }),
    "npv-bcr": (input: {
      readonly rate: string;
      readonly costs: readonly string[];
      readonly benefits: readonly string[];
      readonly timing: Timing;
    }) => {
      const { timing } = input;
      const rate = Number(input.rate);
      const costs = flowsOf(input.costs);
      const benefits = flowsOf(input.benefits);
      const pvCosts = roi.netPresentValue({ rate, flows: costs, timing });
      const pvBenefits = roi.netPresentValue({ rate, flows: benefits, timing });
      return {
        pvCosts: pvCosts.amount,
        pvBenefits: pvBenefits.amount,
        npv: subtractMoney(pvBenefits, pvCosts).amount,
        bcr: roi.benefitCostRatio({ rate, benefits, costs, timing }),
      };
    },
    "pi-bcr": (input: { readonly rate: string; readonly flows: readonly string[] }) => {
      const rate = Number(input.rate);
      const flows = flowsOf(input.flows);
      const { inflows, outflows } = roi.separateFlows(flows);
      return {
        npv: roi.netPresentValue({ rate, flows, timing: "start" }).amount,
        profitabilityIndex: roi.profitabilityIndex({ rate, flows }),
        benefitCostRatio: roi.benefitCostRatio({ rate, benefits: inflows, costs: outflows, timing: "start" }),
      };
    },
    payback: ({ flows }: { readonly flows: readonly string[] }) => profile(roi.assessPayback(flowsOf(flows))),
    "discounted-payback": ({ rate, flows }: { readonly rate: string; readonly flows: readonly string[] }) => ({
      ...profile(roi.assessPayback(flowsOf(flows), { rate: Number(rate) })),
      payback: roi.discountedPayback({ rate: Number(rate), flows: flowsOf(flows) }),
    }),
  },
};
