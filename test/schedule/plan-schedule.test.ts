import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { addDays, prepareCalendar, STANDARD_WEEK, type WorkingCalendar } from "../../src/foundation/time/index.js";
import {
  criticalPath,
  drivingChain,
  nearCriticalTasks,
  type Plan,
  schedulePlan,
  type Task,
} from "../../src/schedule/index.js";
import { faults } from "../kit/caught.js";
import { law } from "../kit/laws.js";
import { networks } from "./random-network.js";

const WEEK = { monday: {}, tuesday: {}, wednesday: {}, thursday: {}, friday: {} };
const task = (id: string, durationDays: number, ...predecessors: NonNullable<Task["predecessors"]>): Task => ({
  id,
  title: `Do ${id}`,
  durationDays,
  predecessors,
});
const off = (...dates: readonly string[]): WorkingCalendar => ({
  week: WEEK,
  holidays: dates.map((date) => ({ date }) as { readonly date: Plan["start"] }),
});
/** Start, finish, late start, late finish, total float. */
const table = (start: string, calendar: WorkingCalendar, ...tasks: readonly Task[]) =>
  Object.fromEntries(
    schedulePlan({ start: start as Plan["start"], tasks }, calendar).tasks.map((row) => [
      row.id,
      [row.start, row.finish, row.lateStart, row.lateFinish, row.totalFloatDays].join(" "),
    ]),
  );

describe("schedulePlan", () => {
  it("puts a small rollout over Easter on its dates", () => {
    const calendar = off("2026-04-03", "2026-04-06");
    const rows = table(
      "2026-03-26",
      calendar,
      task("charter", 2),
      task("requirements", 5, { id: "charter" }),
      task("design", 4, { id: "requirements" }),
      task("material", 3, { id: "requirements" }),
      task("build", 6, { id: "design" }),
      task("uat", 4, { id: "build" }),
      task("training", 2, { id: "material" }, { id: "build", type: "SS", lagDays: 2 }),
      task("go-live", 0, { id: "uat" }, { id: "training" }),
    );
    expect(rows).toEqual({
      charter: "2026-03-26 2026-03-27 2026-03-26 2026-03-27 0",
      requirements: "2026-03-30 2026-04-07 2026-03-30 2026-04-07 0",
      design: "2026-04-08 2026-04-13 2026-04-08 2026-04-13 0",
      material: "2026-04-08 2026-04-10 2026-04-21 2026-04-23 9",
      build: "2026-04-14 2026-04-21 2026-04-14 2026-04-21 0",
      uat: "2026-04-22 2026-04-27 2026-04-22 2026-04-27 0",
      training: "2026-04-16 2026-04-17 2026-04-24 2026-04-27 6",
      "go-live": "2026-04-27 2026-04-27 2026-04-27 2026-04-27 0",
    });
  });

  it("counts lags and leads in working days", () => {
    const rows = table(
      "2026-12-21",
      off("2026-12-25", "2027-01-01"),
      task("A", 3),
      task("B", 4, { id: "A", lagDays: 2 }),
      task("C", 5, { id: "A", type: "SS", lagDays: 1 }),
      task("D", 2, { id: "B", lagDays: -1 }, { id: "C", type: "FF", lagDays: 1 }),
      task("M", 0, { id: "D" }),
    );
    expect(rows).toEqual({
      A: "2026-12-21 2026-12-23 2026-12-21 2026-12-23 0",
      B: "2026-12-29 2027-01-04 2026-12-29 2027-01-04 0",
      C: "2026-12-22 2026-12-29 2026-12-28 2027-01-04 3",
      D: "2027-01-04 2027-01-05 2027-01-04 2027-01-05 0",
      M: "2027-01-05 2027-01-05 2027-01-05 2027-01-05 0",
    });
  });

  it("shows a leap day, and another week", () => {
    const { monday, tuesday, wednesday, thursday } = WEEK;
    const week = { sunday: {}, monday, tuesday, wednesday, thursday };
    const calendar: WorkingCalendar = { week, holidays: [{ date: "2028-02-28" }] };
    expect(table("2028-02-24", calendar, task("A", 4), task("B", 3, { id: "A" }))).toEqual({
      A: "2028-02-24 2028-03-01 2028-02-24 2028-03-01 0",
      B: "2028-03-02 2028-03-06 2028-03-02 2028-03-06 0",
    });
  });

  it("puts a first milestone on the first working day, and a later one on the day that completes it", () => {
    const rows = table(
      "2026-08-01",
      STANDARD_WEEK,
      task("kickoff", 0),
      task("charter", 0, { id: "kickoff" }),
      task("A", 2, { id: "charter" }),
      task("gate", 0, { id: "A" }),
      task("B", 1, { id: "gate" }),
    );
    expect(rows).toEqual({
      kickoff: "2026-08-03 2026-08-03 2026-08-03 2026-08-03 0",
      charter: "2026-08-03 2026-08-03 2026-08-03 2026-08-03 0",
      A: "2026-08-03 2026-08-04 2026-08-03 2026-08-04 0",
      gate: "2026-08-04 2026-08-04 2026-08-04 2026-08-04 0",
      B: "2026-08-05 2026-08-05 2026-08-05 2026-08-05 0",
    });
  });

  it("puts a milestone that waits for a start on the day of that start", () => {
    const rows = table(
      "2026-06-01",
      STANDARD_WEEK,
      task("design", 5),
      task("build", 5, { id: "design" }),
      task("ko", 0, { id: "build", type: "SS" }),
      task("told", 0, { id: "ko" }),
      task("both", 0, { id: "design" }, { id: "build", type: "SS" }),
      task("designed", 0, { id: "design" }, { id: "build", type: "SF", lagDays: -1 }),
      task("handover", 0, { id: "design", type: "FF" }),
      task("stop", 0, { id: "build", type: "SF", lagDays: 5 }),
      task("invited", 0, { id: "design", type: "FF", lagDays: -5 }),
    );
    expect(rows).toEqual({
      design: "2026-06-01 2026-06-05 2026-06-01 2026-06-05 0",
      build: "2026-06-08 2026-06-12 2026-06-08 2026-06-12 0",
      ko: "2026-06-08 2026-06-08 2026-06-15 2026-06-15 5",
      told: "2026-06-08 2026-06-08 2026-06-15 2026-06-15 5",
      both: "2026-06-08 2026-06-08 2026-06-15 2026-06-15 5",
      designed: "2026-06-05 2026-06-05 2026-06-12 2026-06-12 5",
      handover: "2026-06-05 2026-06-05 2026-06-12 2026-06-12 5",
      stop: "2026-06-15 2026-06-15 2026-06-15 2026-06-15 0",
      invited: "2026-06-01 2026-06-01 2026-06-15 2026-06-15 10",
    });
  });

  it("lets parts of days share a day", () => {
    const rows = table(
      "2026-08-03",
      STANDARD_WEEK,
      task("A", 0.5),
      task("B", 0.5, { id: "A" }),
      task("C", 1.25, { id: "B" }),
      task("gate", 0, { id: "C" }),
    );
    expect(rows).toEqual({
      A: "2026-08-03 2026-08-03 2026-08-03 2026-08-03 0",
      B: "2026-08-03 2026-08-03 2026-08-03 2026-08-03 0",
      C: "2026-08-04 2026-08-05 2026-08-04 2026-08-05 0",
      gate: "2026-08-05 2026-08-05 2026-08-05 2026-08-05 0",
    });
  });

  it.each([
    { title: "too much", part: Math.sqrt(3) },
    { title: "too little", part: Math.PI / 3 },
  ])("does not let $title of a billionth of a day reach into another day", ({ part }) => {
    const { B, C, D, gate } = table(
      "2026-08-03",
      STANDARD_WEEK,
      task("A", part),
      task("B", part, { id: "A" }),
      task("C", 5 - part - part, { id: "B" }),
      task("D", 1, { id: "C" }),
      task("gate", 0, { id: "C" }),
    );
    expect([B, C, D, gate].map((row) => row?.slice(0, 21))).toEqual([
      part > 1.5 ? "2026-08-04 2026-08-06" : "2026-08-04 2026-08-05",
      part > 1.5 ? "2026-08-06 2026-08-07" : "2026-08-05 2026-08-07",
      "2026-08-10 2026-08-10",
      "2026-08-07 2026-08-07",
    ]);
    expect(table("2026-08-03", STANDARD_WEEK, task("A", 1e-7))["A"]).toContain("2026-08-03 2026-08-03");
  });

  it("answers the whole plan", () => {
    const plan: Plan = {
      start: "2026-08-03",
      tasks: [task("A", 2), task("B", 4), task("gate", 0, { id: "A" }, { id: "B" })],
    };
    const schedule = schedulePlan(plan, prepareCalendar(STANDARD_WEEK));
    expect({ ...schedule, tasks: schedule.tasks.slice(2) }).toEqual({
      finish: "2026-08-06",
      durationDays: 4,
      critical: ["B", "gate"],
      tasks: [
        {
          id: "gate",
          title: "Do gate",
          milestone: true,
          start: "2026-08-06",
          finish: "2026-08-06",
          lateStart: "2026-08-06",
          lateFinish: "2026-08-06",
          totalFloatDays: 0,
          freeFloatDays: 0,
          critical: true,
          drivers: [{ id: "B", type: "FS", lagDays: 0 }],
        },
      ],
    });
    expect(drivingChain(schedule, "gate").map(({ id }) => id)).toEqual(["B", "gate"]);
    expect(nearCriticalTasks(schedule, 2).map(({ id }) => id)).toEqual(["A"]);
  });

  it("has no finish without tasks", () => {
    expect(schedulePlan({ start: "2026-08-03", tasks: [] }, STANDARD_WEEK)).toEqual({
      finish: { kind: "none", reason: "no-tasks" },
      durationDays: 0,
      tasks: [],
      critical: [],
    });
  });
});

describe("errors", () => {
  const plan = (start: string, ...tasks: readonly Task[]): Plan => ({ start: start as Plan["start"], tasks });

  it.each([
    {
      title: "a start that is no day",
      plan: plan("2026-02-30", task("A", 1)),
      calendar: STANDARD_WEEK,
      fault: "invalid-date start",
    },
    {
      title: "a cycle",
      plan: plan("2026-08-03", task("A", 1, { id: "A" })),
      calendar: STANDARD_WEEK,
      fault: "cycle tasks.0",
    },
    {
      title: "a calendar without work",
      plan: plan("2026-08-03", task("A", 1)),
      calendar: { week: {} },
      fault: "no-working-time calendar.week",
    },
    {
      title: "a calendar that ends before the plan",
      plan: plan("2026-08-03", task("A", 3)),
      calendar: { week: {}, exceptions: [{ date: "2026-08-03" }, { date: "2026-08-04" }] } as WorkingCalendar,
      fault: "no-working-time calendar",
    },
    {
      title: "years that do not exist",
      plan: plan("9999-12-01", task("A", 90)),
      calendar: STANDARD_WEEK,
      fault: "out-of-range date",
    },
  ])("refuses $title", ({ plan: given, calendar, fault }) => {
    expect(faults(() => schedulePlan(given, calendar))).toEqual([fault]);
  });
});

describe("laws", () => {
  const plans = networks.map(
    (tasks): Plan => ({ start: "2026-08-05", tasks: tasks.map((one) => ({ ...one, title: one.id })) }),
  );

  it("moves all dates with the start, by whole weeks", () => {
    law(fc.tuple(plans, fc.integer({ min: -200, max: 200 })), ([plan, weeks]) => {
      const moved = schedulePlan({ ...plan, start: addDays(plan.start, weeks * 7) }, STANDARD_WEEK);
      const here = schedulePlan(plan, STANDARD_WEEK);
      const shift = (date: Plan["start"]) => addDays(date, weeks * 7);
      expect(moved.tasks).toEqual(
        here.tasks.map((row) => ({
          ...row,
          start: shift(row.start),
          finish: shift(row.finish),
          lateStart: shift(row.lateStart),
          lateFinish: shift(row.lateFinish),
        })),
      );
    });
  });

  it("has the float and the drivers of the network without dates", () => {
    law(plans, (plan) => {
      const path = criticalPath(plan);
      const schedule = schedulePlan(plan, STANDARD_WEEK);
      expect(schedule.critical).toEqual(path.critical);
      expect(schedule.durationDays).toBe(path.projectDurationDays);
      schedule.tasks.forEach(({ totalFloatDays, freeFloatDays, drivers }, i) => {
        expect({ totalFloatDays, freeFloatDays, drivers }).toEqual({
          totalFloatDays: path.tasks[i]?.totalFloatDays,
          freeFloatDays: path.tasks[i]?.freeFloatDays,
          drivers: path.tasks[i]?.drivers,
        });
      });
    });
  });

  it("works on working days only, and never before the plan", () => {
    const calendar = prepareCalendar(off("2026-08-06", "2026-08-10"));
    law(plans, (plan) => {
      for (const { start, finish, lateStart, lateFinish } of schedulePlan(plan, calendar).tasks) {
        for (const day of [start, finish, lateStart, lateFinish]) {
          expect(day >= plan.start).toBe(true);
          expect(["2026-08-06", "2026-08-10"]).not.toContain(day);
        }
        expect(start <= finish && start <= lateStart && finish <= lateFinish).toBe(true);
      }
    });
  });

  it("finishes no earlier when a day is taken off", () => {
    law(fc.tuple(plans, fc.integer({ min: 0, max: 30 })), ([plan, day]) => {
      const before = schedulePlan(plan, off()).finish as string;
      const after = schedulePlan(plan, off(addDays(plan.start, day))).finish as string;
      expect(after >= before).toBe(true);
    });
  });
});
