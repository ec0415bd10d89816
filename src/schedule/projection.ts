import { broken, demandBetween, demandDay } from "../foundation/guard/index.js";
import { denominatorOf } from "./day-parts.js";
import { morningsOf } from "./milestone-morning.js";
import { networkTimes, type NetworkTimes, type TaskNetwork, taskNetwork } from "./network-times.js";
import { TASKS } from "./plan.js";
import { progressFault, type Task } from "./task.js";
import type { WorkingLine } from "./working-line.js";

/** How far a task has come. */
export type Progress = "finished" | "started" | "unstarted";

/** A plan as it is expected to go on from a day. */
export interface Projection {
  readonly given: TaskNetwork;
  /** For a started task, the times of the work that is left. */
  readonly times: NetworkTimes;
  readonly progress: readonly Progress[];
  /** 1 for each task whose start, taken as a point, is a morning. */
  readonly mornings: Uint8Array;
  /** Working days that are past. */
  readonly past: number;
}

/** What is left to do of a task, and where what is done began; all in working days on the line. */
interface Standing {
  readonly progress: Progress;
  /** When it began; for an unstarted task, the soonest that is left. */
  readonly from: number;
  /** What the network reckons with: the whole of a finished task, else what is left. */
  readonly days: number;
}

/**
 * Goes on with a plan from the evening of a day. What is finished stays where it
 * was; what is left of a started task waits for its unfinished predecessors and for
 * the next working day (retained logic), and links that hold its finish hold it until
 * it is finished itself; what is unstarted keeps all links and does not begin in the past.
 *
 * @param tasks - the plan's tasks
 * @param line - its working days
 * @param asOfDay - the last day that is past, as a day number; what happened later is not seen
 * @param planned - 1 for each milestone that falls in the morning by the plan: those reached are taken to have done so
 * @returns the times of each task
 */
export function projection(
  tasks: readonly Task[],
  line: WorkingLine,
  asOfDay: number,
  planned: Uint8Array,
): Projection {
  const past = line.eveningOf(asOfDay);
  const standings = tasks.map((task, i) => standingOf(task, i, line, asOfDay, past, planned[i] === 1));
  const given = taskNetwork(
    tasks,
    Float64Array.from(standings, ({ days }) => days),
  );
  const { network, scale, weight } = given;
  const { firstLink, source } = network;
  const floor = Float64Array.from(
    standings,
    ({ progress, from }) => (progress === "started" ? Math.max(past, from) : from) * scale,
  );
  // What a link asks for, where that is known for good.
  const settled = new Float64Array(source.length);
  tasks.forEach((task, i) => {
    const first = firstLink[i] as number;
    const to = (standings[i] as Standing).progress;
    TASKS.linksOf(task).forEach(({ type = "FS" }, j) => {
      const link = first + j;
      const { progress, from } = standings[source[link] as number] as Standing;
      const hangsOnStart = type === "SS" || type === "SF";
      const holdsFinish = type === "FF" || type === "SF";
      const isPast = progress === "finished" || (progress === "started" && hangsOnStart);
      if (!isPast && to !== "finished") return;
      // What the link asks for is known for good: it is a floor now, and the network forgets the link.
      settled[link] = from * scale + (weight[link] as number);
      const isKept = to === "unstarted" || (to === "started" && (progress === "started" || holdsFinish));
      if (isKept) floor[i] = Math.max(floor[i] as number, settled[link]);
      weight[link] = -Infinity;
    });
  });
  const times = networkTimes(given, floor);
  const boundOf = (link: number): number =>
    weight[link] === -Infinity
      ? (settled[link] as number)
      : (times.start[source[link] as number] as number) + (weight[link] as number);
  const progress = standings.map((standing) => standing.progress);
  const mornings = morningsOf(given, times, boundOf, (i) =>
    progress[i] === "finished" ? planned[i] === 1 : undefined,
  );
  return { given, times, progress, mornings, past };
}

function standingOf(
  task: Task,
  i: number,
  line: WorkingLine,
  asOfDay: number,
  past: number,
  isMorning: boolean,
): Standing {
  const { durationDays, actualStart, actualFinish, completeShare } = task;
  const at = (field: string): readonly (string | number)[] => ["tasks", i, field];
  const begun = actualStart === undefined ? undefined : demandDay(actualStart, "actualStart", at("actualStart"));
  const done = actualFinish === undefined ? undefined : demandDay(actualFinish, "actualFinish", at("actualFinish"));
  if (completeShare !== undefined) demandBetween(completeShare, 0, 1, "completeShare", at("completeShare"));
  const fault = progressFault(task);
  if (fault) throw broken("inconsistent", fault.field, fault.expected, task[fault.field], at(fault.field));

  if (done !== undefined && done <= asOfDay) {
    const finish = durationDays === 0 && isMorning ? line.morningOf(done) : line.eveningOf(done);
    const from = durationDays === 0 || begun === undefined ? finish : line.morningOf(begun);
    return { progress: "finished", from, days: finish - from };
  }
  if (begun === undefined || begun > asOfDay) {
    return { progress: "unstarted", from: Math.max(0, past), days: durationDays };
  }
  const from = line.morningOf(begun);
  // A share that belongs to a finish not yet seen says nothing of the day that is looked at.
  const isShareSeen = completeShare !== undefined && done === undefined;
  // What is overdue is not done: it takes another day at least.
  const leftByPlan = Math.max(Math.min(1, durationDays), from + durationDays - past);
  const days = isShareSeen ? leftOf(durationDays, completeShare) : leftByPlan;
  return { progress: "started", from, days };
}

/** What a share leaves of a duration; as fractions, so that 0.9 leaves exactly one of ten days. */
function leftOf(durationDays: number, completeShare: number): number {
  const bottom = denominatorOf(completeShare);
  if (bottom === 0) return durationDays * (1 - completeShare);
  const parts = denominatorOf(durationDays);
  const left = bottom - Math.round(completeShare * bottom);
  if (parts === 0) return (durationDays * left) / bottom;
  return (Math.round(durationDays * parts) * left) / (parts * bottom);
}
