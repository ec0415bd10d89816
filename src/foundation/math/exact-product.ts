/** 2^27 + 1, which parts a double into two halves of 26 bits. */
const SPLITTER = 134217729;

/**
 * What rounding took from a product: a × b = product + productError, exactly.
 *
 * The halves of the factors are multiplied without rounding. It holds for factors
 * below 2^996 whose product neither overflows nor comes below 2^-969; callers see to that.
 *
 * @param a - a factor
 * @param b - a factor
 * @param product - `a * b`
 * @returns the exact product less the rounded one
 * @source Dekker, A floating-point technique for extending the available precision (1971), section 5
 */
export function productError(a: number, b: number, product: number): number {
  const wideA = a * SPLITTER;
  const highA = wideA - (wideA - a);
  const lowA = a - highA;
  const wideB = b * SPLITTER;
  const highB = wideB - (wideB - b);
  const lowB = b - highB;
  return highA * highB - product + highA * lowB + lowA * highB + lowA * lowB;
}
