import { DomainError, type NoAnswer, noAnswer } from "../../errors/index.js";
import { contained, demandOneOf } from "../../guard/index.js";
import type { CountTails } from "./count-tails.js";
import { twoSidedNormal, upperNormal } from "./normal-tail.js";
import { splitCounts } from "./split-counts.js";
import { demandSamples, type SortedSamples, type TwoSamples } from "./two-samples.js";

/** The exact test takes at most so many values in each group. */
const MOST_EXACT = 50;
const METHODS = ["exact", "normal"] as const;

/** How a p value is found. */
export interface RankTestOptions {
  /** `exact` counts all cases, `normal` approximates; small groups are counted when it is left out. */
  readonly method?: "exact" | "normal";
  /** Whether the approximation moves the figure half a step towards its mean; true when left out. */
  readonly continuity?: boolean;
}

/** Whether the values of one group tend to be larger; see {@link mannWhitneyTest}. */
export interface MannWhitneyTest extends CountTails {
  /** Values of the sample. */
  readonly sampleSize: number;
  /** Values of the baseline. */
  readonly baselineSize: number;
  /** Pairs in which the value of the sample is the larger, ties counting a half. */
  readonly u: number;
  /** How often a value of the sample is the larger of such a pair, 0 to 1; ½ when neither group is. */
  readonly superiority: number;
  /** How many standard deviations `u` is above its mean, ties considered, without continuity correction. */
  readonly z: number | NoAnswer<"no-spread">;
  /** How the p values were found. */
  readonly method: "exact" | "normal";
}

/** Groups of equal values, from the smallest, by how many of each are in the sample and in all. */
interface SharedRanks {
  readonly inSample: Uint32Array;
  readonly sizes: Uint32Array;
}

/**
 * Tests whether the values of one group tend to be larger than those of
 * another, by their ranks alone (Mann-Whitney, Wilcoxon's rank sum): outliers
 * and skew do no harm.
 *
 * Up to 50 values in each group it counts all ways in which the values could
 * have been dealt out, ties included; beyond, it approximates, with the
 * correction for ties and for continuity.
 *
 * @param samples - `sample` and `baseline`, lists of numbers in any order
 * @param options - `method` and `continuity`; see {@link RankTestOptions}
 * @returns `u`, `superiority`, `z`, and p values: `p` two-sided, `pGreater` when the sample's values tend to be larger, `pLess` when smaller; `z` is NoAnswer `no-spread` when all values are equal, and p is 1 then
 * @throws DomainError `empty` when a group has no value: missing ones are the caller's to decide on
 * @throws DomainError `invalid-input` when elements are no finite numbers, one issue per fault
 * @throws DomainError `too-many` for the exact method with more than 50 values in a group, for any with more than 10,000,000
 * @throws DomainError `out-of-range` when `method` is none of the two
 * @source Mann and Whitney, On a test of whether one of two random variables is stochastically larger than the other, Annals of Mathematical Statistics 18 (1947), pages 50 to 60; Hollander, Wolfe and Chicken, Nonparametric Statistical Methods, 3rd edition (2014), section 4.1
 *
 * @example
 * ```ts
 * import { mannWhitneyTest } from "golive-kit/statistics";
 *
 * const { u, superiority, p, method } = mannWhitneyTest({ sample: [7, 8, 9, 10], baseline: [1, 2, 3, 4] });
 *
 * [u, superiority, p, method]; // => [16, 1, 2 / 70, "exact"]
 * ```
 */
export function mannWhitneyTest(samples: TwoSamples, options: RankTestOptions = {}): MannWhitneyTest {
  return contained("mannWhitneyTest", () => {
    const method = options.method === undefined ? undefined : demandOneOf(options.method, METHODS, "method");
    const sorted = demandSamples(samples);
    const [m, n] = [sorted.sample.length, sorted.baseline.length];
    if (method === "exact") demandExact(sorted);
    const ranks = sharedRanks(sorted);
    const doubled = doubledPairs(ranks);
    const deviation = Math.sqrt(varianceOf(ranks, m, n));
    const above = doubled / 2 - (m * n) / 2;
    const isExact = method === undefined ? m <= MOST_EXACT && n <= MOST_EXACT : method === "exact";
    return {
      sampleSize: m,
      baselineSize: n,
      u: doubled / 2,
      superiority: doubled / (2 * m * n),
      z: deviation === 0 ? noAnswer("no-spread") : above / deviation,
      ...(isExact ? exactTails(m, ranks, doubled) : normalTails(above, deviation, options.continuity !== false)),
      method: isExact ? "exact" : "normal",
    };
  });
}

function demandExact(sorted: SortedSamples): void {
  for (const subject of ["sample", "baseline"] as const) {
    const received = sorted[subject].length;
    if (received > MOST_EXACT) {
      throw new DomainError("too-many", { subject, path: [subject], limit: MOST_EXACT, received });
    }
  }
}

/** Goes through both sorted groups at once. */
function sharedRanks({ sample, baseline }: SortedSamples): SharedRanks {
  const inSample = new Uint32Array(sample.length + baseline.length);
  const sizes = new Uint32Array(inSample.length);
  let [i, j, group] = [0, 0, 0];
  for (; i < sample.length || j < baseline.length; group++) {
    const [a, b] = [sample[i], baseline[j]];
    const value = b === undefined || (a !== undefined && a <= b) ? a : b;
    const [firstI, firstJ] = [i, j];
    while (i < sample.length && sample[i] === value) i++;
    while (j < baseline.length && baseline[j] === value) j++;
    inSample[group] = i - firstI;
    sizes[group] = i - firstI + j - firstJ;
  }
  return { inSample: inSample.subarray(0, group), sizes: sizes.subarray(0, group) };
}

/** Twice the pairs in which the sample has the larger value: whole, as ties count a half. */
function doubledPairs({ inSample, sizes }: SharedRanks): number {
  let [doubled, below] = [0, 0];
  for (let group = 0; group < sizes.length; group++) {
    const own = inSample[group] as number;
    const others = (sizes[group] as number) - own;
    doubled += own * (2 * below + others);
    below += others;
  }
  return doubled;
}

/**
 * The variance of u over all ways to deal the values out: that of the ranks, times m n ÷ (N − 1). Adding up the
 * distances from the mean rank loses nothing when nearly all values are equal, as the usual difference does.
 */
function varianceOf({ sizes }: SharedRanks, m: number, n: number): number {
  const all = m + n;
  let [squares, before] = [0, 0];
  for (const size of sizes) {
    const distance = before + (size - all) / 2;
    squares += size * distance * distance;
    before += size;
  }
  return ((m * n) / (all * (all - 1))) * squares;
}

function exactTails(chosen: number, { sizes }: SharedRanks, doubled: number): CountTails {
  const ways = splitCounts(chosen, sizes);
  const mean = (ways.length - 1) / 2;
  const far = Math.abs(doubled - mean);
  let [total, both, above, below] = [0, 0, 0, 0];
  ways.forEach((count, pairs) => {
    total += count;
    if (Math.abs(pairs - mean) >= far) both += count;
    if (pairs >= doubled) above += count;
    if (pairs <= doubled) below += count;
  });
  return { p: both / total, pGreater: above / total, pLess: below / total };
}

function normalTails(above: number, deviation: number, continuity: boolean): CountTails {
  if (deviation === 0) return { p: 1, pGreater: 1, pLess: 1 };
  const step = continuity ? 0.5 : 0;
  return {
    p: twoSidedNormal(Math.max(0, Math.abs(above) - step) / deviation),
    pGreater: upperNormal((above - step) / deviation),
    pLess: upperNormal((-above - step) / deviation),
  };
}
