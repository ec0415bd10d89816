/**
 * The sum of a Chebyshev series by Clenshaw's rule.
 *
 * @param coefficients - of T₀, T₁, …
 * @param t - from −1 to 1
 * @source Clenshaw, A note on the summation of Chebyshev series, Mathematics of Computation 9 (1955), pages 118 to 120
 */
export function chebyshev(coefficients: readonly number[], t: number): number {
  const twice = 2 * t;
  let next = 0;
  let afterNext = 0;
  for (let k = coefficients.length - 1; k > 0; k--) {
    const now = twice * next - afterNext + (coefficients[k] as number);
    afterNext = next;
    next = now;
  }
  return t * next - afterNext + (coefficients[0] as number);
}
