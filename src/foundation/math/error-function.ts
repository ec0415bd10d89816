import { chebyshev } from "./chebyshev.js";
import { expWithTail } from "./exponential.js";

/** erf(x) ÷ x in 2x² − 1 on |x| ≤ 1; Chebyshev coefficients worked out at 50 digits. */
const NEAR_ZERO: readonly number[] = [
  0.9754769393826541, -0.14226120510371365, 0.010035582187599796, -0.0005768764699767485, 2.741993125219606e-5,
  -1.1043175507344507e-6, 3.8488755420345036e-8, -1.1808582533875466e-9, 3.2334215826050907e-11, -7.991015947004549e-13,
  1.7990725113961456e-14, -3.718635487818693e-16, 7.103599003714253e-18,
];

/**
 * (1 + 2x) e^(x²) erfc(x) in (x − 3.75) ÷ (x + 3.75), for all x from 0 on; Chebyshev coefficients worked out at 50
 * digits. The form is that of Shepherd and Laframboise, Chebyshev approximation of (1 + 2x) exp(x²) erfc x in
 * 0 ≤ x < ∞, Mathematics of Computation 36 (1981), pages 249 to 253.
 */
const TAIL: readonly number[] = [
  1.1775789345674017, -0.004590054580646478, -0.08424913336651792, 0.05920993999819189, -0.026658668435305753,
  0.009074997670705265, -0.002413163540417608, 0.0004907758365258086, -6.916973302501207e-5, 4.13902798607301e-6,
  7.74038306619849e-7, -2.1886401049234397e-7, 1.076499946567091e-8, 4.521959811218287e-9, -7.754400208831351e-10,
  -6.318088340886684e-11, 2.86879501093067e-11, 1.9455868545777347e-13, -9.65469674843344e-13, 3.25254814814874e-14,
  3.3478119482868056e-14, -1.864562880419313e-15, -1.2507950530688648e-15, 7.418235256624044e-17, 5.068148904796111e-17,
];
const TAIL_CENTRE = 3.75;

/** 1 ÷ √2 */
const ROOT_HALF = 0.7071067811865476;
/** 1 ÷ √(2π) */
const DENSITY_AT_ZERO = 0.3989422804014327;
/** Splits a number in two halves of 26 bits. */
const SPLIT = 134217729;
/** Beyond this the tail is below the smallest number. */
const FAR = 40;

/** e^(x²) erfc(x) for x from 0 on. */
const scaledTail = (x: number): number => chebyshev(TAIL, (x - TAIL_CENTRE) / (x + TAIL_CENTRE)) / (1 + 2 * x);

/** e^(−x²·share), with the square in two parts, so that far out the rounding of the square is not multiplied. */
function gaussian(x: number, share: 0.5 | 1): number {
  const t = SPLIT * x;
  const high = t - (t - x);
  const low = x - high;
  const square = x * x;
  const lost = high * high - square + 2 * high * low + low * low;
  return expWithTail(-share * square, -share * lost);
}

/** The error function, odd, from −1 to 1. */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size <= 1) return x * chebyshev(NEAR_ZERO, 2 * x * x - 1);
  const value = size > 6 ? 1 : 1 - gaussian(size, 1) * scaledTail(size);
  return x < 0 ? -value : x > 0 ? value : NaN;
}

/** What the error function is short of 1, right to the last digits where it is tiny. */
export function erfc(x: number): number {
  if (x < 0.5) return 1 - erf(x);
  if (!(x < FAR)) return x > 0 ? 0 : NaN;
  return gaussian(x, 1) * scaledTail(x);
}

/** The density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return Math.abs(z) < FAR ? DENSITY_AT_ZERO * gaussian(z, 0.5) : z !== z ? NaN : 0;
}

/** How much of the standard normal distribution lies below `z`; the part above it is that below −z. */
export function normalCdf(z: number): number {
  const x = -z * ROOT_HALF;
  if (Math.abs(x) < 0.5) return 0.5 - 0.5 * erf(x);
  if (x < 0) return 1 - normalCdf(-z);
  if (!(z > -FAR)) return z < 0 ? 0 : NaN;
  return 0.5 * gaussian(z, 0.5) * scaledTail(x);
}
