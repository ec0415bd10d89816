import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isNoAnswer } from "../../src/foundation/errors/index.js";
import { explain } from "../../src/foundation/explain/index.js";
import { instantOf } from "../../src/foundation/time/index.js";
import {
  assessIncidents,
  type Incident,
  INCIDENT_FORMULAS,
  INCIDENT_LEVELS,
  type IncidentLog,
  incidentPriority,
  meanTimeToAcknowledge,
  meanTimeToResolve,
  parseIncident,
  parseIncidentLog,
  parseMeanTimeInput,
  parsePriorityTable,
  STANDARD_PRIORITIES,
} from "../../src/incidents/index.js";
import { faults } from "../kit/caught.js";
import { keepsFormulaLaws } from "../kit/formula-laws.js";
import { law } from "../kit/laws.js";

const AS_OF = "2026-03-01T00:00:00Z";
const base: Incident = { id: "I", title: "t", impact: "medium", urgency: "medium", openedAt: "2026-02-01T08:00:00Z" };
const at = (time: string): string => `2026-02-01T${time}:00Z`;
const timed = (id: string, acknowledged: string | null, resolved: string | null): Incident => ({
  ...base,
  id,
  ...(acknowledged === null ? {} : { acknowledgedAt: at(acknowledged) }),
  ...(resolved === null ? {} : { resolvedAt: at(resolved) }),
});

describe("mean times", () => {
  it("are unrounded", () => {
    // Durations of a published incident log: 7 h, 46 min and 22 min.
    expect(meanTimeToResolve({ minutes: [420, 46, 22] })).toBe(488 / 3);
    expect(meanTimeToAcknowledge({ minutes: [4, 30, 1, 10] })).toBe(11.25);
    expect(meanTimeToResolve({ minutes: [0] })).toBe(0);
  });

  it("of nothing do not exist", () => {
    expect(meanTimeToAcknowledge({ minutes: [] })).toEqual({ kind: "none", reason: "nothing-to-average" });
    expect(meanTimeToResolve({ minutes: [] })).toEqual({ kind: "none", reason: "nothing-to-average" });
  });

  it("show their working", () => {
    expect(explain(meanTimeToResolve, { minutes: [30, 60] }).steps).toEqual([
      {
        kind: "calculated",
        symbol: "meanTimeToResolve",
        expression: "sum[i](minutes[i]) ÷ length(minutes)",
        substituted: "sum[i](minutes[i]) ÷ length(minutes)",
        value: 45,
      },
    ]);
  });

  it("refuse spans below zero", () => {
    expect(faults(() => meanTimeToResolve({ minutes: [1, -1] }))).toEqual(["out-of-range minutes.1"]);
    expect(faults(() => meanTimeToAcknowledge({ minutes: [Number.NaN] }))).toEqual(["not-finite minutes.0"]);
    expect(faults(() => parseMeanTimeInput({ minutes: [-1, "2"] }))).toEqual([
      "out-of-range minutes.0",
      "wrong-type minutes.1",
    ]);
  });
});

describe("priority", () => {
  it("follows the nine rules", () => {
    const rules = INCIDENT_LEVELS.flatMap((impact) =>
      INCIDENT_LEVELS.map((urgency) => incidentPriority({ impact, urgency })),
    );
    expect(rules).toEqual(["P1", "P2", "P3", "P2", "P3", "P4", "P3", "P4", "P5"]);
    expect(parsePriorityTable(STANDARD_PRIORITIES)).toEqual(STANDARD_PRIORITIES);
  });

  it("never falls back", () => {
    expect(faults(() => incidentPriority({ impact: "extreme" as never, urgency: "high" }))).toEqual([
      "out-of-range impact",
    ]);
    expect(faults(() => incidentPriority({ impact: "high" } as never))).toEqual(["wrong-type urgency"]);
    const holed = { ...STANDARD_PRIORITIES, table: { ...STANDARD_PRIORITIES.table, low: {} as never } };
    expect(faults(() => incidentPriority({ impact: "low", urgency: "low" }, holed))).toEqual([
      "inconsistent table.low.low",
    ]);
  });

  it("is looked up by impact, then by urgency", () => {
    const table = { ...STANDARD_PRIORITIES.table, high: { high: "P1", medium: "P1", low: "P1" } };
    const own = parsePriorityTable({ ...STANDARD_PRIORITIES, table });
    expect(incidentPriority({ impact: "high", urgency: "low" }, own)).toBe("P1");
    expect(incidentPriority({ impact: "low", urgency: "high" }, own)).toBe("P3");
    const incidents = [{ ...base, impact: "high", urgency: "low" }] as const;
    expect(assessIncidents({ priorities: own, incidents }, { asOf: AS_OF }).open[0]?.priority).toBe("P1");
  });

  it("refuses tables that name nothing", () => {
    const { table } = STANDARD_PRIORITIES;
    const unknown = { ...STANDARD_PRIORITIES, table: { ...table, low: { ...table.low, low: "P9" } } };
    expect(faults(() => parsePriorityTable(unknown))).toEqual(["unknown-reference table.low.low"]);
    expect(faults(() => parsePriorityTable({ ...STANDARD_PRIORITIES, table: { high: table.high } }))).toEqual([
      "missing table.medium",
      "missing table.low",
    ]);
    expect(
      faults(() =>
        assessIncidents(
          { priorities: unknown, incidents: [{ ...base, impact: "low", urgency: "low" }] },
          { asOf: AS_OF },
        ),
      ),
    ).toEqual(["unknown-reference priorities.table"]);
  });
});

describe("an incident", () => {
  it("is read as it stands", () => {
    const full: Incident = {
      ...base,
      service: "Sign-in",
      acknowledgedAt: at("08:05"),
      resolvedAt: at("09:00"),
      cause: "Certificate ran out",
      lesson: "Renew a month ahead",
      riskId: "R-3",
    };
    expect(parseIncident(full)).toEqual(full);
    expect(parseIncidentLog({ priorities: STANDARD_PRIORITIES, incidents: [full] }).incidents).toEqual([full]);
  });

  it.each<[Partial<Record<keyof Incident, unknown>>, readonly string[]]>([
    [{ id: "" }, ["empty id"]],
    [{ title: undefined }, ["missing title"]],
    [{ service: "" }, ["empty service"]],
    [{ impact: "extreme" }, ["out-of-range impact"]],
    [{ urgency: 1 }, ["out-of-range urgency"]],
    [{ openedAt: "2026-02-01T08:00:00" }, ["invalid-format openedAt"]],
    [{ acknowledgedAt: "2026-02-30T08:00:00Z" }, ["invalid-date acknowledgedAt"]],
    [{ resolvedAt: "2026-02-01" }, ["invalid-format resolvedAt"]],
    [{ cause: "" }, ["empty cause"]],
    [{ lesson: "" }, ["empty lesson"]],
    [{ riskId: "" }, ["empty riskId"]],
    [{ status: "open" } as never, ["unknown-key status"]],
  ])("refuses %j", (change, wanted) => {
    expect(faults(() => parseIncident({ ...base, ...change }))).toEqual(wanted);
  });
});

describe("an assessment", () => {
  it("measures only times that are there and in order", () => {
    const incidents = [
      timed("I1", "08:04", "10:00"),
      timed("I2", null, "08:20"),
      timed("I3", "08:01", null),
      timed("I4", "07:59", "10:00"),
      timed("I5", "08:10", "07:00"),
    ];
    const found = assessIncidents({ incidents }, { asOf: AS_OF });
    expect(found.acknowledgement).toEqual({ count: 3, mean: 5, median: 4, text: "0h 5m" });
    expect(found.resolution).toEqual({ count: 3, mean: 260 / 3, median: 120, text: "1h 27m" });
    expect(found.unacknowledged).toEqual(["I2"]);
    expect(found.unresolved).toEqual(["I3"]);
    expect(found.invalid).toEqual([
      { id: "I4", field: "acknowledgedAt" },
      { id: "I5", field: "resolvedAt" },
    ]);
    expect(found.figures.map(({ id, value }) => [id, value])).toEqual([
      ["incidents.mean-time-to-acknowledge", 5],
      ["incidents.mean-time-to-resolve", 260 / 3],
    ]);
  });

  it("takes the middle two of an even number, and half a minute up", () => {
    const incidents = [timed("a", null, "08:01"), timed("b", null, "08:02")];
    expect(assessIncidents({ incidents }, { asOf: AS_OF }).resolution).toMatchObject({
      median: 1.5,
      mean: 1.5,
      text: "0h 2m",
    });
  });

  it("counts a span of zero", () => {
    const incidents = [timed("a", "08:00", "08:00")];
    const found = assessIncidents({ incidents }, { asOf: at("08:01") });
    expect(found.total).toBe(1);
    expect(found.invalid).toEqual([]);
    expect(found.acknowledgement).toEqual({ count: 1, mean: 0, median: 0, text: "0h 0m" });
    expect(found.resolution.count).toBe(1);
  });

  it("has no times without incidents", () => {
    const none = { kind: "none", reason: "nothing-to-average" };
    const found = assessIncidents({ incidents: [] }, { asOf: AS_OF });
    expect(found.resolution).toEqual({ count: 0, mean: none, median: none, text: none });
    expect(found.total).toBe(0);
    expect(found.priorities).toHaveLength(5);
  });

  it("does not see what happened later", () => {
    const incidents = [timed("I1", "08:04", "10:00"), { ...timed("I2", null, null), openedAt: at("10:30") }];
    const early = assessIncidents({ incidents }, { asOf: at("09:00") });
    expect(early.total).toBe(1);
    expect(early.open).toEqual([{ id: "I1", title: "t", priority: "P3", state: "acknowledged", ageMinutes: 60 }]);
    expect(early.unresolved).toEqual(["I1"]);
    // The same moment, written with another offset.
    expect(assessIncidents({ incidents }, { asOf: "2026-02-01T11:00:00+02:00" })).toEqual({
      ...early,
      asOf: "2026-02-01T11:00:00+02:00",
    });
    expect(assessIncidents({ incidents }, { asOf: "2026-02-01T10:00:00.001Z" }).priorities[2]).toEqual({
      priority: "P3",
      open: 0,
      acknowledged: 0,
      resolved: 1,
    });
  });

  it("sees everything before the instant, and nothing of the instant itself", () => {
    const incidents = [{ ...timed("I1", "09:00", "10:00"), lesson: "Renew a month ahead" }];
    // The end of a day is the start of the next: what happens then is the next day's.
    expect(assessIncidents({ incidents }, { asOf: at("08:00") }).total).toBe(0);
    expect(assessIncidents({ incidents }, { asOf: at("09:00") }).unacknowledged).toEqual(["I1"]);
    const early = assessIncidents({ incidents }, { asOf: at("10:00") });
    expect(early.open.map(({ id, state }) => [id, state])).toEqual([["I1", "acknowledged"]]);
    expect(early.lessons).toEqual([]);
    expect(early.withoutLesson).toEqual([]);
    const later = assessIncidents({ incidents }, { asOf: "2026-02-01T10:00:00.001Z" });
    expect(later.open).toEqual([]);
    expect(later.lessons.map(({ lesson }) => lesson)).toEqual(["Renew a month ahead"]);
  });

  it("lists the most pressing first, then the oldest", () => {
    const open = (id: string, impact: Incident["impact"], openedAt: string): Incident => ({
      ...base,
      id,
      impact,
      openedAt: at(openedAt),
    });
    const incidents = [
      open("new", "low", "09:00"),
      open("old", "low", "08:00"),
      { ...open("top", "high", "10:00"), service: "Sign-in" },
      open("also-new", "low", "09:00"),
    ];
    const found = assessIncidents({ incidents }, { asOf: at("12:00") });
    expect(found.open.map(({ id, priority }) => [id, priority])).toEqual([
      ["top", "P2"],
      ["old", "P4"],
      ["also-new", "P4"],
      ["new", "P4"],
    ]);
    expect(found.open[0]).toEqual({
      id: "top",
      title: "t",
      service: "Sign-in",
      priority: "P2",
      state: "open",
      ageMinutes: 120,
    });
  });

  it("gathers lessons of what is resolved, and names what taught nothing", () => {
    const incidents: readonly Incident[] = [
      { ...timed("a", null, "09:00"), lesson: "Renew a month ahead", cause: "Certificate ran out", riskId: "R-3" },
      timed("b", null, "09:00"),
      { ...timed("c", null, null), lesson: "too early" },
      { ...timed("d", null, "09:00"), lesson: "Test the restore" },
    ];
    const { lessons, withoutLesson } = assessIncidents({ incidents }, { asOf: AS_OF });
    expect(lessons).toEqual([
      { incidentId: "a", cause: "Certificate ran out", lesson: "Renew a month ahead", riskId: "R-3" },
      { incidentId: "d", lesson: "Test the restore" },
    ]);
    expect(withoutLesson).toEqual(["b"]);
  });

  it("refuses what parsing would have refused", () => {
    expect(faults(() => parseIncidentLog({ incidents: [base, base] }))).toEqual(["duplicate-id incidents.1.id"]);
    expect(faults(() => assessIncidents({ incidents: [base, base] }, { asOf: AS_OF }))).toEqual([
      "duplicate-id incidents.1.id",
    ]);
    const bad = { ...base, openedAt: "yesterday" };
    expect(faults(() => assessIncidents({ incidents: [bad] }, { asOf: AS_OF }))).toEqual([
      "invalid-format incidents.0.openedAt",
    ]);
    const odd = { ...base, impact: "huge" as never };
    expect(faults(() => assessIncidents({ incidents: [odd] }, { asOf: AS_OF }))).toEqual([
      "out-of-range incidents.0.impact",
    ]);
    expect(faults(() => assessIncidents({ incidents: [] }, { asOf: "2026-03-01" }))).toEqual(["invalid-format asOf"]);
    expect(faults(() => assessIncidents(undefined as never, { asOf: AS_OF }))).toEqual(["unreadable"]);
  });
});

const START = 1_770_000_000_000;
const moment = fc.integer({ min: 0, max: 10_000 }).map((seconds) => instantOf(START + seconds * 1000));
const anyLog = fc
  .array(
    fc.record({
      impact: fc.constantFrom(...INCIDENT_LEVELS),
      urgency: fc.constantFrom(...INCIDENT_LEVELS),
      openedAt: moment,
      acknowledgedAt: fc.option(moment),
      resolvedAt: fc.option(moment),
    }),
    { maxLength: 10 },
  )
  .map(
    (rows): IncidentLog => ({
      incidents: rows.map(({ impact, urgency, openedAt, acknowledgedAt, resolvedAt }, i) => ({
        id: `I-${String(i)}`,
        title: "t",
        impact,
        urgency,
        openedAt,
        ...(acknowledgedAt === null ? {} : { acknowledgedAt }),
        ...(resolvedAt === null ? {} : { resolvedAt }),
      })),
    }),
  );
const span = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 100_000 }),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
);
const spans = fc.record({ minutes: fc.array(span, { maxLength: 8 }) });

describe("laws", () => {
  it("the words are the code", () => {
    keepsFormulaLaws(meanTimeToAcknowledge, spans);
    keepsFormulaLaws(meanTimeToResolve, spans);
  });

  it("a mean lies between the least and the greatest, whatever the order", () => {
    law(spans, ({ minutes }) => {
      const mean = meanTimeToResolve({ minutes });
      expect(meanTimeToResolve({ minutes: [...minutes].reverse() })).toEqual(mean);
      if (isNoAnswer(mean)) return;
      const sorted = [...minutes].sort((a, b) => a - b);
      expect(mean).toBeGreaterThanOrEqual(sorted[0] ?? 0);
      expect(mean).toBeLessThanOrEqual(sorted.at(-1) ?? 0);
    });
  });

  it("every incident seen is in one state, and measured, missing or invalid", () => {
    law(fc.tuple(anyLog, moment), ([log, asOf]) => {
      const found = assessIncidents(log, { asOf });
      const { priorities, total, open, acknowledgement, resolution, unacknowledged, unresolved, invalid } = found;
      const sum = (of: (count: (typeof priorities)[number]) => number): number =>
        priorities.reduce((all, count) => all + of(count), 0);
      expect(sum((count) => count.open + count.acknowledged + count.resolved)).toBe(total);
      expect(sum((count) => count.open + count.acknowledged)).toBe(open.length);
      const broken = (field: string): number => invalid.filter((one) => one.field === field).length;
      expect(acknowledgement.count + unacknowledged.length + broken("acknowledgedAt")).toBe(total);
      expect(resolution.count + unresolved.length + broken("resolvedAt")).toBe(total);
      for (const { mean, median } of [acknowledgement, resolution]) {
        for (const value of [mean, median]) if (!isNoAnswer(value)) expect(value).toBeGreaterThanOrEqual(0);
      }
      expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    });
  });

  it("what happens at the instant or later changes nothing", () => {
    law(fc.tuple(anyLog, moment), ([log, asOf]) => {
      const cut = (instant: string | undefined): string | undefined =>
        instant !== undefined && instant < asOf ? instant : undefined;
      const known = log.incidents
        .filter(({ openedAt }) => openedAt < asOf)
        .map(({ acknowledgedAt, resolvedAt, ...rest }) => {
          const [taken, done] = [cut(acknowledgedAt), cut(resolvedAt)];
          return {
            ...rest,
            ...(taken === undefined ? {} : { acknowledgedAt: taken }),
            ...(done === undefined ? {} : { resolvedAt: done }),
          };
        });
      expect(assessIncidents({ incidents: known }, { asOf })).toEqual(assessIncidents(log, { asOf }));
    });
  });

  it("the order of the log makes no difference to counts, open incidents and times", () => {
    law(anyLog, (log) => {
      const asOf = instantOf(START + 20_000_000);
      const one = assessIncidents(log, { asOf });
      const other = assessIncidents({ incidents: [...log.incidents].reverse() }, { asOf });
      for (const part of ["priorities", "open", "acknowledgement", "resolution"] as const) {
        expect(other[part]).toEqual(one[part]);
      }
    });
  });

  it("a log survives JSON and parsing, and every figure can be worked through again", () => {
    law(anyLog, (log) => {
      expect(parseIncidentLog(JSON.parse(JSON.stringify(log)))).toEqual(log);
      for (const one of assessIncidents(log, { asOf: AS_OF }).figures) {
        const formula = INCIDENT_FORMULAS.find(({ id }) => id === one.id);
        expect(explain(formula as never, one.input as never).value).toEqual(one.value);
      }
    });
  });
});
