import type { Path } from "../../../src/foundation/errors/index.js";
import type { Money } from "../../../src/foundation/money/index.js";
import * as roi from "../../../src/roi/index.js";
import { type Adapters, placed } from "../harness.js";

/** The amounts of a case as money; the library itself has to refuse what is none. */
const flowsOf = (amounts: readonly string[]): readonly Money[] =>
  amounts.map((amount) => ({ amount, currency: "EUR" }) as Money);

interface Line {
  readonly name: string;
  readonly amount: string;
}

const impactOf = (rate: string, benefits: readonly Money[], costs: readonly Money[]) => {
  const impact = roi.assessEconomicImpact({ rate: Number(rate), benefits, costs });
  return {
    ...impact,
    pvCosts: impact.presentCosts.amount,
    pvBenefits: impact.presentBenefits.amount,
    npv: impact.netPresentValue.amount,
  };
};

/** Adapters of the cases of rates by year, prices and the methods of consulting and of the public sector. */
export const roiMethodsGolden: { readonly roi: Adapters } = {
  roi: {
    mirr: (input: {
      readonly flows: readonly string[];
      readonly financeRate: string;
      readonly reinvestRate: string;
    }) => {
      const flows = flowsOf(input.flows);
      const financeRate = Number(input.financeRate);
      const reinvestRate = Number(input.reinvestRate);
      return {
        mirr: roi.modifiedInternalRateOfReturn({ flows, financeRate, reinvestRate }),
        fvInflows: roi.futureValueOfInflows({ flows, reinvestRate }).amount,
        pvOutflows: roi.presentValueOfOutflows({ flows, financeRate }).amount,
      };
    },
    "discount-factors": (input: {
      readonly schedule: readonly { readonly toYear: number; readonly rate: string }[];
      readonly years: readonly number[];
      readonly timings: readonly roi.Timing[];
    }) => {
      const schedule = input.schedule.map(({ toYear, rate }) => ({ toYear, rate: Number(rate) }));
      const { years } = input;
      return {
        factors: Object.fromEntries(
          input.timings.map((timing) => [timing, roi.yearlyDiscountFactors({ schedule, years, timing })]),
        ),
      };
    },
    "real-nominal": (input: {
      readonly given: roi.PriceBasis;
      readonly rate: string;
      readonly inflation: string;
      readonly realFlows: readonly string[];
    }) => {
      const rate = Number(input.rate);
      const inflation = Number(input.inflation);
      const place = (path: Path): Path => [path[0] === "inflation" ? "inflation" : "rate"];
      const rates =
        input.given === "real"
          ? { real: rate, nominal: placed(place, () => roi.nominalDiscountRate({ realRate: rate, inflation })) }
          : { real: placed(place, () => roi.realDiscountRate({ nominalRate: rate, inflation })), nominal: rate };
      if (input.realFlows.length === 0) return rates;
      const flows = flowsOf(input.realFlows);
      return {
        ...rates,
        nominalFlows: roi.inflateFlows(flows, inflation).map(({ amount }) => amount),
        npv: roi.netPresentValueOnBasis({
          rate: rates.real,
          rateBasis: "real",
          flows,
          flowBasis: "real",
          timing: "start",
        }).amount,
      };
    },
    tco: (input: {
      readonly initial: readonly Line[];
      readonly annual: readonly Line[];
      readonly endOfLife: readonly Line[];
      readonly escalation: string;
      readonly years: number;
      readonly users: string;
      readonly rate: string;
    }) => {
      const lines = (part: "initial" | "annual" | "endOfLife") => flowsOf(input[part].map(({ amount }) => amount));
      const place = ([part = "", ...rest]: Path): Path => [String(part).replace(/Costs$/, ""), ...rest];
      const cost = placed(place, () =>
        roi.assessCostOfOwnership({
          initialCosts: lines("initial"),
          annualCosts: lines("annual"),
          endOfLifeCosts: lines("endOfLife"),
          escalation: Number(input.escalation),
          years: input.years,
          users: Number(input.users),
          rate: Number(input.rate),
        }),
      );
      return {
        initial: cost.initial.amount,
        annual: cost.annual.amount,
        yearTotals: cost.yearTotals.map(({ amount }) => amount),
        total: cost.total.amount,
        perUserPerYear: cost.perUserPerYear.amount,
        presentValue: cost.presentValue.amount,
      };
    },
    "equivalent-annual-cost": (input: {
      readonly rate: string;
      readonly options: readonly {
        readonly name: string;
        readonly initial: string;
        readonly annual: string;
        readonly years: number;
      }[];
    }) => {
      const given = input.options.map(({ name, initial, annual, years }) => ({
        id: name,
        years,
        initial: { amount: initial, currency: "EUR" } as Money,
        annual: { amount: annual, currency: "EUR" } as Money,
      }));
      const { options, cheapest } = roi.compareAnnualCosts(given, { rate: Number(input.rate) });
      return {
        pv: options.map(({ presentCost }) => presentCost.amount),
        equivalentAnnualCost: options.map((option) => option.equivalentAnnualCost.amount),
        cheaper: cheapest,
      };
    },
    "tei-summary": (input: {
      readonly rate: string;
      readonly costs: readonly string[];
      readonly benefits: readonly string[];
    }) => {
      const impact = impactOf(input.rate, flowsOf(input.benefits), flowsOf(input.costs));
      return {
        ...impact,
        totalCosts: impact.totalCosts.amount,
        totalBenefits: impact.totalBenefits.amount,
        net: impact.net.map(({ amount }) => amount),
        totalNet: impact.totalNet.amount,
        paybackYears: impact.payback,
      };
    },
    "tei-risk": (input: {
      readonly rate: string;
      readonly benefits: readonly string[];
      readonly benefitRiskAdjustment: string;
      readonly costs: readonly string[];
      readonly costRiskAdjustment: string;
    }) => {
      const place =
        (list: string, share: string) =>
        ([part = "", ...rest]: Path): Path => [part === "adjustment" ? share : list, ...rest];
      const benefits = placed(place("benefits", "benefitRiskAdjustment"), () =>
        roi.riskAdjustedBenefits(flowsOf(input.benefits), Number(input.benefitRiskAdjustment)),
      );
      const costs = placed(place("costs", "costRiskAdjustment"), () =>
        roi.riskAdjustedCosts(flowsOf(input.costs), Number(input.costRiskAdjustment)),
      );
      return {
        adjustedBenefits: benefits.map(({ amount }) => amount),
        adjustedCosts: costs.map(({ amount }) => amount),
        ...impactOf(input.rate, benefits, costs),
      };
    },
    "tei-survey-adjustment": (input: {
      readonly groups: readonly { readonly share: string; readonly riskFactor: string }[];
    }) => {
      const shares = input.groups.map(({ share }) => Number(share));
      const riskFactors = input.groups.map(({ riskFactor }) => Number(riskFactor));
      const names: Readonly<Record<string, string>> = { shares: "share", riskFactors: "riskFactor" };
      const place = ([part = "", i]: Path): Path => (i === undefined ? ["groups"] : ["groups", i, names[part] ?? part]);
      return { adjustment: placed(place, () => roi.surveyedAdjustment({ shares, riskFactors })) };
    },
    "tei-triangular": (input: {
      readonly low: string;
      readonly mostLikely: string;
      readonly high: string;
      readonly percentiles: readonly string[];
    }) => {
      const estimate = { low: Number(input.low), mostLikely: Number(input.mostLikely), high: Number(input.high) };
      const percentiles = input.percentiles.map(Number);
      const { quantiles, ...rest } = roi.assessTriangularEstimate(estimate, { percentiles });
      return { ...rest, values: quantiles };
    },
    "optimism-bias": (input: {
      readonly base: string;
      readonly upperBound: string;
      readonly lowerBound: string;
      readonly areas: readonly { readonly contribution: string; readonly mitigation: string }[];
      readonly riskManagementCost: string;
    }) => {
      const [base, riskManagementCost] = flowsOf([input.base, input.riskManagementCost]) as [Money, Money];
      const bias = roi.assessOptimismBias({
        base,
        upperBound: Number(input.upperBound),
        lowerBound: Number(input.lowerBound),
        areas: input.areas.map(({ contribution, mitigation }) => ({
          contribution: Number(contribution),
          mitigation: Number(mitigation),
        })),
        riskManagementCost,
      });
      return {
        ...bias,
        adjusted: bias.adjusted.amount,
        unmitigated: bias.unmitigated.amount,
        total: bias.total.amount,
      };
    },
    "optimism-bias-bounds": (input: { readonly lookups: readonly roi.OptimismBiasLookup[] }) => ({
      bounds: input.lookups.map((lookup) => roi.optimismBiasBounds(roi.OPTIMISM_BIAS_TABLE_2002, lookup)),
    }),
  },
};
