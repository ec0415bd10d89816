import fc from "fast-check";

import { type Money, money } from "../../src/foundation/money/index.js";

/** Amounts in euros. */
export const euros = (...amounts: readonly (string | number)[]): readonly Money[] =>
  amounts.map((amount) => money(amount, "EUR"));

/** An amount of whole cents, in size from 100 to 1 000 000, or zero. */
export const someAmount: fc.Arbitrary<Money> = fc
  .oneof(fc.integer({ min: 10_000, max: 100_000_000 }), fc.integer({ min: -100_000_000, max: -10_000 }), fc.constant(0))
  .map((cents) => money(cents / 100, "EUR"));

/** A series of 1 to 12 amounts. */
export const someFlows: fc.Arbitrary<readonly Money[]> = fc.array(someAmount, { minLength: 1, maxLength: 12 });

/** An outlay and 1 to 11 amounts that come in. */
export const someInvestment: fc.Arbitrary<readonly Money[]> = fc
  .tuple(
    fc.integer({ min: 10_000, max: 100_000_000 }),
    fc.array(fc.integer({ min: 10_000, max: 50_000_000 }), { minLength: 1, maxLength: 11 }),
  )
  .map(([outlay, inflows]) => [money(-outlay / 100, "EUR"), ...inflows.map((cents) => money(cents / 100, "EUR"))]);

/** A rate from −50 % to 100 %, in whole hundredths of a per cent. */
export const someRate: fc.Arbitrary<number> = fc
  .integer({ min: -5_000, max: 10_000 })
  .map((basisPoints) => basisPoints / 10_000);
