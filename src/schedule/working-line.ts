import { type CivilDate, civilDateOf, demandDay } from "../foundation/guard/index.js";
import { type AnyCalendar, dayOf, ordinalOf, prepareCalendar } from "../foundation/time/index.js";

/** Less than this part of a day does not reach into another day: it is what is left of a double, not work. */
const NOISE = 1e-6;

/** The working days of a calendar as a line: 0 is the morning of the first working day of a plan. */
export interface WorkingLine {
  /** Working days before the morning of a day. */
  morningOf(day: number): number;
  /** Working days up to the evening of a day. */
  eveningOf(day: number): number;
  /**
   * First and last day of what lies between two points. A point on its own is the morning of a working day, or the
   * evening of the one before.
   */
  datesOf(from: number, to: number, isMorning: boolean, notBefore: number): { start: CivilDate; finish: CivilDate };
}

/**
 * Lays out the working days of a plan.
 *
 * @param start - the plan's start, a working day or not
 * @param calendar - the calendar, as data or prepared
 * @returns the line
 */
export function workingLine(start: CivilDate, calendar: AnyCalendar): WorkingLine {
  const ready = prepareCalendar(calendar);
  const first = ordinalOf(demandDay(start, "start"), ready);
  const dateOf = (place: number): CivilDate => civilDateOf(dayOf(first + place, ready));
  return {
    morningOf: (day) => ordinalOf(day, ready) - first,
    eveningOf: (day) => ordinalOf(day + 1, ready) - first,
    datesOf: (from, to, isMorning, notBefore) => {
      const morning = Math.floor(from + NOISE);
      const evening = Math.ceil(to - NOISE) - 1;
      if (from < to) return { start: dateOf(morning), finish: dateOf(Math.max(morning, evening)) };
      const date = dateOf(Math.max(isMorning ? morning : evening, notBefore));
      return { start: date, finish: date };
    },
  };
}
