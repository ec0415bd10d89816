import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import { sumMoney } from "../../../src/foundation/money/index.js";
import {
  netPresentValue,
  parsePresentValueByYearInput,
  presentValueByYear,
  scheduledRates,
  TIMINGS,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";
import { euros, someFlows, someRate } from "../flows.js";

describe("presentValueByYear", () => {
  it("of the benefits in the sample of Circular A-94", () => {
    const benefits = euros(0, 0, 0, 5, 10, 30, 40, 40, 40, 40, 25);
    const rates = scheduledRates([{ rate: 0.07 }], 10);
    expect(Number(presentValueByYear({ rates, flows: benefits, timing: "end" }).amount)).toBeCloseTo(
      142.410_151_706_819_13,
      10,
    );
  });

  it("discounts each year at its own rate, and year 0 not at all", () => {
    const flows = euros(-100, 50, 120);
    expect(presentValueByYear({ rates: [0.25, 0.6], flows, timing: "end" })).toEqual(euros(0)[0]);
    expect(presentValueByYear({ rates: [0.25, 0.6], flows, timing: "start" })).toEqual(euros(46)[0]);
    expect(presentValueByYear({ rates: [0.21, 0.44], flows: euros(7, 11, 132), timing: "mid" })).toEqual(
      euros("107.909090909091")[0],
    );
    expect(presentValueByYear({ rates: [], flows: euros(5), timing: "mid" })).toEqual(euros(5)[0]);
  });

  it("shows its working", () => {
    const input = { rates: [0.25, 0.6], flows: euros(-100, 50, 120), timing: "end" as const };
    expect(renderExplanation(explain(presentValueByYear, input)).split("\n")).toEqual([
      "Present value by year = 0 EUR",
      "  given",
      "    rates  = [0.25, 0.6] (ratio)",
      "    flows  = [-100, 50, 120] EUR",
      "    timing = end",
      "  worked out",
      "    year      flow  rate  startFactor  factor  presentValue",
      "       0  -100 EUR     0            1       1      -100 EUR",
      "       1    50 EUR  0.25            1     0.8        40 EUR",
      "       2   120 EUR   0.6          0.8     0.5        60 EUR",
      "    each rate = if(year = 0, 0, rates[year − 1])",
      '    each factor = startFactor ÷ (1 + rate) ^ if(timing = "end", 1, if(timing = "mid", 0.5, 0))',
      "    each presentValue = flow × factor",
      "    presentValue = sum[t](flow[t] × factor[t]) = 0 EUR",
      "  source: Office of Management and Budget, Circular A-94 (1992), appendix B",
      "  source: HM Treasury, The Green Book, declining long-term discount rates",
    ]);
  });

  it.each([
    ["too few rates", { rates: [0.1] }, "inconsistent rates"],
    ["a rate of −1", { rates: [0.1, -1] }, "out-of-range rates.1"],
    ["a rate of −1 that no year needs", { rates: [0.1, 0.1, -1] }, "out-of-range rates.2"],
    ["another timing", { timing: "now" }, "out-of-range timing"],
    ["no flows", { flows: [] }, "empty flows"],
  ])("refuses %s", (_, part, fault) => {
    const input = { rates: [0.1, 0.1], flows: euros(1, 2, 3), timing: "end" as const, ...part };
    expect(faults(() => presentValueByYear(input as never))).toEqual([fault]);
    expect(faults(() => parsePresentValueByYearInput(input))).toEqual([fault]);
  });

  it("refuses a factor beyond all numbers, even of nothing", () => {
    const rates = Array.from({ length: 200 }, () => -0.99);
    const flows = euros(...Array.from({ length: 201 }, () => 0));
    expect(faults(() => presentValueByYear({ rates, flows, timing: "end" }))).toEqual(["out-of-range discount factor"]);
  });

  it("reads what it answers", () => {
    const input = { rates: [0.1], flows: euros(1, 2), timing: "mid" as const };
    expect(parsePresentValueByYearInput(input)).toEqual(input);
  });
});

describe("laws", () => {
  const input = fc
    .record({
      flows: someFlows,
      seed: fc.array(someRate, { minLength: 12, maxLength: 12 }),
      timing: fc.constantFrom(...TIMINGS),
    })
    .map(({ flows, seed, timing }) => ({ flows, rates: seed.slice(0, flows.length - 1), timing }));

  it("words and code agree", () => {
    keepsFormulaLaws(presentValueByYear, input, 100);
  });

  it("at one rate it is flow 0 and the net present value of the others", () => {
    law(
      fc.record({ flows: someFlows, rate: someRate, timing: fc.constantFrom(...TIMINGS) }),
      ({ flows, rate, timing }) => {
        const [now = { amount: "0", currency: "EUR" }, ...later] = flows;
        const whole = presentValueByYear({ rates: later.map(() => rate), flows, timing });
        const rest = later.length === 0 ? [] : [netPresentValue({ rate, flows: later, timing })];
        const sum = sumMoney([now, ...rest]);
        expect(Math.abs(Number(whole.amount) - Number(sum.amount))).toBeLessThan(
          1e-9 * (1 + Math.abs(Number(sum.amount))),
        );
      },
    );
  });

  it("the order of the rates before a year does not matter to it", () => {
    law(fc.tuple(someRate, someRate, someRate), ([a, b, c]) => {
      const flows = euros(0, 0, 0, 1000);
      const value = (rates: readonly number[]) => Number(presentValueByYear({ rates, flows, timing: "end" }).amount);
      expect(Math.abs(value([a, b, c]) - value([c, a, b]))).toBeLessThan(1e-9);
    });
  });
});
