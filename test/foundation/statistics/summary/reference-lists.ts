import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Numbers and what they come to in exact fractions; the script beside the file says how it was made. */
export interface ReferenceList {
  readonly name: string;
  readonly values: readonly number[];
  readonly sum: number;
  readonly mean: number;
  readonly variance: number;
  readonly standardDeviation: number;
  readonly skewness: number;
  readonly excessKurtosis: number;
}

/** A list, a probability, and its quantiles by the nine types and the nearest rank. */
export type QuantileRow = readonly [values: readonly number[], probability: number, byType: readonly number[]];

interface References {
  readonly lists: readonly ReferenceList[];
  readonly quantiles: readonly QuantileRow[];
}

const FILE = join(import.meta.dirname, "../../../data/statistics/summaries.json");

export const { lists: REFERENCE_LISTS, quantiles: REFERENCE_QUANTILES } = JSON.parse(
  readFileSync(FILE, "utf8"),
) as References;

/**
 * The made-up lists of the NIST Statistical Reference Datasets that are hard on a careless variance, with their
 * certified mean and standard deviation: itl.nist.gov/div898/strd, univariate summary statistics, NumAcc1 to NumAcc4.
 */
export const NIST_LISTS: readonly {
  readonly name: string;
  readonly values: readonly number[];
  readonly mean: number;
  readonly standardDeviation: number;
}[] = [
  { name: "NumAcc1", values: [10_000_001, 10_000_003, 10_000_002], mean: 10_000_002, standardDeviation: 1 },
  { name: "NumAcc2", values: alternating(1.2, 1.1, 1.3), mean: 1.2, standardDeviation: 0.1 },
  {
    name: "NumAcc3",
    values: alternating(1_000_000.2, 1_000_000.1, 1_000_000.3),
    mean: 1_000_000.2,
    standardDeviation: 0.1,
  },
  {
    name: "NumAcc4",
    values: alternating(10_000_000.2, 10_000_000.1, 10_000_000.3),
    mean: 10_000_000.2,
    standardDeviation: 0.1,
  },
];

function alternating(first: number, odd: number, even: number): readonly number[] {
  return [first, ...Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? odd : even))];
}

/** How far a number is off, as a share of what it should be. */
export function relativeError(got: unknown, expected: number): number {
  return Math.abs((got as number) - expected) / Math.abs(expected);
}
