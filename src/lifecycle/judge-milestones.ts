import type { NoAnswer } from "../foundation/errors/index.js";
import { type Figure, figure } from "../foundation/explain/index.js";
import { civilDateOf, contained, demandCount, demandDay, demandOneOf } from "../foundation/guard/index.js";
import { type AnyCalendar, addWorkingDays, prepareCalendar, STANDARD_WEEK } from "../foundation/time/index.js";
import { type MilestoneDates, type MilestoneDays, milestoneDays, type MilestoneView } from "./milestone-days.js";
import { onTimeDelivery } from "./on-time-delivery.js";

/** What a tolerance is counted in. */
export const TOLERANCE_UNITS = ["calendar", "working"] as const;
/** What a tolerance is counted in: all days, or the days that the calendar works. */
export type ToleranceUnit = (typeof TOLERANCE_UNITS)[number];

/** Which milestones are judged. */
export const MILESTONE_POPULATIONS = ["due-by-as-of", "due-or-completed"] as const;
/** Which milestones are judged: those due by then, or also those that were reached before they were due. */
export type MilestonePopulation = (typeof MILESTONE_POPULATIONS)[number];

/** How a milestone stands on a day. */
export const MILESTONE_STANDINGS = ["on-time", "late", "pending", "not-due", "cancelled"] as const;
/** How a milestone stands on a day: `pending` is due, open, and still within its limit. */
export type MilestoneStanding = (typeof MILESTONE_STANDINGS)[number];

/** How to judge milestones. */
export interface JudgeMilestonesOptions extends MilestoneView {
  /** Days after the due date that still count as in time: a whole number; 0 when left out. */
  readonly toleranceDays?: number;
  /** What the tolerance is counted in; `calendar` when left out. */
  readonly toleranceUnit?: ToleranceUnit;
  /** Which milestones are judged; `due-by-as-of` when left out. */
  readonly population?: MilestonePopulation;
  /** Counts working days; Monday to Friday without holidays when left out. */
  readonly calendar?: AnyCalendar;
}

/** One milestone, judged. */
export interface JudgedMilestone {
  /** The milestone, by its id. */
  readonly id: string;
  /** How it stands. */
  readonly standing: MilestoneStanding;
  /** Day by which it was promised. */
  readonly due: MilestoneDates["due"];
  /** Last day that counts as in time: the due date and the tolerance. */
  readonly limit: MilestoneDates["due"];
  /** Day on which it was reached, as far as known. */
  readonly completedOn?: MilestoneDates["due"];
}

/** Milestones, judged. */
export interface MilestoneJudgement {
  /** One for each, in the order they came. */
  readonly milestones: readonly JudgedMilestone[];
  /** Ids by standing, in the order they came. */
  readonly byStanding: Readonly<Record<MilestoneStanding, readonly string[]>>;
  /** Share of the judged ones that were reached in time; see `onTimeDelivery`. */
  readonly onTimeDelivery: number | NoAnswer<"nothing-due">;
  /** The share with what went in. */
  readonly figures: readonly Figure[];
}

/**
 * Sorts milestones into on time, late, pending, not due and cancelled, as they stood at the end of a day.
 *
 * Cancelled comes first. A completion after `asOf` is not seen. What is due after `asOf` is not due, unless the
 * population is `due-or-completed` and it was reached. The limit is the due date plus the tolerance, working days being
 * counted from the day after the due date. What was reached by its limit is on time, later is late; what is open is
 * late once `asOf` is past the limit, and pending, outside the share, until then.
 *
 * @param milestones - `id`, `due`, `status`, `completed` and so on, as in `Milestone`; titles are not needed
 * @param options - `asOf`, `toleranceDays`, `toleranceUnit`, `population`, `calendar`, `timeZone`
 * @returns each milestone with its standing and limit, ids by standing, and the share on time
 * @throws DomainError `duplicate-id` at the second of two ids, `invalid-date` for a day that does not exist
 * @throws DomainError `missing` or `inconsistent` for days that contradict a status; `missing` for an instant without `timeZone`
 * @throws DomainError `out-of-range` for a tolerance that is no whole number of at least 0, or an unknown word
 *
 * @example
 * ```ts
 * import { judgeMilestones } from "golive-kit/lifecycle";
 *
 * const { byStanding, onTimeDelivery } = judgeMilestones(
 *   [
 *     { id: "M-1", due: "2026-03-13", status: "done", completed: "2026-03-12" },
 *     { id: "M-2", due: "2026-03-20", status: "done", completed: "2026-03-24" },
 *     { id: "M-3", due: "2026-03-27", status: "open" },
 *     { id: "M-4", due: "2026-06-30", status: "open" },
 *   ],
 *   { asOf: "2026-03-31", toleranceDays: 2, toleranceUnit: "working" },
 * );
 *
 * byStanding; // => { "on-time": ["M-1", "M-2"], late: [], pending: ["M-3"], "not-due": ["M-4"], cancelled: [] }
 * onTimeDelivery; // => 1
 * ```
 */
export function judgeMilestones(
  milestones: readonly MilestoneDates[],
  options: JudgeMilestonesOptions,
): MilestoneJudgement {
  return contained("judgeMilestones", () => {
    const { toleranceDays = 0, toleranceUnit = "calendar", population = "due-by-as-of" } = options;
    const asOf = demandDay(options.asOf, "asOf");
    const tolerance = demandCount(toleranceDays, "toleranceDays");
    const judged = demandOneOf(population, MILESTONE_POPULATIONS, "population");
    const limitOf = limitBy(tolerance, demandOneOf(toleranceUnit, TOLERANCE_UNITS, "toleranceUnit"), options.calendar);

    const byStanding: Record<MilestoneStanding, string[]> = {
      "on-time": [],
      late: [],
      pending: [],
      "not-due": [],
      cancelled: [],
    };
    const rows = milestoneDays(milestones, options).map((milestone): JudgedMilestone => {
      const limit = limitOf(milestone.due);
      const standing = standingOf(milestone, limit, asOf, judged);
      byStanding[standing].push(milestone.id);
      const row = { id: milestone.id, standing, due: civilDateOf(milestone.due), limit: civilDateOf(limit, "limit") };
      return milestone.completed === undefined ? row : { ...row, completedOn: civilDateOf(milestone.completed) };
    });
    const counts = { onTime: byStanding["on-time"].length, late: byStanding.late.length };
    return {
      milestones: rows,
      byStanding,
      onTimeDelivery: onTimeDelivery(counts),
      figures: [figure(onTimeDelivery, counts)],
    };
  });
}

function limitBy(
  tolerance: number,
  unit: ToleranceUnit,
  calendar: AnyCalendar = STANDARD_WEEK,
): (due: number) => number {
  if (unit === "calendar" || tolerance === 0) return (due) => due + tolerance;
  const ready = prepareCalendar(calendar);
  return (due) => demandDay(addWorkingDays(civilDateOf(due), tolerance, ready), "limit");
}

function standingOf(
  { due, completed, cancelled }: MilestoneDays,
  limit: number,
  asOf: number,
  population: MilestonePopulation,
): MilestoneStanding {
  if (cancelled) return "cancelled";
  if (due > asOf && (population === "due-by-as-of" || completed === undefined)) return "not-due";
  if (completed !== undefined) return completed <= limit ? "on-time" : "late";
  return asOf > limit ? "late" : "pending";
}
