import type { Path } from "../../../src/foundation/errors/index.js";
import type { Money } from "../../../src/foundation/money/index.js";
import * as roi from "../../../src/roi/index.js";
import { type Adapters, placed } from "../harness.js";

/** The amounts of a case as money; the library itself has to refuse what is none. */
const flowsOf = (amounts: readonly string[]): readonly Money[] =>
  amounts.map((amount) => ({ amount, currency: "EUR" }) as Money);

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
  },
};
