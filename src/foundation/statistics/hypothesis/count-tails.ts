/** A count is as unlikely as the observed one when its probability is at most this many times as large: rounding is forgiven. */
const AS_UNLIKELY = 1 + 1e-7;
/** So small a part of the likeliest probability is nothing. Among the smallest doubles products stop getting smaller. */
const NOTHING = 1e-300;

/** How a count is distributed, by the ratios of neighbouring probabilities. */
export interface CountDistribution {
  /** The smallest count there is. */
  readonly from: number;
  /** The largest. */
  readonly to: number;
  /** The likeliest, or one near it; one just outside is moved inside. */
  readonly mode: number;
  /** Probability of `k + 1` as a multiple of that of `k`. */
  readonly ratio: (k: number) => number;
}

/** How likely it was to see a count like the observed one. */
export interface CountTails {
  /** As unlikely a count, or one more so, on either side. */
  readonly p: number;
  /** So large a count or a larger one. */
  readonly pGreater: number;
  /** So small a count or a smaller one. */
  readonly pLess: number;
}

/**
 * The tails of a count, summed from its likeliest value outwards until nothing is left to add. All probabilities are
 * multiples of that of the likeliest value, so that nothing needs a logarithm.
 * A tail below 1e-300 comes out as 0.
 */
export function countTails(distribution: CountDistribution, observed: number): CountTails {
  let seen = 0;
  walk(distribution, (k, mass) => {
    if (k === observed) seen = mass;
  });
  let [total, rare, above, below] = [0, 0, 0, 0];
  walk(distribution, (k, mass) => {
    total += mass;
    if (mass <= seen * AS_UNLIKELY) rare += mass;
    if (k >= observed) above += mass;
    if (k <= observed) below += mass;
  });
  return { p: rare / total, pGreater: above / total, pLess: below / total };
}

function walk({ from, to, mode, ratio }: CountDistribution, visit: (k: number, mass: number) => void): void {
  const start = Math.min(to, Math.max(from, mode));
  let mass = 1;
  for (let k = start; k <= to && mass > NOTHING; k++) {
    visit(k, mass);
    mass *= ratio(k);
  }
  mass = 1;
  for (let k = start; k > from && mass > NOTHING; k--) {
    mass /= ratio(k - 1);
    visit(k - 1, mass);
  }
}
