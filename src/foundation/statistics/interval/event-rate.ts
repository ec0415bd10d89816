import { type NoAnswer, noAnswer, type Path } from "../../errors/index.js";
import { broken, contained, demandAtLeast, demandCount } from "../../guard/index.js";
import { inverseIncompleteGamma, inverseIncompleteGammaUpper } from "../../math/index.js";
import { type ConfidenceOptions, demandConfidence, type Interval } from "./confidence.js";

/** Above this many events the exact limits take too long to find, and nobody needs them. */
const MOST_EVENTS = 1_000_000_000;

/** Events that were counted, and how long or over how much. */
export interface EventCount {
  /** How many, a whole number of at most 1,000,000,000. */
  readonly events: number;
  /** Over what: user-days, hours, thousands of lines; zero or above. */
  readonly exposure: number;
}

/** How often events happen; see {@link eventRateInterval}. */
export interface EventRate extends Interval {
  /** Events per unit of exposure. */
  readonly rate: number;
}

/**
 * How often events happen, with the exact Poisson interval (Garwood): defects
 * per user-day, incidents per week.
 *
 * It takes events to come one by one and independently. Where one cause brings
 * many, the truth lies further out than the interval says.
 *
 * @param counted - `events`, a whole number, and `exposure` in any unit
 * @param options - `confidence`, above 0 and below 1; 0.95 when left out
 * @returns the rate and both ends, in events per unit of exposure; NoAnswer `no-exposure` when it is 0, `beyond-range` when an end is above the largest number
 * @throws DomainError `out-of-range` when `events` is no whole number from 0 to 1,000,000,000, `exposure` is below 0, or the confidence is not between 0 and 1
 * @source Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936), pages 437 to 442
 *
 * @example
 * ```ts
 * import { eventRateInterval } from "golive-kit/statistics";
 *
 * eventRateInterval({ events: 3, exposure: 120 });
 * // => { rate: 0.025, low: 0.005155601024130012, high: 0.07306060891451938 }
 * ```
 */
export function eventRateInterval(
  counted: EventCount,
  options: ConfidenceOptions = {},
): EventRate | NoAnswer<"no-exposure" | "beyond-range"> {
  return contained("eventRateInterval", () => {
    const tail = (1 - demandConfidence(options)) / 2;
    const { events, exposure } = demandEvents(counted);
    if (exposure === 0) return noAnswer("no-exposure");
    const high = inverseIncompleteGammaUpper(events + 1, tail) / exposure;
    if (high === Infinity) return noAnswer("beyond-range");
    return { rate: events / exposure, low: events === 0 ? 0 : inverseIncompleteGamma(events, tail) / exposure, high };
  });
}

/** Asks for events and their exposure. */
export function demandEvents(counted: EventCount, path: Path = []): EventCount {
  const events = demandCount(counted.events, "events", [...path, "events"]);
  if (events > MOST_EVENTS) {
    throw broken("out-of-range", "events", `at most ${String(MOST_EVENTS)}`, events, [...path, "events"]);
  }
  return { events, exposure: demandAtLeast(counted.exposure, 0, "exposure", [...path, "exposure"]) };
}
