import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isNoAnswer } from "../../../src/foundation/errors/index.js";
import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import { multiplyMoney } from "../../../src/foundation/money/index.js";
import {
  futureValueOfInflows,
  internalRateOfReturn,
  modifiedInternalRateOfReturn,
  parseModifiedInternalRateOfReturnInput,
  presentValueOfOutflows,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";
import { euros, someFlows, someInvestment } from "../flows.js";

const SOURCE_LINE =
  "  source: Steven A. Y. Lin, The Modified Internal Rate of Return and Investment Criterion, The Engineering Economist 21 (1976), pages 237 to 247";

const of = (...amounts: readonly (string | number)[]) =>
  modifiedInternalRateOfReturn({ flows: euros(...amounts), financeRate: 0.1, reinvestRate: 0.12 });

describe("modifiedInternalRateOfReturn", () => {
  it.each([
    ["a spreadsheet's manual", [-120_000, 39_000, 30_000, 21_000, 37_000, 46_000], 0.126_094_130_365_905_15],
    ["the same, cut off", [-120_000, 39_000, 30_000, 21_000], -0.048_044_655_249_980_82],
    ["an outlay in the middle", [-100, 50, -60, 70], -0.039_093_665_943_564_69],
    ["one period", [-100, 130], 0.3],
    ["inflow first", [100, -121], 0.018_181_818_181_818_18],
  ])("of %s", (_, amounts, rate) => {
    const found = of(...amounts);
    expect(found).toBeCloseTo(rate, 15);
  });

  it("counts the periods of zeros at either end", () => {
    expect(of(0, -110, 0, 125.44)).toBeCloseTo(0.078_479_799_910_340_14, 15);
    expect(futureValueOfInflows({ flows: euros(-1, 100, 0, 0), reinvestRate: 0.12 })).toEqual(euros("125.44")[0]);
    expect(presentValueOfOutflows({ flows: euros(0, 0, -121), financeRate: 0.1 })).toEqual(euros(100)[0]);
  });

  it("has no answer when money goes one way only", () => {
    expect(of(100, 50)).toEqual({ kind: "none", reason: "no-outflow" });
    expect(of(0)).toEqual({ kind: "none", reason: "no-outflow" });
    expect(of(-100, -50)).toEqual({ kind: "none", reason: "no-inflow" });
    const input = { flows: euros(-1), financeRate: 0, reinvestRate: 0 };
    expect(explain(modifiedInternalRateOfReturn, input).steps.at(-1)).toMatchObject({ reason: "no-inflow" });
  });

  it("does not lose an outlay that is next to nothing at the start", () => {
    const flows = euros(1, "-0.000000000001");
    // A billionth of the smallest amount is spent: the two figures show zero, and the rate is still right.
    expect(presentValueOfOutflows({ flows, financeRate: 1e9 }).amount).toBe("0");
    expect(modifiedInternalRateOfReturn({ flows, financeRate: 1e9 - 1, reinvestRate: 0 })).toBe(1e21);
  });

  it("shows its working", () => {
    const input = { flows: euros(-100, 55, -11, 60), financeRate: 0.1, reinvestRate: 0.2 };
    expect(renderExplanation(explain(modifiedInternalRateOfReturn, input)).split("\n")).toEqual([
      "Modified internal rate of return = 0.0846348591154285",
      "  given",
      "    flows        = [-100, 55, -11, 60] EUR",
      "    financeRate  = 0.1 (ratio)",
      "    reinvestRate = 0.2 (ratio)",
      "  worked out",
      "    presentOutflows = Present value of the outflows = 109.090909090909 EUR",
      "      given",
      "        flows       = [-100, 55, -11, 60] EUR",
      "        financeRate = 0.1 (ratio)",
      "      worked out",
      "        presentOutflows = sum[t](max(−flows[t], 0) ÷ (1 + financeRate) ^ t) = sum[t](max(−flows[t], 0) ÷ (1 + 0.1) ^ t) = 109.090909090909 EUR",
      SOURCE_LINE.padStart(SOURCE_LINE.length + 4),
      "    futureInflows = Future value of the inflows = 139.2 EUR",
      "      given",
      "        flows        = [-100, 55, -11, 60] EUR",
      "        reinvestRate = 0.2 (ratio)",
      "      worked out",
      "        futureInflows = sum[t](max(flows[t], 0) × (1 + reinvestRate) ^ (length(flows) − 1 − t)) = sum[t](max(flows[t], 0) × (1 + 0.2) ^ (length(flows) − 1 − t)) = 139.2 EUR",
      SOURCE_LINE.padStart(SOURCE_LINE.length + 4),
      "    periods = length(flows) − 1 = 3",
      "    mirr = (futureInflows ÷ presentOutflows) ^ (1 ÷ periods) − 1 = (139.2 EUR ÷ 109.090909090909 EUR) ^ (1 ÷ 3) − 1 = 0.0846348591154285",
      SOURCE_LINE,
    ]);
  });

  it.each([
    ["a finance rate of −1", { financeRate: -1 }, "out-of-range financeRate"],
    ["a reinvestment rate of −1", { reinvestRate: -1 }, "out-of-range reinvestRate"],
    ["a rate in text", { financeRate: "10%" }, "wrong-type financeRate"],
    ["no flows", { flows: [] }, "empty flows"],
    [
      "two currencies",
      { flows: [...euros(-1), { amount: "1", currency: "USD" }] },
      "currency-mismatch flows.1.currency",
    ],
  ])("refuses %s", (_, part, fault) => {
    const input = { flows: euros(-1, 2), financeRate: 0.1, reinvestRate: 0.1, ...part };
    expect(faults(() => modifiedInternalRateOfReturn(input as never))).toEqual([fault]);
    expect(faults(() => parseModifiedInternalRateOfReturnInput(input))).toEqual([fault]);
  });

  it("refuses values that cannot be shown", () => {
    const most = "900000000000000000000000";
    const input = { flows: euros(`-${most}`, most, `-${most}`), financeRate: 0, reinvestRate: 0 };
    const start = ["out-of-range present value of the outflows"];
    expect(faults(() => modifiedInternalRateOfReturn(input))).toEqual(start);
    const carried = { ...input, financeRate: 9, reinvestRate: 0.2 };
    expect(faults(() => modifiedInternalRateOfReturn(carried))).toEqual(["out-of-range future value of the inflows"]);
  });

  it("reads what it answers", () => {
    const input = { flows: euros(-1, 2), financeRate: 0.1, reinvestRate: 0.1 };
    expect(parseModifiedInternalRateOfReturnInput(input)).toEqual(input);
  });
});

describe("laws", () => {
  const rate = fc.integer({ min: -50, max: 100 }).map((hundredths) => hundredths / 100);
  const input = fc.record({ flows: fc.oneof(someFlows, someInvestment), financeRate: rate, reinvestRate: rate });

  it("words and code agree", () => {
    keepsFormulaLaws(modifiedInternalRateOfReturn, input, 100);
    keepsFormulaLaws(futureValueOfInflows, input);
    keepsFormulaLaws(presentValueOfOutflows, input);
  });

  it("at the internal rate as both rates it is the internal rate", () => {
    law(someInvestment, (flows) => {
      const internal = Number(internalRateOfReturn({ flows }));
      // Above, the inflows could not be shown.
      if (internal > 10) return;
      const found = modifiedInternalRateOfReturn({ flows, financeRate: internal, reinvestRate: internal });
      expect(Math.abs(Number(found) - internal)).toBeLessThan(1e-12 * (1 + internal));
    });
  });

  it("does not change with the unit of money", () => {
    law(input, ({ flows, ...rates }) => {
      const scaled = flows.map((flow) => multiplyMoney(flow, 1000));
      const [small, large] = [flows, scaled].map((given) => modifiedInternalRateOfReturn({ flows: given, ...rates }));
      expect(large).toEqual(small);
    });
  });

  it("a period of waiting at the end lowers a gain and leaves its growth", () => {
    law(input, ({ flows, ...rates }) => {
      const before = modifiedInternalRateOfReturn({ flows, ...rates });
      const after = modifiedInternalRateOfReturn({ flows: [...flows, ...euros(0)], ...rates });
      if (isNoAnswer(before) || isNoAnswer(after)) return expect(after).toEqual(before);
      const growth = (value: number, periods: number): number => periods * Math.log(1 + value);
      const waited = growth(after, flows.length) - growth(before, flows.length - 1);
      expect(Math.abs(waited - Math.log(1 + rates.reinvestRate))).toBeLessThan(1e-12 * flows.length);
    });
  });
});
