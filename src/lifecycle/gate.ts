import * as z from "zod";

import { CivilDate, Id, list, listById, optional, rule, schema, Text } from "../foundation/schema/index.js";
import { PHASE_IDS, type PhaseId } from "./phases.js";

/** What a gate asks for. */
export interface GateCriterion {
  /** Its id, unique within the gate. */
  readonly id: string;
  /** What must hold. */
  readonly title: string;
  /** Day since which it holds; absent while it does not. */
  readonly metOn?: CivilDate;
  /** What shows that it holds. */
  readonly evidence?: string;
}

/** What a conditional approval asks for. */
export interface GateCondition {
  /** Its id, unique within the decision. */
  readonly id: string;
  /** What is still to be done. */
  readonly title: string;
  /** By when, that day included. */
  readonly due: CivilDate;
  /** Day on which it was done; absent while it is open. */
  readonly metOn?: CivilDate;
}

/** What was decided at a gate. */
export type GateDecision =
  | { readonly outcome: "approved"; readonly on: CivilDate; readonly byRole: string }
  | {
      readonly outcome: "conditional";
      readonly on: CivilDate;
      readonly byRole: string;
      readonly conditions: readonly GateCondition[];
    }
  | { readonly outcome: "rejected"; readonly on: CivilDate; readonly byRole: string; readonly reason: string };

/** The end of a phase: the next one may start when this one's gates are approved. */
export interface Gate {
  /** Its id. */
  readonly id: string;
  /** The phase that it closes. */
  readonly phase: PhaseId;
  /** What it asks for. */
  readonly criteria: readonly GateCriterion[];
  /** What was decided, in the order of the days; the latest one holds. */
  readonly decisions: readonly GateDecision[];
}

const Criterion: z.ZodType<GateCriterion> = /* @__PURE__ */ schema(() =>
  z.strictObject({ id: Id, title: Text, metOn: optional(CivilDate), evidence: optional(Text) }),
);

const Condition: z.ZodType<GateCondition> = /* @__PURE__ */ schema(() =>
  z.strictObject({ id: Id, title: Text, due: CivilDate, metOn: optional(CivilDate) }),
);

const Decision: z.ZodType<GateDecision> = /* @__PURE__ */ schema(() =>
  z.discriminatedUnion("outcome", [
    z.strictObject({ outcome: z.literal("approved"), on: CivilDate, byRole: Text }),
    z
      .strictObject({
        outcome: z.literal("conditional"),
        on: CivilDate,
        byRole: Text,
        conditions: listById(Condition),
      })
      .check(
        rule(({ on, conditions }: Extract<GateDecision, { readonly outcome: "conditional" }>, report) => {
          if (conditions.length === 0) report("empty", ["conditions"], "expected at least one condition");
          conditions.forEach(({ due }, i) => {
            if (due < on) report("inconsistent", ["conditions", i, "due"], "expected a day not before the decision");
          });
        }),
      ),
    z.strictObject({ outcome: z.literal("rejected"), on: CivilDate, byRole: Text, reason: Text }),
  ]),
);

/** Reads a {@link Gate}. */
export const Gate: z.ZodType<Gate> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      id: Id,
      phase: z.enum(PHASE_IDS),
      criteria: listById(Criterion),
      decisions: list(Decision),
    })
    .check(
      rule(({ decisions }: Gate, report) => {
        decisions.forEach(({ on }, i) => {
          const before = decisions[i - 1]?.on;
          if (before !== undefined && on < before) {
            report("inconsistent", ["decisions", i, "on"], "expected a day not before the decision above it");
          }
        });
      }),
    ),
);

/**
 * The decision that holds at the end of a day.
 *
 * @param gate - the gate
 * @param day - the day
 * @returns the latest decision of that day or before; nothing when there is none
 */
export function decisionOn({ decisions }: Gate, day: CivilDate): GateDecision | undefined {
  // Days as text of one length are in the order of time.
  return decisions.filter(({ on }) => on <= day).at(-1);
}
