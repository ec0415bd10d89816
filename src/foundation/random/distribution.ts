import * as z from "zod";

import { contained } from "../guard/index.js";
import { list, optional, parse, Probability, rule, schema } from "../schema/index.js";
import type { EventDistribution, ImpactDistribution } from "./distribution-kinds.js";
import { MAX_SIGMA, MAX_SIZE, refuseContradictions } from "./distribution-rules.js";

/** Weight that the mode of a PERT distribution can have. */
const MAX_LAMBDA = 100;
/** Size of the mean that a logarithm can have: e to this power is 1e100. */
const MAX_MU = 230;
/** Mean that a count can have. */
const MAX_COUNT = 1_000_000;

/** How a number that is not known is distributed, as plain data. The kind says by which figures it is given. */
export type Distribution = ImpactDistribution | EventDistribution;

const Size: z.ZodType<number> = /* @__PURE__ */ schema(() => z.number().min(-MAX_SIZE).max(MAX_SIZE));
const Spread: z.ZodType<number> = /* @__PURE__ */ schema(() => z.number().min(0).max(MAX_SIZE));
const Amount: z.ZodType<number> = /* @__PURE__ */ schema(() => z.number().positive().max(MAX_SIZE));

/** One shape a kind; a function, so that both unions are built of the same ones when they are first used. */
const impactKinds = () =>
  [
    z.strictObject({ kind: z.literal("constant"), value: Size }),
    z.strictObject({ kind: z.literal("uniform"), minimum: Size, maximum: Size }),
    z.strictObject({ kind: z.literal("triangular"), minimum: Size, mode: Size, maximum: Size }),
    z.strictObject({ kind: z.literal("triangular-p10-p90"), p10: Size, mode: Size, p90: Size }),
    z.strictObject({
      kind: z.literal("pert"),
      minimum: Size,
      mode: Size,
      maximum: Size,
      lambda: optional(z.number().min(0).max(MAX_LAMBDA)),
    }),
    z.strictObject({ kind: z.literal("normal"), mean: Size, standardDeviation: Spread }),
    z.strictObject({ kind: z.literal("normal-p10-p90"), p10: Size, p90: Size }),
    z.strictObject({ kind: z.literal("normal-p5-p95"), p5: Size, p95: Size }),
    z.strictObject({ kind: z.literal("lognormal"), mean: Amount, standardDeviation: Spread }),
    z.strictObject({
      kind: z.literal("lognormal-log"),
      mu: z.number().min(-MAX_MU).max(MAX_MU),
      sigma: z.number().min(0).max(MAX_SIGMA),
    }),
    z.strictObject({ kind: z.literal("lognormal-p10-p90"), p10: Amount, p90: Amount }),
    z.strictObject({ kind: z.literal("lognormal-p5-p95"), p5: Amount, p95: Amount }),
    z.strictObject({
      kind: z.literal("discrete"),
      points: list(z.strictObject({ value: Size, probability: Probability })),
    }),
    z.strictObject({ kind: z.literal("empirical"), values: list(Size) }),
    z.strictObject({ kind: z.literal("bernoulli"), probability: Probability }),
    z.strictObject({ kind: z.literal("poisson"), mean: z.number().min(0).max(MAX_COUNT) }),
  ] as const;

const Impact: z.ZodType<ImpactDistribution> = /* @__PURE__ */ schema(() =>
  z.discriminatedUnion("kind", impactKinds()).check(rule(refuseContradictions)),
);

/** Reads a {@link Distribution}. */
export const Distribution: z.ZodType<Distribution> = /* @__PURE__ */ schema(() =>
  z
    .discriminatedUnion("kind", [
      ...impactKinds(),
      z.strictObject({ kind: z.literal("event"), probability: Probability, impact: Impact }),
    ])
    .check(rule(refuseContradictions)),
);

/**
 * Reads a distribution from outside data.
 *
 * @param data - an object as in {@link Distribution}
 * @returns the distribution, checked and typed
 * @throws DomainError `invalid-input` with the code and path of each fault; figures that contradict each other, such as
 * a mode outside its ends, are `inconsistent`
 *
 * @example
 * ```ts
 * import { distributionMean, parseDistribution } from "golive-kit/random";
 *
 * const effort = parseDistribution({ kind: "triangular", minimum: 10, mode: 20, maximum: 60 });
 *
 * distributionMean(effort); // => 30
 * ```
 */
export function parseDistribution(data: unknown): Distribution {
  return contained("distribution", () => parse(Distribution, data, "distribution"));
}
