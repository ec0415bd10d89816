import type { PertDistribution } from "../distribution-kinds.js";

/** Weight of the mode where none is named: that of the PERT method. */
const LAMBDA = 4;

/**
 * The weights of the beta distribution behind a PERT estimate whose ends differ.
 *
 * @param estimate - the estimate
 * @returns both weights
 */
export function betaWeights({ minimum, mode, maximum, lambda = LAMBDA }: PertDistribution): {
  readonly alpha: number;
  readonly beta: number;
} {
  const range = maximum - minimum;
  return { alpha: 1 + (lambda * (mode - minimum)) / range, beta: 1 + (lambda * (maximum - mode)) / range };
}
