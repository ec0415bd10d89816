import type { NoAnswer } from "../foundation/errors/index.js";
import { contained, demandOneOf } from "../foundation/guard/index.js";
import { demandInstant, type Instant } from "../foundation/time/index.js";
import {
  coversStretch,
  lengthOfStretches,
  mergeStretches,
  type Stretch,
  type Stretches,
  subtractStretches,
} from "./stretches.js";
import { MILLISECONDS, readPeriod, readSpans, type UptimePeriod, type UptimeSpan, within } from "./uptime-spans.js";
import { uptime } from "./uptime.js";

/** What planned maintenance means for uptime. */
export const MAINTENANCE_POLICIES = ["exclude", "count-as-down", "count-as-up", "ignore"] as const;
/**
 * What planned maintenance means for uptime: it is not measured at all, it is
 * downtime with or without an outage, it is uptime even during an outage, or it makes no difference.
 */
export type MaintenancePolicy = (typeof MAINTENANCE_POLICIES)[number];

/** What {@link measureUptime} works on. */
export interface UptimeRecords {
  /** The period that is judged. */
  readonly period: UptimePeriod;
  /** Outages, in any order; they may overlap. */
  readonly outages: readonly UptimeSpan[];
  /** Planned maintenance, in any order; none when left out. */
  readonly maintenance?: readonly UptimeSpan[];
  /** What maintenance means; `exclude` when left out. */
  readonly maintenancePolicy?: MaintenancePolicy;
  /** Instant up to which things are known; needed where an outage is still open. All is known when left out. */
  readonly asOf?: Instant;
}

/** Why an outage does not count. */
export type UncountedOutageReason = "after-as-of" | "outside-period" | "no-length" | "within-maintenance";

/** An outage that does not count, by its place in the list. */
export interface UncountedOutage {
  /** Its place in `outages`, from 0. */
  readonly place: number;
  /** Why it does not count. */
  readonly reason: UncountedOutageReason;
}

/** Uptime of a period, with what it was worked out from; see {@link measureUptime}. */
export interface UptimeMeasurement {
  /** The time that is judged, in seconds. */
  readonly measuredSeconds: number;
  /** Downtime in it, in seconds; overlapping outages count once. */
  readonly downtimeSeconds: number;
  /** The rest of it, in seconds. */
  readonly uptimeSeconds: number;
  /** Share of the measured time in which the system was up, 0 to 1. */
  readonly uptime: number | NoAnswer<"nothing-measured">;
  /** Outages in the period after merging, before maintenance is looked at. */
  readonly mergedOutages: number;
  /** Whether the period was not over yet. */
  readonly partial: boolean;
  /** Places in `outages` of those that count, ascending. */
  readonly counted: readonly number[];
  /** Outages that do not count, by place, ascending. */
  readonly uncounted: readonly UncountedOutage[];
}

/**
 * Measures the uptime of a period from its outages and its maintenance.
 *
 * Outages are cut at the edges of the period and merged where they overlap or
 * touch, so no second is counted twice. With an `asOf` inside the period only the
 * part until then is measured, and an outage that is still open ends there.
 *
 * @param records - `period`, `outages`, `maintenance`, `maintenancePolicy` and `asOf`; instants with an offset
 * @returns times in seconds, exact to the millisecond, and `uptime` as a ratio; NoAnswer `nothing-measured` when the period holds nothing but excluded maintenance, or has not begun
 * @throws DomainError `inconsistent` at `period` when it is empty, and at the outage that ends before it starts
 * @throws DomainError `missing` at the `end` of an open outage when there is no `asOf`
 * @throws DomainError `invalid-format` or `invalid-date` for an instant without an offset or that does not exist
 *
 * @example
 * ```ts
 * import { measureUptime } from "golive-kit/kpi";
 *
 * const { downtimeSeconds, mergedOutages, uptime } = measureUptime({
 *   period: { start: "2026-03-01T00:00:00Z", end: "2026-03-02T00:00:00Z" },
 *   outages: [
 *     { start: "2026-03-01T10:00:00Z", end: "2026-03-01T11:00:00Z" },
 *     { start: "2026-03-01T10:30:00Z", end: "2026-03-01T12:24:00Z" },
 *   ],
 * });
 *
 * [downtimeSeconds, mergedOutages, uptime]; // => [8640, 1, 0.9]
 * ```
 */
export function measureUptime(records: UptimeRecords): UptimeMeasurement {
  return contained("measureUptime", () => {
    const { period, outages, maintenance = [], maintenancePolicy = "exclude" } = records;
    const policy = demandOneOf(maintenancePolicy, MAINTENANCE_POLICIES, "maintenancePolicy");
    const asOf = records.asOf === undefined ? undefined : demandInstant(records.asOf, "asOf");
    const { window, end } = readPeriod(period, asOf);
    const { from, to } = window;

    const planned = mergeStretches(within(window, readSpans(maintenance, "maintenance", asOf)));
    const read = readSpans(outages, "outages", asOf);
    const down = mergeStretches(within(window, read));
    const whole: Stretches = to > from ? [window] : [];
    const measuredSeconds =
      lengthOfStretches(policy === "exclude" ? subtractStretches(whole, planned) : whole) / MILLISECONDS;
    const downtimeSeconds = lengthOfStretches(judged(down, planned, policy)) / MILLISECONDS;

    const hidden = policy === "exclude" || policy === "count-as-up" ? planned : [];
    const counted: number[] = [];
    const uncounted: UncountedOutage[] = [];
    read.forEach((span, place) => {
      const reason = whyUncounted(span, window, hidden, asOf);
      if (reason === undefined) counted.push(place);
      else uncounted.push({ place, reason });
    });
    return {
      measuredSeconds,
      downtimeSeconds,
      uptimeSeconds: measuredSeconds - downtimeSeconds,
      uptime: uptime({ measuredSeconds, downtimeSeconds }),
      mergedOutages: down.length,
      partial: to < end,
      counted,
      uncounted,
    };
  });
}

function judged(down: Stretches, planned: Stretches, policy: MaintenancePolicy): Stretches {
  switch (policy) {
    case "ignore":
      return down;
    case "count-as-down":
      return mergeStretches([...down, ...planned]);
    default:
      return subtractStretches(down, planned);
  }
}

function whyUncounted(
  span: Stretch,
  window: Stretch,
  hidden: Stretches,
  asOf: number | undefined,
): UncountedOutageReason | undefined {
  // What begins at that very instant has not lasted yet.
  if (asOf !== undefined && span.from >= asOf) return "after-as-of";
  const [inside] = within(window, [span]);
  if (inside === undefined) return span.from === span.to ? "no-length" : "outside-period";
  return coversStretch(hidden, inside) ? "within-maintenance" : undefined;
}
