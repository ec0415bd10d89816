import { DomainError, type NoAnswer, noAnswer } from "../foundation/errors/index.js";
import { broken, type CivilDate, contained, demandDay, demandList, demandText } from "../foundation/guard/index.js";
import {
  demandInstant,
  demandZone,
  type Instant,
  localDateOf,
  type Period,
  type TimeZone,
} from "../foundation/time/index.js";
import { adoptionRate } from "./adoption-rate.js";

/** Someone the system is meant for. */
export interface IntendedUser {
  /** Their id in your records; a pseudonym is enough. */
  readonly id: string;
  /** First day on which they are meant to use the system. */
  readonly from: CivilDate;
  /** First day on which they are not any more; absent when there is none. Not before `from`. */
  readonly to?: CivilDate;
}

/** One use of the system. */
export interface UsageEvent {
  /** Who used it, by id. */
  readonly user: string;
  /** When. */
  readonly at: Instant;
}

/** What {@link measureAdoption} works on. */
export interface AdoptionRecords {
  /** People the system is meant for. */
  readonly users: readonly IntendedUser[];
  /** Uses of the system, in any order. */
  readonly events: readonly UsageEvent[];
  /** Days that are looked at: `from` is the first, `to` the day after the last; at least one day. */
  readonly window: Period;
  /** IANA zone that decides on which day an event falls. */
  readonly timeZone: TimeZone;
  /** Last day of which things are known; all is known when left out. */
  readonly asOf?: CivilDate;
}

/** Someone who is listed and does not count. */
export interface UncountedUser {
  /** Their id. */
  readonly id: string;
  /** Why: they joined after the last day of the window, or had left by then. */
  readonly reason: "joined-later" | "left-earlier";
}

/** Use of the system in a window; see {@link measureAdoption}. */
export interface AdoptionMeasurement {
  /** People who are meant to use it on the last day of the window. */
  readonly intended: number;
  /** Those of them who used it in the window. */
  readonly active: number;
  /** Others who used it. They do not lift the rate. */
  readonly unintendedActive: number;
  /** Share of the intended users who are active, 0 to 1. */
  readonly rate: number | NoAnswer<"nobody-intended" | "not-begun">;
  /** Whether the window was not over yet. */
  readonly partial: boolean;
  /** Ids of the intended users, in the order of the records. */
  readonly counted: readonly string[];
  /** Listed users who do not count, in the order of the records. */
  readonly uncounted: readonly UncountedUser[];
}

/**
 * Measures who of the intended users uses the system.
 *
 * Intended is who is a user on the last day of the window. With an `asOf` inside
 * the window, the window ends with that day.
 *
 * @param records - `users` with the days of their membership, `events`, `window`, `timeZone` and `asOf`
 * @returns counts and the `rate` as a ratio; NoAnswer `nobody-intended` when there is nobody to adopt it, `not-begun` before the window
 * @throws DomainError `duplicate-id` at the second user of an id
 * @throws DomainError `inconsistent` for a window that is empty and for a membership that ends before it starts
 * @throws DomainError `invalid-date` or `invalid-format` for a day or an instant that does not exist, with its path
 *
 * @example
 * ```ts
 * import { measureAdoption } from "golive-kit/kpi";
 *
 * const { intended, active, unintendedActive, rate } = measureAdoption({
 *   users: [
 *     { id: "u1", from: "2026-01-01" },
 *     { id: "u2", from: "2026-01-01" },
 *   ],
 *   events: [
 *     { user: "u1", at: "2026-02-03T09:00:00Z" },
 *     { user: "guest", at: "2026-02-04T09:00:00Z" },
 *   ],
 *   window: { from: "2026-02-01", to: "2026-03-01" },
 *   timeZone: "Europe/Berlin",
 * });
 *
 * [intended, active, unintendedActive, rate]; // => [2, 1, 1, 0.5]
 * ```
 */
export function measureAdoption(records: AdoptionRecords): AdoptionMeasurement {
  return contained("measureAdoption", () => {
    const start = demandDay(records.window.from, "window.from", ["window", "from"]);
    const end = demandDay(records.window.to, "window.to", ["window", "to"]);
    if (end <= start) throw broken("inconsistent", "window", "at least one day long", records.window);
    const asOf = records.asOf === undefined ? end - 1 : demandDay(records.asOf, "asOf");
    const last = Math.min(end - 1, asOf);

    const intended = new Set<string>();
    const uncounted: UncountedUser[] = [];
    const seen = new Set<string>();
    demandList(records.users, "users").forEach((user, i) => {
      const path = ["users", i, "id"];
      const id = demandText(user.id, "id", path);
      if (seen.has(id)) throw new DomainError("duplicate-id", { subject: "user id", path, id });
      seen.add(id);
      const from = demandDay(user.from, "from", ["users", i, "from"]);
      const to = user.to === undefined ? Infinity : demandDay(user.to, "to", ["users", i, "to"]);
      if (to < from) throw broken("inconsistent", "to", "no earlier than from", user.to, ["users", i, "to"]);
      if (from > last) uncounted.push({ id, reason: "joined-later" });
      else if (to <= last) uncounted.push({ id, reason: "left-earlier" });
      else intended.add(id);
    });

    const active = activeUsers(records, start, last);
    let activeIntended = 0;
    for (const id of active) if (intended.has(id)) activeIntended++;
    const begun = last >= start;
    return {
      intended: intended.size,
      active: activeIntended,
      unintendedActive: active.size - activeIntended,
      rate: begun ? adoptionRate({ active: activeIntended, intended: intended.size }) : noAnswer("not-begun"),
      partial: last < end - 1,
      counted: [...intended],
      uncounted,
    };
  });
}

/** Who used the system from the first day to the last, both included. */
function activeUsers({ events, timeZone }: AdoptionRecords, first: number, last: number): ReadonlySet<string> {
  const zone = demandZone(timeZone, "timeZone");
  const active = new Set<string>();
  demandList(events, "events").forEach(({ user, at }, i) => {
    demandText(user, "user", ["events", i, "user"]);
    demandInstant(at, "at", ["events", i, "at"]);
    const day = demandDay(localDateOf(at, zone), "at");
    if (day >= first && day <= last) active.add(user);
  });
  return active;
}
