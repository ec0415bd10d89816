import type { NetworkTimes, TaskNetwork } from "./network-times.js";
import { TASKS } from "./plan.js";
import type { NetworkTask } from "./task.js";

/**
 * Which points of a network are the morning of a working day: the same instant is the evening of the day before.
 *
 * What waits for a finish falls on the day on which the work is done; what waits for a start, also among other things,
 * falls on the day on which the work begins. A milestone passes on the side on which it falls itself, and what nothing
 * holds falls on the first morning that is left.
 *
 * @param given - the network
 * @param times - its times
 * @param bound - of each link: the least start that it asks for; by the weights when left out
 * @param known - whether a point that is settled is a morning
 * @returns 1 for each task whose start, taken as a point, is a morning
 */
export function morningsOf(
  given: TaskNetwork,
  { start }: NetworkTimes,
  bound: (link: number) => number = (link) =>
    (start[given.network.source[link] as number] as number) + (given.weight[link] as number),
  known: (task: number) => boolean | undefined = () => undefined,
): Uint8Array {
  const { network, tasks } = given;
  const mornings = new Uint8Array(start.length);
  for (const i of network.order) {
    const first = network.firstLink[i] as number;
    let isHeld = false;
    let isMorning = start[i] === 0;
    TASKS.linksOf(tasks[i] as NetworkTask).forEach(({ type = "FS" }, j) => {
      if (bound(first + j) !== start[i]) return;
      isHeld = true;
      const from = network.source[first + j] as number;
      const isPoint = (tasks[from] as NetworkTask).durationDays === 0;
      isMorning ||= isPoint ? mornings[from] === 1 : type === "SS" || type === "SF";
    });
    mornings[i] = (known(i) ?? (isMorning || !isHeld)) ? 1 : 0;
  }
  return mornings;
}
