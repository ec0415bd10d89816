import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain } from "../../src/foundation/explain/index.js";
import { onBudgetShare, parseOnBudgetShareInput } from "../../src/lifecycle/index.js";
import { faults } from "../kit/caught.js";
import { keepsFormulaLaws } from "../kit/formula-laws.js";

describe("onBudgetShare", () => {
  it.each([
    { onBudget: 4, overBudget: 1, share: 0.8 },
    { onBudget: 0, overBudget: 2, share: 0 },
    { onBudget: 0, overBudget: 0, share: { kind: "none", reason: "no-budgets" } },
  ])("$onBudget hold and $overBudget do not", ({ onBudget, overBudget, share }) => {
    expect(onBudgetShare({ onBudget, overBudget })).toEqual(share);
  });

  it("refuses counts that are none", () => {
    expect(faults(() => onBudgetShare({ onBudget: 0.5, overBudget: 0 }))).toEqual(["out-of-range onBudget"]);
    expect(faults(() => onBudgetShare({ onBudget: 0, overBudget: -1 }))).toEqual(["out-of-range overBudget"]);
    expect(faults(() => parseOnBudgetShareInput({ onBudget: null, overBudget: -1 }))).toEqual([
      "wrong-type onBudget",
      "out-of-range overBudget",
    ]);
  });

  it("shows the working", () => {
    expect(explain(onBudgetShare, { onBudget: 2, overBudget: 1 }).steps).toEqual([
      {
        kind: "calculated",
        symbol: "share",
        expression: "onBudget ÷ (onBudget + overBudget)",
        substituted: "2 ÷ (2 + 1)",
        value: 2 / 3,
      },
    ]);
  });
});

describe("laws", () => {
  it("the words say what the code does", () => {
    const count = fc.integer({ min: 0, max: 5 });
    keepsFormulaLaws(onBudgetShare, fc.record({ onBudget: count, overBudget: count }));
  });
});
