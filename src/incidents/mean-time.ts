import * as z from "zod";

import { Decimal, decimalOfNumber, numberOf } from "../foundation/decimal/index.js";
import type { NoAnswer } from "../foundation/errors/index.js";
import { formula, type Formula, type Note } from "../foundation/explain/index.js";
import { contained, demandAtLeast, demandList } from "../foundation/guard/index.js";
import { list, NonNegative, parse, schema } from "../foundation/schema/index.js";

/** Input of {@link meanTimeToAcknowledge} and {@link meanTimeToResolve}. */
export interface MeanTimeInput {
  /** How long each took, in minutes; zero or above. */
  readonly minutes: readonly number[];
}

/** Reads a {@link MeanTimeInput}. */
export const MeanTimeInput: z.ZodType<MeanTimeInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ minutes: list(NonNegative) }),
);

const OUTCOMES = { "nothing-to-average": "length(minutes) = 0" } as const;
const WORK = "Moogsoft Enterprise 8.0 documentation";

/**
 * Mean time to acknowledge: how long, on average, an incident waits until someone takes it on.
 *
 * Only incidents that were taken on count; those still waiting are not in it.
 *
 * @param input - `minutes` from opening to acknowledgement, one for each acknowledged incident, zero or above
 * @returns minutes, unrounded; NoAnswer `nothing-to-average` for an empty list
 * @throws DomainError `out-of-range` for a span below zero
 * @source Moogsoft Enterprise 8.0 documentation, mean time to acknowledge; the clock here starts at the opening
 *
 * @example
 * ```ts
 * import { meanTimeToAcknowledge } from "golive-kit/incidents";
 *
 * meanTimeToAcknowledge({ minutes: [4, 30, 1, 10] }); // => 11.25
 * meanTimeToAcknowledge({ minutes: [] }); // => { kind: "none", reason: "nothing-to-average" }
 * ```
 *
 * @function
 */
export const meanTimeToAcknowledge: Formula<MeanTimeInput, number | NoAnswer<"nothing-to-average">> =
  /* @__PURE__ */ formula({
    id: "incidents.mean-time-to-acknowledge",
    title: "Mean time to acknowledge",
    unit: "minutes",
    units: { minutes: "minutes" },
    outcomes: OUTCOMES,
    source: [{ work: WORK, place: "Mean time to acknowledge; the clock here starts at the opening" }],
    compute: (input: MeanTimeInput, note) => mean("meanTimeToAcknowledge", input, note),
  });

/**
 * Mean time to resolve: how long, on average, it takes from opening an incident until the service is back.
 *
 * Only resolved incidents count: an old one that is still open makes the mean
 * better than it is, so read it with the list of open incidents.
 *
 * @param input - `minutes` from opening to resolution, one for each resolved incident, zero or above
 * @returns minutes, unrounded; NoAnswer `nothing-to-average` for an empty list
 * @throws DomainError `out-of-range` for a span below zero
 * @source Moogsoft Enterprise 8.0 documentation, mean time to resolve; the clock here starts at the opening
 *
 * @example
 * ```ts
 * import { meanTimeToResolve } from "golive-kit/incidents";
 *
 * meanTimeToResolve({ minutes: [120, 480, 20, 120] }); // => 185
 * ```
 *
 * @function
 */
export const meanTimeToResolve: Formula<MeanTimeInput, number | NoAnswer<"nothing-to-average">> =
  /* @__PURE__ */ formula({
    id: "incidents.mean-time-to-resolve",
    title: "Mean time to resolve",
    unit: "minutes",
    units: { minutes: "minutes" },
    outcomes: OUTCOMES,
    source: [{ work: WORK, place: "Mean time to resolve; the clock here starts at the opening" }],
    compute: (input: MeanTimeInput, note) => mean("meanTimeToResolve", input, note),
  });

/**
 * Reads the input of {@link meanTimeToAcknowledge} or {@link meanTimeToResolve} from outside data.
 *
 * @param data - `{ minutes }`, a list of numbers of zero or above
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { meanTimeToResolve, parseMeanTimeInput } from "golive-kit/incidents";
 *
 * meanTimeToResolve(parseMeanTimeInput({ minutes: [30, 60] })); // => 45
 * ```
 */
export function parseMeanTimeInput(data: unknown): MeanTimeInput {
  return contained("mean time", () => parse(MeanTimeInput, data, "mean time"));
}

function mean(symbol: string, { minutes }: MeanTimeInput, note: Note): number | NoAnswer<"nothing-to-average"> {
  let total = new Decimal(0);
  demandList(minutes, "minutes").forEach((span, i) => {
    const subject = `minutes[${i}]`;
    total = total.plus(decimalOfNumber(demandAtLeast(span, 0, subject, ["minutes", i]), subject));
  });
  if (minutes.length === 0) return note.none("nothing-to-average");
  return note(symbol, "sum[i](minutes[i]) ÷ length(minutes)", numberOf(total.div(minutes.length), symbol));
}
