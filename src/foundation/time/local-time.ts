import * as z from "zod";

import { broken, civilDateOf, contained, demandDay, demandOneOf, demandText } from "../guard/index.js";
import { schema } from "../schema/index.js";
import type { CivilDate } from "./civil-date.js";
import { clockText, demandInstant, type Instant, instantOf, MS_A_DAY } from "./instant.js";
import type { Period } from "./period.js";
import { demandZone, type TimeZone } from "./time-zone.js";
import { offsetAt, offsetIndex, type ZoneOffsets, zoneOffsets } from "./zone-offsets.js";

const FORM = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{3}))?)?$/;
/** No zone is, or was, further from UTC than this. */
const FURTHEST = 16 * 3_600_000;

/** A time of day on a wall clock: `09:30`, `09:30:15` or `09:30:15.250`. */
export type LocalTime = string;

/** Reads a {@link LocalTime}. */
export const LocalTime: z.ZodType<LocalTime> = /* @__PURE__ */ schema(() =>
  z.string().max(12).regex(FORM, "a local time as HH:MM, HH:MM:SS or HH:MM:SS.mmm"),
);

/** What to do with a local time that a clock change skips or repeats; see {@link instantAt}. */
export interface InstantAtOptions {
  /**
   * For a time that was skipped: `later` reads it with the offset before the change (02:30 becomes 03:30), `earlier`
   * with the one after it (02:30 becomes 01:30). `refuse` when left out.
   */
  readonly skipped?: "later" | "earlier" | "refuse";
  /** For a time that comes twice: the `earlier` or the `later` one. `refuse` when left out. */
  readonly repeated?: "earlier" | "later" | "refuse";
}

/**
 * The moment at which the wall clocks of a zone show a date and a time. A time
 * that a clock change skips or repeats is refused unless the options say what to
 * do: people will act on the answer.
 *
 * @param date - local date
 * @param time - local time, `HH:MM`, `HH:MM:SS` or `HH:MM:SS.mmm`
 * @param zone - IANA name
 * @param options - `skipped` and `repeated`, both `refuse` when left out
 * @returns the instant, as UTC text
 * @throws DomainError `skipped-time` or `repeated-time` where the clock change decides and the options do not
 * @throws DomainError `invalid-date`, `invalid-format` or `out-of-range` for a date, a time or a zone that is none
 *
 * @example
 * ```ts
 * import { instantAt } from "golive-kit/time";
 *
 * instantAt("2026-03-31", "09:00", "Europe/Berlin"); // => "2026-03-31T07:00:00.000Z"
 * instantAt("2026-03-29", "02:30", "Europe/Berlin", { skipped: "later" }); // => "2026-03-29T01:30:00.000Z"
 * instantAt("2026-10-25", "02:30", "Europe/Berlin", { repeated: "earlier" }); // => "2026-10-25T00:30:00.000Z"
 * ```
 */
export function instantAt(date: CivilDate, time: LocalTime, zone: TimeZone, options: InstantAtOptions = {}): Instant {
  return contained("instantAt", () => {
    const local = demandDay(date, "date") * MS_A_DAY + demandLocalTime(time);
    const name = demandZone(zone, "zone");
    const skipped = demandOneOf(options.skipped ?? "refuse", ["later", "earlier", "refuse"], "skipped");
    const repeated = demandOneOf(options.repeated ?? "refuse", ["earlier", "later", "refuse"], "repeated");
    const table = zoneOffsets(name, local - FURTHEST, local + FURTHEST);
    const moments = momentsOf(table, local);
    if (moments !== undefined) {
      const [first, last] = moments;
      if (first !== last && repeated === "refuse") {
        throw broken("repeated-time", "time", `a time that comes once on ${date} in ${name}`, time);
      }
      return instantOf(repeated === "later" ? last : first);
    }
    if (skipped === "refuse") {
      throw broken("skipped-time", "time", `a time that exists on ${date} in ${name}`, time);
    }
    const change = gapAt(table, local);
    return instantOf(local - (table.offsets[skipped === "later" ? change : change + 1] ?? 0));
  });
}

/**
 * The date on the calendars of a zone at a moment.
 *
 * @param instant - text with its offset
 * @param zone - IANA name
 * @returns the local date
 * @throws DomainError `wrong-type`, `invalid-format` or `invalid-date` when it is no instant, `out-of-range` when there
 *   is no such zone
 *
 * @example
 * ```ts
 * import { localDateOf } from "golive-kit/time";
 *
 * localDateOf("2026-03-31T22:30:00Z", "Europe/Berlin"); // => "2026-04-01"
 * ```
 */
export function localDateOf(instant: Instant, zone: TimeZone): CivilDate {
  return contained("localDateOf", () => civilDateOf(Math.floor(localOf(instant, zone) / MS_A_DAY)));
}

/**
 * The time on the wall clocks of a zone at a moment.
 *
 * @param instant - text with its offset
 * @param zone - IANA name
 * @returns `HH:MM:SS`, with `.mmm` where there are milliseconds
 * @throws DomainError `wrong-type`, `invalid-format` or `invalid-date` when it is no instant, `out-of-range` when there
 *   is no such zone
 *
 * @example
 * ```ts
 * import { localTimeOf } from "golive-kit/time";
 *
 * localTimeOf("2026-03-31T22:30:00Z", "Asia/Kathmandu"); // => "04:15:00"
 * ```
 */
export function localTimeOf(instant: Instant, zone: TimeZone): LocalTime {
  return contained("localTimeOf", () => {
    const local = localOf(instant, zone);
    return clockText(local - Math.floor(local / MS_A_DAY) * MS_A_DAY, "when-needed");
  });
}

/**
 * The first moment of a day in a zone: midnight, or the moment the clocks jump over it.
 *
 * @param date - local date
 * @param zone - IANA name
 * @returns the instant, as UTC text
 * @throws DomainError `invalid-date` when it is no day, `out-of-range` when there is no such zone
 *
 * @example
 * ```ts
 * import { startOfDay } from "golive-kit/time";
 *
 * startOfDay("2026-03-31", "Europe/Berlin"); // => "2026-03-30T22:00:00.000Z"
 * ```
 */
export function startOfDay(date: CivilDate, zone: TimeZone): Instant {
  return contained("startOfDay", () => instantOf(dayStart(demandDay(date, "date"), demandZone(zone, "zone"))));
}

/**
 * The moment at which a day is over in a zone, which is the first moment of the next day.
 *
 * @param date - local date
 * @param zone - IANA name
 * @returns the instant, as UTC text; half-open, so itself no longer part of the day
 * @throws DomainError `invalid-date` when it is no day, `out-of-range` when there is no such zone
 *
 * @example
 * ```ts
 * import { endOfDay } from "golive-kit/time";
 *
 * endOfDay("2026-03-29", "Europe/Berlin"); // => "2026-03-29T22:00:00.000Z"
 * ```
 */
export function endOfDay(date: CivilDate, zone: TimeZone): Instant {
  return contained("endOfDay", () => instantOf(dayStart(demandDay(date, "date") + 1, demandZone(zone, "zone"))));
}

/**
 * How long a period of civil days lasts in a zone; days with a clock change are shorter or longer.
 *
 * @param period - `from` and `to`, the latter being the day after the last
 * @param zone - IANA name
 * @returns seconds
 * @throws DomainError `invalid-date` when one is no day, `inconsistent` when `to` is before `from`, `out-of-range` when
 *   there is no such zone
 *
 * @example
 * ```ts
 * import { elapsedSeconds, monthOf } from "golive-kit/time";
 *
 * elapsedSeconds(monthOf("2024-03-01"), "UTC"); // => 2678400
 * elapsedSeconds(monthOf("2024-03-01"), "America/New_York"); // => 2674800
 * ```
 */
export function elapsedSeconds(period: Period, zone: TimeZone): number {
  return contained("elapsedSeconds", () => {
    const [from, to] = [demandDay(period.from, "from"), demandDay(period.to, "to")];
    if (to < from) throw broken("inconsistent", "to", `${period.from} or later`, period.to);
    const name = demandZone(zone, "zone");
    return (dayStart(to, name) - dayStart(from, name)) / 1000;
  });
}

/** First moment at which the clocks of a zone show a day, or would have shown it. */
function dayStart(day: number, zone: string): number {
  const local = day * MS_A_DAY;
  const table = zoneOffsets(zone, local - FURTHEST, local + FURTHEST);
  return momentsOf(table, local)?.[0] ?? table.changes[gapAt(table, local)] ?? 0;
}

/** The first and the last moment at which the clocks show a local time; none when it is skipped. */
function momentsOf(table: ZoneOffsets, local: number): readonly [first: number, last: number] | undefined {
  let first: number | undefined;
  let last = 0;
  for (let i = offsetIndex(table, local - FURTHEST); i <= offsetIndex(table, local + FURTHEST); i++) {
    const moment = local - (table.offsets[i] ?? 0);
    const begins = table.changes[i - 1] ?? Number.NEGATIVE_INFINITY;
    const ends = table.changes[i] ?? Number.POSITIVE_INFINITY;
    if (moment < begins || moment >= ends) continue;
    first ??= moment;
    last = moment;
  }
  return first === undefined ? undefined : [first, last];
}

/** Index of the change that skips a local time. */
function gapAt(table: ZoneOffsets, local: number): number {
  let i = offsetIndex(table, local - FURTHEST);
  while ((table.changes[i] ?? Number.POSITIVE_INFINITY) + (table.offsets[i + 1] ?? 0) <= local) i++;
  return i;
}

function localOf(instant: Instant, zone: TimeZone): number {
  const moment = demandInstant(instant, "instant");
  return moment + offsetAt(demandZone(zone, "zone"), moment);
}

function demandLocalTime(value: unknown): number {
  const text = demandText(value, "time");
  const parts = text.length <= 12 ? FORM.exec(text) : null;
  if (parts === null) throw broken("invalid-format", "time", "a local time as HH:MM, HH:MM:SS or HH:MM:SS.mmm", value);
  const [, hours, minutes, seconds = 0, milliseconds = 0] = parts;
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + Number(milliseconds);
}
