import * as z from "zod";

import { broken, contained, demandOneOf } from "../foundation/guard/index.js";
import { Id, listById, parse, rule, schema, Text } from "../foundation/schema/index.js";

/** Steps of impact and of urgency, the worst first. */
export const INCIDENT_LEVELS = ["high", "medium", "low"] as const;
/** A step of impact or of urgency. */
export type IncidentLevel = (typeof INCIDENT_LEVELS)[number];

/** A step of priority. */
export interface Priority {
  /** Names the priority. */
  readonly id: string;
  /** As people read it. */
  readonly label: string;
}

/** A value for each step of impact or of urgency. */
export interface ByLevel<T> {
  /** For the worst. */
  readonly high: T;
  /** For the middle. */
  readonly medium: T;
  /** For the mildest. */
  readonly low: T;
}

/** Which priority an incident has, by impact and urgency. */
export interface PriorityTable {
  /** The priorities, the most pressing first. */
  readonly priorities: readonly Priority[];
  /** Ids of priorities: `table[impact][urgency]`. */
  readonly table: ByLevel<ByLevel<string>>;
}

/** Reads a {@link PriorityTable}. */
export const PriorityTable: z.ZodType<PriorityTable> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      priorities: listById(z.strictObject({ id: Id, label: Text })),
      table: byLevel(byLevel(Id)),
    })
    .check(
      rule(({ priorities, table }: PriorityTable, report) => {
        const known = new Set(priorities.map(({ id }) => id));
        for (const impact of INCIDENT_LEVELS) {
          for (const urgency of INCIDENT_LEVELS) {
            if (known.has(table[impact][urgency])) continue;
            report("unknown-reference", ["table", impact, urgency], "expected the id of one of the priorities");
          }
        }
      }),
    ),
);

/**
 * The usual table of three by three: P1 for high impact and high urgency, one
 * step down for each step that either is lower.
 * Source: ServiceNow documentation, priority lookup rules; the nine rules as shipped.
 */
export const STANDARD_PRIORITIES: PriorityTable = {
  priorities: [
    { id: "P1", label: "Critical" },
    { id: "P2", label: "High" },
    { id: "P3", label: "Moderate" },
    { id: "P4", label: "Low" },
    { id: "P5", label: "Planning" },
  ],
  table: {
    high: { high: "P1", medium: "P2", low: "P3" },
    medium: { high: "P2", medium: "P3", low: "P4" },
    low: { high: "P3", medium: "P4", low: "P5" },
  },
};

/** What a priority depends on. */
export interface ImpactAndUrgency {
  /** How much is affected. */
  readonly impact: IncidentLevel;
  /** How soon it must be mended. */
  readonly urgency: IncidentLevel;
}

/**
 * Looks up the priority of an incident.
 *
 * @param incident - `impact` and `urgency`: high, medium or low
 * @param priorities - the table; {@link STANDARD_PRIORITIES} when left out
 * @returns the priority's id
 * @throws DomainError `out-of-range` for another impact or urgency: nothing falls back to the lowest priority
 * @throws DomainError `inconsistent` when the table has no priority there
 *
 * @example
 * ```ts
 * import { incidentPriority } from "golive-kit/incidents";
 *
 * incidentPriority({ impact: "high", urgency: "medium" }); // => "P2"
 * ```
 */
export function incidentPriority(incident: ImpactAndUrgency, priorities: PriorityTable = STANDARD_PRIORITIES): string {
  return contained("incidentPriority", () => priorityOf(incident, priorities, []));
}

/** Looks a priority up, with the path to the incident for errors. */
export function priorityOf(
  incident: ImpactAndUrgency,
  { table }: PriorityTable,
  path: readonly (string | number)[],
): string {
  const impact = demandOneOf(incident.impact, INCIDENT_LEVELS, "impact", [...path, "impact"]);
  const urgency = demandOneOf(incident.urgency, INCIDENT_LEVELS, "urgency", [...path, "urgency"]);
  const priority: unknown = table[impact][urgency];
  if (typeof priority !== "string") {
    throw broken("inconsistent", "table", "a priority for every pair", priority, ["table", impact, urgency]);
  }
  return priority;
}

/**
 * Reads a priority table from outside data.
 *
 * @param data - `{ priorities, table }`; priorities with the most pressing first, `table[impact][urgency]` their ids
 * @returns the table, checked: a priority of the list for every pair
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { incidentPriority, parsePriorityTable, STANDARD_PRIORITIES } from "golive-kit/incidents";
 *
 * const own = parsePriorityTable({
 *   ...STANDARD_PRIORITIES,
 *   table: { ...STANDARD_PRIORITIES.table, low: { high: "P4", medium: "P5", low: "P5" } },
 * });
 *
 * incidentPriority({ impact: "low", urgency: "high" }, own); // => "P4"
 * ```
 */
export function parsePriorityTable(data: unknown): PriorityTable {
  return contained("priority table", () => parse(PriorityTable, data, "priority table"));
}

function byLevel<T>(value: z.ZodType<T>): z.ZodType<ByLevel<T>> {
  return z.strictObject({ high: value, medium: value, low: value });
}
