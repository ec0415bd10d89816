import { type NoAnswer, noAnswer } from "../foundation/errors/index.js";
import {
  broken,
  type CivilDate,
  civilDateOf,
  contained,
  demandCount,
  demandDay,
  demandList,
} from "../foundation/guard/index.js";
import { type AnyCalendar, prepareCalendar, STANDARD_WEEK } from "../foundation/time/index.js";
import { type MilestoneDates, milestoneDays, type MilestoneView } from "./milestone-days.js";
import { daysBehind, type Slippage } from "./slippage.js";

/** How late a milestone is, or is expected to be. */
export interface SlippedMilestone extends Slippage {
  /** The milestone, by its id. */
  readonly id: string;
  /** Day by which it was promised. */
  readonly due: CivilDate;
  /** Day on which it was reached, or is expected. */
  readonly reached: CivilDate;
  /** Whether that day is a fact or a forecast. */
  readonly basis: "completed" | "forecast";
}

/** Slippage of all milestones; see {@link milestoneSlippage}. */
export interface MilestoneSlippage {
  /** Milestones with a day to compare, in the order they came. */
  readonly milestones: readonly SlippedMilestone[];
  /** Ids of those that are due and have neither been reached nor a forecast later than the day of the look. */
  readonly missing: readonly string[];
  /** Mean slippage in working days of those that were reached; unrounded. */
  readonly averageWorkingDays: number | NoAnswer<"nothing-completed">;
}

/** How to measure slippage. */
export interface MilestoneSlippageOptions extends MilestoneView {
  /** Counts working days; Monday to Friday without holidays when left out. */
  readonly calendar?: AnyCalendar;
}

/** A date that a milestone was promised for at one time. */
export interface MilestoneBaseline {
  /** Its number; the lowest is the first promise, the highest the last. */
  readonly number: number;
  /** The date promised. */
  readonly date: CivilDate;
}

/** Slippage against one baseline. */
export interface BaselineSlippage extends Slippage {
  /** Whether the day is not after the baseline. */
  readonly onTime: boolean;
}

/** Slippage against the first promise and the last. */
export interface SlippageByBaseline {
  /** Against the baseline with the lowest number. */
  readonly original: BaselineSlippage;
  /** Against the baseline with the highest number. */
  readonly current: BaselineSlippage;
}

/**
 * How late each milestone was reached, or is expected to be.
 *
 * Cancelled milestones are left out. An open one is measured by its forecast, as long as that lies after `asOf`: a
 * forecast that has passed is none. The mean is over those that were reached.
 *
 * @param milestones - as in `Milestone`; titles are not needed
 * @param options - `asOf`, `calendar`, `timeZone`
 * @returns slippage in calendar days and in working days, above zero being late; what is due without any day to
 *   compare is listed as missing
 * @throws DomainError as `judgeMilestones` does
 *
 * @example
 * ```ts
 * import { milestoneSlippage } from "golive-kit/lifecycle";
 *
 * const { milestones } = milestoneSlippage(
 *   [{ id: "M-1", due: "2026-03-20", status: "done", completed: "2026-03-24" }],
 *   { asOf: "2026-03-31" },
 * );
 *
 * milestones.map(({ calendarDays, workingDays }) => [calendarDays, workingDays]); // => [[4, 2]]
 * ```
 */
export function milestoneSlippage(
  milestones: readonly MilestoneDates[],
  options: MilestoneSlippageOptions,
): MilestoneSlippage {
  return contained("milestoneSlippage", () => {
    const asOf = demandDay(options.asOf, "asOf");
    const calendar = prepareCalendar(options.calendar ?? STANDARD_WEEK);
    const rows: SlippedMilestone[] = [];
    const missing: string[] = [];
    let finished = 0;
    let total = 0;
    for (const { id, due, completed, cancelled, forecast } of milestoneDays(milestones, options)) {
      if (cancelled) continue;
      // What is still open cannot have been reached on a day that has passed.
      const expected = forecast !== undefined && forecast > asOf ? forecast : undefined;
      const day = completed ?? expected;
      if (day === undefined) {
        if (due <= asOf) missing.push(id);
        continue;
      }
      const slippage = daysBehind(due, day, calendar);
      if (completed !== undefined) {
        finished++;
        total += slippage.workingDays;
      }
      const basis = completed === undefined ? "forecast" : "completed";
      rows.push({ id, due: civilDateOf(due), reached: civilDateOf(day), basis, ...slippage });
    }
    const averageWorkingDays = finished === 0 ? noAnswer("nothing-completed") : total / finished;
    return { milestones: rows, missing, averageWorkingDays };
  });
}

/**
 * How late a day is against the first date that was promised and against the last, so that a new promise cannot hide
 * how far the old one was missed.
 *
 * @param baselines - the dates promised, each with its number, in any order
 * @param options - `reached`: the day to compare; `calendar`
 * @returns slippage against the baseline with the lowest number and the one with the highest
 * @throws DomainError `empty` without a baseline, `inconsistent` for a number that comes twice
 * @throws DomainError `invalid-date` for a day that does not exist
 *
 * @example
 * ```ts
 * import { slippageByBaseline } from "golive-kit/lifecycle";
 *
 * const { original, current } = slippageByBaseline(
 *   [{ number: 0, date: "2026-03-02" }, { number: 1, date: "2026-03-16" }],
 *   { reached: "2026-03-16" },
 * );
 *
 * original.workingDays; // => 10
 * current.onTime; // => true
 * ```
 */
export function slippageByBaseline(
  baselines: readonly MilestoneBaseline[],
  options: { readonly reached: CivilDate; readonly calendar?: AnyCalendar },
): SlippageByBaseline {
  return contained("slippageByBaseline", () => {
    const calendar = prepareCalendar(options.calendar ?? STANDARD_WEEK);
    const reached = demandDay(options.reached, "reached");
    const days = demandList(baselines, "baselines").map(({ number, date }, i) => ({
      number: demandCount(number, "number", ["baselines", i, "number"]),
      day: demandDay(date, "date", ["baselines", i, "date"]),
    }));
    const seen = new Set<number>();
    days.forEach(({ number }, i) => {
      if (seen.has(number))
        throw broken("inconsistent", "number", "each number once", number, ["baselines", i, "number"]);
      seen.add(number);
    });
    days.sort((a, b) => a.number - b.number);
    const first = days[0];
    const last = days.at(-1);
    if (first === undefined || last === undefined) {
      throw broken("empty", "baselines", "at least one baseline", baselines);
    }
    const against = (day: number): BaselineSlippage => ({
      ...daysBehind(day, reached, calendar),
      onTime: reached <= day,
    });
    return { original: against(first.day), current: against(last.day) };
  });
}
