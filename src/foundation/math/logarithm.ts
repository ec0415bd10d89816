import { highWord, powerOfTwo } from "./double-bits.js";
import { LN2_HIGH, LN2_LOW } from "./exponential.js";

const ROOT_TWO = 1.4142135623730951;
const SMALLEST_NORMAL = 2.2250738585072014e-308;
/** 2^54: takes every subnormal number up to a normal one. */
const LIFT = 18014398509481984;

/**
 * `k` ln 2 + ln(1 + f) + `tail`, for f from √½ − 1 to √2 − 1: with s = f ÷ (2 + f) the logarithm is
 * 2 artanh s = f − (f²/2 − s (f²/2 + R(s²))), whose terms shrink one after the other. R is a Chebyshev fit at 200
 * bits; what it leaves out is 6e-20.
 */
function logOf(k: number, f: number, tail: number): number {
  const s = f / (2 + f);
  const z = s * s;
  const half = 0.5 * f * f;
  const rest =
    z *
    (0.6666666666666667 +
      z *
        (0.4000000000000088 +
          z *
            (0.2857142857080323 +
              z *
                (0.2222222239180047 +
                  z *
                    (0.18181795630884753 +
                      z * (0.15386240205813478 + z * (0.13268759668560612 + z * 0.13086767009948175)))))));
  return k * LN2_HIGH - (half - (s * (half + rest) + (k * LN2_LOW + tail)) - f);
}

/** The natural logarithm, within 0.75 ulp, the same bits on every engine. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  const lifted = x < SMALLEST_NORMAL ? x * LIFT : x;
  let k = (highWord(lifted) >>> 20) - 1023;
  let m = k === 1023 ? lifted * 0.5 * powerOfTwo(-1022) : lifted * powerOfTwo(-k);
  if (m > ROOT_TWO) {
    m *= 0.5;
    k++;
  }
  return logOf(lifted === x ? k : k - 54, m - 1, 0);
}

/** ln(1 + x), within 0.9 ulp also where `x` is near zero. */
export function log1p(x: number): number {
  if (x === 0 || x === Infinity) return x;
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x > -0.29289321881345254 && x < 0.41421356237309503) return logOf(0, x, 0);
  const u = 1 + x;
  // What the sum lost, relative to the sum; nothing worth telling once the one is lost in x.
  const lost = x < 9007199254740992 ? (x < 1 ? x - (u - 1) : 1 - (u - x)) / u : 0;
  let k = (highWord(u) >>> 20) - 1023;
  let m = k === 1023 ? u * 0.5 * powerOfTwo(-1022) : u * powerOfTwo(-k);
  if (m > ROOT_TWO) {
    m *= 0.5;
    k++;
  }
  return logOf(k, m - 1, lost);
}
