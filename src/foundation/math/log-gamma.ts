import { chebyshev } from "./chebyshev.js";
import { log, log1p } from "./logarithm.js";

/** ln Γ(1 + u) ÷ (u (u − 1)) in u − 1, for u from 0 to 2; Chebyshev coefficients worked out at 50 digits. */
const BETWEEN_ONE_AND_THREE: readonly number[] = [
  0.44148902545501423, -0.11119580321752523, 0.01951044826068884, -0.003922461463025264, 0.0008478989895953857,
  -0.00019153855341365593, 4.454470184975607e-5, -1.05728743735943e-5, 2.5474336873408417e-6, -6.208535880776316e-7,
  1.5268677399071546e-7, -3.782637660291326e-8, 9.428100823624284e-9, -2.361999702184645e-9, 5.943541905817546e-10,
  -1.501312977072867e-10, 3.8050196458110534e-11, -9.672485299656325e-12, 2.465348198355661e-12, -6.298868140791711e-13,
  1.6128460030283787e-13, -4.137949206814042e-14, 1.0635701227757898e-14, -2.7382420786652826e-15,
  7.060670507214892e-16, -1.8232177141662118e-16, 4.714169006756272e-17, -1.2204107319639856e-17,
  3.1630451661790255e-18,
];
/** ln √(2π) */
const HALF_LOG_TWO_PI = 0.9189385332046728;
/** From here on Stirling's series is right to the last digit. */
const STIRLING_FROM = 16;

/** ln Γ(1 + u) for u from 0 to 2, also for tiny u. */
export function logGammaOnePlus(u: number): number {
  // The added zero takes the sign from a zero at u = 0.
  return u * (u - 1) * chebyshev(BETWEEN_ONE_AND_THREE, u - 1) + 0;
}

/**
 * What Stirling's formula for ln Γ(x + 1) is short of: ln Γ(x + 1) − ((x + ½) ln x − x + ln √(2π)).
 *
 * @param x - above 0
 * @source Loader, Fast and accurate computation of binomial probabilities (2000), section 3
 */
export function stirlingError(x: number): number {
  if (x < STIRLING_FROM) return logGamma(x + 1) - (x + 0.5) * log(x) + x - HALF_LOG_TWO_PI;
  const z = 1 / (x * x);
  const series =
    0.08333333333333333 -
    z *
      (0.002777777777777778 -
        z *
          (0.0007936507936507937 -
            z *
              (0.0005952380952380953 -
                z * (0.0008417508417508417 - z * (0.0019175269175269176 - z * 0.00641025641025641)))));
  return series / x;
}

/**
 * The logarithm of the gamma function.
 *
 * @param x - above 0
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : NaN;
  if (x < 1) return logGammaOnePlus(x) - log(x);
  if (x <= 3) return logGammaOnePlus(x - 1);
  if (x < STIRLING_FROM) {
    // Down to between 2 and 3, where the product of what was taken off is a sum of like signs.
    let product = 1;
    let y = x;
    while (y > 3) {
      y -= 1;
      product *= y;
    }
    return logGammaOnePlus(y - 1) + log(product);
  }
  if (x === Infinity) return x;
  return (x - 0.5) * (log(x) - 1) - 0.5 + HALF_LOG_TWO_PI + stirlingError(x);
}

/** The logarithm of the beta function; `a` and `b` above 0. */
export function logBeta(a: number, b: number): number {
  const least = a < b ? a : b;
  const most = a < b ? b : a;
  if (most < STIRLING_FROM) return logGamma(a) + logGamma(b) - logGamma(a + b);
  // Γ(most) ÷ Γ(a + b) by Stirling's formula, in which the large parts cancel before they are rounded.
  const share = least / most;
  const quotient = stirlingError(most) - stirlingError(a + b) - (most + least - 0.5) * log1p(share) + least;
  return logGamma(least) - least * log(most) + quotient;
}
