import * as z from "zod";

import type { NoAnswer } from "../foundation/errors/index.js";
import { formula, type Formula } from "../foundation/explain/index.js";
import { contained, demandCount, demandFinite } from "../foundation/guard/index.js";
import { Count, FiniteNumber, optional, parse, rule, schema } from "../foundation/schema/index.js";

/** Input of {@link finishVariance}. Days are working days from the plan's start to the end of the day they speak of. */
export interface FinishVarianceInput {
  /** How many tasks have a baseline finish. */
  readonly baselinedTasks: number;
  /** The day of the last baseline finish; needed as soon as one task has a baseline, like the next. */
  readonly baselineFinishDay?: number;
  /** The day on which the last of the tasks with a baseline is now expected to finish, or did. */
  readonly projectedFinishDay?: number;
}

/** Reads a {@link FinishVarianceInput}. */
export const FinishVarianceInput: z.ZodType<FinishVarianceInput> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      baselinedTasks: Count,
      baselineFinishDay: optional(FiniteNumber),
      projectedFinishDay: optional(FiniteNumber),
    })
    .check(
      rule((input: FinishVarianceInput, report) => {
        for (const field of ["baselineFinishDay", "projectedFinishDay"] as const) {
          if (input.baselinedTasks > 0 && input[field] === undefined) {
            report("missing", [field], "expected a number, received nothing");
          }
        }
      }),
    ),
);

/**
 * Finish variance: how many working days later than agreed the plan is expected to finish.
 *
 * Above zero is late. The same tasks stand on both sides, those with a baseline: held against the end of all tasks, work
 * that was never agreed would be a delay of what was. The baseline stands still while the plan moves: a baseline
 * that is renewed at each delay makes this figure 0 and says nothing.
 *
 * @param input - `baselinedTasks`, a count; `baselineFinishDay` and `projectedFinishDay` in working days from the plan's start
 * @returns working days, below zero when early; NoAnswer `no-baseline` when no task has a baseline
 * @throws DomainError `wrong-type` or `not-finite` for a day that is no number, `out-of-range` for a count that is none
 * @source PMI, Practice Standard for Scheduling, 3rd edition, "Finish variance"
 *
 * @example
 * ```ts
 * import { finishVariance } from "golive-kit/schedule";
 *
 * finishVariance({ baselinedTasks: 12, baselineFinishDay: 60, projectedFinishDay: 64 }); // => 4
 * ```
 *
 * @function
 */
export const finishVariance: Formula<FinishVarianceInput, number | NoAnswer<"no-baseline">> = /* @__PURE__ */ formula({
  id: "schedule.finish-variance",
  title: "Finish variance",
  unit: "days",
  units: { baselinedTasks: "count", baselineFinishDay: "days", projectedFinishDay: "days" },
  outcomes: { "no-baseline": "baselinedTasks = 0" },
  source: [{ work: "PMI, Practice Standard for Scheduling, 3rd edition", place: "Finish variance" }],
  compute(input: FinishVarianceInput, note): number | NoAnswer<"no-baseline"> {
    if (demandCount(input.baselinedTasks, "baselinedTasks") === 0) return note.none("no-baseline");
    const baseline = demandFinite(input.baselineFinishDay, "baselineFinishDay");
    const projected = demandFinite(input.projectedFinishDay, "projectedFinishDay");
    return note("variance", "projectedFinishDay − baselineFinishDay", projected - baseline);
  },
});

/**
 * Reads the input of {@link finishVariance} from outside data.
 *
 * @param data - `{ baselinedTasks, baselineFinishDay?, projectedFinishDay? }`
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { finishVariance, parseFinishVarianceInput } from "golive-kit/schedule";
 *
 * const input = parseFinishVarianceInput({ baselinedTasks: 1, baselineFinishDay: 20, projectedFinishDay: 18 });
 *
 * finishVariance(input); // => -2
 * ```
 */
export function parseFinishVarianceInput(data: unknown): FinishVarianceInput {
  return contained("finish variance", () => parse(FinishVarianceInput, data, "finish variance"));
}
