import { productError } from "./exact-product.js";
import { LOG_REST, log, logOfSum } from "./logarithm.js";

/** What {@link deviance} leaves behind: the small part of its answer. Read it at once. */
export const DEVIANCE_REST = /* @__PURE__ */ new Float64Array(1);

/**
 * x ln(x / m) + m - x: how unlikely a count of x is where m was expected. Probabilities are e to the power of its negative,
 * which turns an error of it into a relative error, so it is worked out in sums of two doubles: its error is
 * 2^-69 of |x - m|.
 *
 * @param x - above 0
 * @param m - the leading part of the expectation, above 0
 * @param mRest - what that lacks, at most some units in the last place of it
 * @returns the leading part of the deviance; the rest of it is in {@link DEVIANCE_REST}
 * @source Loader, Fast and accurate computation of binomial probabilities (2000), section 4
 */
export function deviance(x: number, m: number, mRest: number): number {
  const q = x / m;
  const difference = m - x;
  if (!(q > 1e-280 && q < 1e290)) {
    DEVIANCE_REST[0] = 0;
    return x * (log(x) - log(m)) + difference;
  }
  const back = q * m;
  const logarithm = logOfSum(q, (x - back - productError(q, m, back) - q * mRest) / m);
  const logarithmRest = LOG_REST[0] as number;
  const product = x * logarithm;
  const sum = product + difference;
  const part = sum - product;
  const lost = product - (sum - part) + (difference - part);
  const differenceLost = m > x ? m - difference - x : m - (difference + x);
  const rest = lost + (differenceLost + mRest) + (productError(x, logarithm, product) + x * logarithmRest);
  // Where the sum cancels, the rest of it may be the larger part.
  const total = sum + rest;
  const share = total - sum;
  DEVIANCE_REST[0] = sum - (total - share) + (rest - share);
  return total;
}
