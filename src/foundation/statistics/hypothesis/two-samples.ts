import type { Path } from "../../errors/index.js";
import { broken, demandNumbers } from "../../guard/index.js";
import { sortInPlace } from "../summary/sorted-numbers.js";

/** Values of two groups. */
export interface TwoSamples {
  /** The group in question: the new version, the pilot. */
  readonly sample: ArrayLike<number>;
  /** The group it is held against: the old version, the rest. */
  readonly baseline: ArrayLike<number>;
}

/** Values of two groups, each in rising order. */
export interface SortedSamples {
  readonly sample: Float64Array;
  readonly baseline: Float64Array;
}

/** Asks for two groups of at least one value each. */
export function demandSamples({ sample, baseline }: TwoSamples): SortedSamples {
  return { sample: demandSome(sample, "sample"), baseline: demandSome(baseline, "baseline") };
}

function demandSome(values: ArrayLike<number>, subject: string): Float64Array {
  const path: Path = [subject];
  const numbers = demandNumbers(values, subject, path);
  if (numbers.length === 0) throw broken("empty", subject, "a list of at least one number", values, path);
  return sortInPlace(numbers);
}
