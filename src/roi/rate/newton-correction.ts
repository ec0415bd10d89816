/** Splits a double into two halves of at most 27 bits (Veltkamp). */
const SPLIT = 134_217_729;

/**
 * The last step of Newton towards a root of a polynomial, its value worked out as if in twice the precision of a double.
 *
 * @param coefficients - the leading one first
 * @param x - near a root
 * @returns what to add to `x`; not finite where a step outgrows a double
 * @source Graillat, Langlois and Louvet, Compensated Horner Scheme (2005)
 */
export function newtonCorrection(coefficients: Float64Array, x: number): number {
  const high = SPLIT * x - (SPLIT * x - x);
  const low = x - high;
  let value = coefficients[0] as number;
  let error = 0;
  let slope = 0;
  for (let i = 1; i < coefficients.length; i++) {
    const next = coefficients[i] as number;
    slope = slope * x + value;
    // value × x = product + lost, exactly (Dekker); product + next = sum + rounded, exactly (Knuth).
    const product = value * x;
    const valueHigh = SPLIT * value - (SPLIT * value - value);
    const valueLow = value - valueHigh;
    const lost = valueLow * low - (product - valueHigh * high - valueLow * high - valueHigh * low);
    const sum = product + next;
    const back = sum - product;
    const rounded = product - (sum - back) + (next - back);
    value = sum;
    error = error * x + (lost + rounded);
  }
  return -(value + error) / slope;
}
