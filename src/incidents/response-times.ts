import { type NoAnswer, noAnswer } from "../foundation/errors/index.js";
import { demandInstant, type Instant } from "../foundation/time/index.js";
import type { Incident } from "./incident.js";

const MINUTE = 60_000;

/** A time that stands before the incident's opening: the span it would give is left out, never negative. */
export interface InvalidIncident {
  /** The incident. */
  readonly id: string;
  /** The time that cannot be right. */
  readonly field: "acknowledgedAt" | "resolvedAt";
}

/** Where an incident stands at an instant. */
export type IncidentState = "open" | "acknowledged" | "resolved";

/** An incident as it was seen at an instant, in milliseconds; times that came later are absent. */
export interface SeenIncident {
  readonly incident: Incident;
  readonly index: number;
  readonly opened: number;
  readonly acknowledged: number | undefined;
  readonly resolved: number | undefined;
}

/** Spans from the opening to one of the other times, and what could not be measured. */
export interface Spans {
  /** In minutes, in the order of the log. */
  readonly minutes: readonly number[];
  /** Incidents without that time, by id. */
  readonly without: readonly string[];
  /** Incidents whose time lies before their opening, by id. */
  readonly invalid: readonly string[];
}

/**
 * The incidents as they were seen at an instant: everything before it, so that the end of a day, which is the start of
 * the next, takes nothing of the next.
 *
 * @param incidents - the log
 * @param now - the instant, in milliseconds
 * @returns those opened before it, without what happened at it or later
 */
export function seenAt(incidents: readonly Incident[], now: number): readonly SeenIncident[] {
  const seen: SeenIncident[] = [];
  incidents.forEach((incident, index) => {
    const read = (instant: Instant, field: keyof Incident): number =>
      demandInstant(instant, field, ["incidents", index, field]);
    const opened = read(incident.openedAt, "openedAt");
    if (opened >= now) return;
    const by = (field: "acknowledgedAt" | "resolvedAt"): number | undefined => {
      const instant = incident[field];
      const at = instant === undefined ? undefined : read(instant, field);
      return at === undefined || at >= now ? undefined : at;
    };
    seen.push({ incident, index, opened, acknowledged: by("acknowledgedAt"), resolved: by("resolvedAt") });
  });
  return seen;
}

/** Where a seen incident stands. */
export function stateOf({ acknowledged, resolved }: SeenIncident): IncidentState {
  if (resolved !== undefined) return "resolved";
  return acknowledged === undefined ? "open" : "acknowledged";
}

/** Measures the spans from the opening to one of the other times. */
export function spansTo(seen: readonly SeenIncident[], end: "acknowledged" | "resolved"): Spans {
  const minutes: number[] = [];
  const without: string[] = [];
  const invalid: string[] = [];
  for (const one of seen) {
    const at = one[end];
    if (at === undefined) without.push(one.incident.id);
    else if (at < one.opened) invalid.push(one.incident.id);
    else minutes.push((at - one.opened) / MINUTE);
  }
  return { minutes, without, invalid };
}

/** Times before the opening, in the order of the log. */
export function invalidTimes(seen: readonly SeenIncident[]): readonly InvalidIncident[] {
  return seen.flatMap(({ incident: { id }, opened, acknowledged, resolved }) => {
    const found: InvalidIncident[] = [];
    if (acknowledged !== undefined && acknowledged < opened) found.push({ id, field: "acknowledgedAt" });
    if (resolved !== undefined && resolved < opened) found.push({ id, field: "resolvedAt" });
    return found;
  });
}

/** The middle value; of an even number of values the mean of the middle two. */
export function medianOf(minutes: readonly number[]): number | NoAnswer<"nothing-to-average"> {
  const sorted = [...minutes].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half];
  if (upper === undefined) return noAnswer("nothing-to-average");
  const lower = sorted.length % 2 === 1 ? upper : (sorted[half - 1] ?? upper);
  return lower + (upper - lower) / 2;
}

/** Writes minutes for people, to the nearest minute, half a minute up: `3h 5m`. */
export function hoursText(minutes: number): string {
  const whole = Math.floor(minutes + 0.5);
  return `${Math.floor(whole / 60)}h ${whole % 60}m`;
}

/** Minutes from one instant to a later one. */
export function minutesFrom(from: number, to: number): number {
  return (to - from) / MINUTE;
}
