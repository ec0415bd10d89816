import { erfc, erfcx } from "./error-function.js";
import { exp, expOfSum } from "./exponential.js";

/** Sizes from which the series is right to the last digits; below it would need more terms. */
export const LARGE_FROM = 100_000;
const TWO_PI = 6.283185307179586;
/** Terms of the series in ζ. */
const TERMS = 12;
/** Coefficients of z², z and ζ/z, rewritten in each call. */
const SQUARE = /* @__PURE__ */ new Float64Array(TERMS + 3);
const ROOT = /* @__PURE__ */ new Float64Array(TERMS + 3);
const RATIO = /* @__PURE__ */ new Float64Array(TERMS + 3);

/** A point of a beta or gamma distribution with large parameters. */
export interface LargePoint {
  /** The size that the series is in: a for the gamma distribution, ab/(a + b) for the beta one; at least LARGE_FROM. */
  readonly size: number;
  /** Of a beta distribution 1 - 2 mean and mean (1 - mean); 1 and 0 for the gamma one. */
  readonly skew: number;
  readonly spread: number;
  /** Half the size times ζ²: how far out the point is, not negative; in two parts. */
  readonly deviance: number;
  readonly devianceRest: number;
  /** Whether the point is above the mean. */
  readonly isAbove: boolean;
  /** The logarithm of what Stirling's formula leaves out of the density. */
  readonly correction: number;
}

/**
 * The lower share of a beta or gamma distribution with large parameters, or the upper one: the
 * normal tail of ζ √size, and a series in 1/size for what the distribution is not normal.
 *
 * With z the distance from the mean in units of mean (1 - mean), the density is e^(-size ζ²/2) times ζ/z dζ, where
 * z dz = ζ (1 + (1 - 2 mean) z - mean (1 - mean) z²) dζ. That gives the coefficients of z² in ζ one after the other, from them those of
 * z and of ζ/z; the integral then goes by parts, time and again. No step grows with the parameters; sums and fractions need
 * some √size terms.
 *
 * @param point - the point
 * @param isUpper - whether the share above it is wanted
 * @returns the share, right to its last digits however small
 * @source Temme, The uniform asymptotic expansion of a class of integrals related to cumulative distribution functions (1982), section 2
 */
export function shareOfLarge(point: LargePoint, isUpper: boolean): number {
  const { size, isAbove, correction } = point;
  const far = point.deviance;
  const isTail = isAbove === isUpper;
  if (far > 800) return isTail ? 0 : 1;
  const root = Math.sqrt(far);
  const density = expOfSum(-far, -point.devianceRest);
  const tail = root < 0.75 ? 0.5 * erfc(root) : 0.5 * erfcx(root) * density;
  const distance = root * Math.sqrt(2 / size);
  fillRatio(point.skew, point.spread);
  const lean = (exp(correction) * seriesAt(isAbove ? distance : -distance, size) * density) / Math.sqrt(TWO_PI * size);
  return (isTail ? tail : 1 - tail) + (isUpper ? lean : -lean);
}

/** d0 + d1 / size + d2 / size²: each of them is the one before, differentiated and less its first term, over ζ. */
function seriesAt(zeta: number, size: number): number {
  let d0 = 0;
  let d1 = 0;
  let d2 = 0;
  for (let k = TERMS; k >= 1; k--) {
    const coefficient = RATIO[k] as number;
    d0 = d0 * zeta + coefficient;
    if (k >= 3) d1 = d1 * zeta + (k - 1) * coefficient;
    if (k >= 5) d2 = d2 * zeta + (k - 1) * (k - 3) * coefficient;
  }
  return d0 + (d1 + d2 / size) / size;
}

/** The coefficients of ζ/z as a series in ζ. */
function fillRatio(skew: number, spread: number): void {
  SQUARE[2] = 1;
  ROOT[1] = 1;
  for (let k = 3; k <= TERMS + 2; k++) {
    const square = (2 / k) * (skew * (ROOT[k - 2] as number) - spread * (SQUARE[k - 2] as number));
    let others = 0;
    for (let i = 2; i < k - 1; i++) others += (ROOT[i] as number) * (ROOT[k - i] as number);
    SQUARE[k] = square;
    ROOT[k - 1] = 0.5 * (square - others);
  }
  RATIO[0] = 1;
  for (let k = 1; k <= TERMS; k++) {
    let sum = 0;
    for (let i = 1; i <= k; i++) sum += (ROOT[i + 1] as number) * (RATIO[k - i] as number);
    RATIO[k] = -sum;
  }
}
