import type { Money } from "../../../src/foundation/money/index.js";
import { money, subtractMoney } from "../../../src/foundation/money/index.js";
import * as roi from "../../../src/roi/index.js";
import type { Adapters } from "../harness.js";

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
  },
};
