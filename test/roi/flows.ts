import fc from "fast-check";

import { isDomainError } from "../../src/foundation/errors/index.js";
import { type Money, money } from "../../src/foundation/money/index.js";
import { faults } from "../kit/caught.js";

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

/** A series of 1 to 8 amounts of 1e20 to 9e23 in size, or of zero: sums and present values can pass 1e24. */
export const someLargeFlows: fc.Arbitrary<readonly Money[]> = fc.array(
  fc
    .record({ digits: fc.integer({ min: -9000, max: 9000 }), zeros: fc.constantFrom(18, 19, 20) })
    .map(({ digits, zeros }) => money(digits === 0 ? "0" : `${String(digits)}${"0".repeat(zeros)}`, "EUR")),
  { minLength: 1, maxLength: 8 },
);

/** A rate from −99.99 % to 10 %, most often near −100 % or near zero. */
export const someLowRate: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: -9_999, max: -9_000 }).map((basisPoints) => basisPoints / 10_000),
  fc.integer({ min: -500, max: 1_000 }).map((basisPoints) => basisPoints / 10_000),
);

/** Tells whether a figure answers an input, and does not refuse it. */
export const answered =
  <I>(figure: (input: I) => unknown) =>
  (input: I): boolean =>
    typeof fate(() => void figure(input)) === "undefined";

/** What a call comes to: its answer, or the code and place of each fault it is refused for. */
export function fate(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return faults(run);
  }
}
