import { broken, dayNumber } from "../guard/index.js";
import { mondaysOffset } from "./civil-date.js";
import { MS_A_DAY } from "./instant.js";
import type { Stretch } from "./stretches.js";
import { wallClock } from "./time-zone.js";

/**
 * Apart at most, in looking for changes. No zone has changed its clocks twice
 * within less than this (see the test, which looks at every zone day by day).
 */
const STRIDE = 6 * MS_A_DAY;
/** Changes come at full quarters of an hour, with few exceptions. */
const QUARTER = 900_000;
/** 1800-01-01: before it no zone changed its clocks. */
const START = -62_091 * MS_A_DAY;
/** The years in which the engine's zones follow their last rules: dates fixed one by one end in 2087. */
const [FIRST_RULED, LAST_RULED] = [2088, 2127];
/** The first moment after them; from here on they are repeated. */
const END = 57_708 * MS_A_DAY;
/** The last year that has dates. */
const LAST_YEAR = 9999;
/** How much a table knows at first, on either side of what was asked for. */
const MARGIN = 4 * 366 * MS_A_DAY;

/**
 * The offsets of a zone from UTC over a stretch of time: `offsets[i]` holds from
 * `changes[i - 1]` until `changes[i]`.
 */
export interface ZoneOffsets {
  /** First moment that the table knows; before 1800 the earliest offset holds. */
  readonly from: number;
  /** Moment after the last one that it knows. */
  readonly to: number;
  /** Moments of the changes, rising, in epoch milliseconds. */
  readonly changes: Float64Array;
  /** Offsets in milliseconds, one more than changes. */
  readonly offsets: Float64Array;
}

/**
 * The offsets of a zone over a stretch of time. The engine is asked once for
 * every year, the answers are kept, and each time the table has to grow it at
 * least doubles.
 *
 * @param zone - its name, known to exist
 * @param from - a moment that the table has to know
 * @param to - another, not earlier
 * @returns the table
 */
export function zoneOffsets(zone: string, from: number, to: number): ZoneOffsets {
  const key = zone.toLowerCase();
  const kept = TABLES.get(key) ?? (key === "utc" ? UTC : undefined);
  if (kept !== undefined && from >= kept.from && to < kept.to) return kept;
  const table = grown(key, kept, [from, to]);
  TABLES.set(key, table);
  return table;
}

/**
 * Where a moment stands in a table of offsets.
 *
 * @param table - a zone's offsets
 * @param moment - epoch milliseconds
 * @returns the index of the offset that holds then
 */
export function offsetIndex({ changes }: ZoneOffsets, moment: number): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle] ?? 0) <= moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The offset of a zone at a moment.
 *
 * @param zone - its name, known to exist
 * @param moment - epoch milliseconds
 * @returns milliseconds, positive to the east
 */
export function offsetAt(zone: string, moment: number): number {
  const table = zoneOffsets(zone, moment, moment);
  return table.offsets[offsetIndex(table, moment)] ?? 0;
}

const TABLES = /* @__PURE__ */ new Map<string, ZoneOffsets>();
const UTC: ZoneOffsets = {
  from: Number.NEGATIVE_INFINITY,
  to: Number.POSITIVE_INFINITY,
  changes: /* @__PURE__ */ new Float64Array(0),
  offsets: /* @__PURE__ */ new Float64Array(1),
};

/** A table that knows a stretch, and all that the one before it knew. */
function grown(zone: string, kept: ZoneOffsets | undefined, [from, to]: Stretch): ZoneOffsets {
  const clock = wallClock(zone);
  if (clock === undefined) throw broken("out-of-range", "timeZone", "the IANA name of a time zone", zone);
  const first = to >= END ? Math.min(from, startOf(FIRST_RULED)) : from;
  let table = kept ?? scanned(clock, [bounded(from - MARGIN), bounded(to + MARGIN)]);
  const length = Math.min(table.to, END) - Math.max(table.from, START);
  if (first < table.from) {
    table = joined(scanned(clock, [bounded(Math.min(first, table.from - length)), table.from]), table);
  }
  if (to >= table.to && table.to < END) {
    table = joined(table, scanned(clock, [table.to, bounded(Math.max(to + MS_A_DAY, table.to + length))]));
  }
  return to >= table.to ? repeated(table) : table;
}

/** A midnight of UTC in the years in which the engine is asked. */
function bounded(moment: number): number {
  return Math.floor(Math.min(Math.max(moment, START), END) / MS_A_DAY) * MS_A_DAY;
}

/** Asks the engine for the offsets between two midnights of UTC. */
function scanned(clock: Intl.DateTimeFormat, [from, to]: Stretch): ZoneOffsets {
  let offset = shownOffset(clock, from);
  const changes: number[] = [];
  const offsets = [offset];
  for (let low = from; low < to; low += STRIDE) {
    const high = Math.min(low + STRIDE, to);
    const last = shownOffset(clock, high);
    for (let start = low; offset !== last; ) {
      start = changeBetween(clock, [start, high], offset);
      offset = shownOffset(clock, start);
      changes.push(start);
      offsets.push(offset);
    }
  }
  return {
    from: from <= START ? Number.NEGATIVE_INFINITY : from,
    to,
    changes: Float64Array.from(changes),
    offsets: Float64Array.from(offsets),
  };
}

/** Two tables, the second of which begins where the first one ends. */
function joined(early: ZoneOffsets, late: ZoneOffsets): ZoneOffsets {
  return {
    from: early.from,
    to: late.to,
    changes: Float64Array.from([...early.changes, ...late.changes]),
    offsets: Float64Array.from([...early.offsets, ...late.offsets.subarray(1)]),
  };
}

/** The second at which an offset that holds at the beginning of a stretch, and not at its end, ends. */
function changeBetween(clock: Intl.DateTimeFormat, [from, to]: Stretch, offset: number): number {
  let low = from;
  let high = to;
  const narrow = (step: number): void => {
    while (high - low > step) {
      const middle = low + Math.max(1, Math.floor((high - low) / 2 / step)) * step;
      if (shownOffset(clock, middle) === offset) low = middle;
      else high = middle;
    }
  };
  narrow(QUARTER);
  if (shownOffset(clock, high - 1000) === offset) return high;
  narrow(1000);
  return high;
}

/** What the wall clock is ahead of UTC at a moment that is a whole second. */
function shownOffset(clock: Intl.DateTimeFormat, moment: number): number {
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = clock
    .format(moment)
    .split(/\D+/)
    .map(Number);
  return dayNumber(year, month, day) * MS_A_DAY + (hour * 3600 + minute * 60 + second) * 1000 - moment;
}

/**
 * Goes on beyond the year 9999. What a rule such as "the last Sunday of March"
 * gives hangs on the calendar of the year alone, which is one of fourteen.
 */
function repeated(table: ZoneOffsets): ZoneOffsets {
  const changes = Array.from(table.changes);
  const offsets = Array.from(table.offsets);
  const alike = new Map<number, number>();
  for (let year = FIRST_RULED; year <= LAST_RULED; year++) alike.set(calendarOf(year), year);
  for (let year = LAST_RULED + 1; year <= LAST_YEAR + 1; year++) {
    const model = alike.get(calendarOf(year)) ?? LAST_RULED;
    const shift = startOf(year) - startOf(model);
    const end = offsetIndex(table, startOf(model + 1) - 1);
    for (let i = offsetIndex(table, startOf(model) - 1); i < end; i++) {
      changes.push((table.changes[i] ?? 0) + shift);
      offsets.push(table.offsets[i + 1] ?? 0);
    }
  }
  return {
    from: table.from,
    to: startOf(LAST_YEAR + 2),
    changes: Float64Array.from(changes),
    offsets: Float64Array.from(offsets),
  };
}

function startOf(year: number): number {
  return dayNumber(year, 1, 1) * MS_A_DAY;
}

/** Years of one calendar have the same number: how long they are, and on which weekday they begin. */
function calendarOf(year: number): number {
  const first = dayNumber(year, 1, 1);
  return (dayNumber(year + 1, 1, 1) - first) * 7 + (mondaysOffset(first) % 7);
}
