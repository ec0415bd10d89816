import * as z from "zod";

import { type NetworkShape, reportNetworkFaults } from "../foundation/graph/index.js";
import { contained } from "../foundation/guard/index.js";
import { CivilDate, list, parse, rule, schema } from "../foundation/schema/index.js";
import { type NetworkTask, progressFault, Task, type TaskLink } from "./task.js";

/** Tasks and the day from which they can be worked on. */
export interface Plan {
  /** No task starts before this day. */
  readonly start: CivilDate;
  /** The tasks, in any order; results keep it. */
  readonly tasks: readonly Task[];
}

const NO_LINKS: readonly TaskLink[] = [];

/** How tasks are read as a network. */
export const TASKS: NetworkShape<NetworkTask, TaskLink> = {
  subject: "tasks",
  linkSubject: "predecessor",
  idOf: ({ id }) => id,
  linksOf: ({ predecessors }) => predecessors ?? NO_LINKS,
  sourceOf: ({ id }) => id,
  pathOf: (task, link) => (link === undefined ? ["tasks", task] : ["tasks", task, "predecessors", link, "id"]),
};

/** Reads a {@link Plan}. */
export const Plan: z.ZodType<Plan> = /* @__PURE__ */ schema(() =>
  z.strictObject({ start: CivilDate, tasks: list(Task) }).check(
    rule(({ tasks }: Plan, report) => {
      reportNetworkFaults(tasks, TASKS, report);
      tasks.forEach((task, i) => {
        const fault = progressFault(task);
        if (fault) report("inconsistent", ["tasks", i, fault.field], `expected a value ${fault.expected}`);
      });
    }),
  ),
);

/**
 * Reads a {@link Plan} from outside data.
 *
 * @param data - `{ start, tasks }`; each task `{ id, title, durationDays, predecessors?, … }`
 * @returns the plan, checked and typed
 * @throws DomainError `invalid-input` with one issue per fault: wrong fields, ids used twice, predecessors that do
 * not exist, tasks that wait for themselves, progress that contradicts itself
 *
 * @example
 * ```ts
 * import { parsePlan } from "golive-kit/schedule";
 *
 * const plan = parsePlan({
 *   start: "2026-09-07",
 *   tasks: [
 *     { id: "design", title: "Design", durationDays: 5 },
 *     { id: "build", title: "Build", durationDays: 8, predecessors: [{ id: "design" }] },
 *   ],
 * });
 *
 * plan.tasks.length; // => 2
 * ```
 */
export function parsePlan(data: unknown): Plan {
  return contained("plan", () => parse(Plan, data, "plan"));
}
