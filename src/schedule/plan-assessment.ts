import { isNoAnswer, type NoAnswer, noAnswer } from "../foundation/errors/index.js";
import { figure, type Figure } from "../foundation/explain/index.js";
import { contained, demandDay } from "../foundation/guard/index.js";
import type { AnyCalendar, CivilDate } from "../foundation/time/index.js";
import { baselineExecutionIndex } from "./baseline-execution-index.js";
import { longestPath } from "./driving-chain.js";
import { finishVariance, type FinishVarianceInput } from "./finish-variance.js";
import { missedTaskShare } from "./missed-task-share.js";
import type { Plan } from "./plan.js";
import { latest, type ScheduledTask, scheduleOn } from "./plan-schedule.js";
import { type Projection, projection } from "./projection.js";
import type { Task } from "./task.js";
import { type WorkingLine, workingLine } from "./working-line.js";

/**
 * How a task stands: `done`; `late` when it is not and its day lies before the day that is looked at; `in-progress` or
 * `not-started` otherwise. Its day is its baseline finish or, without one, the finish that the plan gives it.
 */
export const TASK_STATUSES = ["done", "late", "in-progress", "not-started"] as const;
/** One of {@link TASK_STATUSES}. */
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** One task on the day that is looked at. */
export interface TaskStanding {
  /** The task's id. */
  readonly id: string;
  /** What is done. */
  readonly title: string;
  /** The phase it belongs to, where the plan says. */
  readonly phase?: string;
  /** Who answers for it, where the plan says. */
  readonly owner?: string;
  /** Whether it is a milestone. */
  readonly milestone: boolean;
  /** How it stands. */
  readonly status: TaskStatus;
  /** First day of work: the actual one, or the one that is now expected. */
  readonly start: CivilDate;
  /** Last day of work: the actual one, or the one that is now expected. */
  readonly finish: CivilDate;
  /** The finish that the plan gives it, as if nothing had happened yet. */
  readonly plannedFinish: CivilDate;
  /** Working days from the baseline finish to the finish; above zero is late. */
  readonly varianceDays: number | NoAnswer<"no-baseline">;
  /** Working days that it can still slip without moving the finish of the plan. */
  readonly totalFloatDays: number | NoAnswer<"done">;
  /** Whether it is not done and has no total float. */
  readonly critical: boolean;
}

/** A plan on one day: where each task stands, and when it will all be done. */
export interface PlanAssessment {
  /** The day that is looked at. */
  readonly asOf: CivilDate;
  /** The day on which the last task is expected to finish, or did. */
  readonly finish: CivilDate | NoAnswer<"no-tasks">;
  /** Each task, in the order of the plan. */
  readonly tasks: readonly TaskStanding[];
  /** Ids of the milestones. */
  readonly milestones: readonly string[];
  /** Ids of the tasks that decide when the plan ends: not done, and without float. */
  readonly critical: readonly string[];
  /**
   * Ids of one chain of tasks, none of them done, each of which holds the next: the last finishes last of all. Where
   * several links hold a task, the one listed first is followed. All of them are critical; `critical` may hold more.
   * Empty when all is done.
   */
  readonly longestPath: readonly string[];
  /** Ids of the tasks that are late. */
  readonly late: readonly string[];
  /** Ids of the tasks that were to be finished by now by their baseline; no milestones. */
  readonly due: readonly string[];
  /** Ids of those due that were finished after their baseline finish, or are late. */
  readonly missed: readonly string[];
  /** Ids of the tasks with a baseline finish that are done, due or not; no milestones. */
  readonly finished: readonly string[];
  /** The figures: finish variance, baseline execution index, share of missed tasks. */
  readonly figures: readonly Figure[];
}

/**
 * Looks at a plan on one day: which tasks are done, which are late, when the rest
 * will be finished if it goes on by the plan, and what decides that.
 *
 * The day counts whole: what is left to do is expected from the next working day on, but a task due on the day itself
 * is not late or missed before that day is past. What is finished keeps its dates; what is left of a task under way
 * follows its unfinished predecessors, and links that hold its finish hold it to the end; nothing else begins in the
 * past. Without a `completeShare` a task under way is expected to take its planned duration from its actual start.
 * What happened after the day is not seen.
 *
 * All figures speak of the tasks with a baseline finish and of no others: the finish variance holds the last of their
 * baseline finishes against the last of their expected finishes, which is not `finish` when work without a baseline
 * ends later.
 *
 * @param plan - the plan with what has happened so far
 * @param options - `asOf`, the last day that counts; `calendar`, as data or prepared
 * @returns a row for each task, lists of ids, and the figures
 * @throws DomainError `duplicate-id`, `unknown-reference` or `cycle` when the tasks are no network
 * @throws DomainError `inconsistent` for progress that contradicts itself, `invalid-date` for a day that does not exist
 * @throws DomainError `no-working-time` when the calendar ends before the plan does
 *
 * @example
 * ```ts
 * import { assessPlan } from "golive-kit/schedule";
 * import { STANDARD_WEEK } from "golive-kit/time";
 *
 * const plan = {
 *   start: "2026-06-01",
 *   tasks: [
 *     { id: "build", title: "Build", durationDays: 5, baselineFinish: "2026-06-05", actualStart: "2026-06-03" },
 *     { id: "test", title: "Test", durationDays: 2, predecessors: [{ id: "build" }], baselineFinish: "2026-06-09" },
 *   ],
 * } as const;
 * const { tasks, finish, late, figures } = assessPlan(plan, { asOf: "2026-06-08", calendar: STANDARD_WEEK });
 *
 * tasks.map(({ id, status, finish }) => `${id}: ${status}, ${finish}`);
 * // => ["build: late, 2026-06-09", "test: not-started, 2026-06-11"]
 * finish; // => "2026-06-11"
 * late; // => ["build"]
 * figures[0]?.value; // => 2
 * ```
 */
export function assessPlan(
  plan: Plan,
  options: { readonly asOf: CivilDate; readonly calendar: AnyCalendar },
): PlanAssessment {
  return contained("assessment of a plan", () => {
    const { asOf, calendar } = options;
    const asOfDay = demandDay(asOf, "asOf");
    const line = workingLine(plan.start, calendar);
    const { schedule, mornings } = scheduleOn(line, plan);
    const now = projection(plan.tasks, line, asOfDay, mornings);
    const tasks = plan.tasks.map((task, i) => standingOf(task, i, now, line, asOf, schedule.tasks[i] as ScheduledTask));

    const idsOf = (holds: (standing: TaskStanding, task: Task) => boolean): readonly string[] =>
      tasks.filter((standing, i) => holds(standing, plan.tasks[i] as Task)).map(({ id }) => id);
    const isDue = ({ milestone }: TaskStanding, { baselineFinish }: Task): boolean =>
      !milestone && baselineFinish !== undefined && baselineFinish <= asOf;
    const due = idsOf(isDue);
    const hasMissed = ({ status, finish }: TaskStanding, { baselineFinish }: Task): boolean =>
      status === "late" || (status === "done" && finish > (baselineFinish as CivilDate));
    const missed = idsOf((standing, task) => isDue(standing, task) && hasMissed(standing, task));
    const finished = idsOf(
      ({ milestone, status }, { baselineFinish }) => !milestone && status === "done" && baselineFinish !== undefined,
    );
    return {
      asOf,
      finish: latest(tasks.map(({ finish }) => finish)),
      tasks,
      milestones: idsOf(({ milestone }) => milestone),
      critical: idsOf(({ critical }) => critical),
      longestPath: longestPath(now.given, now.times, now.mornings, (i) => now.progress[i] !== "finished"),
      late: idsOf(({ status }) => status === "late"),
      due,
      missed,
      finished,
      figures: [
        figure(finishVariance, finishVarianceInput(plan.tasks, tasks, line)),
        figure(baselineExecutionIndex, { finishedTasks: finished.length, dueTasks: due.length }),
        figure(missedTaskShare, { missedTasks: missed.length, dueTasks: due.length }),
      ],
    };
  });
}

/** The same tasks stand on both sides: another's end says nothing of what was agreed for these. */
function finishVarianceInput(
  tasks: readonly Task[],
  standings: readonly TaskStanding[],
  line: WorkingLine,
): FinishVarianceInput {
  const baselines = tasks.flatMap(({ baselineFinish }) => baselineFinish ?? []);
  const projected = standings.filter((_, i) => tasks[i]?.baselineFinish !== undefined).map(({ finish }) => finish);
  const [baselineFinish, projectedFinish] = [latest(baselines), latest(projected)];
  if (isNoAnswer(baselineFinish) || isNoAnswer(projectedFinish)) return { baselinedTasks: 0 };
  return {
    baselinedTasks: baselines.length,
    baselineFinishDay: line.eveningOf(demandDay(baselineFinish, "baselineFinish")),
    projectedFinishDay: line.eveningOf(demandDay(projectedFinish, "finish")),
  };
}

function standingOf(
  task: Task,
  i: number,
  { given, times, progress, mornings, past }: Projection,
  line: WorkingLine,
  asOf: CivilDate,
  planned: ScheduledTask,
): TaskStanding {
  const { id, title, phase, owner, actualStart, actualFinish, baselineFinish } = task;
  const from = times.start[i] as number;
  const late = times.lateStart[i] as number;
  const { scale, duration } = given;
  const to = from + (duration[i] as number);
  const isDone = progress[i] === "finished";
  const expected = line.datesOf(from / scale, to / scale, mornings[i] === 1, Math.max(0, past));
  const finish = isDone ? (actualFinish as CivilDate) : expected.finish;
  const begun = isDone
    ? planned.milestone
      ? finish
      : actualStart
    : progress[i] === "started"
      ? actualStart
      : undefined;
  const due = baselineFinish ?? planned.finish;
  const varianceDays =
    baselineFinish === undefined
      ? noAnswer("no-baseline")
      : line.eveningOf(demandDay(finish, "finish")) -
        line.eveningOf(demandDay(baselineFinish, "baselineFinish", ["tasks", i, "baselineFinish"]));
  return {
    id,
    title,
    ...(phase === undefined ? {} : { phase }),
    ...(owner === undefined ? {} : { owner }),
    milestone: planned.milestone,
    status: isDone ? "done" : due < asOf ? "late" : progress[i] === "started" ? "in-progress" : "not-started",
    start: begun ?? expected.start,
    finish,
    plannedFinish: planned.finish,
    varianceDays,
    totalFloatDays: isDone ? noAnswer("done") : (late - from) / scale,
    critical: !isDone && late <= from,
  };
}
