import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain } from "../../src/foundation/explain/index.js";
import { type FinishVarianceInput, finishVariance, parseFinishVarianceInput } from "../../src/schedule/index.js";
import { faults } from "../kit/caught.js";
import { keepsFormulaLaws } from "../kit/formula-laws.js";
import { law } from "../kit/laws.js";

const input = (baselineFinishDay: number, projectedFinishDay: number): FinishVarianceInput => ({
  baselinedTasks: 3,
  baselineFinishDay,
  projectedFinishDay,
});

describe("finishVariance", () => {
  it.each([
    { title: "late", baseline: 60, projected: 64, variance: 4 },
    { title: "on the day", baseline: 60, projected: 60, variance: 0 },
    { title: "early", baseline: 60, projected: 57, variance: -3 },
  ])("is $variance when $title", ({ baseline, projected, variance }) => {
    expect(finishVariance(input(baseline, projected))).toBe(variance);
  });

  it("has no answer without a baseline", () => {
    const given = { baselinedTasks: 0 };
    expect(finishVariance(given)).toEqual({ kind: "none", reason: "no-baseline" });
    expect(finishVariance(parseFinishVarianceInput(given))).toEqual({ kind: "none", reason: "no-baseline" });
  });

  it("refuses what is no day, and no count", () => {
    expect(faults(() => finishVariance(input(NaN, 1)))).toEqual(["not-finite baselineFinishDay"]);
    expect(faults(() => finishVariance(input(1, Infinity)))).toEqual(["not-finite projectedFinishDay"]);
    expect(faults(() => finishVariance({ ...input(1, 1), baselinedTasks: -1 }))).toEqual([
      "out-of-range baselinedTasks",
    ]);
    expect(faults(() => finishVariance({ baselinedTasks: 1, projectedFinishDay: 1 }))).toEqual([
      "wrong-type baselineFinishDay",
    ]);
    expect(faults(() => finishVariance({ baselinedTasks: 1, baselineFinishDay: 1 }))).toEqual([
      "wrong-type projectedFinishDay",
    ]);
  });

  it("reads its input, and refuses a baseline that is missing", () => {
    expect(parseFinishVarianceInput(input(4, 6))).toEqual(input(4, 6));
    expect(faults(() => parseFinishVarianceInput({ baselinedTasks: 2 }))).toEqual([
      "missing baselineFinishDay",
      "missing projectedFinishDay",
    ]);
  });
});

describe("explain(finishVariance)", () => {
  it("shows the working", () => {
    const { inputs, steps, value } = explain(finishVariance, input(60, 64));
    expect({ inputs, steps, value }).toEqual({
      inputs: [
        { symbol: "baselinedTasks", unit: "count", value: 3 },
        { symbol: "baselineFinishDay", unit: "days", value: 60 },
        { symbol: "projectedFinishDay", unit: "days", value: 64 },
      ],
      steps: [
        {
          kind: "calculated",
          symbol: "variance",
          expression: "projectedFinishDay − baselineFinishDay",
          substituted: "64 − 60",
          value: 4,
        },
      ],
      value: 4,
    });
  });
});

describe("laws", () => {
  const day = fc.integer({ min: -500, max: 5000 });
  const inputs = fc.record({ baselinedTasks: fc.nat({ max: 3 }), baselineFinishDay: day, projectedFinishDay: day });

  it("the words say what the code does", () => {
    keepsFormulaLaws(finishVariance, inputs);
  });

  it("does not depend on where days are counted from, and turns its sign when plan and baseline change places", () => {
    law(fc.tuple(day, day, day), ([baseline, projected, shift]) => {
      const variance = finishVariance(input(baseline, projected));
      expect(finishVariance(input(baseline + shift, projected + shift))).toBe(variance);
      expect(finishVariance(input(projected, baseline))).toBe(0 - (variance as number));
    });
  });
});
