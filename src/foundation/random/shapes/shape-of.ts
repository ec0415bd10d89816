import { exp, log } from "../../math/index.js";
import type { Distribution } from "../distribution.js";
import { betaWeights } from "./beta-weights.js";
import { constantShape } from "./constant-shape.js";
import { eventShape } from "./event-shape.js";
import { sigmaOfRange, sigmaOfSpread, Z_90, Z_95 } from "./lognormal-parameters.js";
import { lognormalShape } from "./lognormal-shape.js";
import { normalShape } from "./normal-shape.js";
import { pertShape } from "./pert-shape.js";
import { poissonShape } from "./poisson-shape.js";
import type { Shape } from "./shape.js";
import { type Steps, stepShape, stepsOf } from "./step-shape.js";
import { triangleOfRange, triangularShape } from "./triangular-shape.js";
import { uniformShape } from "./uniform-shape.js";

/**
 * The shape of a distribution; what has no spread is a constant, by whatever figures it is given.
 *
 * @param distribution - checked
 * @returns its shape
 */
export function shapeOf(distribution: Distribution): Shape {
  switch (distribution.kind) {
    case "constant":
      return constantShape(distribution.value);
    case "uniform": {
      const { minimum, maximum } = distribution;
      return minimum === maximum ? constantShape(minimum) : uniformShape(minimum, maximum);
    }
    case "triangular": {
      const { minimum, mode, maximum } = distribution;
      return minimum === maximum ? constantShape(mode) : triangularShape(minimum, mode, maximum);
    }
    case "triangular-p10-p90": {
      const { p10, mode, p90 } = distribution;
      if (p10 === p90) return constantShape(mode);
      const { minimum, maximum } = triangleOfRange(p10, mode, p90);
      return triangularShape(minimum, mode, maximum);
    }
    case "pert": {
      const { minimum, mode, maximum } = distribution;
      if (minimum === maximum) return constantShape(mode);
      const { alpha, beta } = betaWeights(distribution);
      return pertShape({ minimum, maximum, alpha, beta });
    }
    case "normal":
      return normalOf(distribution.mean, distribution.standardDeviation);
    case "normal-p10-p90":
      return normalOfRange(distribution.p10, distribution.p90, Z_90);
    case "normal-p5-p95":
      return normalOfRange(distribution.p5, distribution.p95, Z_95);
    case "lognormal": {
      const { mean, standardDeviation } = distribution;
      const sigma = sigmaOfSpread(mean, standardDeviation);
      const variance = standardDeviation * standardDeviation;
      // A spread that no value can show is still the variance that was given.
      return sigma === 0
        ? { ...constantShape(mean), variance }
        : lognormalShape({ mu: log(mean) - (sigma * sigma) / 2, sigma, mean, variance });
    }
    case "lognormal-log":
      return lognormalOf(distribution.mu, distribution.sigma);
    case "lognormal-p10-p90":
      return lognormalOfRange(distribution.p10, distribution.p90, Z_90);
    case "lognormal-p5-p95":
      return lognormalOfRange(distribution.p5, distribution.p95, Z_95);
    case "discrete": {
      const points = [...distribution.points].sort((one, other) => one.value - other.value);
      const values = Float64Array.from(points, ({ value }) => value);
      return fromSteps(stepsOf(values, (i) => points[i]?.probability as number));
    }
    case "empirical":
      return fromSteps(stepsOf(Float64Array.from(distribution.values).sort(), () => 1));
    case "bernoulli":
      return eventOf(distribution.probability, constantShape(1));
    case "poisson":
      return distribution.mean === 0 ? constantShape(0) : poissonShape(distribution.mean);
    case "event":
      return eventOf(distribution.probability, shapeOf(distribution.impact));
  }
}

function normalOf(mean: number, standardDeviation: number): Shape {
  return standardDeviation === 0 ? constantShape(mean) : normalShape(mean, standardDeviation);
}

function normalOfRange(low: number, high: number, z: number): Shape {
  return normalOf(low / 2 + high / 2, (high - low) / (2 * z));
}

function lognormalOf(mu: number, sigma: number): Shape {
  return sigma === 0 ? constantShape(exp(mu)) : lognormalShape({ mu, sigma });
}

function lognormalOfRange(low: number, high: number, z: number): Shape {
  const sigma = sigmaOfRange(low, high, z);
  return sigma === 0 ? constantShape(low) : lognormalShape({ mu: (log(low) + log(high)) / 2, sigma });
}

function fromSteps(steps: Steps): Shape {
  return steps.values.length === 1 ? constantShape(steps.values[0] as number) : stepShape(steps);
}

function eventOf(probability: number, impact: Shape): Shape {
  if (probability === 0) return constantShape(0);
  return probability === 1 ? impact : eventShape(probability, impact);
}
