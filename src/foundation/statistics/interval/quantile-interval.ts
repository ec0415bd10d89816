import { type NoAnswer, noAnswer } from "../../errors/index.js";
import { contained, demandCount, demandNumbers } from "../../guard/index.js";
import { binomialCdf, binomialUpper } from "../../math/index.js";
import { sortInPlace } from "../summary/sorted-numbers.js";
import { type ConfidenceOptions, demandConfidence, demandInside } from "./confidence.js";

/** A tail this little above the one allowed is meant to be equal. */
const FUZZ = 1 + 1e-12;

/** Which quantile is wanted, and how sure. */
export interface QuantileIntervalOptions extends ConfidenceOptions {
  /** Share of the population below it, above 0 and below 1. */
  readonly probability: number;
}

/** How many values there are, and which quantile is wanted. */
export interface QuantileRanksOptions extends QuantileIntervalOptions {
  /** How many values, a whole number. */
  readonly count: number;
}

/** Between which values of a sample a quantile of the population lies, by their ranks; see {@link quantileRanks}. */
export interface QuantileRanks {
  /** Rank of the lower one, counted from 1 for the smallest. */
  readonly lowRank: number | NoAnswer<"too-few-values">;
  /** Rank of the upper one. */
  readonly highRank: number | NoAnswer<"too-few-values">;
  /** How often the quantile really lies between them; where a side has none, it is left open. */
  readonly coverage: number;
}

/** Between which values a quantile of the population lies; see {@link quantileInterval}. */
export interface QuantileInterval extends QuantileRanks {
  /** Lower end, one of the values. */
  readonly low: number | NoAnswer<"too-few-values">;
  /** Upper end, one of the values. */
  readonly high: number | NoAnswer<"too-few-values">;
}

/**
 * Which values of a sorted sample a quantile of the population lies between,
 * whatever its distribution: by order statistics, without any assumption on shape.
 *
 * A small sample cannot bound a high quantile: of ten projects no value is
 * surely above the 80 % quantile of all. Such a side says so.
 *
 * @param options - `count` of values, `probability` of the quantile, `confidence`, 0.95 when left out
 * @returns ranks from 1, NoAnswer `too-few-values` on a side that the sample cannot bound, and the real `coverage`
 * @throws DomainError `out-of-range` when `count` is no whole number of at least 0, or probability or confidence is not between 0 and 1
 * @source David and Nagaraja, Order Statistics, 3rd edition (2003), section 7.1
 *
 * @example
 * ```ts
 * import { quantileRanks } from "golive-kit/statistics";
 *
 * quantileRanks({ count: 10, probability: 0.8 });
 * // => { lowRank: 5, highRank: { kind: "none", reason: "too-few-values" }, coverage: 0.9936306176 }
 * ```
 */
export function quantileRanks(options: QuantileRanksOptions): QuantileRanks {
  return contained("quantileRanks", () => ranksOf(demandCount(options.count, "count"), options));
}

/**
 * Between which values of a sample a quantile of the population lies, whatever its distribution.
 *
 * @param values - numbers, in any order
 * @param options - `probability` of the quantile, `confidence`, 0.95 when left out
 * @returns both ends, in the unit of the values, with their ranks and the real `coverage`; NoAnswer `too-few-values` on a side that the sample cannot bound
 * @throws DomainError `out-of-range` when probability or confidence is not between 0 and 1
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 * @throws DomainError `wrong-type` when `values` is no list, `too-many` above 10,000,000 numbers
 * @source David and Nagaraja, Order Statistics, 3rd edition (2003), section 7.1
 *
 * @example
 * ```ts
 * import { quantileInterval } from "golive-kit/statistics";
 *
 * const days = [12, 9, 31, 14, 10, 17, 22, 11, 15, 13];
 * const { low, high, coverage } = quantileInterval(days, { probability: 0.5 });
 *
 * [low, high, coverage]; // => [10, 22, 0.978515625]
 * ```
 */
export function quantileInterval(values: ArrayLike<number>, options: QuantileIntervalOptions): QuantileInterval {
  return contained("quantileInterval", () => {
    const sorted = sortInPlace(demandNumbers(values, "values"));
    const ranks = ranksOf(sorted.length, options);
    const at = (rank: QuantileRanks["lowRank"]) => (typeof rank === "number" ? (sorted[rank - 1] as number) : rank);
    return { low: at(ranks.lowRank), high: at(ranks.highRank), ...ranks };
  });
}

function ranksOf(count: number, options: QuantileIntervalOptions): QuantileRanks {
  const probability = demandInside(options.probability, "probability");
  const allowed = ((1 - demandConfidence(options)) / 2) * FUZZ;
  // The largest rank that the quantile is below with no more than the allowed probability, and the smallest it is above.
  const low = lastWhere(count, (rank) => binomialCdf(rank - 1, count, probability) <= allowed);
  const high = lastWhere(count, (rank) => binomialUpper(rank - 1, count, probability) > allowed) + 1;
  const few = noAnswer("too-few-values");
  const below = low === 0 ? 0 : binomialCdf(low - 1, count, probability);
  const above = high > count ? 0 : binomialUpper(high - 1, count, probability);
  return { lowRank: low === 0 ? few : low, highRank: high > count ? few : high, coverage: 1 - below - above };
}

/** The last rank from 1 to `count` for which a condition holds that holds up to somewhere; 0 when it never does. */
function lastWhere(count: number, holds: (rank: number) => boolean): number {
  let yes = 0;
  let no = count + 1;
  while (no - yes > 1) {
    const middle = yes + Math.floor((no - yes) / 2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
