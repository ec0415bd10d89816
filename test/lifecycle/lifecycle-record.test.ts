import { describe, expect, it } from "vitest";

import { PHASE_IDS, PHASES, parseLifecycleRecord } from "../../src/lifecycle/index.js";
import { faults } from "../kit/caught.js";

const phase = { phase: "testing", plannedStart: "2026-03-02", plannedFinish: "2026-03-27" };
const gate = {
  id: "G-4",
  phase: "testing",
  criteria: [{ id: "uat", title: "Acceptance tests passed", metOn: "2026-03-26", evidence: "Report 14" }],
  decisions: [
    { outcome: "rejected", on: "2026-03-25", byRole: "Sponsor", reason: "Two critical defects" },
    {
      outcome: "conditional",
      on: "2026-03-27",
      byRole: "Sponsor",
      conditions: [{ id: "c1", title: "Repeat the load test", due: "2026-04-01", metOn: "2026-03-31" }],
    },
    { outcome: "approved", on: "2026-04-02", byRole: "Sponsor" },
  ],
};
const decided = (...decisions: readonly object[]) => ({ phases: [phase], gates: [{ ...gate, decisions }] });
const [rejected, conditional, approved] = gate.decisions as [object, object, object];

describe("parseLifecycleRecord", () => {
  it("reads what it writes", () => {
    const record = {
      phases: [{ ...phase, actualStart: "2026-03-02", actualFinish: "2026-03-30", owner: "Test lead" }],
      gates: [gate],
      readiness: [{ id: "testing", title: "Tests", mandatory: true, weight: 2, status: "done", doneOn: "2026-03-26" }],
      milestones: [{ id: "M-1", title: "Tests passed", due: "2026-03-27", status: "open" }],
      budgets: [],
    };
    expect(parseLifecycleRecord(JSON.parse(JSON.stringify(record)))).toEqual(record);
    expect(parseLifecycleRecord({})).toEqual({});
  });

  it.each([
    { fault: "inconsistent phases.0.plannedFinish", data: { phases: [{ ...phase, plannedFinish: "2026-03-01" }] } },
    { fault: "missing phases.0.actualStart", data: { phases: [{ ...phase, actualFinish: "2026-03-27" }] } },
    {
      fault: "inconsistent phases.0.actualFinish",
      data: { phases: [{ ...phase, actualStart: "2026-03-09", actualFinish: "2026-03-08" }] },
    },
    { fault: "out-of-range phases.0.phase", data: { phases: [{ ...phase, phase: "go-live" }] } },
    { fault: "duplicate-id phases.1.phase", data: { phases: [phase, phase] } },
    { fault: "unknown-reference gates.0.phase", data: { phases: [phase], gates: [{ ...gate, phase: "deployment" }] } },
    { fault: "duplicate-id gates.1.id", data: { gates: [gate, gate] } },
    { fault: "inconsistent gates.0.decisions.1.on", data: decided(approved, conditional) },
    { fault: "missing gates.0.decisions.0.reason", data: decided({ ...rejected, reason: undefined }) },
    { fault: "empty gates.0.decisions.0.conditions", data: decided({ ...conditional, conditions: [] }) },
    {
      fault: "inconsistent gates.0.decisions.0.conditions.0.due",
      data: decided({ ...conditional, on: "2026-04-02" }),
    },
    { fault: "unknown-key gates.0.decisions.0.conditions", data: decided({ ...conditional, outcome: "approved" }) },
    {
      fault: "duplicate-id gates.0.criteria.1.id",
      data: { gates: [{ ...gate, criteria: [...gate.criteria, ...gate.criteria] }] },
    },
  ])("refuses $fault", ({ fault, data }) => {
    expect(faults(() => parseLifecycleRecord(data))).toEqual([fault]);
  });
});

describe("PHASES", () => {
  it("are the article's seven, each with activities, deliverables and criteria", () => {
    expect(PHASES.map(({ id }) => id)).toEqual(PHASE_IDS);
    expect(PHASES.map(({ title }) => title)).toEqual([
      "Project initiation and planning",
      "Requirements gathering and analysis",
      "System design and configuration",
      "Testing and quality assurance",
      "Training and documentation",
      "Deployment and go-live",
      "Post-implementation support and maintenance",
    ]);
    for (const { activities, deliverables, entryCriteria, exitCriteria } of PHASES) {
      expect([activities, deliverables, entryCriteria, exitCriteria].every((list) => list.length > 0)).toBe(true);
    }
  });
});
