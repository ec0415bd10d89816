import { Decimal, decimalOfNumber, numberOf } from "../foundation/decimal/index.js";

/** Numbers as whole multiples of one unit. */
export interface ScaledIntegers {
  /** The multiples, in the order of the numbers. */
  readonly integers: readonly bigint[];
  /** How many of the units make 1: a power of ten. */
  readonly one: bigint;
}

/**
 * Turns numbers, each taken for the shortest decimal that stands for it, into
 * whole numbers of one unit. Sums and products of these are exact, so that a
 * tie is a tie.
 */
export function scaledIntegers(numbers: readonly number[], subject: string): ScaledIntegers {
  // Whole numbers, which are the most common, need no decimal.
  const exact = numbers.map((number, i) =>
    Number.isSafeInteger(number) ? BigInt(number) : decimalOfNumber(number, subject, [subject, i]),
  );
  const places = exact.reduce<number>(
    (most, value) => (typeof value === "bigint" ? most : Math.max(most, value.decimalPlaces())),
    0,
  );
  const one = new Decimal(`1e${String(places)}`);
  const whole = wholeOf(one);
  return {
    integers: exact.map((value) => (typeof value === "bigint" ? value * whole : wholeOf(value.times(one)))),
    one: whole,
  };
}

/** The number nearest to a quotient of whole numbers. */
export function quotient(numerator: bigint, denominator: bigint, subject: string): number {
  return numberOf(new Decimal(numerator.toString()).div(denominator.toString()), subject);
}

function wholeOf(decimal: Decimal): bigint {
  return BigInt(decimal.toFixed());
}
