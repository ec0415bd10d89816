import type { Issue, Path } from "../errors/index.js";
import { compensatedSum } from "./compensated-sum.js";
import type { DiscretePoint, EventDistribution, ImpactDistribution } from "./distribution-kinds.js";
import { sigmaOfRange, sigmaOfSpread, Z_90, Z_95 } from "./shapes/lognormal-parameters.js";

/** Numbers of a distribution are at most this far from zero, so that none of its moments is out of range. */
export const MAX_SIZE = 1e100;
/** Standard deviation that the logarithm of a lognormal variable can have: the middle 90 % span 14 powers of ten. */
export const MAX_SIGMA = 10;
/** A spread that is not zero is at least this, so that no moment is lost. */
const TINY = 1e-100;
/** How far the probabilities of a discrete distribution may be from 1 in sum. */
const SUM_TOLERANCE = 1e-9;

type Report = (code: Issue["code"], path: Path, message: string) => void;

/**
 * Reports figures of a distribution that contradict each other, for a rule of its schema.
 *
 * @param distribution - of the right shape
 * @param report - takes each fault
 */
export function refuseContradictions(distribution: ImpactDistribution | EventDistribution, report: Report): void {
  switch (distribution.kind) {
    case "uniform":
      refuseOrder(distribution, ["minimum", "maximum"], report);
      return;
    case "triangular":
    case "pert":
      refuseOrder(distribution, ["minimum", "mode", "maximum"], report);
      return;
    case "triangular-p10-p90":
      refuseOrder(distribution, ["p10", "mode", "p90"], report);
      return;
    case "normal":
      refuseTiny(distribution.standardDeviation, "standardDeviation", report);
      return;
    case "normal-p10-p90":
      refuseOrder(distribution, ["p10", "p90"], report);
      return;
    case "normal-p5-p95":
      refuseOrder(distribution, ["p5", "p95"], report);
      return;
    case "lognormal":
      refuseTiny(distribution.standardDeviation, "standardDeviation", report);
      refuseSigma(sigmaOfSpread(distribution.mean, distribution.standardDeviation), "standardDeviation", report);
      return;
    case "lognormal-p10-p90":
      refuseOrder(distribution, ["p10", "p90"], report);
      refuseSigma(sigmaOfRange(distribution.p10, distribution.p90, Z_90), "p90", report);
      return;
    case "lognormal-p5-p95":
      refuseOrder(distribution, ["p5", "p95"], report);
      refuseSigma(sigmaOfRange(distribution.p5, distribution.p95, Z_95), "p95", report);
      return;
    case "discrete":
      refuseSum(distribution.points, report);
      refuseTiny(rangeOf(distribution.points.map(({ value }) => value)), "points", report, " from end to end");
      return;
    case "empirical":
      if (distribution.values.length === 0) report("empty", ["values"], "expected at least one value, received none");
      refuseTiny(rangeOf(distribution.values), "values", report, " from end to end");
      return;
    default:
  }
}

/**
 * Reports figures that do not rise, or stay the same, in the order of their names.
 *
 * @param figures - the figures
 * @param names - the first, any in between, the last
 * @param report - takes each fault
 */
export function refuseOrder<N extends string>(
  figures: Readonly<Record<N, number>>,
  names: readonly N[],
  report: Report,
): void {
  const least = names[0] as N;
  const most = names[names.length - 1] as N;
  const spread = figures[most] - figures[least];
  if (spread < 0) {
    report("inconsistent", [most], `expected at least ${least}, received ${String(figures[most])}`);
    return;
  }
  refuseTiny(spread, most, report, ` from ${least}`);
  const between = names[1] as N;
  const value = figures[between];
  if (value < figures[least] || value > figures[most]) {
    report("inconsistent", [between], `expected from ${least} to ${most}, received ${String(value)}`);
  }
}

/** A spread so small that a moment would be lost. */
function refuseTiny(size: number, name: string, report: Report, from = ""): void {
  if (size === 0 || size >= TINY) return;
  report("out-of-range", [name], `expected 0 or at least ${String(TINY)}${from}, received ${String(size)}`);
}

function refuseSigma(sigma: number, name: string, report: Report): void {
  if (sigma <= MAX_SIGMA) return;
  const rule = `expected a spread whose logarithm has a standard deviation of at most ${String(MAX_SIGMA)}`;
  report("out-of-range", [name], `${rule}, received ${String(sigma)}`);
}

/** From the smallest value to the largest; 0 for none. */
function rangeOf(values: readonly number[]): number {
  let [low, high] = [values[0] ?? 0, values[0] ?? 0];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high - low;
}

function refuseSum(points: readonly DiscretePoint[], report: Report): void {
  if (points.length === 0) report("empty", ["points"], "expected at least one point, received none");
  else {
    const sum = compensatedSum(points.length, (i) => (points[i] as DiscretePoint).probability);
    if (Math.abs(sum - 1) <= SUM_TOLERANCE) return;
    report("inconsistent", ["points"], `expected probabilities that sum to 1, received a sum of ${String(sum)}`);
  }
}
