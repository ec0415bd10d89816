import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { civilDateOf, type CivilDate } from "../../src/foundation/guard/index.js";
import { money } from "../../src/foundation/money/index.js";
import { STANDARD_WEEK } from "../../src/foundation/time/index.js";
import {
  assessLifecycle,
  checkPhaseEntry,
  type Gate,
  type GateDecision,
  LIFECYCLE_FORMULAS,
  type LifecycleRecord,
  parseLifecycleRecord,
  PHASE_IDS,
  type PhaseRecord,
} from "../../src/lifecycle/index.js";
import { faults } from "../kit/caught.js";
import { law } from "../kit/laws.js";

const approved = (on: CivilDate): GateDecision => ({ outcome: "approved", on, byRole: "Sponsor" });
const rejected = (on: CivilDate): GateDecision => ({ outcome: "rejected", on, byRole: "Sponsor", reason: "Defects" });
const conditional = (on: CivilDate, due: CivilDate, metOn?: CivilDate): GateDecision => ({
  outcome: "conditional",
  on,
  byRole: "Sponsor",
  conditions: [{ id: "c1", title: "Load test", due, ...(metOn === undefined ? {} : { metOn }) }],
});
const gate = (...decisions: readonly GateDecision[]): Gate => ({
  id: "G-4",
  phase: "testing",
  criteria: [],
  decisions,
});

const testing: PhaseRecord = {
  phase: "testing",
  plannedStart: "2026-03-02",
  plannedFinish: "2026-03-27",
  actualStart: "2026-03-04",
  actualFinish: "2026-03-31",
  owner: "Test lead",
};
const deployment: PhaseRecord = { phase: "deployment", plannedStart: "2026-04-07", plannedFinish: "2026-04-10" };
const entry = (record: LifecycleRecord, on: CivilDate) => checkPhaseEntry(record, { phase: "deployment", on });
const withGates = (...gates: readonly Gate[]): LifecycleRecord => ({ phases: [deployment, testing], gates });

describe("checkPhaseEntry", () => {
  it.each([
    { title: "no gate", gates: [], on: "2026-04-07", wanted: ["gate-missing"] },
    { title: "no decision yet", gates: [gate(approved("2026-04-08"))], on: "2026-04-07", wanted: ["gate-undecided"] },
    { title: "approved that day", gates: [gate(approved("2026-04-07"))], on: "2026-04-07", wanted: [] },
    { title: "rejected", gates: [gate(rejected("2026-04-01"))], on: "2026-04-07", wanted: ["gate-rejected"] },
    {
      title: "rejected, then approved",
      gates: [gate(rejected("2026-04-01"), approved("2026-04-02"))],
      on: "2026-04-07",
      wanted: [],
    },
    {
      title: "approved, then rejected",
      gates: [gate(approved("2026-04-01"), rejected("2026-04-02"))],
      on: "2026-04-07",
      wanted: ["gate-rejected"],
    },
    {
      title: "conditional, not due",
      gates: [gate(conditional("2026-04-01", "2026-04-07"))],
      on: "2026-04-07",
      wanted: [],
    },
    {
      title: "conditional, overdue",
      gates: [gate(conditional("2026-04-01", "2026-04-06"))],
      on: "2026-04-07",
      wanted: ["conditions-overdue"],
    },
    {
      title: "conditional, met late",
      gates: [gate(conditional("2026-04-01", "2026-04-02", "2026-04-07"))],
      on: "2026-04-07",
      wanted: [],
    },
    {
      title: "two gates, one open",
      gates: [gate(approved("2026-04-01")), { ...gate(), id: "G-4b" }],
      on: "2026-04-07",
      wanted: ["gate-undecided"],
    },
  ] as const)("$title: $wanted", ({ gates, on, wanted }) => {
    expect(entry(withGates(...gates), on).map(({ code }) => code)).toEqual(wanted);
  });

  it("names gate and conditions", () => {
    expect(entry(withGates(gate(conditional("2026-04-01", "2026-04-06"))), "2026-04-07")).toEqual([
      { code: "conditions-overdue", phase: "testing", gateId: "G-4", conditionIds: ["c1"] },
    ]);
  });

  it("looks at the nearest earlier phase that the record has", () => {
    const requirements: PhaseRecord = { ...testing, phase: "requirements" };
    const record = { phases: [deployment, requirements, testing], gates: [gate(approved("2026-04-01"))] };
    expect(entry(record, "2026-04-07")).toEqual([]);
    expect(entry({ ...record, phases: [deployment, requirements] }, "2026-04-07")).toEqual([
      { code: "gate-missing", phase: "requirements" },
    ]);
  });

  it("lets the first phase of a record start, and none start twice", () => {
    const first = { phases: [testing], gates: [] };
    expect(checkPhaseEntry(first, { phase: "testing", on: "2026-03-03" })).toEqual([]);
    expect(checkPhaseEntry(first, { phase: "testing", on: "2026-03-04" })).toEqual([
      { code: "already-started", phase: "testing" },
    ]);
  });

  it("refuses a phase that is none, or not in the record", () => {
    expect(faults(() => checkPhaseEntry({}, { phase: "testing", on: "2026-03-04" }))).toEqual(["inconsistent phase"]);
    expect(faults(() => checkPhaseEntry({}, { phase: "go" as never, on: "2026-03-04" }))).toEqual([
      "out-of-range phase",
    ]);
    expect(faults(() => entry(withGates(), "2026-04-31" as CivilDate))).toEqual(["invalid-date on"]);
  });
});

describe("assessLifecycle", () => {
  it("tells the standing of phases in their order, as of the day", () => {
    const { phases } = assessLifecycle(withGates(), { asOf: "2026-03-31" });
    expect(phases).toEqual([
      {
        phase: "testing",
        status: "finished",
        planned: { start: "2026-03-02", finish: "2026-03-27" },
        actual: { start: "2026-03-04", finish: "2026-03-31" },
        startSlippage: { calendarDays: 2, workingDays: 2 },
        finishSlippage: { calendarDays: 4, workingDays: 2 },
        owner: "Test lead",
      },
      {
        phase: "deployment",
        status: "not-started",
        planned: { start: "2026-04-07", finish: "2026-04-10" },
        actual: {},
      },
    ]);
    const [earlier] = assessLifecycle(withGates(), { asOf: "2026-03-30" }).phases;
    expect([earlier?.status, earlier?.actual, earlier?.finishSlippage]).toEqual([
      "in-progress",
      { start: "2026-03-04" },
      undefined,
    ]);
  });

  it("tells the standing of gates as of the day", () => {
    const criteria = [
      { id: "uat", title: "Acceptance tests passed", metOn: "2026-03-26" },
      { id: "load", title: "Load test passed", metOn: "2026-04-02" },
    ] as const;
    const record = withGates({
      ...gate(rejected("2026-03-25"), conditional("2026-03-30", "2026-04-03", "2026-04-02")),
      criteria,
    });
    expect(assessLifecycle(record, { asOf: "2026-03-31" }).gates).toEqual([
      {
        id: "G-4",
        phase: "testing",
        outcome: "conditional",
        decidedOn: "2026-03-30",
        met: ["uat"],
        unmet: ["load"],
        openConditions: ["c1"],
      },
    ]);
    expect(assessLifecycle(record, { asOf: "2026-04-02" }).gates[0]).toMatchObject({ unmet: [], openConditions: [] });
    expect(assessLifecycle(record, { asOf: "2026-03-24" }).gates[0]).toMatchObject({ outcome: "undecided", met: [] });
  });

  it("dates overdue conditions by the earliest that is overdue, not by the decision", () => {
    const conditions = [
      { id: "late", title: "Load test", due: "2026-04-09" },
      { id: "met", title: "Training", due: "2026-04-02", metOn: "2026-04-02" },
      { id: "first", title: "Restore test", due: "2026-04-03" },
    ] as const;
    const record = withGates(gate({ outcome: "conditional", on: "2026-04-01", byRole: "Sponsor", conditions }));
    const found = (asOf: CivilDate) =>
      assessLifecycle(record, { asOf }).findings.find(({ code }) => code === "conditions-overdue");
    expect(found("2026-04-03")).toBeUndefined();
    expect(found("2026-04-10")).toMatchObject({ on: "2026-04-03", itemIds: ["late", "first"] });
  });

  it("finds what is out of order, by phase", () => {
    const started = { ...deployment, actualStart: "2026-04-07" } as const;
    const record: LifecycleRecord = {
      phases: [started, { ...testing, actualFinish: "2026-04-20" }],
      gates: [
        {
          ...gate(approved("2026-04-08")),
          criteria: [{ id: "uat", title: "Acceptance tests passed", metOn: "2026-04-09" }],
        },
        { ...gate(conditional("2026-04-01", "2026-04-03")), id: "G-5", phase: "deployment" },
      ],
    };
    expect(assessLifecycle(record, { asOf: "2026-04-13" }).findings).toEqual([
      { code: "approved-with-unmet-criteria", phase: "testing", on: "2026-04-08", gateId: "G-4", itemIds: ["uat"] },
      { code: "finish-overdue", phase: "testing", on: "2026-03-27" },
      {
        code: "started-without-gate",
        phase: "deployment",
        on: "2026-04-07",
        blockers: [{ code: "gate-undecided", phase: "testing", gateId: "G-4" }],
      },
      { code: "conditions-overdue", phase: "deployment", on: "2026-04-03", gateId: "G-5", itemIds: ["c1"] },
      { code: "finish-overdue", phase: "deployment", on: "2026-04-10" },
    ]);
    expect(assessLifecycle({ phases: [deployment] }, { asOf: "2026-04-08" }).findings).toEqual([
      { code: "start-overdue", phase: "deployment", on: "2026-04-07" },
    ]);
    expect(assessLifecycle({ phases: [deployment] }, { asOf: "2026-04-07" }).findings).toEqual([]);
  });

  it("assesses only the parts that the record has", () => {
    expect(assessLifecycle({}, { asOf: "2026-03-31" })).toEqual({
      asOf: "2026-03-31",
      phases: [],
      gates: [],
      findings: [],
      figures: [],
    });
  });

  it("hands tolerances, calendar and zone on, and gathers the figures", () => {
    const record = parseLifecycleRecord({
      readiness: [{ id: "testing", mandatory: true, weight: 1, status: "done", evidence: "Report 14" }],
      milestones: [
        { id: "M-1", title: "Tests passed", due: "2026-03-27", status: "done", completed: "2026-03-31T22:30:00Z" },
      ],
      budgets: [
        {
          id: "B-1",
          title: "All",
          original: money("100", "EUR"),
          changeOrders: [],
          actuals: [{ amount: money("105", "EUR") }],
        },
      ],
    });
    const calendar = { ...STANDARD_WEEK, holidays: [{ date: "2026-03-30" as const }] };
    const options = {
      asOf: "2026-04-10",
      calendar,
      timeZone: "Europe/Berlin",
      toleranceDays: 2,
      toleranceUnit: "working",
    } as const;
    const assessed = assessLifecycle(record, { ...options, toleranceRatio: 0.05 });
    expect(assessed.milestones?.milestones[0]).toMatchObject({ limit: "2026-04-01", completedOn: "2026-04-01" });
    expect(assessed.slippage?.milestones[0]?.workingDays).toBe(2);
    expect(assessed.readiness?.verdict).toBe("go");
    expect(assessed.figures.map(({ id, value }) => [id, value])).toEqual([
      ["lifecycle.on-time-delivery", 1],
      ["lifecycle.on-budget-share", 1],
      ["lifecycle.budget-variance", money("-5", "EUR")],
      ["lifecycle.budget-overrun", money("5", "EUR")],
      ["lifecycle.budget-overrun-ratio", 0.05],
      ["lifecycle.readiness", 1],
    ]);
    expect(JSON.parse(JSON.stringify(assessed))).toEqual(assessed);
    const ids: readonly string[] = LIFECYCLE_FORMULAS.map(({ id }) => id);
    expect(assessed.figures.filter(({ id }) => !ids.includes(id))).toEqual([]);
  });
});

describe("laws", () => {
  const day = fc.integer({ min: 20_500, max: 20_520 }).map((n) => civilDateOf(n));
  const decision = fc.oneof(
    day.map(approved),
    day.map(rejected),
    fc.tuple(day, day).map(([a, b]) => conditional(a < b ? a : b, a < b ? b : a)),
  );
  const byDay = (a: GateDecision, b: GateDecision) => (a.on < b.on ? -1 : Number(a.on > b.on));
  const record = fc
    .record({ decisions: fc.array(decision, { maxLength: 3 }), start: fc.option(day, { nil: undefined }) })
    .map(
      ({ decisions, start }): LifecycleRecord => ({
        phases: [testing, { ...deployment, ...(start === undefined ? {} : { actualStart: start }) }],
        gates: [gate(...decisions.sort(byDay))],
      }),
    );

  it("a start is a finding exactly when it was not allowed on its day", () => {
    law(fc.tuple(record, day), ([given, asOf]) => {
      const start = given.phases?.[1]?.actualStart;
      const found = assessLifecycle(given, { asOf }).findings.some(({ code }) => code === "started-without-gate");
      const barred = start !== undefined && entry(given, start).some(({ code }) => code !== "already-started");
      expect(found).toBe(start !== undefined && start <= asOf && barred);
    });
  });

  it("gives the same answer when what came after is erased", () => {
    law(fc.tuple(record, day), ([given, asOf]) => {
      const erased: LifecycleRecord = {
        phases:
          given.phases?.map(({ actualStart, actualFinish, ...rest }) => ({
            ...rest,
            ...(actualStart !== undefined && actualStart <= asOf ? { actualStart } : {}),
            ...(actualFinish !== undefined && actualFinish <= asOf ? { actualFinish } : {}),
          })) ?? [],
        gates: given.gates?.map((one) => ({ ...one, decisions: one.decisions.filter(({ on }) => on <= asOf) })) ?? [],
      };
      expect(assessLifecycle(erased, { asOf })).toEqual(assessLifecycle(given, { asOf }));
    });
  });

  it("does not depend on the order of the phases", () => {
    law(fc.tuple(fc.shuffledSubarray([...PHASE_IDS]), day), ([ids, asOf]) => {
      const phases = ids.map((phase): PhaseRecord => ({ ...deployment, phase, actualStart: "2026-02-20" }));
      const { phases: rows, findings } = assessLifecycle({ phases }, { asOf });
      expect(rows.map(({ phase }) => phase)).toEqual(PHASE_IDS.filter((id) => ids.includes(id)));
      expect(findings).toEqual(assessLifecycle({ phases: [...phases].reverse() }, { asOf }).findings);
    });
  });
});
