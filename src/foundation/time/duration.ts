import * as z from "zod";

import { broken, contained, demandText } from "../guard/index.js";
import { parse, rule, schema } from "../schema/index.js";

const FORM = /^P(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?)?$/;
/** Characters of the longest duration. */
const LONGEST = 32;
const FORM_RULE = "an ISO 8601 duration of days, hours and minutes, such as P1DT12H30M";

/**
 * A length of time as ISO 8601 text in whole days of 24 hours, hours and minutes: `P1DT12H`, `PT45M`. Months and years
 * have no fixed length, so they are no part of it.
 */
export type Duration = string;

/** Reads a {@link Duration}. */
export const Duration: z.ZodType<Duration> = /* @__PURE__ */ schema(() =>
  z.string().check(
    rule((text: string, report) => {
      if (readMinutes(text) === undefined) report("invalid-format", [], `expected ${FORM_RULE}`);
    }),
  ),
);

/**
 * Reads a duration from outside data.
 *
 * @param data - ISO 8601 text of days, hours and minutes, each a whole number of at most nine digits
 * @returns the text as it came
 * @throws DomainError `invalid-input`: `invalid-format` for anything else, months and years included
 *
 * @example
 * ```ts
 * import { parseDuration } from "golive-kit/time";
 *
 * parseDuration("P1DT12H"); // => "P1DT12H"
 * ```
 */
export function parseDuration(data: unknown): Duration {
  return contained("duration", () => parse(Duration, data, "duration"));
}

/**
 * The minutes of a duration; a day is 24 hours.
 *
 * @param duration - ISO 8601 text of days, hours and minutes
 * @returns a whole number of minutes
 * @throws DomainError `wrong-type` or `invalid-format` when it is no such text
 *
 * @example
 * ```ts
 * import { durationMinutes } from "golive-kit/time";
 *
 * durationMinutes("P1DT12H"); // => 2160
 * ```
 */
export function durationMinutes(duration: Duration): number {
  return contained("durationMinutes", () => {
    const minutes = readMinutes(demandText(duration, "duration"));
    if (minutes === undefined) throw broken("invalid-format", "duration", FORM_RULE, duration);
    return minutes;
  });
}

function readMinutes(text: string): number | undefined {
  // The length first: no pattern runs over a million characters.
  const parts = text.length <= LONGEST ? FORM.exec(text) : null;
  if (parts === null || text === "P" || text.endsWith("T")) return undefined;
  const [, days = 0, hours = 0, minutes = 0] = parts;
  return Number(days) * 1440 + Number(hours) * 60 + Number(minutes);
}
