import { type NoAnswer, noAnswer } from "../foundation/errors/index.js";
import { contained } from "../foundation/guard/index.js";
import { demandInstant, type Instant } from "../foundation/time/index.js";
import { lengthOfStretches, mergeStretches } from "./stretches.js";
import { MILLISECONDS, readPeriod, readSpans, type UptimePeriod, type UptimeSpan, within } from "./uptime-spans.js";

/** −ln 0.05, to 16 digits: the "rule of three" for a failure rate when nothing failed. */
const MINUS_LOG_5_PERCENT = 2.995732273553991;

/** What {@link measureReliability} works on. */
export interface ReliabilityRecords {
  /** The period that is judged. */
  readonly period: UptimePeriod;
  /** Outages, in any order; they may overlap. */
  readonly outages: readonly UptimeSpan[];
  /** Instant up to which things are known; needed where an outage is still open. All is known when left out. */
  readonly asOf?: Instant;
}

/** How often a system fails and how long it stays down; see {@link measureReliability}. */
export interface ReliabilityMeasurement {
  /** Outages after merging those that overlap or touch. */
  readonly failures: number;
  /** Outages as they were recorded, inside the period. */
  readonly incidents: number;
  /** Mean downtime of a failure, in seconds (MTTR). */
  readonly meanDowntimeSeconds: number | NoAnswer<"no-failures">;
  /** Mean length of a recorded outage, in seconds; overlaps count twice. */
  readonly meanIncidentSeconds: number | NoAnswer<"no-failures">;
  /** Mean time in operation for each failure, in seconds (MTBF). */
  readonly meanOperatingSeconds: number | NoAnswer<"no-failures">;
  /** Mean time from the start of a failure to the start of the next, in seconds: time in operation and downtime. */
  readonly meanCycleSeconds: number | NoAnswer<"no-failures">;
  /** Share of the time in operation, 0 to 1: the same as uptime without maintenance. */
  readonly availability: number | NoAnswer<"nothing-measured">;
  /** With 95 % confidence the mean time in operation is at least this, in seconds; only where nothing failed. */
  readonly operatingLowerBoundSeconds: number | NoAnswer<"had-failures" | "nothing-measured">;
}

/**
 * Measures how often a system fails and how long it stays down.
 *
 * Time in operation and cycle time are different quantities, and both are called
 * MTBF elsewhere; here each has its own name. Availability is worked out from the
 * times themselves, so that it agrees with `measureUptime` for one failure as for many.
 *
 * @param records - `period`, `outages` and `asOf`; instants with an offset
 * @returns counts, and means in seconds; NoAnswer `no-failures` for means of nothing
 * @throws DomainError `inconsistent`, `missing`, `invalid-format` or `invalid-date`, as `measureUptime`
 * @source Rausand, Barros and Høyland, System Reliability Theory, 3rd edition, chapter 6; Hanley and Lippman-Hand, If Nothing Goes Wrong, Is Everything All Right?, JAMA 249 (1983)
 *
 * @example
 * ```ts
 * import { measureReliability } from "golive-kit/kpi";
 *
 * const { failures, meanDowntimeSeconds, meanOperatingSeconds, availability } = measureReliability({
 *   period: { start: "2026-03-01T00:00:00Z", end: "2026-03-11T00:00:00Z" },
 *   outages: [
 *     { start: "2026-03-02T00:00:00Z", end: "2026-03-02T12:00:00Z" },
 *     { start: "2026-03-07T00:00:00Z", end: "2026-03-08T12:00:00Z" },
 *   ],
 * });
 *
 * [failures, meanDowntimeSeconds, meanOperatingSeconds, availability]; // => [2, 86_400, 345_600, 0.8]
 * ```
 */
export function measureReliability(records: ReliabilityRecords): ReliabilityMeasurement {
  return contained("measureReliability", () => {
    const asOf = records.asOf === undefined ? undefined : demandInstant(records.asOf, "asOf");
    const { window } = readPeriod(records.period, asOf);
    const inside = within(window, readSpans(records.outages, "outages", asOf));
    const down = mergeStretches(inside);
    const failures = down.length;
    const measured = (window.to - window.from) / MILLISECONDS;
    const downtime = lengthOfStretches(down) / MILLISECONDS;
    const recorded = lengthOfStretches(inside) / MILLISECONDS;
    const mean = (total: number, count: number): number | NoAnswer<"no-failures"> =>
      count === 0 ? noAnswer("no-failures") : total / count;
    return {
      failures,
      incidents: inside.length,
      meanDowntimeSeconds: mean(downtime, failures),
      meanIncidentSeconds: mean(recorded, inside.length),
      meanOperatingSeconds: mean(measured - downtime, failures),
      meanCycleSeconds: mean(measured, failures),
      availability: measured === 0 ? noAnswer("nothing-measured") : (measured - downtime) / measured,
      operatingLowerBoundSeconds: lowerBound(measured, failures),
    };
  });
}

function lowerBound(measured: number, failures: number): number | NoAnswer<"had-failures" | "nothing-measured"> {
  if (measured === 0) return noAnswer("nothing-measured");
  return failures > 0 ? noAnswer("had-failures") : measured / MINUS_LOG_5_PERCENT;
}
