import * as z from "zod";

import type { NoAnswer } from "../foundation/errors/index.js";
import { formula, type Formula } from "../foundation/explain/index.js";
import { contained, demandCount } from "../foundation/guard/index.js";
import { Count, parse, schema } from "../foundation/schema/index.js";

/** Input of {@link baselineExecutionIndex}. Neither milestones nor tasks without a baseline finish are counted. */
export interface BaselineExecutionIndexInput {
  /** Tasks finished by the status date, due or not. */
  readonly finishedTasks: number;
  /** Tasks whose baseline finish is on or before the status date. */
  readonly dueTasks: number;
}

/** Reads a {@link BaselineExecutionIndexInput}. */
export const BaselineExecutionIndexInput: z.ZodType<BaselineExecutionIndexInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ finishedTasks: Count, dueTasks: Count }),
);

/**
 * Baseline execution index: tasks finished for each task that should have been.
 *
 * Work done ahead of its time makes up for work that is late, and a task counts
 * the same whatever its size. Below 0.95 is the warning level of the source.
 *
 * Only tasks with a baseline finish count, above and below: others would make up for late work without ever being due
 * themselves. The source counts tasks without a baseline too, but on both sides; it is the same figure when none is
 * without.
 *
 * @param input - `finishedTasks` and `dueTasks`, whole numbers of tasks without milestones
 * @returns a ratio: 1 is as many as planned; NoAnswer `nothing-due` when nothing was due yet
 * @throws DomainError `out-of-range` when a count is no whole number of at least 0
 * @source DCMA-EA PAM 200.1 (2012), section 4, "Baseline Execution Index (BEI)"
 *
 * @example
 * ```ts
 * import { baselineExecutionIndex } from "golive-kit/schedule";
 *
 * baselineExecutionIndex({ finishedTasks: 18, dueTasks: 20 }); // => 0.9
 * ```
 *
 * @function
 */
export const baselineExecutionIndex: Formula<BaselineExecutionIndexInput, number | NoAnswer<"nothing-due">> =
  /* @__PURE__ */ formula({
    id: "schedule.baseline-execution-index",
    title: "Baseline execution index",
    unit: "ratio",
    units: { finishedTasks: "count", dueTasks: "count" },
    outcomes: { "nothing-due": "dueTasks = 0" },
    source: [{ work: "DCMA-EA PAM 200.1 (2012)", place: "Section 4, Baseline Execution Index (BEI)" }],
    compute(input: BaselineExecutionIndexInput, note): number | NoAnswer<"nothing-due"> {
      const finished = demandCount(input.finishedTasks, "finishedTasks");
      const due = demandCount(input.dueTasks, "dueTasks");
      if (due === 0) return note.none("nothing-due");
      return note("index", "finishedTasks ÷ dueTasks", finished / due);
    },
  });

/**
 * Reads the input of {@link baselineExecutionIndex} from outside data.
 *
 * @param data - `{ finishedTasks, dueTasks }`, whole numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { baselineExecutionIndex, parseBaselineExecutionIndexInput } from "golive-kit/schedule";
 *
 * baselineExecutionIndex(parseBaselineExecutionIndexInput({ finishedTasks: 3, dueTasks: 4 })); // => 0.75
 * ```
 */
export function parseBaselineExecutionIndexInput(data: unknown): BaselineExecutionIndexInput {
  return contained("baseline execution index", () =>
    parse(BaselineExecutionIndexInput, data, "baseline execution index"),
  );
}
