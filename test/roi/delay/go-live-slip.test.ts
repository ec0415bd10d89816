import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import { money, subtractMoney, sumMoney } from "../../../src/foundation/money/index.js";
import {
  breakEven,
  costOfSlip,
  effectivePeriodRate,
  flowsAfterSlip,
  type GoLiveSlipInput,
  netPresentValue,
  netPresentValueAfterSlip,
  parseGoLiveSlipInput,
  PERIOD_LENGTHS,
  payback,
  SLIP_HORIZONS,
  SLIP_UNITS,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";
import { euros, someAmount, someFlows } from "../flows.js";

const planned: GoLiveSlipInput = {
  rate: 0,
  costs: euros(100),
  benefits: euros(0, 60, 60, 60),
  periodLength: "month",
  slip: 0,
  slipUnit: "months",
  horizon: "fixed",
};
const amounts = (part: Partial<GoLiveSlipInput>): readonly string[] =>
  flowsAfterSlip({ ...planned, ...part }).map(({ amount }) => amount);

describe("a slip of go-live", () => {
  it.each([
    [{}, ["-100", "60", "60", "60"]],
    [{ slip: 1 }, ["-100", "0", "60", "60"]],
    [{ slip: 3 }, ["-100", "0", "0", "0"]],
    [{ slip: 9 }, ["-100", "0", "0", "0"]],
    [{ slip: 1, horizon: "sliding" as const }, ["-100", "0", "60", "60", "60"]],
    [{ slip: 0.5 }, ["-100", "30", "60", "60"]],
    [{ slip: 1.25, horizon: "sliding" as const }, ["-100", "0", "45", "60", "60", "15"]],
    // A benefit that falls now, at once, comes in over the next period when it is late.
    [{ benefits: euros(40), slip: 0.5, horizon: "sliding" as const }, ["-80", "20"]],
    [{ costs: euros(1, 1, 1, 1, 1, 1), slip: 1 }, ["-1", "-1", "59", "59", "-1", "-1"]],
    [{ slip: 1, slipUnit: "quarters" as const }, ["-100", "0", "0", "0"]],
    [{ slip: 73, slipUnit: "days" as const, periodLength: "year" as const }, ["-100", "48", "60", "60"]],
    [{ slip: 7.3, slipUnit: "weeks" as const, periodLength: "year" as const }, ["-100", "51.6", "60", "60"]],
    [{ slip: 4, slipUnit: "months" as const, periodLength: "year" as const, benefits: euros(0, 30) }, ["-100", "20"]],
  ])("%j", (part, flows) => {
    expect(amounts(part)).toEqual(flows);
  });

  it("prices the slip with a fixed and with a sliding horizon", () => {
    const rate = effectivePeriodRate({ annualRate: 0.1, periodsPerYear: 12 });
    const benefits = euros(...Array.from({ length: 37 }, (_, month) => (month < 7 ? 0 : 9000)));
    const late = { ...planned, rate, costs: euros(120_000), benefits, slip: 3 };
    expect(Number(costOfSlip(late).amount)).toBeCloseTo(25_338.317_453_998_31, 8);
    expect(Number(costOfSlip({ ...late, horizon: "sliding" }).amount)).toBeCloseTo(5372.087_894_646_233, 8);
    expect(costOfSlip({ ...late, rate: 0 }).amount).toBe("27000");
    expect(payback({ flows: flowsAfterSlip(late) })).toBeCloseTo(9 + 120_000 / 9000, 12);
  });

  it("says how many weeks a case can bear", () => {
    const weeks = (slip: number) => netPresentValueAfterSlip({ ...planned, slip, slipUnit: "weeks" });
    // 80 of 180 can be lost: a month and a third, of which each has 365 ÷ 12 days.
    expect(breakEven(weeks, { low: 0, high: 52 })).toMatchObject({ direction: "falling" });
    const found = breakEven(weeks, { low: 0, high: 52 }) as { readonly value: number };
    expect(found.value).toBeCloseTo(((4 / 3) * (365 / 12)) / 7, 10);
  });

  it("shows its working", () => {
    const lines = renderExplanation(explain(netPresentValueAfterSlip, { ...planned, slip: 1.5 })).split("\n");
    expect(lines.slice(11, -1)).toEqual([
      '    periodsPerYear = if(periodLength = "month", 12, if(periodLength = "quarter", 4, 1))' +
        ' = if(month = "month", 12, if(month = "quarter", 4, 1)) = 12',
      "    slipPeriods = slip ÷ unitsPerYear × periodsPerYear = 1.5 ÷ 12 × 12 = 1.5",
      "    period     cost  benefit  factor",
      "         0  100 EUR    0 EUR       1",
      "         1    0 EUR    0 EUR       1",
      "         2    0 EUR   30 EUR       1",
      "         3    0 EUR   60 EUR       1",
      '    each benefit = if(horizon = "fixed" and period ≥ length(benefits), 0, ' +
        "sum[t](benefits[t] × max(0, 1 − abs(period − t − slipPeriods))))",
      "    each factor = 1 ÷ (1 + rate) ^ period",
      "    npv = sum[t]((benefit[t] − cost[t]) × factor[t]) = -10 EUR",
    ]);
  });

  it.each([
    ["a rate of −1", { rate: -1 }, "out-of-range rate"],
    ["a slip below zero", { slip: -1 }, "out-of-range slip"],
    ["another unit", { slipUnit: "sprints" }, "out-of-range slipUnit"],
    ["another length", { periodLength: "week" }, "out-of-range periodLength"],
    ["another horizon", { horizon: "open" }, "out-of-range horizon"],
    ["no costs", { costs: [] }, "empty costs"],
    ["no benefits", { benefits: [] }, "empty benefits"],
    ["a cost below zero", { costs: euros(1, -1) }, "out-of-range costs.1.amount"],
    ["another currency", { costs: [money(1, "USD")] }, "currency-mismatch costs.0.currency"],
  ])("refuses %s", (_, part, fault) => {
    const input = { ...planned, ...part } as GoLiveSlipInput;
    expect(faults(() => netPresentValueAfterSlip(input))).toEqual([fault]);
    expect(faults(() => costOfSlip(input))).toEqual([fault]);
    if (!("rate" in part)) expect(faults(() => flowsAfterSlip(input))).toEqual([fault]);
    expect(faults(() => parseGoLiveSlipInput(input))).toHaveLength(1);
  });

  it("refuses a slip of more than ten thousand periods", () => {
    expect(faults(() => costOfSlip({ ...planned, slip: 10_001, horizon: "sliding" }))).toEqual(["out-of-range slip"]);
    expect(costOfSlip({ ...planned, slip: 10_000, horizon: "sliding" }).amount).toBe("0");
  });
});

describe("laws", () => {
  const cost = fc.integer({ min: 0, max: 1_000_000 }).map((cents) => money(cents / 100, "EUR"));
  const input = fc.record({
    rate: fc.integer({ min: -10, max: 30 }).map((hundredths) => hundredths / 100),
    costs: fc.array(cost, { minLength: 1, maxLength: 8 }),
    benefits: someFlows,
    periodLength: fc.constantFrom(...PERIOD_LENGTHS),
    slip: fc.integer({ min: 0, max: 40 }).map((eighths) => eighths / 8),
    slipUnit: fc.constantFrom(...SLIP_UNITS),
    horizon: fc.constantFrom(...SLIP_HORIZONS),
  });
  const near = (a: string, b: string, size: string): void => {
    expect(Math.abs(Number(a) - Number(b))).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(Number(size))));
  };

  it("words and code agree", () => {
    keepsFormulaLaws(netPresentValueAfterSlip, input, 100);
    keepsFormulaLaws(costOfSlip, input, 60);
  });

  it("the value is that of the flows", () => {
    law(input, (given) => {
      const flows = flowsAfterSlip(given);
      const value = netPresentValueAfterSlip(given).amount;
      near(value, netPresentValue({ rate: given.rate, flows, timing: "start" }).amount, value);
    });
  });

  it("whole periods move whole benefits", () => {
    law(fc.tuple(input, fc.integer({ min: 0, max: 5 })), ([given, slip]) => {
      const moved = [...euros(...Array.from({ length: slip }, () => 0)), ...given.benefits];
      const kept = moved.slice(0, given.horizon === "fixed" ? given.benefits.length : moved.length);
      const length = Math.max(kept.length, given.costs.length);
      const zero = money(0, "EUR");
      const flows = Array.from({ length }, (_, k) => subtractMoney(kept[k] ?? zero, given.costs[k] ?? zero));
      expect(flowsAfterSlip({ ...given, slip, slipUnit: "months", periodLength: "month" })).toEqual(flows);
    });
  });

  it("a sliding horizon loses no benefit, however long the slip", () => {
    law(input, (given) => {
      const late = flowsAfterSlip({ ...given, horizon: "sliding" });
      near(sumMoney(late).amount, subtractMoney(sumMoney(given.benefits), sumMoney(given.costs)).amount, "1e3");
    });
  });

  it("a slip between two whole ones costs what lies between theirs", () => {
    const month = { periodLength: "month", slipUnit: "months" } as const;
    law(fc.tuple(input, fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 16 })), ([given, whole, part]) => {
      const at = (slip: number): number => Number(costOfSlip({ ...given, ...month, slip }).amount);
      const between = at(whole) + (at(whole + 1) - at(whole)) * (part / 16);
      const size = Math.abs(at(whole)) + Math.abs(at(whole + 1));
      expect(Math.abs(at(whole + part / 16) - between)).toBeLessThan(1e-9 * (1 + size));
    });
  });

  it("the later the go-live, the dearer, where benefits are gains and money has a price", () => {
    const gains = fc
      .array(someAmount, { minLength: 1, maxLength: 10 })
      .map((list) => list.map(({ amount, currency }) => money(amount.replace("-", ""), currency)));
    law(fc.tuple(input, gains, fc.integer({ min: 0, max: 40 })), ([given, benefits, more]) => {
      const rate = Math.abs(given.rate);
      const at = (slip: number): number => Number(costOfSlip({ ...given, rate, benefits, slip }).amount);
      expect(at(given.slip + more / 8)).toBeGreaterThanOrEqual(at(given.slip) - 1e-9);
      const fixed = Number(costOfSlip({ ...given, rate, benefits, horizon: "fixed" }).amount);
      const sliding = Number(costOfSlip({ ...given, rate, benefits, horizon: "sliding" }).amount);
      expect(fixed).toBeGreaterThanOrEqual(sliding - 1e-9);
    });
  });
});
