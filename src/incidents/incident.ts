import * as z from "zod";

import { contained } from "../foundation/guard/index.js";
import { Id, listById, optional, parse, schema, Text } from "../foundation/schema/index.js";
import { Instant } from "../foundation/time/index.js";
import { INCIDENT_LEVELS, type IncidentLevel, PriorityTable } from "./priority-table.js";

/**
 * Something that went wrong in operation, and how it was mended. Times may stand in the wrong order, as they do in
 * real logs: such a record is kept and listed as invalid by {@link assessIncidents}.
 */
export interface Incident {
  /** Names the incident within its log. */
  readonly id: string;
  /** In a few words. */
  readonly title: string;
  /** Service or system that was hit. */
  readonly service?: string;
  /** How much is affected. */
  readonly impact: IncidentLevel;
  /** How soon it must be mended. */
  readonly urgency: IncidentLevel;
  /** When it was reported. */
  readonly openedAt: Instant;
  /** When someone took it on. */
  readonly acknowledgedAt?: Instant;
  /** When the service was back. */
  readonly resolvedAt?: Instant;
  /** What brought it about. */
  readonly cause?: string;
  /** What is done differently from now on. */
  readonly lesson?: string;
  /** The risk that came true, by its id in the risk register. */
  readonly riskId?: string;
}

/** Reads an {@link Incident}. */
export const Incident: z.ZodType<Incident> = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    title: Text,
    service: optional(Text),
    impact: z.enum(INCIDENT_LEVELS),
    urgency: z.enum(INCIDENT_LEVELS),
    openedAt: Instant,
    acknowledgedAt: optional(Instant),
    resolvedAt: optional(Instant),
    cause: optional(Text),
    lesson: optional(Text),
    riskId: optional(Id),
  }),
);

/** The incidents of an engagement. */
export interface IncidentLog {
  /** How priorities follow from impact and urgency; the standard table when left out. */
  readonly priorities?: PriorityTable;
  /** The incidents, each id once; none is fine. */
  readonly incidents: readonly Incident[];
}

/** Reads an {@link IncidentLog}. */
export const IncidentLog: z.ZodType<IncidentLog> = /* @__PURE__ */ schema(() =>
  z.strictObject({ priorities: optional(PriorityTable), incidents: listById(Incident) }),
);

/**
 * Reads one incident from outside data.
 *
 * @param data - an object as in {@link Incident}; instants with their offset
 * @returns the incident, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseIncident } from "golive-kit/incidents";
 *
 * const incident = parseIncident({
 *   id: "I-1",
 *   title: "Sign-in fails",
 *   impact: "high",
 *   urgency: "high",
 *   openedAt: "2026-02-02T08:00:00Z",
 * });
 *
 * incident.id; // => "I-1"
 * ```
 */
export function parseIncident(data: unknown): Incident {
  return contained("incident", () => parse(Incident, data, "incident"));
}

/**
 * Reads an incident log from outside data.
 *
 * @param data - `{ priorities, incidents }`; the standard table counts when `priorities` is left out
 * @returns the log, checked: each id once
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseIncidentLog } from "golive-kit/incidents";
 *
 * parseIncidentLog({ incidents: [] }).incidents; // => []
 * ```
 */
export function parseIncidentLog(data: unknown): IncidentLog {
  return contained("incident log", () => parse(IncidentLog, data, "incident log"));
}
