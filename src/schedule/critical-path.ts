import { contained, demandFinite } from "../foundation/guard/index.js";
import { driversOf, networkTimes, taskNetwork } from "./network-times.js";
import type { NetworkTask, TaskLink } from "./task.js";

/** When a task can and must be worked on, in working days from the project's start; finishes are the instant after the last day. */
export interface TaskTimes {
  /** The task's id. */
  readonly id: string;
  /** The earliest start that all links allow. */
  readonly earlyStart: number;
  /** Early start and duration. */
  readonly earlyFinish: number;
  /** The latest start that does not move the project's finish. */
  readonly lateStart: number;
  /** Late start and duration. */
  readonly lateFinish: number;
  /** How far the task can slip without moving the project's finish: late start less early start. */
  readonly totalFloatDays: number;
  /** How far the task can slip without moving any other task. */
  readonly freeFloatDays: number;
  /** Whether there is no total float. */
  readonly critical: boolean;
  /** The links that give the early start; none when the task can start with the project. */
  readonly drivers: readonly Required<TaskLink>[];
}

/** A network worked through, forward and backward. */
export interface CriticalPath {
  /** The latest early finish; 0 without tasks. */
  readonly projectDurationDays: number;
  /** Each task, in the order of the input. */
  readonly tasks: readonly TaskTimes[];
  /** Ids of the tasks without total float, in the order of the input. */
  readonly critical: readonly string[];
}

/**
 * The critical path method: early and late dates of each task, its float, and
 * the tasks that decide when the project ends.
 *
 * All four link types with lag and lead; every link holds, also two between one
 * pair; no task starts before 0. Late dates are counted back from the project's
 * finish for every task. Durations are taken as the decimals they show, so 0.1 and 0.2 make exactly 0.3.
 * Days are working days without a calendar; `schedulePlan` puts a plan on one.
 *
 * @param input - `tasks`, each with `id`, `durationDays` and its `predecessors` (`id`, `type`, `lagDays`); a plan will do
 * @returns the times of each task, in working days from the project's start
 * @throws DomainError `duplicate-id`, `unknown-reference` or `cycle` when the tasks are no network
 * @throws DomainError `out-of-range` for a duration below zero, `not-finite` or `wrong-type` for one that is no number
 *
 * @example
 * ```ts
 * import { criticalPath } from "golive-kit/schedule";
 *
 * const { projectDurationDays, critical, tasks } = criticalPath({
 *   tasks: [
 *     { id: "design", durationDays: 5 },
 *     { id: "build", durationDays: 8, predecessors: [{ id: "design" }] },
 *     { id: "train", durationDays: 3, predecessors: [{ id: "design" }] },
 *     { id: "go-live", durationDays: 0, predecessors: [{ id: "build" }, { id: "train" }] },
 *   ],
 * });
 *
 * projectDurationDays; // => 13
 * critical; // => ["design", "build", "go-live"]
 * tasks[2]?.totalFloatDays; // => 5
 * ```
 */
export function criticalPath(input: { readonly tasks: readonly NetworkTask[] }): CriticalPath {
  return contained("critical path", () => {
    const given = taskNetwork(input.tasks);
    const times = networkTimes(given);
    const { network, duration, scale } = given;
    const tasks = network.ids.map((id, i): TaskTimes => {
      const start = times.start[i] as number;
      const lateStart = times.lateStart[i] as number;
      const length = duration[i] as number;
      return {
        id,
        earlyStart: start / scale,
        earlyFinish: (start + length) / scale,
        lateStart: lateStart / scale,
        lateFinish: (lateStart + length) / scale,
        totalFloatDays: (lateStart - start) / scale,
        freeFloatDays: (times.freeFloat[i] as number) / scale,
        critical: lateStart <= start,
        drivers: driversOf(given, times, i),
      };
    });
    const critical = tasks.filter((task) => task.critical).map(({ id }) => id);
    return { projectDurationDays: times.end / scale, tasks, critical };
  });
}

/**
 * The tasks that are critical next: those with some float, but not more than a limit.
 *
 * @param schedule - what {@link criticalPath} or `schedulePlan` answered
 * @param limitDays - the most total float, in working days
 * @returns the tasks, in the order of the input
 * @throws DomainError `wrong-type` or `not-finite` when the limit is no number
 *
 * @example
 * ```ts
 * import { criticalPath, nearCriticalTasks } from "golive-kit/schedule";
 *
 * const schedule = criticalPath({
 *   tasks: [
 *     { id: "build", durationDays: 8 },
 *     { id: "train", durationDays: 7 },
 *   ],
 * });
 *
 * nearCriticalTasks(schedule, 2).map(({ id }) => id); // => ["train"]
 * ```
 */
export function nearCriticalTasks<T extends { readonly totalFloatDays: number }>(
  schedule: { readonly tasks: readonly T[] },
  limitDays: number,
): readonly T[] {
  return contained("near-critical tasks", () => {
    const limit = demandFinite(limitDays, "limitDays");
    return schedule.tasks.filter(({ totalFloatDays }) => totalFloatDays > 0 && totalFloatDays <= limit);
  });
}
