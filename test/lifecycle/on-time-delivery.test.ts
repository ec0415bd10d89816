import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain } from "../../src/foundation/explain/index.js";
import { onTimeDelivery, parseOnTimeDeliveryInput } from "../../src/lifecycle/index.js";
import { faults } from "../kit/caught.js";
import { keepsFormulaLaws } from "../kit/formula-laws.js";
import { law } from "../kit/laws.js";

describe("onTimeDelivery", () => {
  it.each([
    { onTime: 3, late: 1, rate: 0.75 },
    { onTime: 2, late: 1, rate: 2 / 3 },
    { onTime: 0, late: 4, rate: 0 },
    { onTime: 4, late: 0, rate: 1 },
    { onTime: 0, late: 0, rate: { kind: "none", reason: "nothing-due" } },
  ])("$onTime on time and $late late", ({ onTime, late, rate }) => {
    expect(onTimeDelivery({ onTime, late })).toEqual(rate);
  });

  it.each([
    { input: { onTime: -1, late: 0 }, at: "out-of-range onTime" },
    { input: { onTime: 1.5, late: 0 }, at: "out-of-range onTime" },
    { input: { onTime: 1, late: NaN }, at: "not-finite late" },
    { input: { onTime: 1, late: "2" as never }, at: "wrong-type late" },
  ])("refuses $at", ({ input, at }) => {
    expect(faults(() => onTimeDelivery(input))).toEqual([at]);
  });

  it("reads its input and names every fault", () => {
    expect(parseOnTimeDeliveryInput({ onTime: 1, late: 2 })).toEqual({ onTime: 1, late: 2 });
    expect(faults(() => parseOnTimeDeliveryInput({ onTime: -1, later: 2 }))).toEqual([
      "out-of-range onTime",
      "missing late",
      "unknown-key later",
    ]);
  });
});

describe("explain(onTimeDelivery)", () => {
  it("shows the working", () => {
    const { inputs, steps, value } = explain(onTimeDelivery, { onTime: 3, late: 1 });
    expect(inputs.map(({ symbol, unit, value: given }) => [symbol, unit, given])).toEqual([
      ["onTime", "count", 3],
      ["late", "count", 1],
    ]);
    expect(steps).toEqual([
      {
        kind: "calculated",
        symbol: "rate",
        expression: "onTime ÷ (onTime + late)",
        substituted: "3 ÷ (3 + 1)",
        value: 0.75,
      },
    ]);
    expect(value).toBe(0.75);
  });
});

describe("laws", () => {
  const count = fc.integer({ min: 0, max: 1000 });

  it("the words say what the code does", () => {
    keepsFormulaLaws(onTimeDelivery, fc.record({ onTime: count, late: count }));
    keepsFormulaLaws(onTimeDelivery, fc.record({ onTime: fc.constantFrom(0, 1), late: fc.constantFrom(0, 1) }));
  });

  it("one more in time never lowers the rate", () => {
    law(fc.tuple(count, fc.integer({ min: 1, max: 1000 })), ([onTime, late]) => {
      const rate = (n: number) => onTimeDelivery({ onTime: n, late }) as number;
      expect(rate(onTime + 1)).toBeGreaterThan(rate(onTime));
    });
  });
});
