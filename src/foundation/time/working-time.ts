import { broken, FIRST_DAY, LAST_DAY } from "../guard/index.js";
import { dayReaching, ruleOf, totalBefore } from "./day-table.js";
import { MS_A_DAY } from "./instant.js";
import type { ClockTotals, PreparedCalendar } from "./prepared-calendar.js";
import { offsetIndex, type ZoneOffsets, zoneOffsets } from "./zone-offsets.js";

const MS_A_MINUTE = 60_000;

/** Working time as a running total over moments; what lies between two of them is one subtraction. */
export interface WorkingTime {
  /** Working milliseconds before a moment, from an origin that is the same for all moments. */
  readonly before: (moment: number) => number;
  /** The first moment before which a total lies. */
  readonly reaching: (total: number) => number;
  /** Moments up to here are right; later ones need a table that was asked for later moments. */
  readonly knownUntil: number;
}

/** Time around the clock. */
export const AROUND_THE_CLOCK: WorkingTime = {
  before: (moment) => moment,
  reaching: (total) => total,
  knownUntil: Number.POSITIVE_INFINITY,
};

/**
 * The working time of a calendar: real time that passes while the clocks of its
 * zone show an hour that is worked. An hour that the clocks skip is not worked,
 * one that they repeat is worked twice.
 *
 * @param calendar - prepared, with shifts
 * @param from - the earliest moment that will be asked for
 * @param to - the latest one
 * @returns the running total
 * @throws DomainError `no-working-time` when its working days have no shifts
 */
export function workingTime(calendar: PreparedCalendar, from: number, to: number): WorkingTime {
  if (!calendar.numbers.hasHours) {
    throw broken("no-working-time", "calendar", "a calendar with shifts", calendar, ["calendar", "week"]);
  }
  const zone = zoneOffsets(calendar.numbers.timeZone, from, to);
  const { excess } = totalsOf(calendar, zone);
  /** The total at the moment from which an offset holds; the first one holds from ever. */
  const totalAt = (i: number): number => {
    const change = zone.changes[i - 1];
    if (change === undefined) return Number.NEGATIVE_INFINITY;
    return localBefore(calendar, change + (zone.offsets[i] ?? 0)) + (excess[i] ?? 0);
  };
  return {
    before: (moment) => {
      const i = offsetIndex(zone, moment);
      return localBefore(calendar, moment + (zone.offsets[i] ?? 0)) + (excess[i] ?? 0);
    },
    reaching: (total) => {
      // The last offset at whose beginning the total is not reached yet.
      let low = 0;
      let high = zone.changes.length;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (totalAt(middle) < total) low = middle;
        else high = middle - 1;
      }
      return localReaching(calendar, total - (excess[low] ?? 0)) - (zone.offsets[low] ?? 0);
    },
    knownUntil: zone.to,
  };
}

function totalsOf(calendar: PreparedCalendar, offsets: ZoneOffsets): ClockTotals {
  const { memo } = calendar;
  if (memo.totals?.offsets === offsets) return memo.totals;
  const excess = new Float64Array(offsets.offsets.length);
  offsets.changes.forEach((change, i) => {
    const old = localBefore(calendar, change + (offsets.offsets[i] ?? 0));
    const fresh = localBefore(calendar, change + (offsets.offsets[i + 1] ?? 0));
    excess[i + 1] = (excess[i] ?? 0) + old - fresh;
  });
  memo.totals = { offsets, excess };
  return memo.totals;
}

/** Working milliseconds before a local time, if no clock ever changed. */
function localBefore(calendar: PreparedCalendar, local: number): number {
  const { table } = calendar;
  const day = Math.floor(local / MS_A_DAY);
  if (day < FIRST_DAY) return 0;
  let total = totalBefore(table, table.time, Math.min(day, LAST_DAY + 1));
  if (day > LAST_DAY) return total;
  const time = local - day * MS_A_DAY;
  for (const [from, to] of shiftsOf(calendar, day)) {
    total += Math.max(0, Math.min(time, to * MS_A_MINUTE) - from * MS_A_MINUTE);
  }
  return total;
}

/** The first local time before which a total lies, if no clock ever changed. */
function localReaching(calendar: PreparedCalendar, total: number): number {
  const { table } = calendar;
  const day = dayReaching(table, table.time, total);
  let rest = total - totalBefore(table, table.time, day);
  let end = 0;
  for (const [from, to] of shiftsOf(calendar, day)) {
    end = from * MS_A_MINUTE + rest;
    if (end <= to * MS_A_MINUTE) break;
    rest -= (to - from) * MS_A_MINUTE;
  }
  return day * MS_A_DAY + end;
}

function shiftsOf({ numbers, table }: PreparedCalendar, day: number): readonly (readonly [number, number])[] {
  const { weekday = -1, exception = -1 } = ruleOf(table, day);
  return (numbers.week[weekday] ?? numbers.exceptions[exception]?.[1])?.shifts ?? [];
}
