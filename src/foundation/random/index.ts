export { Distribution, parseDistribution } from "./distribution.js";
export {
  distributionCdf,
  distributionExceedance,
  distributionMean,
  distributionMoments,
  distributionQuantile,
  distributionShortfall,
  distributionVariance,
} from "./distribution-figures.js";
export type { DistributionMoments, DistributionValue, QuantileLevel } from "./distribution-figures.js";
export type {
  BernoulliDistribution,
  ConstantDistribution,
  DiscreteDistribution,
  DiscretePoint,
  EmpiricalDistribution,
  EventDistribution,
  ImpactDistribution,
  LognormalDistribution,
  LognormalLogDistribution,
  LognormalP10P90Distribution,
  LognormalP5P95Distribution,
  NormalDistribution,
  NormalP10P90Distribution,
  NormalP5P95Distribution,
  PertDistribution,
  PoissonDistribution,
  TriangularDistribution,
  TriangularP10P90Distribution,
  UniformDistribution,
} from "./distribution-kinds.js";
export { pertWeights } from "./pert-weights.js";
export type { PertWeights } from "./pert-weights.js";
export { randomStream, STREAM_VERSION } from "./random-stream.js";
export type { RandomStream, RandomStreamInput } from "./random-stream.js";
export { preparedSampler } from "./sampler.js";
export type { Sampler } from "./sampler.js";
export { textHash } from "./text-hash.js";
export { completionProbability, threePointEstimate } from "./three-point-estimate.js";
export type { RandomWords } from "./threefry-block.js";
export type { CompletionInput, ThreePointEstimate, ThreePointInput } from "./three-point-estimate.js";
export { fillUniforms, randomWordsAt, uniformAt } from "./uniforms.js";
export type { RandomPosition, RandomRun } from "./uniforms.js";
