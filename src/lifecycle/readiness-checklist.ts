import * as z from "zod";

import { contained } from "../foundation/guard/index.js";
import {
  CivilDate,
  Id,
  listById,
  NonNegative,
  optional,
  parse,
  rule,
  schema,
  Text,
} from "../foundation/schema/index.js";

/** Where an item of a checklist stands. */
export const READINESS_STATUSES = ["done", "in-progress", "not-started", "not-applicable"] as const;
/** Where an item of a checklist stands. */
export type ReadinessStatus = (typeof READINESS_STATUSES)[number];

/** An item of a readiness checklist. */
export interface ReadinessItem {
  /** Its id; that of a measure in `READINESS_MEASURES` where it stands for one. */
  readonly id: string;
  /** What is to be done, where the id does not say it. */
  readonly title?: string;
  /** Whether the project must not go on without it. */
  readonly mandatory: boolean;
  /** What it counts for in the share that is done; zero or above. */
  readonly weight: number;
  /** Where it stands. */
  readonly status: ReadinessStatus;
  /** Day on which it was done; only when it is done. Before that day it counts as in progress. */
  readonly doneOn?: CivilDate;
  /** What shows that it is done: a document, a link, a record. */
  readonly evidence?: string;
}

const Item: z.ZodType<ReadinessItem> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      id: Id,
      title: optional(Text),
      mandatory: z.boolean(),
      weight: NonNegative,
      status: z.enum(READINESS_STATUSES),
      doneOn: optional(CivilDate),
      evidence: optional(Text),
    })
    .check(
      rule(({ status, doneOn }: ReadinessItem, report) => {
        if (doneOn !== undefined && status !== "done") {
          report("inconsistent", ["doneOn"], `expected no such day for an item that is ${status}`);
        }
      }),
    ),
);

/** A readiness checklist: items, each id once. */
export type ReadinessChecklist = readonly ReadinessItem[];

/** Reads a {@link ReadinessChecklist}. */
export const ReadinessChecklist: z.ZodType<ReadinessChecklist> = /* @__PURE__ */ schema(() => listById(Item));

/** A measure that keeps a project out of trouble when it is taken before the work begins. */
export interface ReadinessMeasure {
  /** Its id, used as the id of a checklist item. */
  readonly id: string;
  /** What is in place when it is taken. */
  readonly title: string;
  /** What it covers. */
  readonly covers: readonly string[];
  /** Whether the project should wait for it; a proposal. */
  readonly mandatory: boolean;
  /** What it counts for; a proposal: all the same. */
  readonly weight: number;
  /** What shows that it is taken. */
  readonly evidence: string;
}

/**
 * The seven preventive measures of Implementation and Upgrade Services: A Deep Dive, "Preventative Measures
 * Checklist". Weights and what is mandatory are a proposal to start from.
 */
export const READINESS_MEASURES: readonly ReadinessMeasure[] = [
  {
    id: "requirements-gathering",
    title: "Requirements are gathered and agreed",
    covers: ["Scope", "Objectives", "Deliverables", "Functional and non-functional requirements in writing"],
    mandatory: true,
    weight: 1,
    evidence: "Signed list of requirements",
  },
  {
    id: "project-planning",
    title: "The plan is detailed and realistic",
    covers: ["Timeline", "People and money assigned", "Buffer for delays"],
    mandatory: true,
    weight: 1,
    evidence: "Approved plan with its buffers",
  },
  {
    id: "risk-assessment",
    title: "Risks are known and answered",
    covers: ["Risks named", "A response for each"],
    mandatory: true,
    weight: 1,
    evidence: "Risk register with owners and responses",
  },
  {
    id: "communication-plan",
    title: "Everyone concerned will be told",
    covers: ["Channels", "Reports", "All stakeholders"],
    mandatory: true,
    weight: 1,
    evidence: "Communication plan with dates",
  },
  {
    id: "testing",
    title: "Testing is thorough",
    covers: ["Tests before deployment", "Defects found and corrected"],
    mandatory: true,
    weight: 1,
    evidence: "Test results and list of open defects",
  },
  {
    id: "user-training",
    title: "Users are trained and supported",
    covers: ["Training for each group of users", "Help after the go-live"],
    mandatory: true,
    weight: 1,
    evidence: "Training records",
  },
  {
    id: "post-implementation-review",
    title: "The review after the go-live is arranged",
    covers: ["Date and chair fixed", "Lessons for later projects"],
    mandatory: false,
    weight: 1,
    evidence: "Invitation and agenda of the review",
  },
];

/**
 * Reads a readiness checklist from outside data.
 *
 * @param data - a list of `{ id, title?, mandatory, weight, status, doneOn?, evidence? }`
 * @returns the checklist, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseReadinessChecklist, READINESS_MEASURES } from "golive-kit/lifecycle";
 *
 * const checklist = parseReadinessChecklist(
 *   READINESS_MEASURES.map(({ id, mandatory, weight }) => ({ id, mandatory, weight, status: "not-started" })),
 * );
 *
 * checklist.length; // => 7
 * ```
 */
export function parseReadinessChecklist(data: unknown): ReadinessChecklist {
  return contained("readiness checklist", () => parse(ReadinessChecklist, data, "readiness checklist"));
}
