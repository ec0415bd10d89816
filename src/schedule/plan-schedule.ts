import { type NoAnswer, noAnswer } from "../foundation/errors/index.js";
import { contained } from "../foundation/guard/index.js";
import type { AnyCalendar, CivilDate } from "../foundation/time/index.js";
import { morningsOf } from "./milestone-morning.js";
import { driversOf, networkTimes, taskNetwork } from "./network-times.js";
import type { Plan } from "./plan.js";
import type { TaskLink } from "./task.js";
import { type WorkingLine, workingLine } from "./working-line.js";

/** When a task of a plan can and must be worked on. Finishes are the last day of work, included. */
export interface ScheduledTask {
  /** The task's id. */
  readonly id: string;
  /** What is done. */
  readonly title: string;
  /** Whether it is a milestone: a task without duration, whose dates are all one day. */
  readonly milestone: boolean;
  /** First day of work, as early as the links allow. */
  readonly start: CivilDate;
  /** Last day of work then. */
  readonly finish: CivilDate;
  /** First day of work, as late as the plan's finish allows. */
  readonly lateStart: CivilDate;
  /** Last day of work then. */
  readonly lateFinish: CivilDate;
  /** Working days that the task can slip without moving the plan's finish. */
  readonly totalFloatDays: number;
  /** Working days that the task can slip without moving any other task. */
  readonly freeFloatDays: number;
  /** Whether there is no total float. */
  readonly critical: boolean;
  /** The links that give the start; none when the task can start with the plan. */
  readonly drivers: readonly Required<TaskLink>[];
}

/** A plan put on a calendar. */
export interface PlanSchedule {
  /** Last day of the last task. */
  readonly finish: CivilDate | NoAnswer<"no-tasks">;
  /** Working days from the plan's start to its finish. */
  readonly durationDays: number;
  /** Each task, in the order of the plan. */
  readonly tasks: readonly ScheduledTask[];
  /** Ids of the tasks without total float, in the order of the plan. */
  readonly critical: readonly string[];
}

/**
 * Puts a plan on a working calendar: the dates of each task by the critical path method, as planned,
 * whatever has happened since; `assessPlan` looks at that.
 *
 * Durations, lags and float are working days of the one calendar; a day that gives only a share of a
 * day's work counts as one. Work begins on the first working day on or after the plan's start. A
 * milestone held by a finish (`FS`, `FF`) falls on the day on which the work is done, one held by a start (`SS`,
 * `SF`) on the day on which the work begins, one held by a milestone on that one's side of the night, and one that
 * nothing holds on the first working day.
 *
 * @param plan - the plan
 * @param calendar - when work is done, as data or prepared
 * @returns the dates, float and drivers of each task
 * @throws DomainError `duplicate-id`, `unknown-reference` or `cycle` when the tasks are no network
 * @throws DomainError `no-working-time` when the calendar ends before the plan does, `out-of-range` when the years do
 *
 * @example
 * ```ts
 * import { schedulePlan } from "golive-kit/schedule";
 *
 * const plan = {
 *   start: "2026-04-01",
 *   tasks: [
 *     { id: "migrate", title: "Migrate the data", durationDays: 3 },
 *     { id: "go-live", title: "Go-live", durationDays: 0, predecessors: [{ id: "migrate", lagDays: 1 }] },
 *   ],
 * } as const;
 * const week = { monday: {}, tuesday: {}, wednesday: {}, thursday: {}, friday: {} };
 * const calendar = { week, holidays: [{ date: "2026-04-03" }, { date: "2026-04-06" }] } as const;
 *
 * schedulePlan(plan, calendar).tasks.map(({ start, finish }) => `${start} to ${finish}`);
 * // => ["2026-04-01 to 2026-04-07", "2026-04-08 to 2026-04-08"]
 * ```
 */
export function schedulePlan(plan: Plan, calendar: AnyCalendar): PlanSchedule {
  return contained("schedule of a plan", () => scheduleOn(workingLine(plan.start, calendar), plan).schedule);
}

/**
 * Puts a plan on its working days.
 *
 * @param line - the working days
 * @param plan - the plan
 * @returns the schedule, and 1 for each task whose start, taken as a point, is a morning
 */
export function scheduleOn(line: WorkingLine, plan: Plan): { schedule: PlanSchedule; mornings: Uint8Array } {
  const given = taskNetwork(plan.tasks);
  const times = networkTimes(given);
  const mornings = morningsOf(given, times);
  const { duration, scale } = given;
  const tasks = plan.tasks.map(({ id, title, durationDays }, i): ScheduledTask => {
    const early = times.start[i] as number;
    const late = times.lateStart[i] as number;
    const dates = (from: number) =>
      line.datesOf(from / scale, (from + (duration[i] as number)) / scale, mornings[i] === 1, 0);
    const { start, finish } = dates(early);
    const { start: lateStart, finish: lateFinish } = dates(late);
    return {
      id,
      title,
      milestone: durationDays === 0,
      start,
      finish,
      lateStart,
      lateFinish,
      totalFloatDays: (late - early) / scale,
      freeFloatDays: (times.freeFloat[i] as number) / scale,
      critical: late <= early,
      drivers: driversOf(given, times, i),
    };
  });
  const schedule = {
    finish: latest(tasks.map(({ finish }) => finish)),
    durationDays: times.end / scale,
    tasks,
    critical: tasks.filter(({ critical }) => critical).map(({ id }) => id),
  };
  return { schedule, mornings };
}

/** The latest of some days; text order is time order. */
export function latest(days: readonly CivilDate[]): CivilDate | NoAnswer<"no-tasks"> {
  let last: CivilDate | undefined;
  for (const day of days) if (last === undefined || day > last) last = day;
  return last ?? noAnswer("no-tasks");
}
