import * as z from "zod";

import { contained, demandAtLeast, demandFinite } from "../guard/index.js";
import { normalCdf } from "../math/index.js";
import { FiniteNumber, optional, parse, rule, schema } from "../schema/index.js";
import { MAX_SIZE, refuseOrder } from "./distribution-rules.js";

/** A three-point estimate. */
export interface ThreePointInput {
  /** The optimistic value. */
  readonly minimum: number;
  /** The most likely value. */
  readonly mode: number;
  /** The pessimistic value. */
  readonly maximum: number;
  /** What no value may be below: 0 for durations. No limit when left out. */
  readonly atLeast?: number;
}

/** What the PERT method makes of a three-point estimate. */
export interface ThreePointEstimate {
  /** (minimum + 4 mode + maximum) ÷ 6, in the unit of the estimate. */
  readonly mean: number;
  /** The square of the standard deviation. */
  readonly variance: number;
  /** (maximum − minimum) ÷ 6, in the unit of the estimate. */
  readonly standardDeviation: number;
}

/** A sum that is taken to be normal, and a value that it is held against. */
export interface CompletionInput {
  /** Mean of the sum: of the durations on the critical path. */
  readonly mean: number;
  /** Variance of the sum, 0 or above. */
  readonly variance: number;
  /** The value: the day by which it is to be done, in the unit of the mean. */
  readonly target: number;
}

const Size: z.ZodType<number> = /* @__PURE__ */ schema(() => z.number().min(-MAX_SIZE).max(MAX_SIZE));

const ThreePointInput: z.ZodType<ThreePointInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ minimum: Size, mode: Size, maximum: Size, atLeast: optional(FiniteNumber) }).check(
    rule((estimate: ThreePointInput, report) => {
      refuseOrder(estimate, ["minimum", "mode", "maximum"], report);
      const { minimum, atLeast = minimum } = estimate;
      if (minimum >= atLeast) return;
      report("out-of-range", ["minimum"], `expected at least ${String(atLeast)}, received ${String(minimum)}`);
    }),
  ),
);

/**
 * Mean and standard deviation of a three-point estimate by the classic PERT formulas.
 *
 * The spread is a rule of thumb, a sixth of the range, and not that of the beta-PERT distribution with the same points,
 * which depends on the mode: `distributionVariance` has that one.
 *
 * @param estimate - `minimum`, `mode`, `maximum` in one unit, in rising order; `atLeast`, a limit for all three
 * @returns `mean` and `standardDeviation` in the unit of the estimate, `variance` in its square; unrounded
 * @throws DomainError `invalid-input` with the code and path of each fault: `inconsistent` when the points are out of
 * order, `out-of-range` below `atLeast`
 * @source Malcolm, Roseboom, Clark, Fazar: Application of a technique for research and development program evaluation,
 * Operations Research 7 (1959), pages 646 to 669
 *
 * @example
 * ```ts
 * import { threePointEstimate } from "golive-kit/random";
 *
 * threePointEstimate({ minimum: 2, mode: 2, maximum: 8 }); // => { mean: 3, variance: 1, standardDeviation: 1 }
 * ```
 */
export function threePointEstimate(estimate: ThreePointInput): ThreePointEstimate {
  return contained("threePointEstimate", () => {
    const { minimum, mode, maximum } = parse(ThreePointInput, estimate, "three-point estimate");
    const standardDeviation = (maximum - minimum) / 6;
    return {
      mean: (minimum + 4 * mode + maximum) / 6,
      variance: standardDeviation * standardDeviation,
      standardDeviation,
    };
  });
}

/**
 * The probability that a path of estimated tasks is done by a target, taken as normal, as the PERT method does.
 *
 * It looks at one path. Where others are nearly as long the truth is worse, as any of them can be late: simulate the
 * network instead.
 *
 * @param path - `mean` and `variance` of the path, `target` in the unit of the mean
 * @returns a probability from 0 to 1; without any variance 1 from the mean on
 * @throws DomainError `wrong-type` or `not-finite` when a figure is no finite number
 * @throws DomainError `out-of-range` when the variance is below 0
 * @source Malcolm, Roseboom, Clark, Fazar: Application of a technique for research and development program evaluation,
 * Operations Research 7 (1959), pages 646 to 669
 *
 * @example
 * ```ts
 * import { completionProbability } from "golive-kit/random";
 *
 * completionProbability({ mean: 44, variance: 9, target: 47 }); // => 0.8413447460685429
 * ```
 */
export function completionProbability(path: CompletionInput): number {
  return contained("completionProbability", () => {
    const mean = demandFinite(path.mean, "mean");
    const variance = demandAtLeast(path.variance, 0, "variance");
    const target = demandFinite(path.target, "target");
    if (variance === 0) return target >= mean ? 1 : 0;
    return normalCdf((target - mean) / Math.sqrt(variance));
  });
}
