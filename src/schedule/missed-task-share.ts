import * as z from "zod";

import type { NoAnswer } from "../foundation/errors/index.js";
import { formula, type Formula } from "../foundation/explain/index.js";
import { broken, contained, demandCount } from "../foundation/guard/index.js";
import { Count, parse, rule, schema } from "../foundation/schema/index.js";

/** Input of {@link missedTaskShare}. Milestones are not counted. */
export interface MissedTaskShareInput {
  /** Tasks due that were finished after their baseline finish, or are open after that day; at most `dueTasks`. */
  readonly missedTasks: number;
  /** Tasks whose baseline finish is on or before the status date. */
  readonly dueTasks: number;
}

/** Reads a {@link MissedTaskShareInput}. */
export const MissedTaskShareInput: z.ZodType<MissedTaskShareInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ missedTasks: Count, dueTasks: Count }).check(
    rule(({ missedTasks, dueTasks }: MissedTaskShareInput, report) => {
      if (missedTasks > dueTasks) report("inconsistent", ["missedTasks"], "expected at most as many as were due");
    }),
  ),
);

/**
 * Share of missed tasks: of the tasks that were due, those that did not keep their day.
 *
 * Unlike the baseline execution index it cannot be made up for: a task that
 * finished late stays missed. One that is open is missed once its day is past, not on the day. Above 0.05 is the warning level of the source.
 *
 * @param input - `missedTasks` and `dueTasks`, whole numbers of tasks without milestones
 * @returns a ratio from 0 to 1; NoAnswer `nothing-due` when nothing was due yet
 * @throws DomainError `out-of-range` when a count is no whole number of at least 0
 * @throws DomainError `inconsistent` when more were missed than were due
 * @source DCMA-EA PAM 200.1 (2012), section 4, "Missed Tasks"
 *
 * @example
 * ```ts
 * import { missedTaskShare } from "golive-kit/schedule";
 *
 * missedTaskShare({ missedTasks: 2, dueTasks: 16 }); // => 0.125
 * ```
 *
 * @function
 */
export const missedTaskShare: Formula<MissedTaskShareInput, number | NoAnswer<"nothing-due">> = /* @__PURE__ */ formula(
  {
    id: "schedule.missed-task-share",
    title: "Share of missed tasks",
    unit: "ratio",
    units: { missedTasks: "count", dueTasks: "count" },
    outcomes: { "nothing-due": "dueTasks = 0" },
    source: [{ work: "DCMA-EA PAM 200.1 (2012)", place: "Section 4, Missed Tasks" }],
    compute(input: MissedTaskShareInput, note): number | NoAnswer<"nothing-due"> {
      const missed = demandCount(input.missedTasks, "missedTasks");
      const due = demandCount(input.dueTasks, "dueTasks");
      if (missed > due) throw broken("inconsistent", "missedTasks", "at most dueTasks", missed);
      if (due === 0) return note.none("nothing-due");
      return note("share", "missedTasks ÷ dueTasks", missed / due);
    },
  },
);

/**
 * Reads the input of {@link missedTaskShare} from outside data.
 *
 * @param data - `{ missedTasks, dueTasks }`, whole numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { missedTaskShare, parseMissedTaskShareInput } from "golive-kit/schedule";
 *
 * missedTaskShare(parseMissedTaskShareInput({ missedTasks: 1, dueTasks: 4 })); // => 0.25
 * ```
 */
export function parseMissedTaskShareInput(data: unknown): MissedTaskShareInput {
  return contained("missed task share", () => parse(MissedTaskShareInput, data, "missed task share"));
}
