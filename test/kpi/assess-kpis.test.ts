import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type CivilDate, civilDateOf } from "../../src/foundation/guard/index.js";
import { money } from "../../src/foundation/money/index.js";
import {
  type AssessKpisOptions,
  assessKpis,
  KPI_FORMULAS,
  type KpiRecord,
  KPIS,
  parseKpiRecord,
} from "../../src/kpi/index.js";
import { STATISTICS_FORMULAS } from "../../src/foundation/statistics/index.js";
import { LIFECYCLE_FORMULAS } from "../../src/lifecycle/index.js";
import type { Figure, Formula, Quantity } from "../../src/foundation/explain/index.js";
import { faults } from "../kit/caught.js";
import { law } from "../kit/laws.js";

const SCALE = { low: 1, high: 5 };
const RECORD: KpiRecord = {
  targets: [
    { kpi: "on-time-delivery", target: { direction: "higher-is-better", green: 0.9, amber: 0.5 } },
    { kpi: "on-budget-delivery", target: { direction: "lower-is-better", green: 0, amber: 0.1 } },
    { kpi: "client-satisfaction", target: { direction: "higher-is-better", green: 0.75, amber: 0.5 } },
    { kpi: "system-uptime", target: { direction: "higher-is-better", green: 0.999, amber: 0.99 } },
    { kpi: "defect-rate", target: { direction: "lower-is-better", green: 0.1, amber: 0.5 } },
  ],
  satisfaction: [
    { id: "S-2", on: "2026-04-08", answers: { scores: [5, 4, 2, 4], scale: SCALE, satisfiedFrom: 4, invited: 8 } },
    { id: "S-1", on: "2026-03-08", answers: { scores: [1], scale: SCALE, satisfiedFrom: 4 } },
    { id: "S-3", on: "2026-04-12", answers: { scores: [1], scale: SCALE, satisfiedFrom: 4 } },
  ],
  uptime: {
    period: { start: "2026-03-31T22:00:00Z", end: "2026-04-30T22:00:00Z" },
    outages: [
      { id: "O-2", start: "2026-04-10T20:00:00Z" },
      { id: "O-1", start: "2026-04-02T10:00:00Z", end: "2026-04-02T10:24:00Z" },
      { id: "O-3", start: "2026-04-11T10:00:00Z", end: "2026-04-11T11:00:00Z" },
    ],
    maintenance: [],
    maintenancePolicy: "exclude",
  },
  defects: {
    reports: [
      { id: "D-1", foundOn: "2026-03-20" },
      { id: "D-2", foundOn: "2026-04-02" },
      { id: "D-3", foundOn: "2026-04-03", resolution: "duplicate" },
    ],
    goLive: "2026-04-01",
    windowDays: 90,
    size: 500,
  },
  adoption: {
    users: [
      { id: "u1", from: "2026-04-01" },
      { id: "u2", from: "2026-04-01" },
      { id: "u3", from: "2026-04-20" },
    ],
    events: [
      { user: "u1", at: "2026-04-03T09:00:00Z" },
      { user: "u2", at: "2026-04-11T09:00:00Z" },
    ],
    window: { from: "2026-04-01", to: "2026-05-01" },
  },
};
const OPTIONS: AssessKpisOptions = {
  asOf: "2026-04-10",
  timeZone: "Europe/Berlin",
  milestones: [
    { id: "M-2", title: "Trained", due: "2026-03-20", status: "done", completed: "2026-03-24" },
    { id: "M-1", title: "Tested", due: "2026-03-13", status: "done", completed: "2026-03-12" },
    { id: "M-3", title: "Handed over", due: "2026-06-30", status: "open" },
  ],
  budgets: [
    {
      id: "B-1",
      title: "All",
      original: money("100", "EUR"),
      changeOrders: [],
      actuals: [{ amount: money("115", "EUR"), on: "2026-03-31" }],
    },
  ],
};

describe("assessKpis", () => {
  const { results, rollUp, figures } = assessKpis(RECORD, OPTIONS);

  it("answers the six KPIs in order, each from its records", () => {
    expect(results).toEqual([
      {
        kpi: "on-time-delivery",
        figure: "lifecycle.on-time-delivery",
        value: 0.5,
        n: 2,
        numerator: 1,
        denominator: 2,
        status: "amber",
        flags: [],
        trace: { counted: ["M-1", "M-2"], excluded: [{ id: "M-3", reason: "not-due" }] },
      },
      {
        kpi: "on-budget-delivery",
        figure: "lifecycle.budget-overrun-ratio",
        value: 0.15,
        n: 1,
        status: "red",
        flags: [],
        trace: { counted: ["B-1"], excluded: [] },
      },
      {
        kpi: "client-satisfaction",
        figure: "statistics.satisfaction",
        value: 0.75,
        n: 4,
        numerator: 3,
        denominator: 4,
        status: "green",
        interval: { low: expect.closeTo(0.3006418, 7) as number, high: expect.closeTo(0.9544127, 7) as number },
        flags: [],
        trace: {
          counted: ["S-2"],
          excluded: [
            { id: "S-1", reason: "superseded" },
            { id: "S-3", reason: "after-as-of" },
          ],
        },
      },
      {
        // Ten days in Berlin; the open outage runs from 20:00 UTC until midnight there, at 22:00 UTC.
        kpi: "system-uptime",
        figure: "kpi.uptime",
        value: (864_000 - 8_640) / 864_000,
        n: 2,
        numerator: 864_000 - 8_640,
        denominator: 864_000,
        status: "amber",
        flags: ["partial"],
        trace: { counted: ["O-1", "O-2"], excluded: [{ id: "O-3", reason: "after-as-of" }] },
      },
      {
        kpi: "defect-rate",
        figure: "kpi.defect-rate",
        value: 0.1,
        n: 1,
        numerator: 1,
        denominator: 10,
        status: "green",
        flags: ["provisional"],
        trace: {
          counted: ["D-2"],
          excluded: [
            { id: "D-1", reason: "before-go-live" },
            { id: "D-3", reason: "duplicate" },
          ],
        },
      },
      {
        kpi: "user-adoption",
        figure: "kpi.adoption-rate",
        value: 0.5,
        n: 2,
        numerator: 1,
        denominator: 2,
        status: "unknown",
        reason: "no-target",
        flags: ["partial"],
        trace: { counted: ["u1", "u2"], excluded: [{ id: "u3", reason: "joined-later" }] },
      },
    ]);
    expect(rollUp).toEqual({
      worst: "red",
      counts: { green: 2, amber: 2, red: 1, unknown: 1 },
      known: 5,
      knownShare: 5 / 6,
    });
  });

  it("gives every figure with an input that gives its value again", () => {
    expect(figures.map(({ id, of }) => (of === undefined ? id : `${id} of ${of}`))).toEqual([
      "lifecycle.on-time-delivery",
      "lifecycle.budget-overrun-ratio",
      "statistics.satisfaction of S-2",
      "statistics.response-rate of S-2",
      "kpi.uptime",
      "kpi.defect-rate",
      "kpi.defect-removal-efficiency",
      "kpi.defect-density",
      "kpi.adoption-rate",
    ]);
    const known = [...LIFECYCLE_FORMULAS, ...STATISTICS_FORMULAS, ...KPI_FORMULAS] as unknown as readonly Formula<
      Figure["input"],
      Quantity
    >[];
    for (const { id, input, value } of JSON.parse(JSON.stringify(figures)) as Figure[]) {
      expect(known.find((formula) => formula.id === id)?.(input)).toEqual(value);
    }
    for (const { figure, value } of results) expect(figures.find(({ id }) => id === figure)?.value).toEqual(value);
  });

  it("says of each KPI without records what it would need", () => {
    const empty = assessKpis({ targets: RECORD.targets }, { asOf: "2026-04-10", timeZone: "UTC" });
    expect(empty.figures).toEqual([]);
    expect(empty.rollUp.worst).toBe("unknown");
    expect(empty.results.map(({ kpi }) => kpi)).toEqual(KPIS);
    for (const { value, status, reason, n, trace } of empty.results) {
      expect({ value, status, reason, n, trace }).toEqual({
        value: { kind: "none", reason: "no-data" },
        status: "unknown",
        reason: "no-data",
        n: 0,
        trace: { counted: [], excluded: [] },
      });
    }
    expect(empty.results.map(({ needs }) => needs)).toEqual([
      "milestones with the days they are due and were completed",
      "budgets with what was approved and spent",
      "the answers of a satisfaction survey",
      "a period with its outages and maintenance",
      "the go-live and the defects reported since",
      "the intended users and their use of the system",
    ]);
  });

  it("gives the reason of a value that does not exist yet", () => {
    const early = assessKpis(RECORD, { ...OPTIONS, asOf: "2026-03-01" });
    expect(early.results.map(({ reason }) => reason)).toEqual([
      "nothing-due",
      undefined,
      "no-data",
      "nothing-measured",
      "not-released",
      "not-begun",
    ]);
    expect(early.figures.map(({ id, value }) => [id, value])).toContainEqual([
      "kpi.uptime",
      { kind: "none", reason: "nothing-measured" },
    ]);
    expect(assessKpis(RECORD, { ...OPTIONS, budgets: [] }).results[1]).toMatchObject({
      value: { kind: "none", reason: "no-budgets" },
      n: 0,
    });
  });

  it("counts a tolerance in working days", () => {
    const tolerant = assessKpis(RECORD, { ...OPTIONS, toleranceDays: 2, toleranceUnit: "working" });
    expect(tolerant.results[0]?.value).toBe(1);
  });

  it("refuses a day and a zone that do not exist", () => {
    expect(faults(() => assessKpis(RECORD, { ...OPTIONS, asOf: "2026-02-30" }))).toEqual(["invalid-date asOf"]);
    expect(faults(() => assessKpis(RECORD, { ...OPTIONS, timeZone: "Berlin" }))).toEqual(["out-of-range timeZone"]);
  });
});

describe("parseKpiRecord", () => {
  it("takes the record as it is", () => {
    expect(parseKpiRecord(JSON.parse(JSON.stringify(RECORD)))).toEqual(RECORD);
    expect(parseKpiRecord({ targets: [] })).toEqual({ targets: [] });
  });

  const { uptime, defects, adoption, satisfaction, targets } = RECORD;
  it.each<[string, object, readonly string[]]>([
    ["no targets", { targets: undefined }, ["missing targets"]],
    ["a KPI twice", { targets: [targets[0], targets[0]] }, ["duplicate-id targets.1.kpi"]],
    ["an unknown KPI", { targets: [{ ...targets[0], kpi: "mood" }] }, ["out-of-range targets.0.kpi"]],
    [
      "limits in the wrong order",
      { targets: [{ kpi: "defect-rate", target: { direction: "lower-is-better", green: 2, amber: 1 } }] },
      ["inconsistent targets.0.target"],
    ],
    [
      "a period that ends before it starts",
      { uptime: { ...uptime, period: { start: uptime?.period.end, end: uptime?.period.start } } },
      ["inconsistent uptime.period.end"],
    ],
    [
      "a period without offset",
      { uptime: { ...uptime, period: { start: "2026-04-01T00:00:00", end: uptime?.period.end } } },
      ["invalid-format uptime.period.start"],
    ],
    [
      "an outage that ends before it starts",
      {
        uptime: { ...uptime, outages: [{ id: "O", start: "2026-04-02T10:00:00Z", end: "2026-04-02T10:00:00+01:00" }] },
      },
      ["inconsistent uptime.outages.0.end"],
    ],
    [
      "an outage twice",
      { uptime: { ...uptime, outages: [uptime?.outages[0], uptime?.outages[0]] } },
      ["duplicate-id uptime.outages.1.id"],
    ],
    [
      "maintenance that ends before it starts",
      { uptime: { ...uptime, maintenance: [{ start: "2026-04-02T10:00:00Z", end: "2026-04-02T09:00:00Z" }] } },
      ["inconsistent uptime.maintenance.0.end"],
    ],
    [
      "an unknown policy",
      { uptime: { ...uptime, maintenancePolicy: "skip" } },
      ["out-of-range uptime.maintenancePolicy"],
    ],
    ["a window of no days", { defects: { ...defects, windowDays: 0 } }, ["out-of-range defects.windowDays"]],
    ["a size of zero", { defects: { ...defects, size: 0 } }, ["out-of-range defects.size"]],
    [
      "an unknown resolution",
      { defects: { ...defects, reports: [{ id: "D", foundOn: "2026-04-02", resolution: "fixed" }] } },
      ["out-of-range defects.reports.0.resolution"],
    ],
    [
      "an empty window",
      { adoption: { ...adoption, window: { from: "2026-04-01", to: "2026-04-01" } } },
      ["inconsistent adoption.window.to"],
    ],
    [
      "a membership that ends before it starts",
      { adoption: { ...adoption, users: [{ id: "u", from: "2026-04-02", to: "2026-04-01" }] } },
      ["inconsistent adoption.users.0.to"],
    ],
    [
      "a use without a time",
      { adoption: { ...adoption, events: [{ user: "u", at: "2026-04-02" }] } },
      ["invalid-format adoption.events.0.at"],
    ],
    [
      "an answer off its scale",
      { satisfaction: [{ ...satisfaction?.[0], answers: { scores: [6], scale: SCALE, satisfiedFrom: 4 } }] },
      ["out-of-range satisfaction.0.answers.scores.0"],
    ],
  ])("refuses %s", (_title, change, expected) => {
    expect(faults(() => parseKpiRecord({ ...RECORD, ...change }))).toEqual(expected);
  });
});

describe("laws", () => {
  const APRIL = 20_544;
  const day = (n: number): CivilDate => civilDateOf(APRIL + n);
  const n = fc.integer({ min: -20, max: 50 });
  const at = (on: number, hour: number): string => `${day(on)}T${String(hour).padStart(2, "0")}:00:00Z`;
  const hour = fc.integer({ min: 0, max: 23 });
  const numbered = <T extends object>(prefix: string, items: readonly T[]) =>
    items.map((item, i) => ({ ...item, id: `${prefix}-${String(i)}` }));

  const record: fc.Arbitrary<KpiRecord> = fc
    .record({
      waves: fc.array(
        fc.tuple(n, fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { maxLength: 5 })).map(([on, scores]) => ({
          on: day(on),
          answers: { scores, scale: SCALE, satisfiedFrom: 4 },
        })),
        { maxLength: 4 },
      ),
      outages: fc.array(
        fc.tuple(n, hour, fc.option(fc.nat(3)), hour).map(([on, start, length, end]) => ({
          start: at(on, start),
          ...(length === null ? {} : { end: at(on + 1 + length, end) }),
        })),
        { maxLength: 6 },
      ),
      reports: fc.array(
        n.map((on) => ({ foundOn: day(on) })),
        { maxLength: 8 },
      ),
      users: fc.array(
        n.map((from) => ({ from: day(from) })),
        { maxLength: 5 },
      ),
      events: fc.array(
        fc.tuple(fc.nat(5), n, hour).map(([user, on, h]) => ({ user: `u-${String(user)}`, at: at(on, h) })),
        { maxLength: 10 },
      ),
    })
    .map(({ waves, outages, reports, users, events }) => ({
      targets: RECORD.targets,
      satisfaction: numbered("S", waves),
      uptime: {
        period: { start: at(0, 0), end: at(30, 0) },
        outages: numbered("O", outages),
        maintenance: [],
        maintenancePolicy: "exclude",
      },
      defects: { reports: numbered("D", reports), goLive: day(0), windowDays: 20 },
      adoption: { users: numbered("u", users), events, window: { from: day(0), to: day(30) } },
    }));
  const options = n.map((on): AssessKpisOptions => ({ asOf: day(on), timeZone: "America/New_York" }));

  it("the order of the records makes no difference", () => {
    law(
      fc.tuple(record, options),
      ([given, when]) => {
        const { satisfaction: waves = [], uptime, defects, adoption } = given;
        if (uptime === undefined || defects === undefined || adoption === undefined) throw new Error("no record");
        const turned: KpiRecord = {
          targets: [...given.targets].reverse(),
          satisfaction: [...waves].reverse(),
          uptime: { ...uptime, outages: [...uptime.outages].reverse() },
          defects: { ...defects, reports: [...defects.reports].reverse() },
          adoption: { ...adoption, users: [...adoption.users].reverse(), events: [...adoption.events].reverse() },
        };
        expect(assessKpis(turned, when)).toEqual(assessKpis(given, when));
      },
      100,
    );
  });

  it("records of what happened later change nothing but the list of what is left out", () => {
    law(
      fc.tuple(record, options),
      ([given, when]) => {
        const { satisfaction: waves = [], uptime, defects, adoption } = given;
        if (uptime === undefined || defects === undefined || adoption === undefined) throw new Error("no record");
        const later = day(60);
        const more: KpiRecord = {
          ...given,
          satisfaction: [...waves, { id: "new", on: later, answers: { scores: [1], scale: SCALE, satisfiedFrom: 4 } }],
          uptime: { ...uptime, outages: [...uptime.outages, { id: "new", start: at(60, 0) }] },
          defects: { ...defects, reports: [...defects.reports, { id: "new", foundOn: later }] },
          adoption: {
            ...adoption,
            users: [...adoption.users, { id: "new", from: later }],
            events: [...adoption.events, { user: "u-0", at: at(60, 0) }],
          },
        };
        const without = ({ results, ...rest }: ReturnType<typeof assessKpis>) => ({
          ...rest,
          results: results.map(({ trace, ...result }) => ({ ...result, counted: trace.counted })),
        });
        expect(without(assessKpis(more, when))).toEqual(without(assessKpis(given, when)));
      },
      100,
    );
  });

  it("a record survives a round trip through JSON", () => {
    law(
      record,
      (given) => {
        expect(parseKpiRecord(JSON.parse(JSON.stringify(given)))).toEqual(given);
      },
      50,
    );
  });
});
