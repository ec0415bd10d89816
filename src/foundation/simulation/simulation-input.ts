import * as z from "zod";

import { Distribution } from "../random/index.js";
import { Count, Id, list, listById, optional, rule, schema } from "../schema/index.js";
import { CORRELATION_FAULTS, correlationCheck } from "./correlation-matrix.js";
import { MAX_ITERATIONS, MAX_REPLICATES, SAMPLINGS, type Sampling } from "./sampling-plan.js";
import { SOBOL_DIMENSIONS } from "./sobol.js";

/** A number that is not known: what its draws are named after, and how they are distributed. */
export interface SimulationVariable {
  /** Names it. Its draws depend on the seed and on this id alone, never on the other variables. */
  readonly id: string;
  /** How it is distributed. */
  readonly distribution: Distribution;
  /**
   * Which coordinate of the Sobol sequence it takes, from 0 to 255, each at most once; the lower ones are the better ones.
   * `"padded"` for a variable that is to be spread by a Latin hypercube beside the sequence. Needed with Sobol sampling only.
   */
  readonly dimension?: number | "padded";
}

/** How variables are made to go together. */
export const CORRELATION_METHODS = ["gaussian-copula", "iman-conover"] as const;
/** How variables are made to go together: point by point through normal numbers, or by reordering whole columns. */
export type CorrelationMethod = (typeof CORRELATION_METHODS)[number];

/** Variables that go together. A variable is in one group at most. */
export interface CorrelationGroup {
  /** How; `gaussian-copula` when left out. */
  readonly method?: CorrelationMethod;
  /** The variables, by id, in the order of the matrix. */
  readonly variables: readonly string[];
  /**
   * Their correlations: of the normal numbers behind them for `gaussian-copula` (of the variables themselves when
   * they are normal), of their ranks for `iman-conover`.
   */
  readonly matrix: readonly (readonly number[])[];
  /** Take the nearest correlation matrix when this one contradicts itself; it is refused when left out. */
  readonly repair?: boolean;
}

/** What is kept of an output: every value, or its count, mean, spread, minimum and maximum alone. */
export const OUTPUT_KEEPING = ["values", "moments"] as const;
/** What is kept of an output. */
export type OutputKeeping = (typeof OUTPUT_KEEPING)[number];

/** A figure that each iteration works out from the variables. */
export interface SimulationOutput {
  /** Names it. */
  readonly id: string;
  /** What is kept of it; `values` when left out. */
  readonly keep?: OutputKeeping;
}

/** A simulation as data: what is random, how often it is drawn, and what is looked at. */
export interface SimulationInput {
  /** Seed: a whole number from 0 to 2^53 − 1. One seed gives the same numbers for ever. */
  readonly seed: number;
  /** Iterations: a whole number from 1 to 10 000 000. */
  readonly iterations: number;
  /** How the points are laid out; `latin-hypercube` when left out. */
  readonly sampling?: Sampling;
  /**
   * Independent randomisations that the iterations are shared out over, whose spread tells the standard errors: 8 when
   * left out (1 below 800 iterations). Plain sampling has 1.
   */
  readonly replicates?: number;
  /** What is random. */
  readonly variables: readonly SimulationVariable[];
  /** Variables that go together; independent when left out. */
  readonly correlations?: readonly CorrelationGroup[];
  /** What is looked at; the sum of all variables, `total`, when left out. Others need a function that works them out. */
  readonly outputs?: readonly SimulationOutput[];
}

const VariableSchema: z.ZodType<SimulationVariable> = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    distribution: Distribution,
    dimension: optional(
      z.union([
        z
          .int()
          .min(0)
          .max(SOBOL_DIMENSIONS - 1),
        z.literal("padded"),
      ]),
    ),
  }),
);

const GroupSchema: z.ZodType<CorrelationGroup> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      method: optional(z.enum(CORRELATION_METHODS)),
      variables: z.array(Id).min(1).max(500),
      matrix: z.array(z.array(z.number()).max(500)).max(500),
      repair: optional(z.boolean()),
    })
    .check(
      rule(({ variables, matrix, repair }: CorrelationGroup, report) => {
        const check = correlationCheck(matrix, { size: variables.length });
        if (check.accepted) return;
        const canRepair = repair === true && check.fault === "not-positive-semidefinite";
        if (!canRepair)
          report("inconsistent", ["matrix"], `expected a correlation matrix, received one that is ${faultText(check)}`);
      }),
    ),
);

/** Words for what {@link correlationCheck} found. */
function faultText({ fault, minimumEigenvalue }: ReturnType<typeof correlationCheck>): string {
  const words = (fault ?? CORRELATION_FAULTS[0]).replaceAll("-", " ");
  return fault === "not-positive-semidefinite"
    ? `${words}: its smallest eigenvalue is ${String(minimumEigenvalue)}`
    : words;
}

/** Reads a {@link SimulationInput}. */
export const SimulationInput: z.ZodType<SimulationInput> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      seed: Count,
      iterations: z.int().min(1).max(MAX_ITERATIONS),
      sampling: optional(z.enum(SAMPLINGS)),
      replicates: optional(z.int().min(1).max(MAX_REPLICATES)),
      variables: listById(VariableSchema),
      correlations: optional(list(GroupSchema)),
      outputs: optional(listById(z.strictObject({ id: Id, keep: optional(z.enum(OUTPUT_KEEPING)) }))),
    })
    .check(rule(refuseContradictions)),
);

/** What the fields of an input have to do with each other. */
function refuseContradictions(
  input: SimulationInput,
  report: Parameters<Parameters<typeof rule<SimulationInput>>[0]>[1],
): void {
  const ids = new Map(input.variables.map(({ id }, i) => [id, i]));
  const grouped = new Set<string>();
  (input.correlations ?? []).forEach(({ variables }, g) => {
    variables.forEach((id, i) => {
      const path = ["correlations", g, "variables", i];
      if (!ids.has(id)) report("unknown-reference", path, "expected the id of a variable, received one that none has");
      if (grouped.has(id)) report("duplicate-id", path, "expected each variable in one group, received it twice");
      grouped.add(id);
    });
  });
  const replicates = input.replicates ?? 1;
  if (replicates > input.iterations) report("inconsistent", ["replicates"], "expected at most as many as iterations");
  if (input.sampling === "plain" && replicates > 1) {
    report("inconsistent", ["replicates"], "expected 1 with plain sampling, whose points are independent");
  }
  if (input.sampling !== "sobol") return;
  const taken = new Set<number>();
  input.variables.forEach(({ dimension }, i) => {
    const path = ["variables", i, "dimension"];
    if (dimension === undefined) {
      report("missing", path, "expected a dimension of the Sobol sequence for each variable (see assignDimensions)");
    } else if (dimension !== "padded") {
      if (taken.has(dimension)) report("duplicate-id", path, "expected each dimension once, received it twice");
      taken.add(dimension);
    }
  });
}
