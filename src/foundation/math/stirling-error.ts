import { log } from "./logarithm.js";
import { logGammaOnePlus } from "./log-gamma-one-plus.js";

/** ln √(2π). */
export const HALF_LOG_TWO_PI = 0.9189385332046728;
/**
 * x times the error, in 1/x from 0 to 1/2, highest power first. A Chebyshev fit: the error comes out within 4e-18. Stirling's own
 * series would need x above 16.
 */
const SHAPE = /* @__PURE__ */ Float64Array.of(
  0.0008472044837718418,
  -0.004513520618852965,
  0.01079179611858291,
  -0.015098865313166773,
  0.013261197159798706,
  -0.006909998098779397,
  0.001302751663945973,
  0.0005966690216452644,
  3.346230762383731e-5,
  -0.0005985124044477417,
  2.2294430774523832e-7,
  0.0007936407455932788,
  2.7629333096873663e-10,
  -0.002777777781803982,
  2.3408448762215285e-14,
  0.08333333333333331,
);

/**
 * What Stirling's formula for ln Γ(x + 1) is short of: ln Γ(x + 1) - ((x + 1/2) ln x - x + ln √(2π)).
 *
 * @param x - above 0
 * @returns the error, at most 1/(12x)
 * @source Loader, Fast and accurate computation of binomial probabilities (2000), section 3
 */
export function stirlingError(x: number): number {
  if (x < 2) return logGammaOnePlus(x) - (x + 0.5) * log(x) + x - HALF_LOG_TWO_PI;
  const u = 1 / x;
  const square = u * u;
  // Even and odd terms side by side: half as many steps that wait for each other.
  let odd = 0;
  let even = 0;
  for (let i = 0; i < SHAPE.length; i += 2) {
    odd = odd * square + (SHAPE[i] as number);
    even = even * square + (SHAPE[i + 1] as number);
  }
  return (odd * u + even) * u;
}

/**
 * The change of {@link stirlingError} from x to x + step, right to its own last digits however small the step.
 *
 * @param x - at least 2
 * @param step - above 0
 * @returns the error at `x + step` less that at `x`
 */
export function stirlingErrorChange(x: number, step: number): number {
  const u = 1 / (x + step);
  const v = 1 / x;
  // The quotient of the differences of a polynomial at u and v, by Horner's rule; the polynomial is SHAPE times u.
  let sum = 0;
  let quotient = 0;
  for (const coefficient of SHAPE) {
    quotient = quotient * v + sum;
    sum = sum * u + coefficient;
  }
  quotient = quotient * v + sum;
  return -step * u * v * quotient;
}
