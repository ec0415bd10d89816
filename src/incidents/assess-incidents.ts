import { DomainError, isNoAnswer, type NoAnswer, noAnswer } from "../foundation/errors/index.js";
import { figure, type Figure } from "../foundation/explain/index.js";
import { contained, demandList } from "../foundation/guard/index.js";
import { demandInstant, type Instant } from "../foundation/time/index.js";
import type { IncidentLog } from "./incident.js";
import { meanTimeToAcknowledge, meanTimeToResolve } from "./mean-time.js";
import { priorityOf, type PriorityTable, STANDARD_PRIORITIES } from "./priority-table.js";
import {
  hoursText,
  type IncidentState,
  type InvalidIncident,
  invalidTimes,
  medianOf,
  minutesFrom,
  type SeenIncident,
  seenAt,
  type Spans,
  spansTo,
  stateOf,
} from "./response-times.js";

/** How to look at a log; see {@link assessIncidents}. */
export interface AssessIncidentsOptions {
  /** Instant of the assessment, with its offset; everything before this instant is seen, and nothing else. */
  readonly asOf: Instant;
}

/** How many incidents of a priority stand where. */
export interface PriorityCount {
  /** The priority, by id. */
  readonly priority: string;
  /** Nobody has taken them on. */
  readonly open: number;
  /** Taken on, not resolved. */
  readonly acknowledged: number;
  /** Resolved. */
  readonly resolved: number;
}

/** An incident that is not resolved. */
export interface OpenIncident {
  /** The incident's id. */
  readonly id: string;
  /** The incident's title. */
  readonly title: string;
  /** Service or system that is hit, where known. */
  readonly service?: string;
  /** The priority, by id. */
  readonly priority: string;
  /** Whether someone has taken it on. */
  readonly state: Exclude<IncidentState, "resolved">;
  /** Minutes since it was opened. */
  readonly ageMinutes: number;
}

/** How fast incidents are acknowledged or resolved. */
export interface ResponseTime {
  /** Incidents that were measured: both times are there and in order. */
  readonly count: number;
  /** Mean in minutes. */
  readonly mean: number | NoAnswer<"nothing-to-average">;
  /** Middle value in minutes; of an even number the mean of the middle two. */
  readonly median: number | NoAnswer<"nothing-to-average">;
  /** The mean for people, to the nearest minute, half a minute up: `3h 5m`. */
  readonly text: string | NoAnswer<"nothing-to-average">;
}

/** What was learnt from an incident. */
export interface IncidentLesson {
  /** The incident. */
  readonly incidentId: string;
  /** What brought it about, where known. */
  readonly cause?: string;
  /** What is done differently from now on. */
  readonly lesson: string;
  /** The risk that came true, by its id, where known. */
  readonly riskId?: string;
}

/** What a log comes to. */
export interface IncidentAssessment {
  /** Instant of the assessment. */
  readonly asOf: Instant;
  /** Incidents opened before then. */
  readonly total: number;
  /** Counts for each priority, the most pressing first; priorities without incidents too. */
  readonly priorities: readonly PriorityCount[];
  /** Incidents that are not resolved: the most pressing first, then the oldest, then by id. */
  readonly open: readonly OpenIncident[];
  /** From opening to acknowledgement. */
  readonly acknowledgement: ResponseTime;
  /** From opening to resolution. */
  readonly resolution: ResponseTime;
  /** Incidents without an acknowledgement, by id, in the order of the log. */
  readonly unacknowledged: readonly string[];
  /** Incidents without a resolution, by id, in the order of the log. */
  readonly unresolved: readonly string[];
  /** Times that stand before the opening, in the order of the log; they are left out of the spans. */
  readonly invalid: readonly InvalidIncident[];
  /** What was learnt from what was resolved before then, in the order of the log. */
  readonly lessons: readonly IncidentLesson[];
  /** Resolved incidents from which no lesson was drawn, by id, in the order of the log. */
  readonly withoutLesson: readonly string[];
  /** Mean time to acknowledge and mean time to resolve. */
  readonly figures: readonly Figure[];
}

/**
 * Assesses an incident log at an instant: counts by priority and state, what is open, how fast incidents are taken on
 * and resolved, and what was learnt.
 *
 * Everything before the instant is seen: what happened at that very instant, or
 * later, is not, and an incident resolved later was open then and has taught
 * nothing yet. A time that stands before the opening is listed under `invalid`
 * and gives no span; the incident's other times still count.
 *
 * @param log - the log, as parsing returns it
 * @param options - `asOf`, the instant, with its offset; for a whole day the start of the next
 * @returns counts, lists of ids, mean and median times in minutes, lessons and figures
 * @throws DomainError `invalid-format` or `invalid-date` for an instant that cannot be read
 * @throws DomainError `out-of-range` for an unknown impact or urgency
 * @throws DomainError `unknown-reference` when the table names a priority that is not in its list
 * @throws DomainError `duplicate-id` when two incidents have one id
 *
 * @example
 * ```ts
 * import { assessIncidents, parseIncidentLog } from "golive-kit/incidents";
 *
 * const log = parseIncidentLog({
 *   incidents: [
 *     {
 *       id: "I-1",
 *       title: "Sign-in fails",
 *       impact: "high",
 *       urgency: "medium",
 *       openedAt: "2026-02-02T08:00:00Z",
 *       acknowledgedAt: "2026-02-02T08:04:00Z",
 *       resolvedAt: "2026-02-02T10:00:00Z",
 *       lesson: "Renew certificates a month ahead",
 *     },
 *     { id: "I-2", title: "Slow search", impact: "low", urgency: "low", openedAt: "2026-02-03T08:00:00Z" },
 *   ],
 * });
 * const { resolution, open } = assessIncidents(log, { asOf: "2026-02-03T09:00:00Z" });
 *
 * resolution.text; // => "2h 0m"
 * open.map(({ id, priority, ageMinutes }) => [id, priority, ageMinutes]); // => [["I-2", "P5", 60]]
 * ```
 */
export function assessIncidents(log: IncidentLog, options: AssessIncidentsOptions): IncidentAssessment {
  return contained("assessIncidents", () => {
    const { asOf } = options;
    const { priorities: table = STANDARD_PRIORITIES, incidents } = log;
    const now = demandInstant(asOf, "asOf");
    demandUnique(demandList(incidents, "incidents"));
    const seen = seenAt(incidents, now);
    const priorities = seen.map(({ incident, index }) => priorityOf(incident, table, ["incidents", index]));
    const acknowledgement = spansTo(seen, "acknowledged");
    const resolution = spansTo(seen, "resolved");
    const figures = [
      figure(meanTimeToAcknowledge, { minutes: acknowledgement.minutes }),
      figure(meanTimeToResolve, { minutes: resolution.minutes }),
    ];
    return {
      asOf,
      total: seen.length,
      priorities: countsOf(seen, priorities, table),
      open: openOf(seen, priorities, table, now),
      acknowledgement: responseTime(acknowledgement, figures[0]?.value as ResponseTime["mean"]),
      resolution: responseTime(resolution, figures[1]?.value as ResponseTime["mean"]),
      unacknowledged: acknowledgement.without,
      unresolved: resolution.without,
      invalid: invalidTimes(seen),
      ...lessonsOf(seen),
      figures,
    };
  });
}

function demandUnique(incidents: IncidentLog["incidents"]): void {
  const ids = new Set<string>();
  incidents.forEach(({ id }, i) => {
    if (ids.has(id)) throw new DomainError("duplicate-id", { subject: "incidents", path: ["incidents", i, "id"], id });
    ids.add(id);
  });
}

function countsOf(
  seen: readonly SeenIncident[],
  priorities: readonly string[],
  table: PriorityTable,
): readonly PriorityCount[] {
  const counts = new Map(table.priorities.map(({ id }) => [id, { open: 0, acknowledged: 0, resolved: 0 }]));
  seen.forEach((one, i) => {
    const id = priorities[i] ?? "";
    const count = counts.get(id);
    if (count === undefined) {
      throw new DomainError("unknown-reference", { subject: "priorities.table", path: ["priorities", "table"], id });
    }
    count[stateOf(one)]++;
  });
  return [...counts].map(([priority, count]) => ({ priority, ...count }));
}

function openOf(
  seen: readonly SeenIncident[],
  priorities: readonly string[],
  table: PriorityTable,
  now: number,
): readonly OpenIncident[] {
  const places = new Map(table.priorities.map(({ id }, place) => [id, place]));
  const open: OpenIncident[] = [];
  seen.forEach((one, i) => {
    const state = stateOf(one);
    if (state === "resolved") return;
    const { id, title, service } = one.incident;
    const priority = priorities[i] ?? "";
    const row = { id, title, priority, state, ageMinutes: minutesFrom(one.opened, now) };
    open.push(service === undefined ? row : { ...row, service });
  });
  const placeOf = ({ priority }: OpenIncident): number => places.get(priority) ?? 0;
  return open.sort(
    (a, b) => placeOf(a) - placeOf(b) || b.ageMinutes - a.ageMinutes || (a.id < b.id ? -1 : Number(a.id > b.id)),
  );
}

function responseTime({ minutes }: Spans, mean: ResponseTime["mean"]): ResponseTime {
  const text = isNoAnswer(mean) ? noAnswer("nothing-to-average") : hoursText(mean);
  return { count: minutes.length, mean, median: medianOf(minutes), text };
}

function lessonsOf(seen: readonly SeenIncident[]) {
  const lessons: IncidentLesson[] = [];
  const withoutLesson: string[] = [];
  for (const one of seen) {
    if (stateOf(one) !== "resolved") continue;
    const { id: incidentId, cause, lesson, riskId } = one.incident;
    if (lesson === undefined) withoutLesson.push(incidentId);
    else {
      lessons.push({
        incidentId,
        ...(cause === undefined ? {} : { cause }),
        lesson,
        ...(riskId === undefined ? {} : { riskId }),
      });
    }
  }
  return { lessons, withoutLesson };
}
