import fc from "fast-check";

import type { Distribution, ImpactDistribution } from "../../../src/foundation/random/index.js";

/** Of everyday size: what is next to nothing is nothing. */
const size = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => (Math.abs(x) < 1e-6 ? 0 : x));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const spread = fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 1e6, noNaN: true }));

/** Three numbers in rising order, now and then some of them equal. */
const rising = fc
  .record({ low: size, spread, at: fc.oneof(fc.constantFrom(0, 1), share) })
  .map(({ low, spread, at }) => ({ low, middle: Math.min(low + spread * at, low + spread), high: low + spread }));
/** Two numbers above zero in rising order. */
const positive = fc
  .record({ low: fc.double({ min: 1e-3, max: 1e6, noNaN: true }), ratio: fc.double({ min: 1, max: 1e3, noNaN: true }) })
  .map(({ low, ratio }) => ({ low, high: low * ratio }));
const points = fc
  .array(fc.record({ value: size, weight: fc.integer({ min: 0, max: 9 }) }), { minLength: 1, maxLength: 12 })
  .filter((list) => list.some(({ weight }) => weight > 0))
  .map((list) => {
    const total = list.reduce((sum, { weight }) => sum + weight, 0);
    return list.map(({ value, weight }) => ({ value, probability: weight / total }));
  });

/** Any distribution that is no event, of numbers of everyday size. */
export const anyImpact: fc.Arbitrary<ImpactDistribution> = fc.oneof(
  size.map((value): ImpactDistribution => ({ kind: "constant", value })),
  rising.map(({ low, high }): ImpactDistribution => ({ kind: "uniform", minimum: low, maximum: high })),
  rising.map(
    ({ low, middle, high }): ImpactDistribution => ({ kind: "triangular", minimum: low, mode: middle, maximum: high }),
  ),
  rising.map(
    ({ low, middle, high }): ImpactDistribution => ({ kind: "triangular-p10-p90", p10: low, mode: middle, p90: high }),
  ),
  fc.tuple(rising, fc.double({ min: 0, max: 100, noNaN: true })).map(
    ([{ low, middle, high }, lambda]): ImpactDistribution => ({
      kind: "pert",
      minimum: low,
      mode: middle,
      maximum: high,
      lambda,
    }),
  ),
  fc
    .tuple(size, spread)
    .map(([mean, standardDeviation]): ImpactDistribution => ({ kind: "normal", mean, standardDeviation })),
  rising.map(({ low, high }): ImpactDistribution => ({ kind: "normal-p10-p90", p10: low, p90: high })),
  rising.map(({ low, high }): ImpactDistribution => ({ kind: "normal-p5-p95", p5: low, p95: high })),
  fc
    .tuple(positive, fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 1, noNaN: true })))
    .map(
      ([{ low }, ratio]): ImpactDistribution => ({ kind: "lognormal", mean: low, standardDeviation: 3 * ratio * low }),
    ),
  fc
    .tuple(share, share)
    .map(([mu, sigma]): ImpactDistribution => ({ kind: "lognormal-log", mu: 10 * mu, sigma: 2 * sigma })),
  positive.map(({ low, high }): ImpactDistribution => ({ kind: "lognormal-p10-p90", p10: low, p90: high })),
  positive.map(({ low, high }): ImpactDistribution => ({ kind: "lognormal-p5-p95", p5: low, p95: high })),
  points.map((list): ImpactDistribution => ({ kind: "discrete", points: list })),
  fc.array(size, { minLength: 1, maxLength: 12 }).map((values): ImpactDistribution => ({ kind: "empirical", values })),
  share.map((probability): ImpactDistribution => ({ kind: "bernoulli", probability })),
  fc.double({ min: 0, max: 300, noNaN: true }).map((mean): ImpactDistribution => ({ kind: "poisson", mean })),
);

/** Any distribution of numbers of everyday size. */
export const anyDistribution: fc.Arbitrary<Distribution> = fc.oneof(
  { weight: 3, arbitrary: anyImpact },
  {
    weight: 1,
    arbitrary: fc
      .tuple(share, anyImpact)
      .map(([probability, impact]): Distribution => ({ kind: "event", probability, impact })),
  },
);
