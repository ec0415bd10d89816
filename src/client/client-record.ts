import * as z from "zod";

import { contained } from "../foundation/guard/index.js";
import { CivilDate, Id, list, listById, optional, parse, rule, schema, Text } from "../foundation/schema/index.js";
import { SatisfactionAnswers } from "../foundation/statistics/index.js";

/** Where an expectation stands. */
export const EXPECTATION_STATUSES = ["met", "missed", "open", "dropped"] as const;
/** Where an expectation stands: `dropped` was given up by agreement, which undoes a promise only until the day it was due. */
export type ExpectationStatus = (typeof EXPECTATION_STATUSES)[number];

/** Something the client was promised. */
export interface Expectation {
  /** Its id. */
  readonly id: string;
  /** What was agreed, in words both sides know. */
  readonly statement: string;
  /** Day of the agreement. */
  readonly agreedOn: CivilDate;
  /** Day by which it is promised; absent when it has no date. Not before `agreedOn`. */
  readonly due?: CivilDate;
  /** Where it stands. */
  readonly status: ExpectationStatus;
  /** Day of delivery; needed when it is met, and given when it was missed and came late. Not before `agreedOn`. */
  readonly deliveredOn?: CivilDate;
  /** Day on which it was given up; needed when, and given only when, it is dropped. Not before `agreedOn`; after `due` it is missed. */
  readonly droppedOn?: CivilDate;
}

/** How feedback came in. */
export const FEEDBACK_KINDS = ["survey", "session", "check-in"] as const;
/** How feedback came in. */
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

/** Feedback of one day. */
export interface Feedback {
  /** Its id. */
  readonly id: string;
  /** Day of it. */
  readonly on: CivilDate;
  /** How it came in. */
  readonly kind: FeedbackKind;
  /** Answers to the question on satisfaction, and how to read them; absent when none was asked. */
  readonly answers?: SatisfactionAnswers;
  /** What it was about, one word or a few each. */
  readonly themes?: readonly string[];
  /** What was said. */
  readonly comment?: string;
}

/** What is done about feedback. */
export interface FeedbackAction {
  /** Its id. */
  readonly id: string;
  /** The feedback that it answers, by id. */
  readonly feedbackId: string;
  /** Who does it: a role. */
  readonly owner: string;
  /** Day by which it is to be done. */
  readonly dueOn: CivilDate;
  /** Day on which it was done; absent while it is open. */
  readonly doneOn?: CivilDate;
}

/** What was promised to a client, what the client said, and what was done about it. */
export interface ClientRecord {
  /** What was promised. */
  readonly expectations: readonly Expectation[];
  /** What the client said. */
  readonly feedback: readonly Feedback[];
  /** What is done about it. */
  readonly actions: readonly FeedbackAction[];
}

const ExpectationShape: z.ZodType<Expectation> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      id: Id,
      statement: Text,
      agreedOn: CivilDate,
      due: optional(CivilDate),
      status: z.enum(EXPECTATION_STATUSES),
      deliveredOn: optional(CivilDate),
      droppedOn: optional(CivilDate),
    })
    .check(
      rule((expectation: Expectation, report) => {
        for (const { code, field, expected } of expectationFaults(expectation)) report(code, [field], expected);
      }),
    ),
);

const FeedbackShape: z.ZodType<Feedback> = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    on: CivilDate,
    kind: z.enum(FEEDBACK_KINDS),
    answers: optional(SatisfactionAnswers),
    themes: optional(list(Text)),
    comment: optional(Text),
  }),
);

const ActionShape: z.ZodType<FeedbackAction> = /* @__PURE__ */ schema(() =>
  z.strictObject({ id: Id, feedbackId: Id, owner: Text, dueOn: CivilDate, doneOn: optional(CivilDate) }),
);

/** Reads a {@link ClientRecord}. */
export const ClientRecord: z.ZodType<ClientRecord> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      expectations: listById(ExpectationShape),
      feedback: listById(FeedbackShape),
      actions: listById(ActionShape),
    })
    .check(
      rule(({ feedback, actions }: ClientRecord, report) => {
        const days = new Map(feedback.map(({ id, on }) => [id, on]));
        actions.forEach(({ feedbackId, dueOn, doneOn }, i) => {
          const on = days.get(feedbackId);
          if (on === undefined) {
            report("unknown-reference", ["actions", i, "feedbackId"], "expected the id of feedback in this record");
            return;
          }
          if (dueOn < on) report("inconsistent", ["actions", i, "dueOn"], "expected a day not before the feedback");
          if (doneOn !== undefined && doneOn < on) {
            report("inconsistent", ["actions", i, "doneOn"], "expected a day not before the feedback");
          }
        });
      }),
    ),
);

/**
 * Reads the record of a client from outside data.
 *
 * @param data - an object as in {@link ClientRecord}
 * @returns the record, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault: days that contradict a status, answers off their scale, actions for feedback that does not exist
 *
 * @example
 * ```ts
 * import { parseClientRecord } from "golive-kit/client";
 *
 * const record = parseClientRecord({
 *   expectations: [
 *     { id: "E-1", statement: "Go live before the school year", agreedOn: "2026-02-02", due: "2026-08-31", status: "open" },
 *   ],
 *   feedback: [],
 *   actions: [],
 * });
 *
 * record.expectations.length; // => 1
 * ```
 */
export function parseClientRecord(data: unknown): ClientRecord {
  return contained("client record", () => parse(ClientRecord, data, "client record"));
}

/** An expectation's days against each other and against its status. */
function expectationFaults({ agreedOn, due, status, deliveredOn, droppedOn }: Expectation): readonly Fault[] {
  const faults: Fault[] = [];
  const wrong = (field: Fault["field"], expected: string): unknown =>
    faults.push({ code: "inconsistent", field, expected });
  const absent = (field: Fault["field"], expected: string): unknown =>
    faults.push({ code: "missing", field, expected });

  if (due !== undefined && due < agreedOn) wrong("due", "expected a day not before agreedOn");
  if (deliveredOn !== undefined) {
    if (deliveredOn < agreedOn) wrong("deliveredOn", "expected a day not before agreedOn");
    if (status === "open" || status === "dropped") wrong("deliveredOn", `expected no delivery of what is ${status}`);
    if (status === "met" && due !== undefined && deliveredOn > due) {
      wrong("deliveredOn", "expected a day not after due of what is met");
    }
    if (status === "missed" && due !== undefined && deliveredOn <= due) {
      wrong("deliveredOn", "expected a day after due of what is missed");
    }
  } else if (status === "met") absent("deliveredOn", "expected the day of delivery of what is met");
  if (status === "missed" && due === undefined) absent("due", "expected the day by which what is missed was due");
  if (droppedOn !== undefined) {
    if (status !== "dropped") wrong("droppedOn", `expected no such day for what is ${status}`);
    else if (droppedOn < agreedOn) wrong("droppedOn", "expected a day not before agreedOn");
  } else if (status === "dropped") absent("droppedOn", "expected the day on which it was given up");
  return faults;
}

interface Fault {
  readonly code: "inconsistent" | "missing";
  readonly field: "due" | "deliveredOn" | "droppedOn";
  readonly expected: string;
}
