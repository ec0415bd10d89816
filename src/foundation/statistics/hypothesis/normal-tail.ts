import { erfc } from "../../math/index.js";

/** How likely a standard normal value is at least this far from 0, on either side. */
export function twoSidedNormal(z: number): number {
  return erfc(Math.abs(z) * Math.SQRT1_2);
}

/** How likely a standard normal value is at least `z`. */
export function upperNormal(z: number): number {
  return erfc(z * Math.SQRT1_2) / 2;
}
