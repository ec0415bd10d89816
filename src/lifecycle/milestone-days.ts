import { DomainError } from "../foundation/errors/index.js";
import { broken, demandDay, demandList, demandOneOf, demandText } from "../foundation/guard/index.js";
import { type CivilDate, demandInstant, demandZone, localDateOf, type TimeZone } from "../foundation/time/index.js";
import { type Milestone, MILESTONE_STATUSES, milestoneFault } from "./milestone.js";

/** What a milestone is judged by; the title plays no part. */
export type MilestoneDates = Omit<Milestone, "title">;

/** A milestone as it stood at the end of a day. Days are day numbers. */
export interface MilestoneDays {
  readonly id: string;
  readonly due: number;
  /** Day on which it was reached, if that was known by then. */
  readonly completed: number | undefined;
  /** Whether it was cancelled by then. */
  readonly cancelled: boolean;
  /** Day on which it is expected. */
  readonly forecast: number | undefined;
}

/** When to look, and where days begin. */
export interface MilestoneView {
  /** Last day of which things are known. */
  readonly asOf: CivilDate;
  /** Zone that turns instants into days; needed as soon as one milestone was completed at an instant. */
  readonly timeZone?: TimeZone;
}

/**
 * Reads milestones as they stood at the end of a day.
 *
 * @param milestones - ids, due dates and statuses
 * @param view - `asOf` and `timeZone`
 * @returns one for each, in order
 * @throws DomainError with the path of the first fault: below `milestones`
 */
export function milestoneDays(milestones: readonly MilestoneDates[], view: MilestoneView): readonly MilestoneDays[] {
  const asOf = demandDay(view.asOf, "asOf");
  const seen = new Set<string>();
  return demandList(milestones, "milestones").map((milestone, i) => {
    const at = ["milestones", i] as const;
    const id = demandText(milestone.id, "id", [...at, "id"]);
    if (seen.has(id)) throw new DomainError("duplicate-id", { subject: "milestones", path: [...at, "id"], id });
    seen.add(id);
    const status = demandOneOf(milestone.status, MILESTONE_STATUSES, "status", [...at, "status"]);
    const fault = milestoneFault(milestone);
    if (fault !== undefined) {
      throw broken(fault.code, fault.field, fault.expected, milestone[fault.field], [...at, fault.field]);
    }
    const optional = (field: "cancelledOn" | "forecast"): number | undefined =>
      milestone[field] === undefined ? undefined : demandDay(milestone[field], field, [...at, field]);
    const completed = completedDay(milestone, [...at, "completed"], view);
    const cancelledOn = optional("cancelledOn");
    return {
      id,
      due: demandDay(milestone.due, "due", [...at, "due"]),
      completed: completed === undefined || completed > asOf ? undefined : completed,
      cancelled: status === "cancelled" && (cancelledOn ?? asOf) <= asOf,
      forecast: optional("forecast"),
    };
  });
}

function completedDay(
  { completed }: MilestoneDates,
  path: readonly (string | number)[],
  { timeZone }: MilestoneView,
): number | undefined {
  if (completed === undefined) return undefined;
  if (demandText(completed, "completed", path).length <= 10) return demandDay(completed, "completed", path);
  demandInstant(completed, "completed", path);
  if (timeZone === undefined) {
    throw broken("missing", "timeZone", "the zone that turns instants into days", timeZone);
  }
  return demandDay(localDateOf(completed, demandZone(timeZone, "timeZone")), "completed", path);
}
