import { productError } from "./exact-product.js";
import { LOG_REST, logOfSum } from "./logarithm.js";

/** A logarithm in two parts. */
export interface LogPoint {
  readonly point: number;
  readonly rest: number;
}

/**
 * The logarithm of the x at which the first term of a series, x^a / scale, has the value p. With small a it is large, and
 * an error of it is a relative error of x; so it is worked out in two parts.
 *
 * @param p - the leading part of the value, above 0
 * @param pRest - the rest of it
 * @param logScale - the logarithm of the scale
 * @param a - above 0
 * @returns ln x
 */
export function firstTermPoint(p: number, pRest: number, logScale: number, a: number): LogPoint {
  const logarithm = logOfSum(p, pRest);
  const sum = logarithm + logScale;
  const part = sum - logarithm;
  const sumRest = logarithm - (sum - part) + (logScale - part) + (LOG_REST[0] as number);
  const point = sum / a;
  const back = point * a;
  return { point, rest: (sum - back - productError(point, a, back) + sumRest) / a };
}
