import { log } from "./logarithm.js";

/**
 * x ln(x ÷ m) + m − x: how unlikely a count of x is where m was expected, right also where the two are close.
 *
 * @param x - zero or above
 * @param m - above 0
 * @source Loader, Fast and accurate computation of binomial probabilities (2000), section 4
 */
export function deviance(x: number, m: number): number {
  if (x === 0) return m;
  const d = x - m;
  if (Math.abs(d) >= 0.1 * (x + m)) return x * log(x / m) - d;
  const v = d / (x + m);
  const square = v * v;
  let sum = d * v;
  let power = 2 * x * v;
  for (let j = 3; ; j += 2) {
    power *= square;
    const next = sum + power / j;
    if (next === sum) return sum;
    sum = next;
  }
}
