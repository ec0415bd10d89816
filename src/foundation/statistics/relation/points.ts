import { broken, demandNumbers } from "../../guard/index.js";

/** Two numbers of each thing. */
export interface Points {
  /** The first numbers. */
  readonly x: ArrayLike<number>;
  /** The second numbers, in the same order; as many. */
  readonly y: ArrayLike<number>;
}

/** The same, checked and copied. */
export interface CheckedPoints {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Asks for points. */
export function demandPoints(points: Points): CheckedPoints {
  const x = demandNumbers(points.x, "x");
  return { x, y: demandAsMany(points.y, x.length) };
}

/** Asks for the second numbers of so many points. */
export function demandAsMany(values: ArrayLike<number>, count: number): Float64Array {
  const y = demandNumbers(values, "y");
  if (y.length !== count) throw broken("inconsistent", "y", `a list of ${String(count)} numbers, as x is`, values);
  return y;
}

/** Whether all numbers are equal. */
export function isConstant(numbers: Float64Array): boolean {
  return numbers.every((value) => value === numbers[0]);
}

/** A correlation that rounding may have led a speck too far. */
export function within(correlation: number): number {
  return Math.min(1, Math.max(-1, correlation));
}
