import * as z from "zod";

import type { Path } from "../errors/index.js";
import { broken, civilDateOf, contained, demandText, FIRST_DAY, LAST_DAY, readDayNumber } from "../guard/index.js";
import { parse, rule, schema } from "../schema/index.js";
import { demandWhole } from "./civil-date.js";

/** Milliseconds of a day without a clock change. */
export const MS_A_DAY = 86_400_000;
const MS_AN_HOUR = 3_600_000;
const MS_A_MINUTE = 60_000;

const FORM = /^(.{10})T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d\d):(\d\d))$/;
/** Characters of the longest instant: nine decimals and an offset. */
const LONGEST = 35;
const FORM_RULE = "an instant with its offset, such as 2026-03-31T09:00:00+02:00";
const TIME_RULE = "a time that exists: hours to 23, minutes and seconds to 59, an offset below 24 hours";

/**
 * A moment as text with its offset: `2026-03-31T09:00:00+02:00`, `2026-03-31T07:00:00Z`. Seconds may be left out and
 * may have up to nine decimals. Two texts of one moment are equal by {@link epochMilliseconds}, not as texts.
 */
export type Instant = string;

/** Reads an {@link Instant}; without an offset it is refused, whatever the zone of the machine. */
export const Instant: z.ZodType<Instant> = /* @__PURE__ */ schema(() =>
  z.string().check(
    rule((text: string, report) => {
      const read = readInstant(text);
      if (typeof read !== "number") report(read.code, [], `expected ${read.expected}`);
    }),
  ),
);

/**
 * Reads an instant from outside data.
 *
 * @param data - text: a date, `T`, a time, and `Z` or an offset as `+hh:mm`
 * @returns the text as it came
 * @throws DomainError `invalid-input`: `invalid-format` without an offset or in another form, `invalid-date` for a day
 *   or a time that does not exist
 *
 * @example
 * ```ts
 * import { parseInstant } from "golive-kit/time";
 *
 * parseInstant("2026-03-31T09:00:00+02:00"); // => "2026-03-31T09:00:00+02:00"
 * ```
 */
export function parseInstant(data: unknown): Instant {
  return contained("instant", () => parse(Instant, data, "instant"));
}

/**
 * Milliseconds from 1970-01-01T00:00:00Z to an instant, by which instants are compared.
 *
 * @param instant - text with its offset
 * @returns a whole number, negative before 1970; decimals of a second beyond the third are cut off
 * @throws DomainError `wrong-type`, `invalid-format` or `invalid-date` when it is no instant
 *
 * @example
 * ```ts
 * import { epochMilliseconds } from "golive-kit/time";
 *
 * epochMilliseconds("1970-01-01T01:00:00+01:00"); // => 0
 * ```
 */
export function epochMilliseconds(instant: Instant): number {
  return contained("epochMilliseconds", () => demandInstant(instant, "instant"));
}

/**
 * Writes a moment as UTC text with milliseconds.
 *
 * @param milliseconds - whole milliseconds since 1970-01-01T00:00:00Z
 * @returns the instant
 * @throws DomainError `not-finite` or `out-of-range` when it is no whole number, or outside the years 0000 to 9999
 *
 * @example
 * ```ts
 * import { epochMilliseconds, instantOf } from "golive-kit/time";
 *
 * instantOf(epochMilliseconds("2026-01-01T00:15:00+05:45")); // => "2025-12-31T18:30:00.000Z"
 * ```
 */
export function instantOf(milliseconds: number): Instant {
  return contained("instantOf", () => {
    const moment = demandWhole(milliseconds, "milliseconds");
    const day = Math.floor(moment / MS_A_DAY);
    return `${civilDateOf(day, "instant")}T${clockText(moment - day * MS_A_DAY, "always")}Z`;
  });
}

/**
 * Asks for an instant.
 *
 * @param value - what came
 * @param subject - its name
 * @param path - where it stands; the name alone when left out
 * @returns milliseconds since 1970-01-01T00:00:00Z
 * @throws DomainError `wrong-type`, `invalid-format` or `invalid-date`
 *
 * @example
 * ```ts
 * import { demandInstant } from "golive-kit/time";
 *
 * demandInstant("1970-01-01T00:01Z", "asOf"); // => 60000
 * ```
 */
export function demandInstant(value: unknown, subject: string, path?: Path): number {
  return contained("demandInstant", () => {
    const read = readInstant(demandText(value, subject, path));
    if (typeof read !== "number") throw broken(read.code, subject, read.expected, value, path);
    return read;
  });
}

/**
 * Writes a time of day.
 *
 * @param time - milliseconds after midnight
 * @param decimals - whether to write `.000` where there are no milliseconds
 * @returns `HH:MM:SS` or `HH:MM:SS.mmm`
 */
export function clockText(time: number, decimals: "always" | "when-needed"): string {
  const milliseconds = time % 1000;
  const seconds = Math.floor(time / 1000);
  const text = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
  if (milliseconds === 0 && decimals === "when-needed") return text;
  return `${text}.${String(milliseconds).padStart(3, "0")}`;
}

interface NoInstant {
  readonly code: "invalid-format" | "invalid-date";
  readonly expected: string;
}

function readInstant(text: string): number | NoInstant {
  const parts = text.length <= LONGEST ? FORM.exec(text) : null;
  if (parts === null) return { code: "invalid-format", expected: FORM_RULE };
  const [, date, hours, minutes, seconds = 0, decimals = "", sign, offsetHours = 0, offsetMinutes = 0] = parts;
  const day = readDayNumber(date as string);
  if (day === undefined) return { code: "invalid-date", expected: "a day that exists, as YYYY-MM-DD" };
  const [h, m, s] = [Number(hours), Number(minutes), Number(seconds)];
  const [oh, om] = [Number(offsetHours), Number(offsetMinutes)];
  if (h > 23 || m > 59 || s > 59 || oh > 23 || om > 59) return { code: "invalid-date", expected: TIME_RULE };
  const local =
    day * MS_A_DAY + h * MS_AN_HOUR + m * MS_A_MINUTE + s * 1000 + Number(decimals.slice(0, 3).padEnd(3, "0"));
  const offset = (oh * MS_AN_HOUR + om * MS_A_MINUTE) * (sign === "-" ? -1 : 1);
  const moment = local - offset;
  if (moment < FIRST_DAY * MS_A_DAY || moment >= (LAST_DAY + 1) * MS_A_DAY) {
    return { code: "invalid-date", expected: "in the years 0000 to 9999 of UTC" };
  }
  return moment;
}
