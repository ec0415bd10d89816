/** Smaller and larger parameters would leave what a double holds, or what two hold, on the way. */
const SMALLEST = 1e-100;
/** The largest parameter; beyond it lie the arguments whose share is 0 or 1. */
export const LARGEST = 1e100;

/**
 * Tells whether a parameter of a distribution is one that the functions here take.
 *
 * @param value - any number
 * @returns whether it is from 1e-100 to 1e100
 */
export function isParameter(value: number): boolean {
  return value >= SMALLEST && value <= LARGEST;
}
