import fc from "fast-check";

/** Inputs tried by one law; the long runs set more. */
export const RUNS = Number(process.env["GOLIVE_KIT_RUNS"] ?? 200);

/**
 * Seed of the random inputs. It is fixed, so that a run can be repeated; the
 * long runs may set another.
 */
export const SEED = Number(process.env["GOLIVE_KIT_SEED"] ?? 20_260_331);

/** Holds a law against random inputs, `RUNS` of them unless told otherwise. */
export function law<T>(input: fc.Arbitrary<T>, holds: (value: T) => void, numRuns = RUNS): void {
  fc.assert(
    fc.property(input, (value) => {
      holds(value);
    }),
    { seed: SEED, numRuns },
  );
}
