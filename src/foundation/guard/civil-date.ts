import type { Path } from "../errors/index.js";
import { broken } from "./broken.js";

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
/** Day number of 0000-03-01, with 1970-01-01 as day 0. */
const EPOCH = 719_468;

/** A civil date as text: `2026-03-31`. The compiler checks the form of literals; parsing checks the day. */
export type CivilDate = `${number}-${number}-${number}`;

/** First day that the library knows: 0000-01-01, as a day number. */
export const FIRST_DAY = -719_528;
/** Last day that the library knows: 9999-12-31, as a day number. */
export const LAST_DAY = 2_932_896;

/**
 * Reads a civil date. Exactly `YYYY-MM-DD`, a day that exists, nothing around it.
 *
 * @param text - anything
 * @returns the day number, 1970-01-01 being 0; nothing when the text is no such day
 */
export function readDayNumber(text: string): number | undefined {
  if (!DATE.test(text)) return undefined;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return dayNumber(year, month, day);
}

/**
 * Asks for a civil date.
 *
 * @param value - what came
 * @param subject - its name
 * @param path - where it stands; the name alone when left out
 * @returns its day number, 1970-01-01 being 0
 * @throws DomainError `wrong-type` when it is no text, `invalid-date` when it is no day
 */
export function demandDay(value: unknown, subject: string, path?: Path): number {
  if (typeof value !== "string") throw broken("wrong-type", subject, "a date as text", value, path);
  const day = readDayNumber(value);
  if (day === undefined) throw broken("invalid-date", subject, "a day that exists, as YYYY-MM-DD", value, path);
  return day;
}

/**
 * The day number of a civil date that exists.
 *
 * @param year - 0 to 9999
 * @param month - 1 to 12
 * @param day - 1 to 31
 * @returns days since 1970-01-01
 */
export function dayNumber(year: number, month: number, day: number): number {
  // Years are counted from March, so that the leap day comes last.
  const y = month > 2 ? year : year - 1;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - EPOCH;
}

/**
 * Year, month and day of a day number.
 *
 * @param day - days since 1970-01-01
 * @returns year, month (1 to 12) and day of the month
 */
export function civilParts(day: number): { readonly year: number; readonly month: number; readonly day: number } {
  const z = day + EPOCH;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

/**
 * Writes a day number as a civil date.
 *
 * @param day - days since 1970-01-01
 * @param subject - what the date is, for the error
 * @returns the date as `YYYY-MM-DD`
 * @throws DomainError `out-of-range` outside the years 0000 to 9999
 */
export function civilDateOf(day: number, subject = "date"): CivilDate {
  if (!(day >= FIRST_DAY && day <= LAST_DAY)) {
    throw broken("out-of-range", subject, "in the years 0000 to 9999", day);
  }
  const { year, month, day: dayOfMonth } = civilParts(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}` as CivilDate;
}

/**
 * How many days a month has.
 *
 * @param year - 0 to 9999
 * @param month - 1 to 12
 * @returns 28 to 31
 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return (DAYS_BEFORE_MONTH[month] ?? 365) - (DAYS_BEFORE_MONTH[month - 1] ?? 0);
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
