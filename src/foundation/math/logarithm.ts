import { productError } from "./exact-product.js";
import { DOUBLE, POWERS_OF_TWO, UNIT, UPPER, WORDS } from "./float-bits.js";

/** ln 2: a part of 42 bits, so that its multiples are exact, and the rest. */
const LN2_HIGH = 0.6931471805598903;
const LN2_LOW = 5.497923018708371e-14;
/** Steps from 1 to 2. */
const STEPS = 128;
/** The last step below the square root of 2. */
const MIDDLE = 53;
/** The grid of the table's leading parts, the same as that of LN2_HIGH: sums of both are exact. */
const GRID = 4398046511104;
/**
 * For each step F = 1 + j/128 three numbers side by side: c, near 1/F, of 17 bits; and -ln c,
 * on the grid, and the rest of it. Above the square root of 2 it is -ln 2c.
 */
const TABLE = /* @__PURE__ */ steps();
/** What {@link logOfSum} leaves behind: the small part of its answer. Read it at once. */
export const LOG_REST = /* @__PURE__ */ new Float64Array(1);

/**
 * The natural logarithm.
 *
 * It is fast because it divides nothing: x = 2^k m, and with c near 1/m from a table,
 * ln x = k ln 2 - ln c + ln(1 + r), where r = m c - 1 is at most 1/256 and needs a short polynomial.
 * It is accurate because k ln 2 - ln c is exact to 42 bits after the point, and r is exact too: the halves
 * of m times c are. Near 1 the table gives 0 and r = x - 1, so nothing cancels.
 *
 * @param x - any double
 * @returns ln x, within 0.52 units in the last place; special values as `Math.log` has them
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let k = -1023;
  let scaled = x;
  if (x < 2.2250738585072014e-308) {
    scaled = x * 18014398509481984;
    k = -1077;
  }
  DOUBLE[0] = scaled;
  const upper = WORDS[UPPER] as number;
  const fraction = upper & 0xfffff;
  const step = (fraction + 4096) >> 13;
  const exponent = upper >> 20;
  k += step > MIDDLE ? exponent + 1 : exponent;
  const m = scaled * (POWERS_OF_TWO[UNIT + 1023 - exponent] as number);
  const c = TABLE[3 * step] as number;
  // The first 21 bits of m, and the others.
  const high = 1 + fraction * 9.5367431640625e-7;
  const a = high * c - 1;
  const b = (m - high) * c;
  const r = a + b;
  const lost = a - r + b;
  const whole = k * LN2_HIGH + (TABLE[3 * step + 1] as number);
  const sum = whole + r;
  const rest = whole - sum + r + (k * LN2_LOW + (TABLE[3 * step + 2] as number) + lost);
  return sum + (rest - r * r * (0.5 - r * logTail(r)));
}

/**
 * The natural logarithm of a sum that is known to more bits than a double holds, itself to more than a double holds.
 *
 * @param x - the leading part, above zero and finite
 * @param rest - a small part, at most half a unit in the last place of `x`; 0 where `x` is below 2^-1022
 * @returns the leading part of ln(x + rest); the rest of it, to 2^-69 of the whole, is in {@link LOG_REST}
 */
export function logOfSum(x: number, rest: number): number {
  let k = -1023;
  let scaled = x;
  if (x < 2.2250738585072014e-308) {
    scaled = x * 18014398509481984;
    k = -1077;
  }
  DOUBLE[0] = scaled;
  const upper = WORDS[UPPER] as number;
  const fraction = upper & 0xfffff;
  const step = (fraction + 4096) >> 13;
  const exponent = upper >> 20;
  k += step > MIDDLE ? exponent + 1 : exponent;
  const power = POWERS_OF_TWO[UNIT + 1023 - exponent] as number;
  const c = TABLE[3 * step] as number;
  const high = 1 + fraction * 9.5367431640625e-7;
  const a = high * c - 1;
  const b = (scaled * power - high) * c;
  const r0 = a + b;
  const more = rest * power * c;
  const r = r0 + more;
  const lost = a - r0 + b + (r0 - r + more);
  // ln(1 + r), term by term: r and r²/2 go into the sum with what rounding takes from them.
  const whole = k * LN2_HIGH + (TABLE[3 * step + 1] as number);
  const first = whole + r;
  const square = r * r;
  const front = Math.fround(r);
  const squareLost = front * front - square + (r - front) * (r + front);
  const half = 0.5 * square;
  const second = first - half;
  const small =
    whole -
    first +
    r +
    (first - second - half) +
    (k * LN2_LOW + (TABLE[3 * step + 2] as number) + (lost - r * lost) - 0.5 * squareLost + square * r * logTail(r));
  const sum = second + small;
  LOG_REST[0] = small - (sum - second);
  return sum;
}

/**
 * ln(1 + x), without loss where x is small.
 *
 * @param x - any double
 * @returns ln(1 + x), within 0.52 units in the last place; special values as `Math.log1p` has them
 */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  // The further terms are below half a unit in the last place; so 0 keeps its sign.
  if (x > -1e-17 && x < 1e-17) return x;
  if (x === Infinity) return x;
  const sum = 1 + x;
  return logOfSum(sum, x < 1 ? x - (sum - 1) : 1 - (sum - x));
}

/** (ln(1 + r) - r + r²/2) / r³ for |r| at most 1/250: its series. */
function logTail(r: number): number {
  return (
    0.3333333333333333 +
    r *
      (-0.25 +
        r * (0.2 + r * (-0.16666666666666666 + r * (0.14285714285714285 + r * (-0.125 + r * 0.1111111111111111)))))
  );
}

/**
 * The table, from both ends, where the logarithm is 0: from one step to the next
 * ln c changes by 2 (s + s³/3 + …) with s = (c' - c) / (c' + c), at most 1/250.
 */
function steps(): Float64Array {
  const table = new Float64Array(3 * (STEPS + 1));
  for (let j = 0; j <= STEPS; j++) table[3 * j] = Math.round(65536 / (1 + j / STEPS)) / 65536;
  fillSteps(table, 0, MIDDLE, 1);
  fillSteps(table, STEPS, MIDDLE + 1, -1);
  return table;
}

function fillSteps(table: Float64Array, from: number, to: number, by: number): void {
  let high = 0;
  let low = 0;
  for (let j = from; ; j += by) {
    const onGrid = Math.round(high * GRID) / GRID;
    table[3 * j + 1] = onGrid;
    table[3 * j + 2] = high - onGrid + low;
    if (j === to) return;
    const c = table[3 * j] as number;
    const next = table[3 * (j + by)] as number;
    const s = (c - next) / (c + next);
    const product = s * (c + next);
    const lost = (c - next - product - productError(s, c + next, product)) / (c + next);
    const square = s * s;
    const series = 0.3333333333333333 + square * (0.2 + square * (0.14285714285714285 + square * 0.1111111111111111));
    const tail = 2 * (lost + s * square * series);
    const sum = high + 2 * s;
    const rest = (Math.abs(high) > Math.abs(2 * s) ? high - sum + 2 * s : 2 * s - sum + high) + low + tail;
    high = sum + rest;
    low = rest - (high - sum);
  }
}
