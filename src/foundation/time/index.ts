export {
  addDays,
  CivilDate,
  daysBetween,
  parseCivilDate,
  weekdayOf,
  WEEKDAYS,
} from "./civil-date.js";
export type { Weekday, WeekdayNumber } from "./civil-date.js";
export { Duration, durationMinutes, parseDuration } from "./duration.js";
export { demandInstant, epochMilliseconds, Instant, instantOf, parseInstant } from "./instant.js";
export {
  elapsedSeconds,
  endOfDay,
  instantAt,
  localDateOf,
  LocalTime,
  localTimeOf,
  startOfDay,
} from "./local-time.js";
export type { InstantAtOptions } from "./local-time.js";
export { addMonths, monthsBetween, repeatDates } from "./month-arithmetic.js";
export type { MonthSpan, Repetition } from "./month-arithmetic.js";
export { monthOf, parsePeriod, Period } from "./period.js";
export { dayOf, ordinalOf, prepareCalendar } from "./prepared-calendar.js";
export type { AnyCalendar, PreparedCalendar } from "./prepared-calendar.js";
export { demandZone, parseTimeZone, TimeZone } from "./time-zone.js";
export { parseWorkingCalendar, STANDARD_WEEK, WorkingCalendar } from "./working-calendar.js";
export type { Closure, Holiday, WorkingException } from "./working-calendar.js";
export { Shift, ShiftTime, WorkingDay } from "./working-day.js";
export {
  addWorkingDays,
  countWorkingDays,
  finishDate,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  workingDaysBetween,
} from "./working-days.js";
export type { WorkSpan } from "./working-days.js";
export { addWorkingMinutes, workingMinutesBetween } from "./working-minutes.js";
export type { Pause, WorkingMinutesOptions } from "./working-minutes.js";
