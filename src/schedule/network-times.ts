import { longestBackward, longestForward, type Network, prepareNetwork } from "../foundation/graph/index.js";
import { demandBetween, demandList, demandOneOf, demandText } from "../foundation/guard/index.js";
import { partsOfDay } from "./day-parts.js";
import { TASKS } from "./plan.js";
import { LINK_TYPES, type LinkType, MAX_DAYS, type NetworkTask, type TaskLink } from "./task.js";

/** Tasks as whole numbers: a day has `scale` parts, so nothing below rounds. */
export interface TaskNetwork {
  readonly network: Network;
  readonly tasks: readonly NetworkTask[];
  /** Parts in a day. */
  readonly scale: number;
  /** Of each task, in parts. */
  readonly duration: Float64Array;
  /** Of each link: least parts from the start of the predecessor to the start of the successor. */
  readonly weight: Float64Array;
}

/** When tasks can and must be worked on, in parts from the project's start. */
export interface NetworkTimes {
  readonly start: Float64Array;
  readonly lateStart: Float64Array;
  readonly freeFloat: Float64Array;
  /** The latest finish; 0 without tasks. */
  readonly end: number;
}

/**
 * Checks tasks and lays them out as a network. Every link type is a least
 * distance between two starts, which is all the network engine knows.
 *
 * @param tasks - the tasks
 * @param durations - days that stand in for `durationDays`
 * @returns the network
 * @throws DomainError `wrong-type`, `not-finite`, `out-of-range`, `duplicate-id`, `unknown-reference` or `cycle`
 */
export function taskNetwork(tasks: readonly NetworkTask[], durations?: Float64Array): TaskNetwork {
  demandList(tasks, "tasks").forEach(checkTask);
  const network = prepareNetwork(tasks, TASKS);
  const { source, firstLink } = network;
  const days = durations ?? Float64Array.from(tasks, ({ durationDays }) => durationDays);
  const lags = new Float64Array(source.length);
  let link = 0;
  for (const task of tasks) for (const { lagDays = 0 } of TASKS.linksOf(task)) lags[link++] = lagDays;

  const scale = partsOfDay([days, lags]);
  const duration = days.map((value) => Math.round(value * scale));
  const weight = lags.map((value) => Math.round(value * scale));
  tasks.forEach((task, i) => {
    const first = firstLink[i] as number;
    TASKS.linksOf(task).forEach(({ type = "FS" }, j) => {
      const from = source[first + j] as number;
      let least = weight[first + j] as number;
      if (type === "FS" || type === "FF") least += duration[from] as number;
      if (type === "FF" || type === "SF") least -= duration[i] as number;
      weight[first + j] = least;
    });
  });
  return { network, tasks, scale, duration, weight };
}

/**
 * Works out early and late starts.
 *
 * @param given - the network; a weight of `-Infinity` is a link that no longer holds anything
 * @param floor - the least start of each task; 0 when left out
 * @returns the times
 */
export function networkTimes(given: TaskNetwork, floor = new Float64Array(given.tasks.length)): NetworkTimes {
  const { network, duration, weight } = given;
  const { firstLink, source } = network;
  const start = longestForward(network, weight, floor);
  const end = start.reduce((latest, value, i) => Math.max(latest, value + (duration[i] as number)), -Infinity);
  const lateStart = longestBackward(
    network,
    weight,
    duration.map((value) => end - value),
  );

  const freeFloat = new Float64Array(start.length).fill(Infinity);
  for (let i = 0; i < start.length; i++) {
    for (let link = firstLink[i] as number; link < (firstLink[i + 1] as number); link++) {
      const from = source[link] as number;
      const slack = (start[i] as number) - (weight[link] as number) - (start[from] as number);
      if (slack < (freeFloat[from] as number)) freeFloat[from] = slack;
    }
  }
  // Without a successor the total float is what is left to the project's end.
  for (let i = 0; i < start.length; i++) {
    freeFloat[i] = Math.min(freeFloat[i] as number, (lateStart[i] as number) - (start[i] as number));
  }
  return { start, lateStart, freeFloat, end: start.length === 0 ? 0 : end };
}

/**
 * The links that give a task its early start.
 *
 * @param given - the network
 * @param times - its times
 * @param task - index of the task
 * @returns the links as listed, with type and lag written out; none when the task starts with the project
 */
export function driversOf(given: TaskNetwork, times: NetworkTimes, task: number): readonly Required<TaskLink>[] {
  const { network, weight, tasks } = given;
  const first = network.firstLink[task] as number;
  const drivers: Required<TaskLink>[] = [];
  TASKS.linksOf(tasks[task] as NetworkTask).forEach(({ id, type = "FS", lagDays = 0 }, j) => {
    const from = network.source[first + j] as number;
    const bound = (times.start[from] as number) + (weight[first + j] as number);
    if (bound === times.start[task]) drivers.push({ id, type, lagDays });
  });
  return drivers;
}

function checkTask(task: NetworkTask, i: number): void {
  const { id, durationDays, predecessors } = task;
  // The paths are only made for a fault: a hundred thousand tasks have none.
  if (typeof id !== "string") demandText(id, "id", ["tasks", i, "id"]);
  if (!isWithin(durationDays, 0))
    demandBetween(durationDays, 0, MAX_DAYS, "durationDays", ["tasks", i, "durationDays"]);
  if (predecessors === undefined) return;
  demandList(predecessors, "predecessors", ["tasks", i, "predecessors"]);
  for (let j = 0; j < predecessors.length; j++) {
    const { id: from, type, lagDays } = predecessors[j] as TaskLink;
    const at = (field: string): readonly (string | number)[] => ["tasks", i, "predecessors", j, field];
    if (typeof from !== "string") demandText(from, "predecessor", at("id"));
    if (type !== undefined && !LINK_TYPES.includes(type)) demandOneOf<LinkType>(type, LINK_TYPES, "type", at("type"));
    if (lagDays !== undefined && !isWithin(lagDays, -MAX_DAYS)) {
      demandBetween(lagDays, -MAX_DAYS, MAX_DAYS, "lagDays", at("lagDays"));
    }
  }
}

function isWithin(value: unknown, least: number): boolean {
  return typeof value === "number" && value >= least && value <= MAX_DAYS;
}
