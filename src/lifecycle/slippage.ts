import { ordinalOf, type PreparedCalendar } from "../foundation/time/index.js";

/** How far a day lies behind another; above zero is late. */
export interface Slippage {
  /** In days of the calendar. */
  readonly calendarDays: number;
  /** In working days: those after the earlier day, up to and including the later one. */
  readonly workingDays: number;
}

/**
 * How far a day lies behind the one that was promised.
 *
 * @param promised - day number
 * @param reached - day number
 * @param calendar - counts working days
 * @returns both counts, above zero when `reached` is later
 */
export function daysBehind(promised: number, reached: number, calendar: PreparedCalendar): Slippage {
  return {
    calendarDays: reached - promised,
    workingDays: ordinalOf(reached + 1, calendar) - ordinalOf(promised + 1, calendar),
  };
}
