/** Splits a double into two halves of at most 27 bits (Veltkamp). */
const SPLIT = 134_217_729;

/**
 * Works out a polynomial as if in twice the precision of a double, from `+ − ×` alone.
 *
 * @param coefficients - in either order, as `backward` says
 * @param x - where
 * @param backward - whether the last coefficient is the leading one; otherwise the first is
 * @returns the value; not finite where a step outgrows a double
 * @see Stef Graillat, Philippe Langlois, Nicolas Louvet, "Compensated Horner Scheme" (2005)
 */
export function compensatedHorner(coefficients: Float64Array, x: number, backward: boolean): number {
  const last = coefficients.length - 1;
  const high = SPLIT * x - (SPLIT * x - x);
  const low = x - high;
  let value = coefficients[backward ? last : 0] ?? 0;
  let error = 0;
  for (let i = 1; i <= last; i++) {
    const next = coefficients[backward ? last - i : i] ?? 0;
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
  return value + error;
}
