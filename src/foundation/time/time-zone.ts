import * as z from "zod";

import { describeValue, type Path } from "../errors/index.js";
import { broken, contained, demandText } from "../guard/index.js";
import { parse, rule, schema } from "../schema/index.js";

const NAME = /^[A-Za-z][A-Za-z0-9_+\-/]*$/;
/** The longest name in use has 32 characters. */
const MAX_NAME = 64;

/** A time zone by its IANA name, such as `Europe/Berlin` or `UTC`. */
export type TimeZone = string;

/** Reads a {@link TimeZone}: a name that the engine's zone data knows. */
export const TimeZone: z.ZodType<TimeZone> = /* @__PURE__ */ schema(() =>
  z
    .string()
    .max(MAX_NAME)
    .check(
      rule((name: string, report) => {
        if (!isTimeZone(name))
          report("out-of-range", [], `expected the IANA name of a time zone, received ${describeValue(name)}`);
      }),
    ),
);

/**
 * Reads the name of a time zone from outside data.
 *
 * @param data - text, such as `Europe/Berlin`
 * @returns the name as it came
 * @throws DomainError `invalid-input` when the engine's zone data has no such zone
 *
 * @example
 * ```ts
 * import { parseTimeZone } from "golive-kit/time";
 *
 * parseTimeZone("Asia/Kathmandu"); // => "Asia/Kathmandu"
 * ```
 */
export function parseTimeZone(data: unknown): TimeZone {
  return contained("time zone", () => parse(TimeZone, data, "time zone"));
}

/**
 * Asks for the name of a time zone.
 *
 * @param value - what came
 * @param subject - its name
 * @param path - where it stands; the name alone when left out
 * @returns the name
 * @throws DomainError `wrong-type` when it is no text, `out-of-range` when there is no such zone
 *
 * @example
 * ```ts
 * import { demandZone } from "golive-kit/time";
 *
 * demandZone("Europe/Berlin", "timeZone"); // => "Europe/Berlin"
 * ```
 */
export function demandZone(value: unknown, subject: string, path?: Path): TimeZone {
  return contained("demandZone", () => {
    const name = demandText(value, subject, path);
    if (!isTimeZone(name)) throw broken("out-of-range", subject, "the IANA name of a time zone", value, path);
    return name;
  });
}

/**
 * The formatter that tells the wall clock of a zone, to the second; nothing when
 * the engine does not know the zone. Making one is slow, so it is kept.
 *
 * @param zone - any text
 * @returns a formatter that writes `MM/DD/YYYY, HH:MM:SS`
 */
export function wallClock(zone: string): Intl.DateTimeFormat | undefined {
  // Names are matched without regard to case; one spelling keeps the list as short as the zone data.
  const key = zone.toLowerCase();
  const known = CLOCKS.get(key);
  if (known !== undefined) return known;
  // Newer engines also take offsets such as "+01:00", which are no zones.
  if (zone.length > MAX_NAME || !NAME.test(zone)) return undefined;
  try {
    const clock = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    CLOCKS.set(key, clock);
    return clock;
  } catch {
    return undefined;
  }
}

const CLOCKS = /* @__PURE__ */ new Map<string, Intl.DateTimeFormat>();

function isTimeZone(name: string): boolean {
  return wallClock(name) !== undefined;
}
