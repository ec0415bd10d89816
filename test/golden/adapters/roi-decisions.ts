import type { Path } from "../../../src/foundation/errors/index.js";
import type { Money } from "../../../src/foundation/money/index.js";
import { money, subtractMoney } from "../../../src/foundation/money/index.js";
import * as roi from "../../../src/roi/index.js";
import { type Adapters, placed } from "../harness.js";

/** An amount of a case as money. */
const euro = (amount: string): Money => money(amount, "EUR");

/** Adapters of the cases of break-even, delay, adoption and decisions. */
export const roiDecisionsGolden: { readonly roi: Adapters } = {
  roi: {
    "break-even-factor": (input: {
      readonly rate: string;
      readonly costs: readonly string[];
      readonly benefits: readonly string[];
      readonly timing: roi.Timing;
    }) => {
      const { timing } = input;
      const rate = Number(input.rate);
      const [costs, benefits] = [input.costs.map(euro), input.benefits.map(euro)];
      const given = { rate, costs, benefits, timing };
      return {
        npv: subtractMoney(
          roi.netPresentValue({ rate, flows: benefits, timing }),
          roi.netPresentValue({ rate, flows: costs, timing }),
        ).amount,
        breakEvenBenefitFactor: roi.breakEvenBenefitFactor(given),
        breakEvenCostFactor: roi.breakEvenCostFactor(given),
        marginOfSafety: roi.marginOfSafety(given),
      };
    },
    "break-even-units": (input: {
      readonly fixedCost: string;
      readonly pricePerUnit: string;
      readonly variableCostPerUnit: string;
    }) => {
      const point = roi.breakEvenPoint({
        fixedCost: euro(input.fixedCost),
        pricePerUnit: euro(input.pricePerUnit),
        variableCostPerUnit: euro(input.variableCostPerUnit),
      });
      if (!("units" in point)) return { units: point, wholeUnits: point, revenue: point };
      return { ...point, revenue: point.revenue.amount };
    },
    "break-even-adoption": (input: {
      readonly rate: string;
      readonly initialCost: string;
      readonly annualCost: string;
      readonly years: number;
      readonly users: string;
      readonly hoursSavedPerUserPerYear: string;
      readonly valuePerHour: string;
    }) => {
      const hours = {
        users: Number(input.users),
        hoursSavedPerUser: Number(input.hoursSavedPerUserPerYear),
        valuePerHour: euro(input.valuePerHour),
      };
      return {
        fullAnnualBenefit: roi.fullAnnualBenefit(hours).amount,
        breakEvenAdoption: roi.breakEvenAdoption({
          ...hours,
          rate: Number(input.rate),
          years: input.years,
          initialCost: euro(input.initialCost),
          annualCost: euro(input.annualCost),
        }),
      };
    },
    "cost-of-delay": ({
      items,
    }: {
      readonly items: readonly {
        readonly name: string;
        readonly costOfDelayPerWeek: string;
        readonly durationWeeks: string;
      }[];
    }) => {
      const { ratios, order, delayCost, firstComeDelayCost } = roi.orderByCostOfDelay(
        items.map(({ name, costOfDelayPerWeek, durationWeeks }) => ({
          id: name,
          costOfDelay: euro(costOfDelayPerWeek),
          duration: Number(durationWeeks),
        })),
      );
      return {
        cd3: ratios.map(({ amount }) => amount),
        order,
        totalDelayCost: delayCost.amount,
        fifoDelayCost: firstComeDelayCost.amount,
      };
    },
    "delay-shift": (input: {
      readonly effectiveAnnualRate: string;
      readonly initialCost: string;
      readonly monthlyBenefit: string;
      readonly firstBenefitMonth: number;
      readonly horizonMonths: number;
      readonly slips: readonly number[];
    }) => {
      const rate = roi.effectivePeriodRate({ annualRate: Number(input.effectiveAnnualRate), periodsPerYear: 12 });
      const planned = {
        rate,
        costs: [euro(input.initialCost)],
        benefits: Array.from({ length: input.horizonMonths + 1 }, (_, month) =>
          euro(month < input.firstBenefitMonth ? "0" : input.monthlyBenefit),
        ),
        periodLength: "month",
        slipUnit: "months",
      } as const;
      return {
        monthlyRate: rate,
        npvOnTime: roi.netPresentValueAfterSlip({ ...planned, slip: 0, horizon: "fixed" }).amount,
        rows: input.slips.map((slip) => {
          const [fixed, sliding] = [
            { ...planned, slip, horizon: "fixed" },
            { ...planned, slip, horizon: "sliding" },
          ] as const;
          return {
            slipMonths: slip,
            npvFixedHorizon: roi.netPresentValueAfterSlip(fixed).amount,
            npvSliding: roi.netPresentValueAfterSlip(sliding).amount,
            costOfDelayFixedHorizon: roi.costOfSlip(fixed).amount,
            costOfDelaySliding: roi.costOfSlip(sliding).amount,
          };
        }),
      };
    },
    "adoption-ramp": (input: {
      readonly effectiveAnnualRate: string;
      readonly initialCost: string;
      readonly quarterlyCost: string;
      readonly fullQuarterlyBenefit: string;
      readonly adoption: readonly string[];
    }) => {
      const { adoption } = input;
      // The library counts the periods from now on; the case counts quarters, from the first to end.
      const place = ([part = "", index, ...rest]: Path): Path =>
        typeof index === "number" ? [part, index - 1, ...rest] : [part];
      const assessment = placed(place, () =>
        roi.assessAdoptionRamp({
          rate: roi.effectivePeriodRate({ annualRate: Number(input.effectiveAnnualRate), periodsPerYear: 4 }),
          costs: [input.initialCost, ...adoption.map(() => input.quarterlyCost)].map(euro),
          fullBenefits: ["0", ...adoption.map(() => input.fullQuarterlyBenefit)].map(euro),
          adoption: ["0", ...adoption].map(Number),
          timing: "start",
        }),
      );
      return {
        benefits: assessment.benefits.slice(1).map(({ amount }) => amount),
        totalBenefit: assessment.totalBenefit.amount,
        npv: assessment.netPresentValue.amount,
        npvAtFullAdoption: assessment.netPresentValueAtFullAdoption.amount,
        valueLostToRamp: assessment.valueLostToRamp.amount,
      };
    },
    "adoption-linear": ({
      rampMonths,
      months,
      fullMonthlyBenefit,
    }: {
      readonly rampMonths: number;
      readonly months: number;
      readonly fullMonthlyBenefit: string;
    }) => {
      const adoption = roi.linearAdoption({ rampPeriods: rampMonths, periods: months });
      const fullBenefits = adoption.map(() => euro(fullMonthlyBenefit));
      return { adoption, totalBenefit: roi.adoptedBenefit({ fullBenefits, adoption }).amount };
    },
  },
};
