import { DomainError } from "../foundation/errors/index.js";
import { contained, demandCount, demandText } from "../foundation/guard/index.js";
import { networkTimes, type NetworkTimes, type TaskNetwork, taskNetwork } from "./network-times.js";
import type { NetworkTask, TaskLink } from "./task.js";

/** One task of a driving chain. */
export interface DrivingStep {
  /** The task's id. */
  readonly id: string;
  /** The link from the step before, which gives this task its start; absent for the first. */
  readonly link?: Required<TaskLink>;
}

/** The chains of tasks that decide when a project ends. */
export interface CriticalPaths {
  /** Each chain as ids, from a task that starts unheld to one that ends with the project. */
  readonly paths: readonly (readonly string[])[];
  /** Whether these are all there are. */
  readonly complete: boolean;
}

/** Paths that are listed when no limit is asked for: a network of sixty pairs of tasks can have 2^60. */
const DEFAULT_LIMIT = 100;

/**
 * Why a task starts when it does: the chain of links that holds it, from the
 * first task on. Where several links give the same start, the one listed first is followed.
 *
 * @param schedule - what `criticalPath` or `schedulePlan` answered
 * @param taskId - the task to explain
 * @returns the chain, the task itself last
 * @throws DomainError `unknown-reference` when no task has this id
 *
 * @example
 * ```ts
 * import { criticalPath, drivingChain } from "golive-kit/schedule";
 *
 * const schedule = criticalPath({
 *   tasks: [
 *     { id: "build", durationDays: 8 },
 *     { id: "train", durationDays: 3 },
 *     { id: "go-live", durationDays: 0, predecessors: [{ id: "train" }, { id: "build", lagDays: 1 }] },
 *   ],
 * });
 *
 * drivingChain(schedule, "go-live");
 * // => [{ id: "build" }, { id: "go-live", link: { id: "build", type: "FS", lagDays: 1 } }]
 * ```
 */
export function drivingChain(
  schedule: { readonly tasks: readonly { readonly id: string; readonly drivers: readonly Required<TaskLink>[] }[] },
  taskId: string,
): readonly DrivingStep[] {
  return contained("driving chain", () => {
    const id = demandText(taskId, "taskId");
    const byId = new Map(schedule.tasks.map((task) => [task.id, task]));
    let task = byId.get(id);
    if (!task) throw new DomainError("unknown-reference", { subject: "taskId", path: ["taskId"], id });
    const steps: DrivingStep[] = [];
    while (task) {
      const link: Required<TaskLink> | undefined = task.drivers[0];
      steps.push(link ? { id: task.id, link: { ...link } } : { id: task.id });
      task = link && byId.get(link.id);
    }
    return steps.reverse();
  });
}

/**
 * All chains of driving links that end with the project, each on its own.
 *
 * @param input - `tasks`, as for `criticalPath`
 * @param options - `limit`: how many chains to list at most; 100 when left out
 * @returns the chains, and whether they are all there are
 * @throws DomainError as `criticalPath` does; `out-of-range` for a limit that is no whole number
 *
 * @example
 * ```ts
 * import { criticalPaths } from "golive-kit/schedule";
 *
 * const tasks = [
 *   { id: "build", durationDays: 3 },
 *   { id: "train", durationDays: 3 },
 *   { id: "go-live", durationDays: 0, predecessors: [{ id: "build" }, { id: "train" }] },
 * ];
 *
 * criticalPaths({ tasks });
 * // => { paths: [["build", "go-live"], ["train", "go-live"]], complete: true }
 * ```
 */
export function criticalPaths(
  input: { readonly tasks: readonly NetworkTask[] },
  options: { readonly limit?: number } = {},
): CriticalPaths {
  return contained("critical paths", () => {
    const limit = demandCount(options.limit ?? DEFAULT_LIMIT, "limit");
    const given = taskNetwork(input.tasks);
    const times = networkTimes(given);
    const paths: string[][] = [];
    for (const last of lastTasks(given, times)) {
      if (!collect(given, times, last, paths, limit)) return { paths, complete: false };
    }
    return { paths, complete: true };
  });
}

/**
 * One chain of driving links that ends with the task that finishes last among some.
 *
 * @param given - the network
 * @param times - its times
 * @param mornings - 1 for each task whose start, taken as a point, is a morning
 * @param isOpen - whether a task is one of them; no link leads from another into one of them
 * @returns the ids, predecessors first; none when there are no such tasks
 */
export function longestPath(
  given: TaskNetwork,
  times: NetworkTimes,
  mornings: Uint8Array,
  isOpen: (task: number) => boolean,
): readonly string[] {
  const { network, duration } = given;
  let last: number | undefined;
  let end = -Infinity;
  let endMorning = 0;
  // What comes after another task and finishes with it is the end of its path: a go-live rather than the last test.
  // A point in the morning comes a day after the evening before, although no work lies between them.
  for (const task of network.order) {
    const finish = (times.start[task] as number) + (duration[task] as number);
    const morning = duration[task] === 0 ? (mornings[task] as number) : 0;
    if (!isOpen(task) || finish < end || (finish === end && morning < endMorning)) continue;
    [last, end, endMorning] = [task, finish, morning];
  }
  const path: string[] = [];
  for (let task = last; task !== undefined; task = sourcesThatDrive(given, times, task)[0]) {
    path.push(network.ids[task] as string);
  }
  return path.reverse();
}

/** Tasks without a successor that end with the project. */
function lastTasks({ network, duration }: TaskNetwork, { start, end }: NetworkTimes): readonly number[] {
  const hasSuccessor = new Uint8Array(duration.length);
  for (const from of network.source) hasSuccessor[from] = 1;
  const last: number[] = [];
  for (let i = 0; i < duration.length; i++) {
    if (hasSuccessor[i] === 0 && (start[i] as number) + (duration[i] as number) === end) last.push(i);
  }
  return last;
}

/** Walks back from one task over all driving links; answers whether there was room for all chains. */
function collect(given: TaskNetwork, times: NetworkTimes, last: number, paths: string[][], limit: number): boolean {
  const { ids } = given.network;
  const chain: number[] = [];
  const waiting: number[][] = [[last]];
  while (waiting.length > 0) {
    const next = waiting.at(-1)?.shift();
    if (next === undefined) {
      waiting.pop();
      chain.pop();
      continue;
    }
    const before = sourcesThatDrive(given, times, next);
    chain.push(next);
    waiting.push(before);
    if (before.length > 0) continue;
    if (paths.length === limit) return false;
    paths.push(chain.map((task) => ids[task] as string).reverse());
  }
  return true;
}

/** Each once, although two links between one pair can both drive. */
function sourcesThatDrive({ network, weight }: TaskNetwork, { start }: NetworkTimes, task: number): number[] {
  const { firstLink, source } = network;
  const from = new Set<number>();
  for (let link = firstLink[task] as number; link < (firstLink[task + 1] as number); link++) {
    const node = source[link] as number;
    if ((start[node] as number) + (weight[link] as number) === start[task]) from.add(node);
  }
  return [...from];
}
