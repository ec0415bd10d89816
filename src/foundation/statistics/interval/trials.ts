import type { Path } from "../../errors/index.js";
import { broken, demandCount } from "../../guard/index.js";

/** How often something came out one way. */
export interface Trials {
  /** How often it did; at most `trials`. */
  readonly successes: number;
  /** How often it was tried. */
  readonly trials: number;
}

/** Two groups, one measured against the other. */
export interface TwoGroups {
  /** The group in question: the new version, the pilot. */
  readonly sample: Trials;
  /** The group it is held against: the old version, the rest. */
  readonly baseline: Trials;
}

/** Asks for trials. */
export function demandTrials(observed: Trials, path: Path = []): Trials {
  const trials = demandCount(observed.trials, "trials", [...path, "trials"]);
  const successes = demandCount(observed.successes, "successes", [...path, "successes"]);
  if (successes > trials) {
    throw broken("inconsistent", "successes", "at most trials", successes, [...path, "successes"]);
  }
  return { successes, trials };
}

/** Asks for two groups. */
export function demandGroups({ sample, baseline }: TwoGroups): TwoGroups {
  return { sample: demandTrials(sample, ["sample"]), baseline: demandTrials(baseline, ["baseline"]) };
}
