import type { Path } from "../../../src/foundation/errors/index.js";
import { type Money, subtractMoney, sumMoney } from "../../../src/foundation/money/index.js";
import * as roi from "../../../src/roi/index.js";
import { type Adapters, placed } from "../harness.js";

type Timing = roi.Timing;

/** The amounts of a case as money; the library itself has to refuse what is none. */
const flowsOf = (amounts: readonly string[]): readonly Money[] =>
  amounts.map((amount) => ({ amount, currency: "EUR" }) as Money);

const rates = (flows: readonly string[]): unknown => {
  const { status, signVariations, direction, roots } = roi.internalRates(flowsOf(flows));
  return {
    status,
    signVariations,
    direction,
    roots: roots.map(({ rate, growthFactor, multiplicity }) => ({ rate, onePlusRate: growthFactor, multiplicity })),
  };
};

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
    irr: ({ flows }: { readonly flows: readonly string[] }) => rates(flows),
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
