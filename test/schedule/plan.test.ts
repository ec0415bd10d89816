import { describe, expect, it } from "vitest";

import { parsePlan } from "../../src/schedule/index.js";
import { faults } from "../kit/caught.js";

const task = (id: string, more: object = {}) => ({ id, title: id, durationDays: 2, ...more });
const refused = (...tasks: readonly object[]) => faults(() => parsePlan({ start: "2026-03-02", tasks }));

describe("parsePlan", () => {
  it("reads a plan with every field", () => {
    const data = {
      start: "2026-03-02",
      tasks: [
        task("a", {
          phase: "deployment",
          owner: "Delivery lead",
          baselineFinish: "2026-03-03",
          actualStart: "2026-03-02",
          actualFinish: "2026-03-04",
          completeShare: 1,
        }),
        task("b", { durationDays: 0.5, predecessors: [{ id: "a", type: "SS", lagDays: -1.5 }, { id: "a" }] }),
        task("c", { durationDays: 0, actualFinish: "2026-03-04" }),
      ],
    };
    expect(parsePlan(data)).toEqual(data);
    expect(JSON.parse(JSON.stringify(parsePlan(data)))).toEqual(data);
  });

  it("takes a plan without tasks", () => {
    expect(parsePlan({ start: "2026-03-02", tasks: [] })).toEqual({ start: "2026-03-02", tasks: [] });
  });
});

describe("errors", () => {
  it.each([
    { more: { id: "" }, fault: "empty tasks.0.id" },
    { more: { title: 3 }, fault: "wrong-type tasks.0.title" },
    { more: { durationDays: -1 }, fault: "out-of-range tasks.0.durationDays" },
    { more: { durationDays: NaN }, fault: "not-finite tasks.0.durationDays" },
    { more: { durationDays: 1e10 }, fault: "out-of-range tasks.0.durationDays" },
    { more: { predecessors: [{ id: "a", type: "XX" }] }, fault: "out-of-range tasks.0.predecessors.0.type" },
    { more: { predecessors: [{ id: "a", lagDays: -1e10 }] }, fault: "out-of-range tasks.0.predecessors.0.lagDays" },
    { more: { predecessors: [{ id: "a", lag: 1 }] }, fault: "unknown-key tasks.0.predecessors.0.lag" },
    { more: { phase: "" }, fault: "empty tasks.0.phase" },
    { more: { owner: "" }, fault: "empty tasks.0.owner" },
    { more: { baselineFinish: "2026-02-30" }, fault: "invalid-date tasks.0.baselineFinish" },
    { more: { actualStart: "2026-03-02T08:00" }, fault: "invalid-date tasks.0.actualStart" },
    { more: { completeShare: 1.01, actualStart: "2026-03-02" }, fault: "out-of-range tasks.0.completeShare" },
    { more: { actualFinish: "2026-03-02" }, fault: "inconsistent tasks.0.actualFinish" },
    { more: { actualStart: "2026-03-03", actualFinish: "2026-03-02" }, fault: "inconsistent tasks.0.actualFinish" },
    { more: { completeShare: 0.5 }, fault: "inconsistent tasks.0.completeShare" },
    { more: { actualStart: "2026-03-03", completeShare: 1 }, fault: "inconsistent tasks.0.completeShare" },
    {
      more: { actualStart: "2026-03-03", actualFinish: "2026-03-04", completeShare: 0.9 },
      fault: "inconsistent tasks.0.completeShare",
    },
  ])("refuses $fault", ({ more, fault }) => {
    expect(refused(task("a", more))).toEqual([fault]);
  });

  it("finds everything at once", () => {
    expect(
      refused(
        task("a", { predecessors: [{ id: "b" }] }),
        task("b", { predecessors: [{ id: "x" }, { id: "a" }], completeShare: 0.1 }),
        task("a"),
        task("c", { predecessors: [{ id: "c" }] }),
      ),
    ).toEqual([
      "duplicate-id tasks.2.id",
      "unknown-reference tasks.1.predecessors.0.id",
      "cycle tasks.0",
      "cycle tasks.3",
      "inconsistent tasks.1.completeShare",
    ]);
  });
});
