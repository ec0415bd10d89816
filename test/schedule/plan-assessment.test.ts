import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain, type Formula } from "../../src/foundation/explain/index.js";
import {
  addDays,
  type CivilDate,
  daysBetween,
  STANDARD_WEEK,
  type WorkingCalendar,
} from "../../src/foundation/time/index.js";
import { assessPlan, type Plan, SCHEDULE_FORMULAS, schedulePlan, type Task } from "../../src/schedule/index.js";
import { faults } from "../kit/caught.js";
import { law } from "../kit/laws.js";
import { networks } from "./random-network.js";

const EVERY_DAY: WorkingCalendar = {
  week: { monday: {}, tuesday: {}, wednesday: {}, thursday: {}, friday: {}, saturday: {}, sunday: {} },
};
const task = (id: string, durationDays: number, more: Partial<Task> = {}): Task => ({
  id,
  title: `Do ${id}`,
  durationDays,
  ...more,
});
const after = (...ids: readonly string[]) => ({ predecessors: ids.map((id) => ({ id })) });
const assess = (tasks: readonly Task[], asOf: CivilDate, start: CivilDate = "2026-06-01", calendar = STANDARD_WEEK) =>
  assessPlan({ start, tasks }, { asOf, calendar });
/** Status, start and finish of each task. */
const rows = (tasks: readonly Task[], asOf: CivilDate, start?: CivilDate, calendar?: WorkingCalendar) =>
  Object.fromEntries(
    assess(tasks, asOf, start, calendar).tasks.map((row) => [row.id, `${row.status} ${row.start} ${row.finish}`]),
  );

const ROLLOUT: readonly Task[] = [
  task("design", 3, {
    phase: "planning",
    owner: "Lead",
    baselineFinish: "2026-06-03",
    actualStart: "2026-06-01",
    actualFinish: "2026-06-03",
    completeShare: 1,
  }),
  task("build", 5, { ...after("design"), baselineFinish: "2026-06-10", actualStart: "2026-06-05", completeShare: 0.6 }),
  task("data", 2, {
    ...after("design"),
    baselineFinish: "2026-06-05",
    actualStart: "2026-06-08",
    actualFinish: "2026-06-09",
  }),
  task("train", 2, { ...after("design") }),
  task("test", 2, { ...after("build", "data"), baselineFinish: "2026-06-12" }),
  task("go-live", 0, { ...after("test", "train"), baselineFinish: "2026-06-12" }),
];

describe("assessPlan", () => {
  it("says how each task of a rollout stands", () => {
    expect(rows(ROLLOUT, "2026-06-11")).toEqual({
      design: "done 2026-06-01 2026-06-03",
      build: "late 2026-06-05 2026-06-15",
      data: "done 2026-06-08 2026-06-09",
      train: "late 2026-06-12 2026-06-15",
      test: "not-started 2026-06-16 2026-06-17",
      "go-live": "not-started 2026-06-17 2026-06-17",
    });
  });

  it("answers with lists of ids and figures", () => {
    const assessment = assess(ROLLOUT, "2026-06-11");
    expect(assessment).toEqual({
      tasks: assessment.tasks,
      asOf: "2026-06-11",
      finish: "2026-06-17",
      milestones: ["go-live"],
      critical: ["build", "test", "go-live"],
      longestPath: ["build", "test", "go-live"],
      late: ["build", "train"],
      due: ["design", "build", "data"],
      missed: ["build", "data"],
      finished: ["design", "data"],
      figures: [
        {
          id: "schedule.finish-variance",
          value: 3,
          input: { baselinedTasks: 5, baselineFinishDay: 10, projectedFinishDay: 13 },
        },
        { id: "schedule.baseline-execution-index", value: 2 / 3, input: { finishedTasks: 2, dueTasks: 3 } },
        { id: "schedule.missed-task-share", value: 2 / 3, input: { missedTasks: 2, dueTasks: 3 } },
      ],
    });
  });

  it("gives a row all that is known of a task", () => {
    const [design, build, , train] = assess(ROLLOUT, "2026-06-11").tasks;
    expect(design).toEqual({
      id: "design",
      title: "Do design",
      phase: "planning",
      owner: "Lead",
      milestone: false,
      status: "done",
      start: "2026-06-01",
      finish: "2026-06-03",
      plannedFinish: "2026-06-03",
      varianceDays: 0,
      totalFloatDays: { kind: "none", reason: "done" },
      critical: false,
    });
    expect([build?.varianceDays, build?.totalFloatDays, build?.critical]).toEqual([3, 0, true]);
    expect([train?.varianceDays, train?.totalFloatDays]).toEqual([{ kind: "none", reason: "no-baseline" }, 2]);
  });

  it("does not see what happened after the day", () => {
    expect(rows(ROLLOUT, "2026-06-05")).toEqual({
      design: "done 2026-06-01 2026-06-03",
      build: "in-progress 2026-06-05 2026-06-09",
      data: "not-started 2026-06-08 2026-06-09",
      train: "not-started 2026-06-08 2026-06-09",
      test: "not-started 2026-06-10 2026-06-11",
      "go-live": "not-started 2026-06-11 2026-06-11",
    });
    const finishedLater = [task("A", 4, { actualStart: "2026-06-01", actualFinish: "2026-06-12", completeShare: 1 })];
    expect(rows(finishedLater, "2026-06-02")).toEqual({ A: "in-progress 2026-06-01 2026-06-04" });
    expect(rows(finishedLater, "2026-05-29")).toEqual({ A: "not-started 2026-06-01 2026-06-04" });
  });

  it("is late only when the day is past: what is due today can still be done", () => {
    const tasks = [task("A", 3, { baselineFinish: "2026-06-03" })];
    expect(assess(tasks, "2026-06-03").tasks[0]?.status).toBe("not-started");
    expect(assess(tasks, "2026-06-04").tasks[0]?.status).toBe("late");
  });

  it("takes the plan's own finish for a day where there is no baseline", () => {
    expect(assess([task("A", 3)], "2026-06-03").late).toEqual([]);
    expect(assess([task("A", 3)], "2026-06-04").late).toEqual(["A"]);
  });

  it("gives overdue work another day, or its whole duration when that is shorter", () => {
    const tasks = [
      task("A", 2, { actualStart: "2026-06-01" }),
      task("B", 0.5, { actualStart: "2026-06-01" }),
      task("C", 0.5, after("B")),
    ];
    expect(rows(tasks, "2026-06-05")).toEqual({
      A: "late 2026-06-01 2026-06-08",
      B: "late 2026-06-01 2026-06-08",
      C: "late 2026-06-08 2026-06-08",
    });
  });

  it("does not forecast a milestone into the past", () => {
    const tasks = [task("A", 2, { actualStart: "2026-06-01", actualFinish: "2026-06-02" }), task("M", 0, after("A"))];
    expect(rows(tasks, "2026-06-05")["M"]).toBe("late 2026-06-08 2026-06-08");
    const reached = [tasks[0] as Task, task("M", 0, { ...after("A"), actualFinish: "2026-06-04" })];
    expect(rows(reached, "2026-06-05")["M"]).toBe("done 2026-06-04 2026-06-04");
  });

  it("reads shares as decimals: nine tenths of ten days leave one day", () => {
    const tasks = [task("A", 10, { actualStart: "2026-06-01", completeShare: 0.9 }), task("B", 1, after("A"))];
    expect(rows(tasks, "2026-06-05")).toEqual({
      A: "in-progress 2026-06-01 2026-06-08",
      B: "not-started 2026-06-09 2026-06-09",
    });
  });

  it("counts work done on days off as done by the next working day", () => {
    const tasks = [
      task("A", 1, { actualStart: "2026-06-06", actualFinish: "2026-06-07", baselineFinish: "2026-06-05" }),
      task("B", 1, after("A")),
    ];
    expect(rows(tasks, "2026-06-07")).toEqual({
      A: "done 2026-06-06 2026-06-07",
      B: "late 2026-06-08 2026-06-08",
    });
    expect(assess(tasks, "2026-06-07").tasks[0]?.varianceDays).toBe(0);
    expect(assess(tasks, "2026-06-07").missed).toEqual(["A"]);
  });

  it("lets what is left of a started task wait for unfinished predecessors (retained logic)", () => {
    const tasks = [
      task("A", 5, { actualStart: "2026-01-01", actualFinish: "2026-01-05" }),
      task("B", 6, { ...after("A"), actualStart: "2026-01-06", completeShare: 1 / 6 }),
      task("C", 4, { ...after("B"), actualStart: "2026-01-06", completeShare: 0.25 }),
      task("D", 2, after("C")),
      task("E", 3, after("A")),
    ];
    expect(rows(tasks, "2026-01-06", "2026-01-01", EVERY_DAY)).toMatchObject({
      B: "in-progress 2026-01-06 2026-01-11",
      C: "in-progress 2026-01-06 2026-01-14",
      D: "not-started 2026-01-15 2026-01-16",
      E: "not-started 2026-01-07 2026-01-09",
    });
  });

  it("passes on the finish of a finished task only, not the links behind it", () => {
    const tasks = [
      task("A", 6, { actualStart: "2026-01-03", completeShare: 0.5 }),
      task("B", 4, { ...after("A"), actualStart: "2026-01-05", actualFinish: "2026-01-09" }),
      task("C", 5, after("B")),
      task("D", 2, after("A")),
      task("M", 0, after("C", "D")),
    ];
    expect(rows(tasks, "2026-01-10", "2026-01-01", EVERY_DAY)).toMatchObject({
      A: "late 2026-01-03 2026-01-13",
      C: "not-started 2026-01-11 2026-01-15",
      D: "late 2026-01-14 2026-01-15",
      M: "not-started 2026-01-15 2026-01-15",
    });
  });

  it("asks a started task to wait for unfinished predecessors only, from their start on as well", () => {
    const tasks = [
      task("A", 2, { actualStart: "2026-01-01", actualFinish: "2026-01-02" }),
      task("B", 20, { actualStart: "2026-01-03" }),
      task("C", 4, { predecessors: [{ id: "A", lagDays: 10 }], actualStart: "2026-01-04", completeShare: 0.5 }),
      task("D", 4, {
        predecessors: [{ id: "B", type: "SS", lagDays: 8 }],
        actualStart: "2026-01-04",
        completeShare: 0.5,
      }),
    ];
    expect(rows(tasks, "2026-01-05", "2026-01-01", EVERY_DAY)).toMatchObject({
      C: "in-progress 2026-01-04 2026-01-07",
      D: "in-progress 2026-01-04 2026-01-12",
    });
  });

  it("has nothing critical when all is done", () => {
    const done = { actualStart: "2026-06-01", actualFinish: "2026-06-03", baselineFinish: "2026-06-03" } as const;
    const { critical, finish, due, missed, finished } = assess([task("A", 3, done)], "2026-06-03");
    expect({ critical, finish, due, missed, finished }).toEqual({
      critical: [],
      finish: "2026-06-03",
      due: ["A"],
      missed: [],
      finished: ["A"],
    });
  });

  it("keeps links that hang on a start where the start is known", () => {
    const tasks = [
      task("A", 6, { actualStart: "2026-01-03" }),
      task("B", 2, { predecessors: [{ id: "A", type: "SS", lagDays: 8 }] }),
      task("C", 3, { predecessors: [{ id: "A", type: "SF", lagDays: 9 }] }),
      task("D", 1, { predecessors: [{ id: "A", type: "FF", lagDays: 2 }] }),
    ];
    expect(rows(tasks, "2026-01-04", "2026-01-01", EVERY_DAY)).toEqual({
      A: "in-progress 2026-01-03 2026-01-08",
      B: "not-started 2026-01-11 2026-01-12",
      C: "not-started 2026-01-09 2026-01-11",
      D: "not-started 2026-01-10 2026-01-10",
    });
  });

  it("has no figures without a baseline, and no finish without tasks", () => {
    const none = (reason: string) => ({ kind: "none", reason });
    const { finish, figures } = assess([], "2026-06-05");
    expect(finish).toEqual(none("no-tasks"));
    expect(figures.map(({ value }) => value)).toEqual([none("no-baseline"), none("nothing-due"), none("nothing-due")]);
    expect(assess([task("A", 1)], "2026-06-05").figures[0]?.input).toEqual({ baselinedTasks: 0 });
  });

  it("does not let work without a baseline make up for late work", () => {
    const done = { actualStart: "2026-01-05", actualFinish: "2026-01-05" } as const;
    const tasks = [
      task("design", 5, { baselineFinish: "2026-01-09" }),
      task("x", 1, done),
      task("y", 1, { ...done, baselineFinish: "2026-02-06" }),
    ];
    const before = assess(tasks.slice(0, 2), "2026-01-12", "2026-01-05");
    expect(before.finished).toEqual([]);
    expect(before.figures[1]).toMatchObject({ value: 0, input: { finishedTasks: 0, dueTasks: 1 } });
    // Done ahead of its baseline is done.
    expect(assess(tasks, "2026-01-12", "2026-01-05").finished).toEqual(["y"]);
  });

  it("holds the finish of the same tasks against their baseline", () => {
    const tasks = [
      task("design", 5, { baselineFinish: "2026-06-05" }),
      task("build", 60, { ...after("design") }),
      task("train", 2, { baselineFinish: "2026-06-03" }),
    ];
    const { finish, figures } = assess(tasks, "2026-05-29");
    expect(finish).toBe("2026-08-28");
    expect(figures[0]).toMatchObject({
      value: 0,
      input: { baselinedTasks: 2, baselineFinishDay: 5, projectedFinishDay: 5 },
    });
    expect(assess(tasks, "2026-06-02").figures[0]?.value).toBe(2);
  });

  it("counts a task due on the day and still open as due, neither late nor missed before the day is past", () => {
    const open = [task("A", 3, { baselineFinish: "2026-06-03", actualStart: "2026-06-01" })];
    const on = (day: CivilDate) => {
      const { due, late, missed } = assess(open, day);
      return { due, late, missed };
    };
    expect(on("2026-06-03")).toEqual({ due: ["A"], late: [], missed: [] });
    expect(on("2026-06-04")).toEqual({ due: ["A"], late: ["A"], missed: ["A"] });
    const doneLate = [{ ...(open[0] as Task), actualFinish: "2026-06-04" } as const];
    expect(assess(doneLate, "2026-06-04").missed).toEqual(["A"]);
  });

  it.each([
    { type: "FF", B: { lagDays: 5 }, finish: "2026-06-12" },
    { type: "SF", B: { lagDays: 10 }, finish: "2026-06-12" },
  ] as const)("keeps what holds the finish of a started task ($type) when its predecessor is finished", (one) => {
    const tasks = [
      task("A", 5, { actualStart: "2026-06-01", actualFinish: "2026-06-05" }),
      task("B", 3, { predecessors: [{ id: "A", type: one.type, ...one.B }], actualStart: "2026-06-03" }),
    ];
    const days = ["2026-06-03", "2026-06-04", "2026-06-05", "2026-06-08", "2026-06-11"] as const;
    expect(days.map((day) => assess(tasks, day).tasks[1]?.finish)).toEqual(days.map(() => one.finish));
  });

  it("expects a milestone that waits for a start on the day of that start", () => {
    const design = { actualStart: "2026-06-01", actualFinish: "2026-06-05" } as const;
    const tasks = (build: Partial<Task>, ko: Partial<Task> = {}) => [
      task("design", 5, design),
      task("build", 5, { ...after("design"), ...build }),
      task("ko", 0, { predecessors: [{ id: "build", type: "SS" }], ...ko }),
      task("brief", 1, after("ko")),
    ];
    const dates = (given: readonly Task[], asOf: CivilDate) => {
      const [, , ko, brief] = assess(given, asOf).tasks;
      return `${String(ko?.finish)} ${String(brief?.start)}`;
    };
    expect(dates(tasks({}), "2026-06-03")).toBe("2026-06-08 2026-06-08");
    expect(dates(tasks({}), "2026-06-09")).toBe("2026-06-10 2026-06-10");
    // Reached with the start of the build, it lets the next work begin on the same day.
    const begun = tasks({ actualStart: "2026-06-08" }, { actualFinish: "2026-06-10" });
    expect(dates(begun, "2026-06-09")).toBe("2026-06-10 2026-06-10");
    const planned = tasks({ actualStart: "2026-06-08" }, { predecessors: [{ id: "build", type: "SS", lagDays: 4 }] });
    expect(dates(planned, "2026-06-08")).toBe("2026-06-12 2026-06-12");
    const reached = planned.map((one) => (one.id === "ko" ? { ...one, actualFinish: "2026-06-12" as const } : one));
    expect(dates([...reached.slice(0, 3), task("brief", 6, after("ko"))], "2026-06-12")).toBe("2026-06-12 2026-06-15");
    const long = [...reached.slice(0, 3), task("brief", 1, { predecessors: [{ id: "ko", lagDays: 3 }] })];
    expect(dates(long, "2026-06-12")).toBe("2026-06-12 2026-06-17");
  });

  it("keeps a milestone that was reached late in the evening of its day, for the next one too", () => {
    const tasks = [
      task("design", 5, { actualStart: "2026-06-01", actualFinish: "2026-06-05" }),
      task("designed", 0, { ...after("design"), actualFinish: "2026-06-09" }),
      task("agreed", 0, { predecessors: [{ id: "designed", lagDays: 3 }] }),
    ];
    expect(assess(tasks, "2026-06-09").tasks.map(({ finish }) => finish)).toEqual([
      "2026-06-05",
      "2026-06-09",
      "2026-06-12",
    ]);
  });

  it("follows one true path to the last task, where critical ones run side by side", () => {
    const tasks = [
      task("ready", 2, { actualStart: "2026-06-01", actualFinish: "2026-06-02" }),
      task("go-live", 0, after("test", "train", "data")),
      task("build", 3, after("ready")),
      task("data", 5, after("ready")),
      task("test", 2, after("build")),
      task("train", 1, after("ready")),
    ];
    const { critical, longestPath } = assess(tasks, "2026-06-02");
    expect(critical).toEqual(["go-live", "build", "data", "test"]);
    expect(longestPath).toEqual(["build", "test", "go-live"]);
    expect(assess(tasks.slice(0, 1), "2026-06-02").longestPath).toEqual([]);
  });

  it("ends the path with a milestone of the morning rather than with work done the evening before", () => {
    const tasks = [
      task("cut-over", 1),
      task("observed", 0, { predecessors: [{ id: "cut-over", type: "SF", lagDays: 3 }] }),
      task("tidied", 1, { predecessors: [{ id: "cut-over", lagDays: 1 }] }),
    ];
    const { tasks: standings, longestPath } = assess(tasks, "2026-06-03");
    expect(standings.map(({ finish }) => finish)).toEqual(["2026-06-04", "2026-06-09", "2026-06-08"]);
    expect(longestPath).toEqual(["cut-over", "observed"]);
  });
});

describe("errors", () => {
  it.each([
    { title: "a day that does not exist", more: {}, asOf: "2026-06-31", fault: "invalid-date asOf" },
    {
      title: "a start that does not exist",
      more: { actualStart: "2026-06-31" },
      fault: "invalid-date tasks.0.actualStart",
    },
    { title: "a finish that is no text", more: { actualFinish: 5 }, fault: "wrong-type tasks.0.actualFinish" },
    {
      title: "a baseline that does not exist",
      more: { baselineFinish: "2026-06-31" },
      fault: "invalid-date tasks.0.baselineFinish",
    },
    {
      title: "a finish without a start",
      more: { actualFinish: "2026-06-02" },
      fault: "inconsistent tasks.0.actualFinish",
    },
    { title: "a share above one", more: { completeShare: 2 }, fault: "out-of-range tasks.0.completeShare" },
    { title: "a share without a start", more: { completeShare: 0.5 }, fault: "inconsistent tasks.0.completeShare" },
    { title: "a cycle", more: after("A"), fault: "cycle tasks.0" },
  ])("refuses $title", ({ more, asOf = "2026-06-05", fault }) => {
    expect(faults(() => assess([task("A", 1, more as Partial<Task>)], asOf as CivilDate))).toEqual([fault]);
  });
});

describe("laws", () => {
  /** Whole days, so that dates say all. */
  const plans = networks.map(
    (tasks): Plan => ({
      start: "2026-06-03",
      tasks: tasks.map(({ id, durationDays, predecessors = [] }) => ({
        id,
        title: id,
        durationDays: Math.ceil(durationDays),
        predecessors: predecessors.map((link) => ({ ...link, lagDays: Math.round(link.lagDays ?? 0) })),
      })),
    }),
  );
  const planAndDay = fc.tuple(plans, fc.integer({ min: -10, max: 60 }));

  it("expects the planned finish of a plan that goes by the plan, on any day", () => {
    law(planAndDay, ([plan, days]) => {
      const asOf = addDays(plan.start, days);
      const planned = schedulePlan(plan, STANDARD_WEEK);
      const tasks = plan.tasks.map((one, i): Task => {
        const { start, finish } = planned.tasks[i] ?? { start: asOf, finish: asOf };
        const base = { ...one, baselineFinish: finish };
        if (finish <= asOf) return { ...base, actualStart: start, actualFinish: finish };
        return start <= asOf ? { ...base, actualStart: start } : base;
      });
      const now = assessPlan({ ...plan, tasks }, { asOf, calendar: STANDARD_WEEK });
      expect(now.tasks.map(({ finish }) => finish)).toEqual(planned.tasks.map(({ finish }) => finish));
      expect(now.late).toEqual([]);
      expect(now.missed).toEqual([]);
      expect(now.figures[0]?.value).toBe(0);
    });
  });

  it("never puts work that is not done into the past, and never ends earlier for having waited", () => {
    law(planAndDay, ([plan, days]) => {
      const on = (day: number) => assessPlan(plan, { asOf: addDays(plan.start, day), calendar: STANDARD_WEEK });
      const today = on(days);
      for (const { start } of today.tasks) expect(daysBetween(today.asOf, start)).toBeGreaterThan(0);
      expect((on(days + 1).finish as string) >= (today.finish as string)).toBe(true);
    });
  });

  it("has a longest path of critical tasks that are not done, each held by the one before", () => {
    law(fc.tuple(planAndDay, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 })), ([[plan, days], isBegun]) => {
      const asOf = addDays(plan.start, days);
      const planned = schedulePlan(plan, STANDARD_WEEK);
      const tasks = plan.tasks.map((one, i): Task => {
        const { start, finish } = planned.tasks[i] ?? { start: asOf, finish: asOf };
        if (!isBegun[i] || start > asOf) return one;
        return finish <= asOf ? { ...one, actualStart: start, actualFinish: finish } : { ...one, actualStart: start };
      });
      const now = assessPlan({ ...plan, tasks }, { asOf, calendar: STANDARD_WEEK });
      const open = now.tasks.filter(({ status }) => status !== "done");
      expect(now.longestPath.length > 0).toBe(open.length > 0);
      for (const id of now.longestPath) expect(now.critical).toContain(id);
      now.longestPath.slice(1).forEach((id, i) => {
        const links = tasks.find((one) => one.id === id)?.predecessors ?? [];
        expect(links.map((link) => link.id)).toContain(now.longestPath[i]);
      });
      const last = open.find(({ id }) => id === now.longestPath.at(-1));
      if (last) expect(last.finish).toBe(open.map(({ finish }) => finish).reduce((a, b) => (a > b ? a : b)));
    });
  });

  it("has a critical task as long as one is not done", () => {
    law(planAndDay, ([plan, days]) => {
      expect(assessPlan(plan, { asOf: addDays(plan.start, days), calendar: STANDARD_WEEK }).critical).not.toEqual([]);
    });
  });

  it("gives figures that can be explained from their input, after a round trip through JSON", () => {
    law(planAndDay, ([plan, days]) => {
      const assessment = assessPlan(plan, { asOf: addDays(plan.start, days), calendar: STANDARD_WEEK });
      const { figures } = JSON.parse(JSON.stringify(assessment)) as typeof assessment;
      figures.forEach(({ id, input, value }, i) => {
        const formula = SCHEDULE_FORMULAS[i] as unknown as Formula<object, unknown>;
        expect(formula.id).toBe(id);
        expect(explain(formula, input).value).toEqual(value);
      });
    });
  });
});
