import { type NoAnswer, noAnswer } from "../../errors/index.js";
import { contained } from "../../guard/index.js";
import { inverseIncompleteBeta, inverseIncompleteBetaUpper } from "../../math/index.js";
import { type ConfidenceOptions, demandConfidence } from "../interval/confidence.js";
import { demandEvents, type EventCount } from "../interval/event-rate.js";
import { type CountDistribution, countTails } from "./count-tails.js";

/** Events of two groups. */
export interface TwoEventCounts {
  /** The group in question: after the go-live. */
  readonly sample: EventCount;
  /** The group it is held against: before. */
  readonly baseline: EventCount;
}

/** How many times as often events happen; see {@link eventRateRatio}. */
export interface EventRateRatio {
  /** Rate of the sample as a multiple of that of the baseline. */
  readonly ratio: number | NoAnswer<"no-baseline-events">;
  /** Lower end of its interval. */
  readonly low: number;
  /** Upper end; there is none when the baseline has no events. */
  readonly high: number | NoAnswer<"no-baseline-events">;
  /** Two-sided: how likely a split of the events as unlikely as this one, were both rates the same. */
  readonly p: number;
  /** One-sided: how likely so many events in the sample or more. */
  readonly pGreater: number;
  /** One-sided: how likely so few events in the sample or fewer. */
  readonly pLess: number;
}

/**
 * Compares how often events happen in two groups: the ratio of the rates with
 * its exact interval, and the exact test that both are the same.
 *
 * Given all events together, those of the sample follow a binomial
 * distribution; nothing is approximated.
 *
 * @param groups - `sample` and `baseline`, each with `events`, a whole number, and `exposure`, both in one unit
 * @param options - `confidence`, above 0 and below 1; 0.95 when left out
 * @returns a plain ratio, its ends, and p values from 0 to 1; NoAnswer `no-exposure` when one is 0, `no-events` when neither group has any, `beyond-range` when a number is above the largest there is
 * @throws DomainError `out-of-range` when `events` is no whole number from 0 to 1,000,000,000, an exposure is below 0, or the confidence is not between 0 and 1
 * @source Clopper and Pearson (1934) for the share of events; Fay, Two-sided exact tests and matching confidence intervals for discrete data, The R Journal 2 (2010), pages 53 to 58
 *
 * @example
 * ```ts
 * import { eventRateRatio } from "golive-kit/statistics";
 *
 * const defects = eventRateRatio({
 *   sample: { events: 6, exposure: 100 },
 *   baseline: { events: 2, exposure: 100 },
 * });
 *
 * "ratio" in defects && [defects.ratio, defects.p, defects.pGreater]; // => [3, 0.2890625, 0.14453125]
 * ```
 */
export function eventRateRatio(
  groups: TwoEventCounts,
  options: ConfidenceOptions = {},
): EventRateRatio | NoAnswer<"no-exposure" | "no-events" | "beyond-range"> {
  return contained("eventRateRatio", () => {
    const tail = (1 - demandConfidence(options)) / 2;
    const { events: x1, exposure: t1 } = demandEvents(groups.sample, ["sample"]);
    const { events: x2, exposure: t2 } = demandEvents(groups.baseline, ["baseline"]);
    if (t1 === 0 || t2 === 0) return noAnswer("no-exposure");
    if (x1 + x2 === 0) return noAnswer("no-events");
    const scale = t2 / t1;
    const none = noAnswer("no-baseline-events");
    const ratio = x2 === 0 ? none : (x1 / x2) * scale;
    const low = x1 === 0 ? 0 : lowOdds(tail, x1, x2 + 1) * scale;
    const high = x2 === 0 ? none : scale / lowOdds(tail, x2, x1 + 1);
    if (![ratio, low, high, 1 / scale].every((end) => typeof end !== "number" || Number.isFinite(end))) {
      return noAnswer("beyond-range");
    }
    return { ratio, low, high, ...countTails(eventSplit(x1 + x2, scale), x1) };
  });
}

/** Odds of the share below which a share `tail` of a beta distribution lies; the share and what it lacks to 1 are each right to their last digits. */
function lowOdds(tail: number, a: number, b: number): number {
  return inverseIncompleteBeta(tail, a, b) / inverseIncompleteBetaUpper(tail, b, a);
}

/** How many of all events fall to the sample, when both rates are the same. */
function eventSplit(events: number, scale: number): CountDistribution {
  return {
    from: 0,
    to: events,
    mode: Math.floor((events + 1) / (1 + scale)),
    ratio: (k) => (events - k) / (k + 1) / scale,
  };
}
