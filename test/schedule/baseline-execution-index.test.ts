import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain } from "../../src/foundation/explain/index.js";
import { baselineExecutionIndex, parseBaselineExecutionIndexInput } from "../../src/schedule/index.js";
import { faults } from "../kit/caught.js";
import { keepsFormulaLaws } from "../kit/formula-laws.js";

describe("baselineExecutionIndex", () => {
  it.each([
    { title: "behind", finishedTasks: 18, dueTasks: 20, index: 0.9 },
    { title: "as planned", finishedTasks: 20, dueTasks: 20, index: 1 },
    { title: "ahead", finishedTasks: 5, dueTasks: 4, index: 1.25 },
    { title: "nothing finished", finishedTasks: 0, dueTasks: 4, index: 0 },
  ])("is $index when $title", ({ finishedTasks, dueTasks, index }) => {
    expect(baselineExecutionIndex({ finishedTasks, dueTasks })).toBe(index);
  });

  it("has no answer while nothing is due", () => {
    expect(baselineExecutionIndex({ finishedTasks: 2, dueTasks: 0 })).toEqual({ kind: "none", reason: "nothing-due" });
  });

  it.each([
    { finishedTasks: -1, dueTasks: 1, fault: "out-of-range finishedTasks" },
    { finishedTasks: 0.5, dueTasks: 1, fault: "out-of-range finishedTasks" },
    { finishedTasks: 1, dueTasks: NaN, fault: "not-finite dueTasks" },
  ])("refuses $fault", ({ fault, ...input }) => {
    expect(faults(() => baselineExecutionIndex(input))).toEqual([fault]);
    expect(faults(() => parseBaselineExecutionIndexInput(input))).toEqual([fault]);
  });
});

describe("explain(baselineExecutionIndex)", () => {
  it("shows the working", () => {
    expect(explain(baselineExecutionIndex, { finishedTasks: 18, dueTasks: 20 }).steps).toEqual([
      {
        kind: "calculated",
        symbol: "index",
        expression: "finishedTasks ÷ dueTasks",
        substituted: "18 ÷ 20",
        value: 0.9,
      },
    ]);
  });
});

describe("laws", () => {
  it("the words say what the code does", () => {
    keepsFormulaLaws(baselineExecutionIndex, fc.record({ finishedTasks: fc.nat(), dueTasks: fc.nat({ max: 4 }) }));
  });
});
