import type { Path } from "../../../src/foundation/errors/index.js";
import type { Money } from "../../../src/foundation/money/index.js";
import { money, subtractMoney } from "../../../src/foundation/money/index.js";
import * as roi from "../../../src/roi/index.js";
import { type Adapters, placed } from "../harness.js";

/** An amount of a case as money; the library itself has to refuse what is none. */
const euro = (amount: string): Money => ({ amount, currency: "EUR" }) as Money;

/** Moves the places of a refusal to the names of the case, by the last name of each path of the library. */
const named =
  (names: Readonly<Record<string, string>>) =>
  (path: Path): Path =>
    path.map((part) => (typeof part === "string" ? (names[part] ?? part) : part));

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
        breakEvenAdoption: placed(named({ hoursSavedPerUser: "hoursSavedPerUserPerYear" }), () =>
          roi.breakEvenAdoption({
            ...hours,
            rate: Number(input.rate),
            years: input.years,
            initialCost: euro(input.initialCost),
            annualCost: euro(input.annualCost),
          }),
        ),
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
      const names = { id: "name", costOfDelay: "costOfDelayPerWeek", duration: "durationWeeks" };
      const place = (path: Path): Path => ["items", ...named(names)(path)];
      const { ratios, order, delayCost, firstComeDelayCost } = placed(place, () =>
        roi.orderByCostOfDelay(
          items.map(({ name, costOfDelayPerWeek, durationWeeks }) => ({
            id: name,
            costOfDelay: euro(costOfDelayPerWeek),
            duration: Number(durationWeeks),
          })),
        ),
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
      const place =
        (row: number) =>
        ([part]: Path): Path => {
          if (part === "slip") return ["slips", row];
          if (part === "costs") return ["initialCost"];
          return [part === "benefits" ? "monthlyBenefit" : "effectiveAnnualRate"];
        };
      const rate = placed(place(0), () =>
        roi.effectivePeriodRate({ annualRate: Number(input.effectiveAnnualRate), periodsPerYear: 12 }),
      );
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
        npvOnTime: placed(place(0), () => roi.netPresentValueAfterSlip({ ...planned, slip: 0, horizon: "fixed" }))
          .amount,
        rows: input.slips.map((slip, row) =>
          placed(place(row), () => {
            const fixed = { ...planned, slip, horizon: "fixed" } as const;
            const sliding = { ...planned, slip, horizon: "sliding" } as const;
            return {
              slipMonths: slip,
              npvFixedHorizon: roi.netPresentValueAfterSlip(fixed).amount,
              npvSliding: roi.netPresentValueAfterSlip(sliding).amount,
              costOfDelayFixedHorizon: roi.costOfSlip(fixed).amount,
              costOfDelaySliding: roi.costOfSlip(sliding).amount,
            };
          }),
        ),
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
      const place = ([part = "", index]: Path): Path => {
        if (part === "adoption" && typeof index === "number") return [part, index - 1];
        if (part === "costs") return [index === 0 ? "initialCost" : "quarterlyCost"];
        return [part === "fullBenefits" ? "fullQuarterlyBenefit" : "effectiveAnnualRate"];
      };
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
      const adoption = placed(named({ rampPeriods: "rampMonths", periods: "months" }), () =>
        roi.linearAdoption({ rampPeriods: rampMonths, periods: months }),
      );
      const fullBenefits = adoption.map(() => euro(fullMonthlyBenefit));
      return { adoption, totalBenefit: roi.adoptedBenefit({ fullBenefits, adoption }).amount };
    },
    reforecast: (input: {
      readonly spentToDate: string;
      readonly costToComplete: string;
      readonly remainingBenefits: string;
      readonly realisedBenefits: string;
    }) =>
      roi.reforecast({
        spentToDate: euro(input.spentToDate),
        costToComplete: euro(input.costToComplete),
        remainingBenefits: euro(input.remainingBenefits),
        realisedBenefits: euro(input.realisedBenefits),
      }),
    "risk-adjusted-npv": (input: {
      readonly npv: string;
      readonly risks: readonly { readonly probability: string; readonly impact: string }[];
    }) => {
      const place = ([part, i, ...rest]: Path): Path => {
        if (part === "probabilities") return ["risks", i ?? 0, "probability"];
        return part === "impacts" ? ["risks", i ?? 0, "impact", ...rest] : ["npv"];
      };
      const { expectedLoss, riskAdjustedNetPresentValue } = placed(place, () =>
        roi.assessRiskAdjustedValue({
          netPresentValue: euro(input.npv),
          probabilities: input.risks.map(({ probability }) => Number(probability)),
          impacts: input.risks.map(({ impact }) => euro(impact)),
        }),
      );
      return { expectedLoss: expectedLoss.amount, riskAdjustedNpv: riskAdjustedNetPresentValue.amount };
    },
    scenario: (input: {
      readonly scenarios: readonly { readonly name: string; readonly probability: string; readonly npv: string }[];
    }) => {
      const place = (path: Path): Path => ["scenarios", ...named({ id: "name", presentValue: "npv" })(path)];
      const assessment = placed(place, () =>
        roi.assessScenarios(
          input.scenarios.map(({ name, probability, npv }) => ({
            id: name,
            probability: Number(probability),
            presentValue: euro(npv),
          })),
        ),
      );
      return { ...assessment, expectedNpv: assessment.expectedPresentValue.amount };
    },
    tornado: (input: {
      readonly model: { readonly name: string; readonly rate?: string; readonly years?: number };
      readonly base: Readonly<Record<string, string>>;
      readonly ranges: readonly { readonly input: string; readonly low: string; readonly high: string }[];
    }) => {
      const { rate = "0", years = 0 } = input.model;
      const amount = (value: number | undefined): Money => money(value ?? NaN, "EUR");
      const models: Readonly<Record<string, (inputs: Readonly<Record<string, number>>) => Money>> = {
        "annuity-npv": ({ initialCost, annualBenefit, annualCost }) =>
          roi.annuityNetPresentValue({
            rate: Number(rate),
            years,
            initialCost: amount(initialCost),
            annualBenefit: amount(annualBenefit),
            annualCost: amount(annualCost),
          }),
        "unit-margin-profit": ({ price, unitCost, fixed, volume = NaN }) =>
          roi.contributionProfit({
            pricePerUnit: amount(price),
            variableCostPerUnit: amount(unitCost),
            fixedCost: amount(fixed),
            units: volume,
          }),
      };
      const model = models[input.model.name];
      if (model === undefined) throw new Error(`no such model: ${input.model.name}`);
      const { base, rows } = roi.tornado(model, {
        base: Object.fromEntries(Object.entries(input.base).map(([name, value]) => [name, Number(value)])),
        ranges: input.ranges.map((range) => ({
          input: range.input,
          low: Number(range.low),
          high: Number(range.high),
        })),
      });
      return {
        base: base.amount,
        rows: rows.map(({ input: name, low, high, swing }) => ({
          input: name,
          low: low.amount,
          high: high.amount,
          swing: swing.amount,
        })),
      };
    },
    ranking: (input: {
      readonly rate: string;
      readonly projects: readonly { readonly name: string; readonly flows: readonly string[] }[];
    }) => {
      const ranked = placed(named({ alternatives: "projects", id: "name" }), () =>
        roi.rankAlternatives({
          rate: Number(input.rate),
          alternatives: input.projects.map(({ name, flows }) => ({ id: name, flows: flows.map(euro) })),
        }),
      );
      const inOrder = input.projects.map(({ name }) => ranked.find(({ id }) => id === name));
      return {
        npv: inOrder.map((one) => one?.netPresentValue.amount),
        irr: inOrder.map((one) => one?.internalRate),
        rankingByNpv: ranked.map(({ id }) => id),
        incrementalIrr: ranked[0]?.incrementalRate,
      };
    },
    "benefits-realisation": (input: { readonly planned: readonly string[]; readonly realised: readonly string[] }) => {
      const given = { planned: input.planned.map(euro), realised: input.realised.map(euro) };
      return {
        ratios: roi.assessBenefitRealisation(given).map(({ ratio }) => ratio),
        cumulativeRatio: roi.benefitRealisation(given),
      };
    },
    "payback-origin": (input: roi.PaybackDates) => roi.paybackOrigin(input),
  },
};
