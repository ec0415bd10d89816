import { productError } from "./exact-product.js";
import { POWERS_OF_TWO, UNIT } from "./float-bits.js";

/** Steps from one power of two to the next. */
const STEPS = 64;
const STEPS_PER_UNIT = 92.33248261689366;
/** ln 2 / 64: a part of 36 bits, so that its multiples are exact, and the rest. */
const STEP_HIGH = 0.010830424696223417;
const STEP_LOW = 2.572804622327669e-14;
/** 2^(1/64), as the sum of two doubles. */
const ROOT_HIGH = 1.0108892860517005;
const ROOT_LOW = -1.5234778603368577e-17;
/** 2^(j/64) for j from 0 to 63, as sums of two doubles that stand side by side. */
const ROOTS = /* @__PURE__ */ roots();

/**
 * The exponential e^x.
 *
 * @param x - any double
 * @returns e^x, within 0.52 units in the last place (0.76 below 2^-1022); NaN, infinities and zero as `Math.exp` has them
 */
export function exp(x: number): number {
  return expOfSum(x, 0);
}

/**
 * The exponential of a sum that is known to more bits than a double holds.
 *
 * It is fast because little waits for what comes before: x = k ln 2 / 64 + r with |r| at most
 * 0.0055, so a table gives 2^(k/64) while a short polynomial gives e^r - 1; without the table the
 * polynomial would need twice the terms. It is accurate because that polynomial is below 1 % of the
 * result, and so is the share of its errors: what remains is the last rounding.
 *
 * @param x - the leading part
 * @param rest - a small part, at most some units in the last place of `x`
 * @returns e^(x + rest)
 */
export function expOfSum(x: number, rest: number): number {
  if (!(x < 710)) return x !== x ? NaN : Infinity;
  if (x < -746) return 0;
  const k = Math.floor(x * STEPS_PER_UNIT + 0.5);
  const r = x - k * STEP_HIGH - k * STEP_LOW + rest;
  const p = r + r * r * expRemainder(r);
  const j = (k & (STEPS - 1)) << 1;
  const root = ROOTS[j] as number;
  return scaled(root + ((ROOTS[j + 1] as number) + root * p), k >> 6);
}

/**
 * The exponential less one, e^x - 1, without loss where x is small.
 *
 * @param x - any double
 * @returns e^x - 1, within 0.6 units in the last place; special values as `Math.expm1` has them
 */
export function expm1(x: number): number {
  if (x > -0.25 && x < 0.25) return expm1OfSmall(x);
  if (x < -38) return -1;
  if (!(x < 50)) return expOfSum(x, 0);
  const k = Math.floor(x * STEPS_PER_UNIT + 0.5);
  const r = x - k * STEP_HIGH - k * STEP_LOW;
  const p = r + r * r * expRemainder(r);
  const j = (k & (STEPS - 1)) << 1;
  const power = POWERS_OF_TWO[(k >> 6) + UNIT] as number;
  const root = (ROOTS[j] as number) * power;
  const whole = root - 1;
  // What rounding took from root - 1.
  const lost = root > 1 ? root - whole - 1 : root - (whole + 1);
  return whole + (lost + ((ROOTS[j + 1] as number) * power + root * p));
}

/** The series, its second term with an exact square: that term is up to an eighth of the result. */
function expm1OfSmall(x: number): number {
  // The further terms are below half a unit in the last place; so 0 keeps its sign.
  if (x > -1e-17 && x < 1e-17) return x;
  const square = x * x;
  const high = Math.fround(x);
  const lost = high * high - square + (x - high) * (x + high);
  const tail =
    0.16666666666666666 +
    x *
      (0.041666666666666664 +
        x *
          (0.008333333333333333 +
            x *
              (0.001388888888888889 +
                x *
                  (1.984126984126984e-4 +
                    x *
                      (2.48015873015873e-5 +
                        x *
                          (2.7557319223985893e-6 +
                            x *
                              (2.755731922398589e-7 +
                                x *
                                  (2.505210838544172e-8 +
                                    x * (2.08767569878681e-9 + x * 1.6059043836821613e-10)))))))));
  const half = 0.5 * square;
  const sum = x + half;
  return sum + (x - sum + half + (0.5 * lost + x * square * tail));
}

/** (e^r - 1 - r) / r² for |r| at most 0.0055: its series. */
function expRemainder(r: number): number {
  return (
    0.5 + r * (0.16666666666666666 + r * (0.041666666666666664 + r * (0.008333333333333333 + r * 0.001388888888888889)))
  );
}

/** y × 2^n for y from 1/2 to 2. Past the ends it takes two steps, of which the first is exact. */
function scaled(y: number, n: number): number {
  if (n > -1022 && n < 1024) return y * (POWERS_OF_TWO[n + UNIT] as number);
  if (n > 0) return y * (POWERS_OF_TWO[n - 1 + UNIT] as number) * 2;
  return y * (POWERS_OF_TWO[n + 60 + UNIT] as number) * (POWERS_OF_TWO[UNIT - 60] as number);
}

/** Multiplies 2^(1/64) up, in sums of two doubles: the errors end below 2^-98. */
function roots(): Float64Array {
  const table = new Float64Array(2 * STEPS);
  let high = 1;
  let low = 0;
  for (let j = 0; j < STEPS; j++) {
    table[2 * j] = high;
    table[2 * j + 1] = low;
    const product = high * ROOT_HIGH;
    const rest = productError(high, ROOT_HIGH, product) + (high * ROOT_LOW + low * ROOT_HIGH);
    high = product + rest;
    low = rest - (high - product);
  }
  return table;
}
