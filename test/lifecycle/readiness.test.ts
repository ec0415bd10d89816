import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain } from "../../src/foundation/explain/index.js";
import {
  assessReadiness,
  parseReadinessChecklist,
  parseReadinessInput,
  readiness,
  READINESS_MEASURES,
  READINESS_STATUSES,
  type ReadinessItem,
} from "../../src/lifecycle/index.js";
import { faults } from "../kit/caught.js";
import { keepsFormulaLaws } from "../kit/formula-laws.js";
import { law } from "../kit/laws.js";

const AS_OF = { asOf: "2026-03-31" } as const;
const item = (id: string, more: Partial<ReadinessItem> = {}): ReadinessItem => ({
  id,
  mandatory: true,
  weight: 1,
  status: "done",
  evidence: "Report",
  ...more,
});

describe("readiness", () => {
  it.each([
    { doneWeight: 3, applicableWeight: 6, ratio: 0.5 },
    { doneWeight: 0.1, applicableWeight: 0.3, ratio: 1 / 3 },
    { doneWeight: 0, applicableWeight: 2, ratio: 0 },
    { doneWeight: 0, applicableWeight: 0, ratio: { kind: "none", reason: "nothing-applies" } },
  ])("$doneWeight of $applicableWeight", ({ doneWeight, applicableWeight, ratio }) => {
    expect(readiness({ doneWeight, applicableWeight })).toEqual(ratio);
  });

  it.each([
    { fault: "out-of-range doneWeight", input: { doneWeight: -1, applicableWeight: 1 } },
    { fault: "inconsistent doneWeight", input: { doneWeight: 2, applicableWeight: 1 } },
    { fault: "not-finite applicableWeight", input: { doneWeight: 2, applicableWeight: Infinity } },
  ])("refuses $fault", ({ fault, input }) => {
    expect(faults(() => readiness(input))).toEqual([fault]);
    expect(faults(() => parseReadinessInput(input))).toEqual([fault]);
  });

  it("shows the working", () => {
    expect(explain(readiness, { doneWeight: 3, applicableWeight: 4 }).steps).toEqual([
      {
        kind: "calculated",
        symbol: "readiness",
        expression: "doneWeight ÷ applicableWeight",
        substituted: "3 ÷ 4",
        value: 0.75,
      },
    ]);
  });
});

describe("assessReadiness", () => {
  it("answers no-go while a mandatory item is open", () => {
    const items = [
      item("tests", { weight: 3 }),
      item("training", { status: "in-progress" }),
      item("plan", { status: "not-started" }),
    ];
    expect(assessReadiness(items, AS_OF)).toEqual({
      verdict: "no-go",
      reasons: [{ code: "mandatory-open", itemIds: ["training", "plan"] }],
      readiness: 0.6,
      applicableCount: 3,
      doneCount: 1,
      gatePassed: false,
      blocking: ["training", "plan"],
      figures: [{ id: "lifecycle.readiness", value: 0.6, input: { doneWeight: 3, applicableWeight: 5 } }],
    });
  });

  it("answers conditional for an open optional item and for missing evidence", () => {
    const unproved: ReadinessItem = { id: "tests", mandatory: true, weight: 1, status: "done" };
    const { verdict, reasons, gatePassed } = assessReadiness(
      [unproved, item("review", { mandatory: false, status: "not-started" })],
      AS_OF,
    );
    expect({ verdict, gatePassed }).toEqual({ verdict: "conditional", gatePassed: true });
    expect(reasons).toEqual([
      { code: "optional-open", itemIds: ["review"] },
      { code: "evidence-missing", itemIds: ["tests"] },
    ]);
  });

  it("answers go when nothing is open; what does not apply is no reason", () => {
    const {
      verdict,
      reasons,
      readiness: ratio,
    } = assessReadiness([item("tests"), item("b", { status: "not-applicable" })], AS_OF);
    expect({ verdict, reasons, ratio }).toEqual({ verdict: "go", reasons: [], ratio: 1 });
  });

  it("asks for evidence of mandatory items only", () => {
    const optional: ReadinessItem = { id: "review", mandatory: false, weight: 1, status: "done" };
    expect(assessReadiness([item("tests"), optional], AS_OF).reasons).toEqual([]);
  });

  it("answers no-go when nothing applies", () => {
    const {
      verdict,
      reasons,
      readiness: ratio,
      gatePassed,
    } = assessReadiness([item("a", { status: "not-applicable" })], AS_OF);
    expect({ verdict, gatePassed }).toEqual({ verdict: "no-go", gatePassed: true });
    expect(reasons).toEqual([{ code: "nothing-applies", itemIds: ["a"] }]);
    expect(ratio).toEqual({ kind: "none", reason: "nothing-applies" });
  });

  it("does not see what was done later", () => {
    const items = [item("tests", { doneOn: "2026-04-01" })];
    expect(assessReadiness(items, AS_OF).blocking).toEqual(["tests"]);
    expect(assessReadiness(items, { asOf: "2026-04-01" }).verdict).toBe("go");
  });

  it("adds weights as decimals", () => {
    const items = [
      item("a", { weight: 0.1 }),
      item("b", { weight: 0.2 }),
      item("c", { weight: 0.3, status: "not-started" }),
    ];
    expect(assessReadiness(items, AS_OF).readiness).toBe(0.5);
  });

  it.each([
    { fault: "duplicate-id checklist.1.id", input: [item("a"), item("a")] },
    { fault: "out-of-range checklist.0.weight", input: [item("a", { weight: -1 })] },
    { fault: "not-finite checklist.0.weight", input: [item("a", { weight: NaN })] },
    { fault: "out-of-range checklist.0.status", input: [item("a", { status: "finished" as never })] },
    { fault: "inconsistent checklist.0.doneOn", input: [item("a", { status: "in-progress", doneOn: "2026-03-01" })] },
  ])("refuses $fault", ({ fault, input }) => {
    expect(faults(() => assessReadiness(input, AS_OF))).toEqual([fault]);
  });
});

describe("READINESS_MEASURES", () => {
  it("are the article's seven, ready to be a checklist", () => {
    expect(READINESS_MEASURES.map(({ id }) => id)).toEqual([
      "requirements-gathering",
      "project-planning",
      "risk-assessment",
      "communication-plan",
      "testing",
      "user-training",
      "post-implementation-review",
    ]);
    const items = READINESS_MEASURES.map(({ id, mandatory, weight }) => ({
      id,
      mandatory,
      weight,
      status: "not-started",
    }));
    const { blocking } = assessReadiness(parseReadinessChecklist(items), AS_OF);
    expect(blocking).toEqual(READINESS_MEASURES.slice(0, 6).map(({ id }) => id));
  });

  it.each([
    { fault: "inconsistent 0.doneOn", data: [item("a", { status: "not-started", doneOn: "2026-03-01" })] },
    { fault: "out-of-range 0.weight", data: [item("a", { weight: -1 })] },
    { fault: "duplicate-id 1.id", data: [item("a"), item("a")] },
    { fault: "wrong-type 0.mandatory", data: [{ ...item("a"), mandatory: "yes" }] },
  ])("refuses $fault", ({ fault, data }) => {
    expect(faults(() => parseReadinessChecklist(data))).toEqual([fault]);
  });
});

describe("laws", () => {
  const weight = fc.integer({ min: 0, max: 50 }).map((n) => n / 10);
  const items = fc
    .array(fc.record({ mandatory: fc.boolean(), weight, status: fc.constantFrom(...READINESS_STATUSES) }), {
      maxLength: 8,
    })
    .map((all) => all.map((one, i) => item(String(i), one)));

  it("the words say what the code does", () => {
    const input = fc
      .tuple(weight, weight)
      .map(([a, b]) => ({ doneWeight: Math.min(a, b), applicableWeight: Math.max(a, b) }));
    keepsFormulaLaws(readiness, input);
  });

  it("finishing an item never makes the verdict worse", () => {
    const rank = { "no-go": 0, conditional: 1, go: 2 };
    law(items, (all) => {
      const before = assessReadiness(all, AS_OF);
      all.forEach(({ status }, i) => {
        if (status === "not-applicable") return;
        const after = assessReadiness(
          all.map((one, j) => (i === j ? { ...one, status: "done" as const } : one)),
          AS_OF,
        );
        expect(rank[after.verdict]).toBeGreaterThanOrEqual(rank[before.verdict]);
      });
    });
  });

  it("is no-go exactly when something mandatory is open or nothing applies", () => {
    law(items, (all) => {
      const applies = all.filter(({ status }) => status !== "not-applicable");
      const closed = applies.length === 0 || applies.some(({ mandatory, status }) => mandatory && status !== "done");
      expect(assessReadiness(all, AS_OF).verdict === "no-go").toBe(closed);
    });
  });
});
