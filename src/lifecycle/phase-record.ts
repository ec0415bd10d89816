import * as z from "zod";

import { CivilDate, optional, rule, schema, Text } from "../foundation/schema/index.js";
import { PHASE_IDS, type PhaseId } from "./phases.js";

/** One phase of a project: when it was planned, when it was done. Finish dates are the last day, included. */
export interface PhaseRecord {
  /** Which of the seven. */
  readonly phase: PhaseId;
  /** First day, as planned. */
  readonly plannedStart: CivilDate;
  /** Last day, as planned. */
  readonly plannedFinish: CivilDate;
  /** First day, as it was. */
  readonly actualStart?: CivilDate;
  /** Last day, as it was; only with `actualStart`. */
  readonly actualFinish?: CivilDate;
  /** Who answers for it: a role. */
  readonly owner?: string;
}

/** Reads a {@link PhaseRecord}. */
export const PhaseRecord: z.ZodType<PhaseRecord> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      phase: z.enum(PHASE_IDS),
      plannedStart: CivilDate,
      plannedFinish: CivilDate,
      actualStart: optional(CivilDate),
      actualFinish: optional(CivilDate),
      owner: optional(Text),
    })
    .check(
      rule(({ plannedStart, plannedFinish, actualStart, actualFinish }: PhaseRecord, report) => {
        if (plannedFinish < plannedStart) {
          report("inconsistent", ["plannedFinish"], "expected a day not before plannedStart");
        }
        if (actualFinish === undefined) return;
        if (actualStart === undefined) {
          report("missing", ["actualStart"], "expected the first day of a phase that is finished");
        } else if (actualFinish < actualStart) {
          report("inconsistent", ["actualFinish"], "expected a day not before actualStart");
        }
      }),
    ),
);
