import { broken, contained, demandAtLeast, demandList } from "../guard/index.js";
import { demandInstant, type Instant, instantOf } from "./instant.js";
import { type AnyCalendar, prepared, type PreparedCalendar } from "./prepared-calendar.js";
import { mergedStretches, type Stretch } from "./stretches.js";
import { AROUND_THE_CLOCK, workingTime, type WorkingTime } from "./working-time.js";

const MS_A_MINUTE = 60_000;

/** A stretch of time in which a clock stands still, half-open. */
export interface Pause {
  /** First moment of it. */
  readonly from: Instant;
  /** Moment at which it is over. */
  readonly to: Instant;
}

/** What else to know in counting working minutes. */
export interface WorkingMinutesOptions {
  /** Time that does not count, such as waiting for the client; in any order, overlaps count once. */
  readonly pauses?: readonly Pause[];
}

/**
 * When so many working minutes are used up. Working time is real time within
 * the shifts of the calendar, on the clocks of its zone, so clock changes count.
 * What is used up exactly at the end of a shift is due at that end, not at the
 * next opening. It costs the same for every number of minutes.
 *
 * @param instant - the start, within working time or not
 * @param minutes - zero or above, to the nearest millisecond; 0 gives the start back
 * @param calendar - as data or prepared, with shifts; null for around the clock
 * @param options - `pauses`
 * @returns the instant, as UTC text
 * @throws DomainError `not-finite` or `out-of-range` when `minutes` is no number of zero or above
 * @throws DomainError `no-working-time` when the calendar has no shifts, or too few working days from the start on
 * @throws DomainError `invalid-format` or `invalid-date` for what is no instant, `inconsistent` for a pause that ends
 *   before it begins
 *
 * @example
 * ```ts
 * import { addWorkingMinutes, STANDARD_WEEK } from "golive-kit/time";
 *
 * addWorkingMinutes("2026-01-30T16:30:00Z", 60, STANDARD_WEEK); // => "2026-02-02T09:30:00.000Z"
 * addWorkingMinutes("2026-01-30T16:30:00Z", 60, null); // => "2026-01-30T17:30:00.000Z"
 * ```
 */
export function addWorkingMinutes(
  instant: Instant,
  minutes: number,
  calendar?: AnyCalendar | null,
  options: WorkingMinutesOptions = {},
): Instant {
  return contained("addWorkingMinutes", () => {
    const start = demandInstant(instant, "instant");
    const needed = Math.round(demandAtLeast(minutes, 0, "minutes") * MS_A_MINUTE);
    const pauses = readPauses(options.pauses);
    const ready = calendar === null || calendar === undefined ? undefined : prepared(calendar);
    if (needed === 0) return instantOf(start);
    let latest = Math.max(start, pauses[pauses.length - 1]?.[1] ?? start);
    for (;;) {
      const time = timeOf(ready, start, latest);
      const due = dueAfter(start, needed, { pauses, time });
      if (due < time.knownUntil) return instantOf(due);
      // The zone's offsets so far end before the answer: ask for more and reckon again.
      latest = due;
    }
  });
}

/**
 * Working minutes from one instant to another.
 *
 * @param from - start
 * @param to - end, itself not counted
 * @param calendar - as data or prepared, with shifts; null for around the clock
 * @param options - `pauses`
 * @returns minutes, with a fraction where there are seconds; negative when `to` is earlier
 * @throws DomainError `no-working-time` when the calendar has no shifts
 * @throws DomainError `invalid-format` or `invalid-date` for what is no instant, `inconsistent` for a pause that ends
 *   before it begins
 *
 * @example
 * ```ts
 * import { STANDARD_WEEK, workingMinutesBetween } from "golive-kit/time";
 *
 * workingMinutesBetween("2026-01-30T16:30:00Z", "2026-02-02T09:30:00Z", STANDARD_WEEK); // => 60
 * ```
 */
export function workingMinutesBetween(
  from: Instant,
  to: Instant,
  calendar?: AnyCalendar | null,
  options: WorkingMinutesOptions = {},
): number {
  return contained("workingMinutesBetween", () => {
    const [begin, end] = [demandInstant(from, "from"), demandInstant(to, "to")];
    const [first, last] = begin <= end ? [begin, end] : [end, begin];
    const pauses = readPauses(options.pauses);
    const ready = calendar === null || calendar === undefined ? undefined : prepared(calendar);
    const time = timeOf(ready, first, last);
    let open = time.before(last) - time.before(first);
    for (const [pauseFrom, pauseTo] of pauses) {
      const [a, b] = [Math.max(pauseFrom, first), Math.min(pauseTo, last)];
      if (a < b) open -= time.before(b) - time.before(a);
    }
    const minutes = open / MS_A_MINUTE;
    return begin <= end || minutes === 0 ? minutes : -minutes;
  });
}

/** The first moment by which so much time has passed since a start, pauses left out. */
function dueAfter(
  start: number,
  needed: number,
  { pauses, time }: { pauses: readonly Stretch[]; time: WorkingTime },
): number {
  let now = start;
  let rest = needed;
  for (const [from, to] of pauses) {
    if (to <= now) continue;
    const open = time.before(Math.max(from, now)) - time.before(now);
    if (rest <= open) break;
    rest -= open;
    now = to;
  }
  return time.reaching(time.before(now) + rest);
}

function timeOf(calendar: PreparedCalendar | undefined, from: number, to: number): WorkingTime {
  return calendar === undefined ? AROUND_THE_CLOCK : workingTime(calendar, from, to);
}

/** Pauses as moments in rising order, those that overlap or touch joined. */
function readPauses(pauses: readonly Pause[] = []): readonly Stretch[] {
  const stretches = demandList(pauses, "pauses").map(({ from, to }, i): Stretch => {
    const begin = demandInstant(from, "from", ["pauses", i, "from"]);
    const end = demandInstant(to, "to", ["pauses", i, "to"]);
    if (end < begin) throw broken("inconsistent", "to", `${from} or later`, to, ["pauses", i, "to"]);
    return [begin, end];
  });
  return mergedStretches(stretches);
}
