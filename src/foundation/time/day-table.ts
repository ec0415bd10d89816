import { broken, FIRST_DAY, LAST_DAY } from "../guard/index.js";
import { mondaysOffset } from "./civil-date.js";
import type { DayNumbers } from "./working-day.js";
import { mergedStretches, type Stretch } from "./stretches.js";
import type { TimeZone } from "./time-zone.js";

const MS_A_MINUTE = 60_000;
/** Which rule holds in a stretch of days: the week, nothing at all, or (0 and above) an exception by its index. */
const WEEK = -1;
const OFF = -2;

/** A working calendar in numbers; dates are day numbers. */
export interface CalendarNumbers {
  /** Monday first; nothing for a day off. */
  readonly week: readonly (DayNumbers | undefined)[];
  /** Stretches off, in any order. */
  readonly off: readonly Stretch[];
  /** Dated working days in rising order, each date once. */
  readonly exceptions: readonly (readonly [day: number, numbers: DayNumbers])[];
  /** Whether its working days have shifts. */
  readonly hasHours: boolean;
  /** Zone of the shifts. */
  readonly timeZone: TimeZone;
}

/**
 * A quantity that days have, such as "working days" or "work", as running
 * totals: what a number of days gives is one subtraction, however many they are.
 */
export interface Tally {
  /** What an ordinary week gives. */
  readonly perWeek: number;
  /** What the first 0, 1 … 7 days of a week give. */
  readonly inWeek: Float64Array;
  /** What the days before each stretch give; one more at the end for all days. */
  readonly before: Float64Array;
}

/**
 * The days of a calendar as stretches in which one rule holds, from the first
 * day that the library knows to the last. Every holiday, closure and exception
 * adds two stretches at most.
 */
export interface DayTable {
  /** First day of each stretch, rising; one more at the end, the day after the last. */
  readonly starts: Float64Array;
  /** Rule of each stretch. */
  readonly rules: Int32Array;
  /** Working days. */
  readonly days: Tally;
  /** Work, in units of a full day's work. */
  readonly units: Tally;
  /** Working time by the clock on the wall, in milliseconds; zero where days have no hours. */
  readonly time: Tally;
}

/**
 * Lays out the days of a calendar.
 *
 * @param calendar - the calendar in numbers
 * @returns the table
 */
export function dayTable({ week, off, exceptions }: CalendarNumbers): DayTable {
  const closed = mergedStretches(off);
  const starts: number[] = [];
  const rules: number[] = [];
  const begin = (day: number, rule: number): void => {
    if (day > LAST_DAY) return;
    // A stretch of no days gives way to the next one.
    if (starts[starts.length - 1] === day) {
      starts.pop();
      rules.pop();
    }
    starts.push(day);
    rules.push(rule);
  };
  begin(FIRST_DAY, WEEK);
  let next = 0;
  /** Goes through the exceptions before `day`, in a stretch where otherwise `rule` holds. */
  const exceptionsBefore = (day: number, rule: number): void => {
    for (let at = exceptions[next]; at !== undefined && at[0] < day; at = exceptions[++next]) {
      begin(at[0], next);
      begin(at[0] + 1, rule);
    }
  };
  for (const [from, to] of closed) {
    exceptionsBefore(from, WEEK);
    begin(from, OFF);
    exceptionsBefore(to, OFF);
    begin(to, WEEK);
  }
  exceptionsBefore(LAST_DAY + 1, WEEK);
  starts.push(LAST_DAY + 1);

  const table = { starts: Float64Array.from(starts), rules: Int32Array.from(rules) };
  const numbers = exceptions.map(([, day]) => day);
  const tally = (amount: (day: DayNumbers) => number): Tally => tallyOf(table, week, numbers, amount);
  return { ...table, days: tally(() => 1), units: tally(({ units }) => units), time: tally(timeOfShifts) };
}

/**
 * Tells whether no day is ever worked.
 *
 * @param table - the calendar's days
 * @returns `true` when none is
 */
export function neverWorks(table: DayTable): boolean {
  return table.days.before[table.rules.length] === 0;
}

/**
 * What all days before a day give.
 *
 * @param table - the calendar's days
 * @param tally - what is counted
 * @param day - a day number, at most one beyond the last day
 * @returns the total from the first day that the library knows
 */
export function totalBefore(table: DayTable, tally: Tally, day: number): number {
  const i = stretchAt(table.starts, day);
  const before = tally.before[i] ?? 0;
  const start = table.starts[i] ?? 0;
  if (day <= start) return before;
  if (table.rules[i] === WEEK) return before + inWeeks(tally, day) - inWeeks(tally, start);
  // An exception is one day, and days off give nothing.
  return tally.before[i + 1] ?? 0;
}

/**
 * The day on which a total is reached.
 *
 * @param table - the calendar's days
 * @param tally - what is counted
 * @param amount - the total, counted from the first day that the library knows
 * @returns the first day by whose end the total is at least `amount`
 * @throws DomainError `no-working-time` when the calendar never reaches it, `out-of-range` when it would outside the
 *   years 0000 to 9999
 */
export function dayReaching(table: DayTable, tally: Tally, amount: number): number {
  const { starts, rules } = table;
  const { before, perWeek, inWeek } = tally;
  const last = rules.length - 1;
  if (!(amount > 0)) throw beyond(rules[0] === WEEK && perWeek > 0, "before");
  if (amount > (before[last + 1] ?? 0)) throw beyond(rules[last] === WEEK && perWeek > 0, "after");
  // The last stretch before which the total is not reached.
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((before[middle] ?? 0) < amount) low = middle;
    else high = middle - 1;
  }
  const start = starts[low] ?? 0;
  if (rules[low] !== WEEK) return start;
  const wanted = amount - (before[low] ?? 0) + inWeeks(tally, start);
  const weeks = Math.ceil(wanted / perWeek) - 1;
  const rest = wanted - weeks * perWeek;
  let weekday = 0;
  while (weekday < 6 && (inWeek[weekday + 1] ?? 0) < rest) weekday++;
  return weeks * 7 + weekday - mondaysOffset(0);
}

/**
 * The rule of one day.
 *
 * @param table - the calendar's days
 * @param day - a day number
 * @returns `week` with the weekday (0 is Monday), `off`, or `exception` with its index
 */
export function ruleOf(table: DayTable, day: number): { readonly weekday?: number; readonly exception?: number } {
  const rule = table.rules[stretchAt(table.starts, day)] ?? OFF;
  if (rule === WEEK) return { weekday: mondaysOffset(day) % 7 };
  return rule === OFF ? {} : { exception: rule };
}

/** The error for a search that runs out of days: the years end, or the calendar does. */
function beyond(goesOn: boolean, side: "before" | "after"): Error {
  if (goesOn) return broken("out-of-range", "date", "in the years 0000 to 9999", side);
  return broken("no-working-time", "calendar", `one with enough working time ${side} that moment`, side);
}

/** What the ordinary weeks before a day give, counted from a Monday before all days. */
function inWeeks(tally: Tally, day: number): number {
  const days = mondaysOffset(day);
  const weeks = Math.floor(days / 7);
  return weeks * tally.perWeek + (tally.inWeek[days - weeks * 7] ?? 0);
}

/** Index of the stretch that a day lies in. */
function stretchAt(starts: Float64Array, day: number): number {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

function tallyOf(
  { starts, rules }: Pick<DayTable, "starts" | "rules">,
  week: readonly (DayNumbers | undefined)[],
  dated: readonly DayNumbers[],
  amount: (day: DayNumbers) => number,
): Tally {
  const inWeek = new Float64Array(8);
  week.forEach((day, i) => {
    inWeek[i + 1] = (inWeek[i] ?? 0) + (day === undefined ? 0 : amount(day));
  });
  const before = new Float64Array(rules.length + 1);
  const tally = { perWeek: inWeek[7] ?? 0, inWeek, before };
  rules.forEach((rule, i) => {
    const day = dated[rule];
    const start = starts[i] ?? 0;
    const end = starts[i + 1] ?? 0;
    const given = rule === WEEK ? inWeeks(tally, end) - inWeeks(tally, start) : day === undefined ? 0 : amount(day);
    before[i + 1] = (before[i] ?? 0) + given;
  });
  return tally;
}

function timeOfShifts({ shifts = [] }: DayNumbers): number {
  let minutes = 0;
  for (const [from, to] of shifts) minutes += to - from;
  return minutes * MS_A_MINUTE;
}
