import * as z from "zod";

import { isDomainError } from "../foundation/errors/index.js";
import { contained, readDayNumber } from "../foundation/guard/index.js";
import { CivilDate, Id, optional, parse, rule, schema, Text } from "../foundation/schema/index.js";
import { demandInstant } from "../foundation/time/index.js";

/** A civil date is ten characters long; an instant is longer. */
const DATE_LENGTH = 10;

/** Where a milestone stands. */
export const MILESTONE_STATUSES = ["open", "done", "cancelled"] as const;
/** Where a milestone stands. */
export type MilestoneStatus = (typeof MILESTONE_STATUSES)[number];

/** A result that is promised for a day. */
export interface Milestone {
  /** Its id. */
  readonly id: string;
  /** What is reached. */
  readonly title: string;
  /** Day by which it is promised, that day included. */
  readonly due: CivilDate;
  /** Where it stands. */
  readonly status: MilestoneStatus;
  /** When it was reached, as a day or as an instant; needed when it is done, refused while it is open. */
  readonly completed?: string;
  /** Day on which it was given up; only when it is cancelled. Without it the milestone counts as cancelled on any day. */
  readonly cancelledOn?: CivilDate;
  /** Day on which it is expected now, while it is open. */
  readonly forecast?: CivilDate;
}

const DayOrInstant: z.ZodType<string> = /* @__PURE__ */ schema(() =>
  z.string().check(
    rule((text: string, report) => {
      if (text.length === DATE_LENGTH ? readDayNumber(text) === undefined : !isInstant(text)) {
        report("invalid-date", [], "expected a day that exists, or an instant with its offset");
      }
    }),
  ),
);

/** Reads a {@link Milestone}. */
export const Milestone: z.ZodType<Milestone> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      id: Id,
      title: Text,
      due: CivilDate,
      status: z.enum(MILESTONE_STATUSES),
      completed: optional(DayOrInstant),
      cancelledOn: optional(CivilDate),
      forecast: optional(CivilDate),
    })
    .check(
      rule((milestone: Milestone, report) => {
        const fault = milestoneFault(milestone);
        if (fault !== undefined) report(fault.code, [fault.field], `expected ${fault.expected}`);
      }),
    ),
);

/** What is wrong between a milestone's status and its days. */
export interface MilestoneFault {
  /** Code of the error. */
  readonly code: "missing" | "inconsistent";
  /** Field that is wrong. */
  readonly field: "completed" | "cancelledOn";
  /** What it must be. */
  readonly expected: string;
}

/**
 * Holds a milestone's days against its status.
 *
 * @param milestone - status and days
 * @returns the first fault; nothing when they agree
 */
export function milestoneFault(
  milestone: Pick<Milestone, "status" | "completed" | "cancelledOn">,
): MilestoneFault | undefined {
  const { status, completed, cancelledOn } = milestone;
  if (status === "done" && completed === undefined) {
    return { code: "missing", field: "completed", expected: "the day on which a done milestone was reached" };
  }
  if (status === "open" && completed !== undefined) {
    return { code: "inconsistent", field: "completed", expected: "nothing for a milestone that is open" };
  }
  if (status !== "cancelled" && cancelledOn !== undefined) {
    return { code: "inconsistent", field: "cancelledOn", expected: `nothing for a milestone that is ${status}` };
  }
  return undefined;
}

/**
 * Reads a milestone from outside data.
 *
 * @param data - `{ id, title, due, status, completed?, cancelledOn?, forecast? }`
 * @returns the milestone, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault: `missing` for a done milestone without its day,
 *   `inconsistent` for days that contradict the status
 *
 * @example
 * ```ts
 * import { parseMilestone } from "golive-kit/lifecycle";
 *
 * const milestone = parseMilestone({
 *   id: "M-1",
 *   title: "Acceptance test passed",
 *   due: "2026-05-08",
 *   status: "done",
 *   completed: "2026-05-07",
 * });
 *
 * milestone.status; // => "done"
 * ```
 */
export function parseMilestone(data: unknown): Milestone {
  return contained("milestone", () => parse(Milestone, data, "milestone"));
}

function isInstant(text: string): boolean {
  try {
    demandInstant(text, "completed");
    return true;
  } catch (error) {
    if (isDomainError(error)) return false;
    throw error;
  }
}
