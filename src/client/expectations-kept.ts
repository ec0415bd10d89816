import * as z from "zod";

import type { NoAnswer } from "../foundation/errors/index.js";
import { formula, type Formula } from "../foundation/explain/index.js";
import { contained, demandCount } from "../foundation/guard/index.js";
import { Count, parse, schema } from "../foundation/schema/index.js";

/** Input of {@link expectationsKept}. */
export interface ExpectationsKeptInput {
  /** Expectations that were met. */
  readonly met: number;
  /** Expectations that were missed, delivered late or not at all. */
  readonly missed: number;
}

/** Reads an {@link ExpectationsKeptInput}. */
export const ExpectationsKeptInput: z.ZodType<ExpectationsKeptInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ met: Count, missed: Count }),
);

/**
 * Expectations kept: the share of what fell due that was delivered as agreed.
 *
 * What is not due yet and what was dropped by agreement, by the day it was due,
 * count on neither side.
 *
 * @param input - `met` and `missed`, whole numbers of expectations
 * @returns a ratio from 0 to 1, unrounded; NoAnswer `nothing-due` when nothing fell due
 * @throws DomainError `out-of-range` when a count is no whole number of at least 0
 * @source Implementation and Upgrade Services: A Deep Dive, "Managing Client Expectations"
 *
 * @example
 * ```ts
 * import { expectationsKept } from "golive-kit/client";
 *
 * expectationsKept({ met: 9, missed: 1 }); // => 0.9
 * expectationsKept({ met: 0, missed: 0 }); // => { kind: "none", reason: "nothing-due" }
 * ```
 *
 * @function
 */
export const expectationsKept: Formula<ExpectationsKeptInput, number | NoAnswer<"nothing-due">> =
  /* @__PURE__ */ formula({
    id: "client.expectations-kept",
    title: "Expectations kept",
    unit: "ratio",
    units: { met: "count", missed: "count" },
    outcomes: { "nothing-due": "met + missed = 0" },
    source: [{ work: "Implementation and Upgrade Services: A Deep Dive", place: "Managing Client Expectations" }],
    compute(input: ExpectationsKeptInput, note): number | NoAnswer<"nothing-due"> {
      const met = demandCount(input.met, "met");
      const missed = demandCount(input.missed, "missed");
      if (met + missed === 0) return note.none("nothing-due");
      return note("kept", "met ÷ (met + missed)", met / (met + missed));
    },
  });

/**
 * Reads the input of {@link expectationsKept} from outside data.
 *
 * @param data - `{ met, missed }`, whole numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { expectationsKept, parseExpectationsKeptInput } from "golive-kit/client";
 *
 * expectationsKept(parseExpectationsKeptInput({ met: 3, missed: 1 })); // => 0.75
 * ```
 */
export function parseExpectationsKeptInput(data: unknown): ExpectationsKeptInput {
  return contained("expectations kept", () => parse(ExpectationsKeptInput, data, "expectations kept"));
}
