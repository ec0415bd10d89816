import {
  type Distribution,
  distributionMean,
  distributionQuantile,
  randomStream,
  threePointEstimate,
  uniformAt,
} from "../../../src/foundation/random/index.js";
import { lagOne, meanOf } from "../../foundation/random/draw-statistics.js";
import { placed } from "../refusals.js";
import type { Target } from "./observe.js";

/** The functions that the cases about distributions and streams call, by their kind. */
export const distributionTargets: Readonly<Record<string, Target>> = {
  threePoint: ({ min, mode, max }: { readonly min: number; readonly mode: number; readonly max: number }) =>
    placed(
      (path) => path.map((step) => ({ minimum: "min", maximum: "max" })[step as string] ?? step),
      () => {
        const points = { minimum: min, mode, maximum: max };
        const pert = threePointEstimate(points);
        const triangular: Distribution = { kind: "triangular", ...points };
        return {
          pertMean: pert.mean,
          pertSd: pert.standardDeviation,
          triangularMean: distributionMean(triangular),
          triangularP80: distributionQuantile(triangular, { probability: 0.8 }),
        };
      },
    ),
  distribution: (given: { readonly kind: string; readonly sd?: number }) =>
    placed(
      (path) => path.map((step) => (step === "standardDeviation" ? "sd" : step)),
      () => {
        const { sd, ...rest } = given;
        const distribution = ("sd" in given ? { ...rest, standardDeviation: sd } : rest) as Distribution;
        return {
          mean: distributionMean(distribution),
          p80: distributionQuantile(distribution, { probability: 0.8 }),
        };
      },
    ),
  seedStreams: ({ firstSeed, seeds }: { readonly firstSeed: number; readonly seeds: number }) => {
    const draws = Float64Array.from({ length: seeds }, (_, i) =>
      uniformAt(randomStream({ seed: firstSeed + i, id: "variable" }), { iteration: 0 }),
    );
    return { mean: meanOf(draws), lag1: lagOne(draws) };
  },
};
