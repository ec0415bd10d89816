import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain } from "../../src/foundation/explain/index.js";
import { missedTaskShare, parseMissedTaskShareInput } from "../../src/schedule/index.js";
import { faults } from "../kit/caught.js";
import { keepsFormulaLaws } from "../kit/formula-laws.js";

describe("missedTaskShare", () => {
  it.each([
    { title: "none", missedTasks: 0, dueTasks: 7, share: 0 },
    { title: "some", missedTasks: 2, dueTasks: 16, share: 0.125 },
    { title: "all", missedTasks: 3, dueTasks: 3, share: 1 },
  ])("is $share when $title are missed", ({ missedTasks, dueTasks, share }) => {
    expect(missedTaskShare({ missedTasks, dueTasks })).toBe(share);
  });

  it("has no answer while nothing is due", () => {
    expect(missedTaskShare({ missedTasks: 0, dueTasks: 0 })).toEqual({ kind: "none", reason: "nothing-due" });
  });

  it.each([
    { missedTasks: 2, dueTasks: 1, fault: "inconsistent missedTasks" },
    { missedTasks: -1, dueTasks: 1, fault: "out-of-range missedTasks" },
    { missedTasks: 1, dueTasks: 1.5, fault: "out-of-range dueTasks" },
  ])("refuses $fault", ({ fault, ...input }) => {
    expect(faults(() => missedTaskShare(input))).toEqual([fault]);
    expect(faults(() => parseMissedTaskShareInput(input))).toEqual([fault]);
  });
});

describe("explain(missedTaskShare)", () => {
  it("shows the working", () => {
    expect(explain(missedTaskShare, { missedTasks: 2, dueTasks: 16 }).steps).toEqual([
      {
        kind: "calculated",
        symbol: "share",
        expression: "missedTasks ÷ dueTasks",
        substituted: "2 ÷ 16",
        value: 0.125,
      },
    ]);
  });
});

describe("laws", () => {
  it("the words say what the code does", () => {
    const input = fc
      .tuple(fc.nat({ max: 6 }), fc.nat({ max: 6 }))
      .map(([a, b]) => ({ missedTasks: Math.min(a, b), dueTasks: Math.max(a, b) }));
    keepsFormulaLaws(missedTaskShare, input);
  });
});
