import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type CivilDate, civilDateOf } from "../../src/foundation/guard/index.js";
import { STANDARD_WEEK } from "../../src/foundation/time/index.js";
import { judgeMilestones, type MilestoneDates, onTimeDelivery } from "../../src/lifecycle/index.js";
import { faults } from "../kit/caught.js";
import { law } from "../kit/laws.js";

const done = (id: string, due: CivilDate, completed: string): MilestoneDates => ({
  id,
  due,
  status: "done",
  completed,
});
const open = (id: string, due: CivilDate): MilestoneDates => ({ id, due, status: "open" });
const standings = (...[milestones, options]: Parameters<typeof judgeMilestones>) =>
  judgeMilestones(milestones, options).milestones.map(({ id, standing }) => `${id} ${standing}`);

describe("judgeMilestones", () => {
  const milestones: readonly MilestoneDates[] = [
    done("early", "2026-03-20", "2026-03-18"),
    done("on-the-day", "2026-03-20", "2026-03-20"),
    done("late", "2026-03-20", "2026-03-24"),
    open("overdue", "2026-03-27"),
    open("ahead", "2026-04-15"),
    { id: "dropped", due: "2026-03-10", status: "cancelled" },
    done("finished-ahead", "2026-04-20", "2026-03-25"),
  ];

  it("sorts them as of a day", () => {
    const judged = judgeMilestones(milestones, { asOf: "2026-03-31" });
    expect(judged.byStanding).toEqual({
      "on-time": ["early", "on-the-day"],
      late: ["late", "overdue"],
      pending: [],
      "not-due": ["ahead", "finished-ahead"],
      cancelled: ["dropped"],
    });
    expect(judged.onTimeDelivery).toBe(0.5);
    expect(judged.figures).toEqual([{ id: "lifecycle.on-time-delivery", value: 0.5, input: { onTime: 2, late: 2 } }]);
    expect(judged.milestones[2]).toEqual({
      id: "late",
      standing: "late",
      due: "2026-03-20",
      limit: "2026-03-20",
      completedOn: "2026-03-24",
    });
  });

  it("can judge what was reached before it was due", () => {
    const judged = judgeMilestones(milestones, { asOf: "2026-03-31", population: "due-or-completed" });
    expect(judged.byStanding["on-time"]).toEqual(["early", "on-the-day", "finished-ahead"]);
    expect(judged.byStanding["not-due"]).toEqual(["ahead"]);
    expect(judged.onTimeDelivery).toBe(0.6);
  });

  it("does not see what happened later", () => {
    expect(standings([done("M", "2026-03-20", "2026-03-21")], { asOf: "2026-03-20" })).toEqual(["M pending"]);
    expect(standings([done("M", "2026-03-20", "2026-04-21")], { asOf: "2026-03-21" })).toEqual(["M late"]);
    const cancelled: MilestoneDates = { ...open("M", "2026-03-20"), status: "cancelled", cancelledOn: "2026-03-25" };
    expect(standings([cancelled], { asOf: "2026-03-24" })).toEqual(["M late"]);
    expect(standings([cancelled], { asOf: "2026-03-25" })).toEqual(["M cancelled"]);
  });

  it.each([
    // 20 March 2026 is a Friday.
    { unit: "calendar" as const, completed: "2026-03-22", asOf: "2026-03-31" as const, wanted: "on-time" },
    { unit: "calendar" as const, completed: "2026-03-23", asOf: "2026-03-31" as const, wanted: "late" },
    { unit: "working" as const, completed: "2026-03-24", asOf: "2026-03-31" as const, wanted: "on-time" },
    { unit: "working" as const, completed: "2026-03-25", asOf: "2026-03-31" as const, wanted: "late" },
    { unit: "working" as const, completed: "2026-03-24", asOf: "2026-03-23" as const, wanted: "pending" },
  ])("two $unit days of tolerance, reached $completed, seen $asOf: $wanted", ({ unit, completed, asOf, wanted }) => {
    const options = { asOf, toleranceDays: 2, toleranceUnit: unit };
    expect(standings([done("M", "2026-03-20", completed)], options)).toEqual([`M ${wanted}`]);
  });

  it("counts working days by the calendar it is given", () => {
    const calendar = { ...STANDARD_WEEK, holidays: [{ date: "2026-03-23" as const }] };
    const options = { asOf: "2026-03-31", toleranceDays: 1, toleranceUnit: "working" } as const;
    const { milestones: plain } = judgeMilestones([open("M", "2026-03-20")], options);
    const { milestones: withHoliday } = judgeMilestones([open("M", "2026-03-20")], { ...options, calendar });
    expect([plain[0]?.limit, withHoliday[0]?.limit]).toEqual(["2026-03-23", "2026-03-24"]);
  });

  it("lets the zone decide on which day an instant falls", () => {
    const milestone = done("M", "2026-03-20", "2026-03-21T03:30:00Z");
    expect(standings([milestone], { asOf: "2026-03-31", timeZone: "America/New_York" })).toEqual(["M on-time"]);
    expect(standings([milestone], { asOf: "2026-03-31", timeZone: "UTC" })).toEqual(["M late"]);
  });

  it("has no rate when nothing was judged", () => {
    expect(judgeMilestones([], { asOf: "2026-03-31" }).onTimeDelivery).toEqual({ kind: "none", reason: "nothing-due" });
  });

  it.each([
    { fault: "invalid-date milestones.0.due", input: [open("M", "2026-02-29")] },
    { fault: "duplicate-id milestones.1.id", input: [open("M", "2026-03-01"), open("M", "2026-03-02")] },
    { fault: "missing milestones.0.completed", input: [{ ...open("M", "2026-03-01"), status: "done" as const }] },
    { fault: "inconsistent milestones.0.completed", input: [{ ...open("M", "2026-03-01"), completed: "2026-03-01" }] },
    {
      fault: "inconsistent milestones.0.cancelledOn",
      input: [{ ...open("M", "2026-03-01"), cancelledOn: "2026-03-01" as const }],
    },
    { fault: "invalid-date milestones.0.completed", input: [done("M", "2026-03-01", "2026-02-30")] },
    { fault: "invalid-format milestones.0.completed", input: [done("M", "2026-03-01", "2026-03-01T09:00:00")] },
    { fault: "missing timeZone", input: [done("M", "2026-03-01", "2026-03-01T09:00:00Z")] },
    { fault: "out-of-range milestones.0.status", input: [{ ...open("M", "2026-03-01"), status: "late" as never }] },
  ])("refuses $fault", ({ fault, input }) => {
    expect(faults(() => judgeMilestones(input, { asOf: "2026-03-31" }))).toEqual([fault]);
  });

  it.each([
    { fault: "invalid-date asOf", options: { asOf: "2026-13-01" as CivilDate } },
    { fault: "out-of-range toleranceDays", options: { asOf: "2026-03-31" as const, toleranceDays: -1 } },
    { fault: "out-of-range toleranceUnit", options: { asOf: "2026-03-31" as const, toleranceUnit: "weeks" as never } },
    { fault: "out-of-range population", options: { asOf: "2026-03-31" as const, population: "all" as never } },
  ])("refuses $fault of the options", ({ fault, options }) => {
    expect(faults(() => judgeMilestones([], options))).toEqual([fault]);
  });
});

describe("laws", () => {
  const day = fc.integer({ min: 20_000, max: 20_100 }).map((n) => civilDateOf(n));
  const milestone = fc.oneof(
    fc.record({ due: day, status: fc.constant("done" as const), completed: day }),
    fc.record({ due: day, status: fc.constantFrom("open" as const, "cancelled" as const) }),
  );
  const milestones = fc
    .array(milestone, { maxLength: 20 })
    .map((all) => all.map((one, i) => ({ id: String(i), ...one })));
  const options = fc.record({
    asOf: day,
    toleranceDays: fc.integer({ min: 0, max: 10 }),
    toleranceUnit: fc.constantFrom("calendar" as const, "working" as const),
    population: fc.constantFrom("due-by-as-of" as const, "due-or-completed" as const),
  });

  it("puts each milestone in one place, and the rate is that of the places", () => {
    law(fc.tuple(milestones, options), ([all, how]) => {
      const { byStanding, milestones: rows, onTimeDelivery: rate } = judgeMilestones(all, how);
      expect(Object.values(byStanding).flat().sort()).toEqual(all.map(({ id }) => id).sort());
      expect(rows.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
      expect(rate).toEqual(onTimeDelivery({ onTime: byStanding["on-time"].length, late: byStanding.late.length }));
    });
  });

  it("gives the same answer when what came after is erased", () => {
    law(fc.tuple(milestones, options), ([all, how]) => {
      const erased = all.map((one) =>
        "completed" in one && one.completed > how.asOf ? { id: one.id, due: one.due, status: "open" as const } : one,
      );
      expect(judgeMilestones(erased, how)).toEqual(judgeMilestones(all, how));
    });
  });

  it("more tolerance makes no milestone late", () => {
    law(fc.tuple(milestones, options), ([all, how]) => {
      const late = (toleranceDays: number) => judgeMilestones(all, { ...how, toleranceDays }).byStanding.late;
      const before = late(how.toleranceDays);
      expect(late(how.toleranceDays + 1).filter((id) => !before.includes(id))).toEqual([]);
    });
  });

  it("working days are at least as generous as calendar days", () => {
    law(fc.tuple(milestones, options), ([all, how]) => {
      const limits = (toleranceUnit: "calendar" | "working") =>
        judgeMilestones(all, { ...how, toleranceUnit }).milestones.map(({ limit }) => limit);
      const calendar = limits("calendar");
      limits("working").forEach((limit, i) => {
        expect(limit >= (calendar[i] ?? "")).toBe(true);
      });
    });
  });
});
