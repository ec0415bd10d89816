import { isNoAnswer } from "../../../src/foundation/errors/index.js";
import {
  completionProbability,
  type Distribution,
  distributionCdf,
  distributionExceedance,
  distributionMoments,
  distributionQuantile,
  distributionShortfall,
  type PertDistribution,
  pertWeights,
  threePointEstimate,
} from "../../../src/foundation/random/index.js";
import type { Adapters } from "../harness.js";

interface ThreePoint {
  readonly distribution: "triangular" | "pert";
  readonly low: string;
  readonly mostLikely: string;
  readonly high: string;
  readonly bounds: "extremes" | "p10p90";
  readonly lambda: number | null;
  readonly percentiles: readonly string[];
}

interface Impact {
  readonly distribution: "triangular" | "pert";
  readonly min: string;
  readonly mostLikely: string;
  readonly max: string;
  readonly lambda?: number;
}

interface Estimate {
  readonly optimistic: number;
  readonly likely: number;
  readonly pessimistic: number;
}

/** The answer at each of the levels or values that are named as text. */
const byText = (names: readonly string[], answer: (value: number) => unknown): object =>
  Object.fromEntries(names.map((name) => [name, answer(Number(name))]));

const percentilesOf = (distribution: Distribution, names: readonly string[]): object =>
  byText(names, (probability) => distributionQuantile(distribution, { probability }));

const pointsOf = ({ optimistic, likely, pessimistic }: Estimate) => ({
  minimum: optimistic,
  mode: likely,
  maximum: pessimistic,
});

function threePoint({ distribution, low, mostLikely, high, bounds, lambda, percentiles }: ThreePoint): unknown {
  const [minimum, mode, maximum] = [Number(low), Number(mostLikely), Number(high)];
  const pert: PertDistribution | undefined =
    distribution === "pert"
      ? { kind: "pert", minimum, mode, maximum, ...(lambda === null ? {} : { lambda }) }
      : undefined;
  const triangular: Distribution =
    bounds === "p10p90"
      ? { kind: "triangular-p10-p90", p10: minimum, mode, p90: maximum }
      : { kind: "triangular", minimum, mode, maximum };
  const whole = pert ?? triangular;
  const weights = pert === undefined ? undefined : pertWeights(pert);
  const isWeighted = weights !== undefined && !isNoAnswer(weights);
  return {
    min: distributionQuantile(whole, { probability: 0 }),
    max: distributionQuantile(whole, { probability: 1 }),
    alpha: isWeighted ? weights.alpha : null,
    beta: isWeighted ? weights.beta : null,
    classicalVariance: pert === undefined ? null : threePointEstimate({ minimum, mode, maximum }).variance,
    ...distributionMoments(whole),
    percentiles: percentilesOf(whole, percentiles),
  };
}

function impactOf({ distribution, min, mostLikely, max, lambda }: Impact): Distribution {
  const points = { minimum: Number(min), mode: Number(mostLikely), maximum: Number(max) };
  return distribution === "triangular"
    ? { kind: "triangular", ...points }
    : { kind: "pert", ...points, ...(lambda === undefined ? {} : { lambda }) };
}

/** Adapters of the cases about single distributions. */
export const distributionsGolden: { readonly risk: Adapters; readonly schedule: Adapters } = {
  risk: {
    "three-point": threePoint,
    "event-moments": ({ probability, impact }: { readonly probability: string; readonly impact: Impact }) =>
      distributionMoments({ kind: "event", probability: Number(probability), impact: impactOf(impact) as never }),
    "event-lognormal": ({
      probability,
      severity,
      percentiles,
      shortfall,
      exceeds,
    }: {
      readonly probability: string;
      readonly severity: { readonly low: string; readonly high: string };
      readonly percentiles: readonly string[];
      readonly shortfall: readonly string[];
      readonly exceeds: readonly string[];
    }) => {
      const impact = { kind: "lognormal-p5-p95", p5: Number(severity.low), p95: Number(severity.high) } as const;
      const event: Distribution = { kind: "event", probability: Number(probability), impact };
      return {
        ...distributionMoments(event),
        probabilityOfZero: distributionCdf(event, { value: 0 }),
        percentiles: percentilesOf(event, percentiles),
        expectedShortfall: byText(shortfall, (level) => distributionShortfall(event, { probability: level })),
        exceedance: byText(exceeds, (value) => distributionExceedance(event, { value })),
      };
    },
  },
  schedule: {
    "pert:threePoint": ({ estimates }: { readonly estimates: readonly Estimate[] }) => ({
      results: estimates.map((estimate) => {
        const { mean, variance, standardDeviation } = threePointEstimate({ ...pointsOf(estimate), atLeast: 0 });
        return { mean, variance, sd: standardDeviation };
      }),
    }),
    "pert:normalProbability": ({
      mean,
      variance,
      targets,
    }: {
      readonly mean: number;
      readonly variance: number;
      readonly targets: readonly number[];
    }) => ({ probability: targets.map((target) => completionProbability({ mean, variance, target })) }),
    "pert:betaPert": (estimate: Estimate & { readonly lambda: number }) => {
      const pert: PertDistribution = { kind: "pert", ...pointsOf(estimate), lambda: estimate.lambda };
      return {
        ...pertWeights(pert),
        ...distributionMoments(pert),
        classicVariance: threePointEstimate(pointsOf(estimate)).variance,
      };
    },
    "pert:triangular": (estimate: Estimate & { readonly p: readonly number[] }) => {
      const triangular: Distribution = { kind: "triangular", ...pointsOf(estimate) };
      return {
        ...distributionMoments(triangular),
        quantiles: estimate.p.map((probability) => distributionQuantile(triangular, { probability })),
      };
    },
  },
};
