import * as z from "zod";

import type { DomainErrorCode, Path } from "../errors/index.js";
import { broken, demandFinite, demandList, demandText } from "../guard/index.js";
import { list, optional, rule, schema } from "../schema/index.js";

/** A full day's work in the whole units that shares are counted in. */
export const UNITS_A_DAY = 1_000_000_000;

const SHIFT_TIME = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;
const SHARE_RULE = "above 0 to 1, with at most 9 decimals";

/** A local time as a shift is written, `HH:MM`; the end of a day is `24:00`. */
export type ShiftTime = `${number}:${number}`;

/** Reads a {@link ShiftTime}. */
export const ShiftTime: z.ZodType<ShiftTime> = /* @__PURE__ */ schema(
  () => z.string().regex(SHIFT_TIME, "a time of day, such as 09:00, or 24:00") as unknown as z.ZodType<ShiftTime>,
);

/** A stretch of local time that is worked, half-open. A shift over midnight is written as two. */
export interface Shift {
  /** Local time at which it begins. */
  readonly from: ShiftTime;
  /** Local time at which it ends, later than `from`; `24:00` for midnight. */
  readonly to: ShiftTime;
}

/** Reads a {@link Shift}. */
export const Shift: z.ZodType<Shift> = /* @__PURE__ */ schema(() =>
  z.strictObject({ from: ShiftTime, to: ShiftTime }).check(
    rule(({ from, to }: Shift, report) => {
      if (to <= from) report("inconsistent", ["to"], `expected a time after ${from}, received "${to}"`);
    }),
  ),
);

/** A day that is worked: `{}` is a whole day without hours. */
export interface WorkingDay {
  /** Local hours, in any order, without overlap. All working days of a calendar have them, or none has. */
  readonly shifts?: readonly Shift[];
  /** Share of a full day's work that the day gives, above 0 to 1, at most 9 decimals; 1 when left out. */
  readonly share?: number;
}

/** The keys of a {@link WorkingDay}, for schemas that have more. */
export const workingDayKeys = () => ({
  shifts: optional(
    list(Shift).check(
      rule((shifts: readonly Shift[], report) => {
        findShiftFaults(shifts, (fault) => {
          report(fault.code, fault.path, `expected ${fault.expected}`);
        });
      }),
    ),
  ),
  share: optional(
    z.number().check(
      rule((share: number, report) => {
        if (unitsOf(share) === undefined) {
          report("out-of-range", [], `expected a number ${SHARE_RULE}, received ${String(share)}`);
        }
      }),
    ),
  ),
});

/** Reads a {@link WorkingDay}. */
export const WorkingDay: z.ZodType<WorkingDay> = /* @__PURE__ */ schema(() => z.strictObject(workingDayKeys()));

/** A fault between parts that are right one by one. */
export interface RuleFault {
  readonly code: Extract<DomainErrorCode, "empty" | "inconsistent" | "no-working-time">;
  readonly path: Path;
  /** What the rule asks for, to be read after "must be". */
  readonly expected: string;
}

/** A working day in numbers. */
export interface DayNumbers {
  /** Work that it gives, in {@link UNITS_A_DAY}. */
  readonly units: number;
  /** Begin and end of its shifts in minutes after midnight, in rising order; nothing when it has no hours. */
  readonly shifts: readonly (readonly [from: number, to: number])[] | undefined;
}

/**
 * Reads a working day into numbers.
 *
 * @param day - as typed; what is not is refused
 * @param path - where it stands
 * @returns its work and its hours
 * @throws DomainError with the path of the first fault
 */
export function readWorkingDay({ shifts, share = 1 }: WorkingDay, path: Path): DayNumbers {
  const units = unitsOf(demandFinite(share, "share", [...path, "share"]));
  if (units === undefined) throw broken("out-of-range", "share", SHARE_RULE, share, [...path, "share"]);
  return { units, shifts: shifts === undefined ? undefined : readShifts(shifts, [...path, "shifts"]) };
}

function readShifts(shifts: readonly Shift[], path: Path): readonly (readonly [number, number])[] {
  const hours = demandList(shifts, "shifts", path).map(({ from, to }, i) => {
    const begin = demandShiftTime(from, "from", [...path, i, "from"]);
    const end = demandShiftTime(to, "to", [...path, i, "to"]);
    if (end <= begin) throw broken("inconsistent", "to", `a time after ${from}`, to, [...path, i, "to"]);
    return [begin, end] as const;
  });
  findShiftFaults(shifts, (fault) => {
    throw broken(fault.code, "shifts", fault.expected, shifts, [...path, ...fault.path]);
  });
  return hours.sort((a, b) => a[0] - b[0]);
}

function findShiftFaults(shifts: readonly Shift[], report: (fault: RuleFault) => void): void {
  if (shifts.length === 0) report({ code: "empty", path: [], expected: "at least one shift" });
  const inOrder = shifts.map((shift, i) => ({ ...shift, i })).sort((a, b) => (a.from < b.from ? -1 : 1));
  inOrder.forEach(({ from, i }, k) => {
    const before = inOrder[k - 1];
    if (before !== undefined && from < before.to) {
      report({ code: "inconsistent", path: [Math.max(i, before.i)], expected: "shifts that do not overlap" });
    }
  });
}

/** Units of a share; nothing when it is no share. A decimal with too many digits is refused, not rounded. */
function unitsOf(share: number): number | undefined {
  const units = Math.round(share * UNITS_A_DAY);
  return units > 0 && units <= UNITS_A_DAY && units / UNITS_A_DAY === share ? units : undefined;
}

function demandShiftTime(value: unknown, subject: string, path: Path): number {
  const text = demandText(value, subject, path);
  if (!SHIFT_TIME.test(text)) {
    throw broken("invalid-format", subject, "a local time as HH:MM", value, path);
  }
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}
