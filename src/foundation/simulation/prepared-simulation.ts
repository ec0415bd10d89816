import { broken } from "../guard/index.js";
import { preparedSampler, type Sampler } from "../random/index.js";
import { parse } from "../schema/index.js";
import { choleskyFactor, correlationCheck } from "./correlation-matrix.js";
import { type PointSource, pointSource, sampleSource } from "./point-source.js";
import { type Block, blocksOf, type SamplingPlan, samplingPlan } from "./sampling-plan.js";
import { type CorrelationGroup, SimulationInput, type SimulationOutput } from "./simulation-input.js";

/** Some iterations, drawn: the variables to read and the outputs to fill. */
export interface SampledBlock {
  /** First iteration, counted within the run. */
  readonly from: number;
  /** How many iterations; every list has this length. */
  readonly size: number;
  /** The draws, a list a variable, in the order of the variables. To be read only. */
  readonly variables: readonly Float64Array[];
  /** The answers, a list an output, in the order of the outputs. Every number has to be filled in. */
  readonly outputs: readonly Float64Array[];
}

/** Works out the outputs of some iterations from their draws. */
export type Evaluate = (block: SampledBlock) => void;

/** Variables that go together, ready to be mixed. */
export interface PreparedGroup {
  readonly group: CorrelationGroup;
  /** Places of its variables among all. */
  readonly members: readonly number[];
  /** Lower triangular factor of the matrix that is used. */
  readonly factor: readonly Float64Array[];
  /** The matrix that is used, and how far the repair moved an entry, when it had to be repaired. */
  readonly repair?: { readonly matrix: readonly (readonly number[])[]; readonly largestChange: number };
}

/** A simulation that is checked and ready to run. */
export interface PreparedSimulation {
  readonly input: SimulationInput;
  readonly plan: SamplingPlan;
  readonly blocks: readonly Block[];
  readonly outputs: readonly Required<SimulationOutput>[];
  readonly evaluate: Evaluate | undefined;
  /** The points of each variable. */
  readonly points: readonly PointSource[];
  /** What makes points to values, a sampler a variable. */
  readonly samplers: readonly Sampler[];
  /** The values of each variable that goes together with no other. */
  readonly samples: readonly PointSource[];
  /** Groups that are mixed block by block. */
  readonly copulas: readonly PreparedGroup[];
  /** Groups that are reordered once all columns are there. */
  readonly reorderings: readonly PreparedGroup[];
}

/** What is kept when nothing is asked for: the sum of all variables. */
const TOTAL: readonly Required<SimulationOutput>[] = [{ id: "total", keep: "values" }];

/**
 * Checks an input and prepares all that does not depend on the block.
 *
 * @param data - a {@link SimulationInput}
 * @param evaluate - works out the outputs; the sum of all variables when left out
 * @throws DomainError `invalid-input` with one issue per fault
 */
export function preparedSimulation(data: SimulationInput, evaluate: Evaluate | undefined): PreparedSimulation {
  const input = parse(SimulationInput, data, "simulation");
  if (evaluate !== undefined && typeof evaluate !== "function") {
    throw broken("wrong-type", "evaluate", "a function", evaluate);
  }
  const plan = samplingPlan(input);
  const groups = (input.correlations ?? []).map((group) => preparedGroup(group, input));
  const reorderings = groups.filter(({ group }) => group.method === "iman-conover");
  const least = Math.floor(plan.iterations / plan.replicates);
  const largest = reorderings.reduce((most, { members }) => Math.max(most, members.length), 0);
  if (least <= largest) {
    throw broken("inconsistent", "iterations", "more in each replicate than variables that are reordered", least);
  }
  const samplers = input.variables.map(({ distribution }) => preparedSampler(distribution));
  return {
    input,
    plan,
    blocks: blocksOf(plan),
    outputs: input.outputs?.map(({ id, keep = "values" }) => ({ id, keep })) ?? TOTAL,
    evaluate,
    points: input.variables.map((variable) => pointSource(plan, variable)),
    samplers,
    samples: input.variables.map((variable, i) => sampleSource(plan, variable, samplers[i] as Sampler)),
    copulas: groups.filter(({ group }) => group.method !== "iman-conover"),
    reorderings,
  };
}

/**
 * Asks for the function that works out the outputs, where they are named: the sum of the variables is the only one
 * that needs none.
 *
 * @throws DomainError `missing`
 */
export function demandEvaluate({ input, evaluate }: PreparedSimulation): void {
  if (input.outputs === undefined || evaluate !== undefined) return;
  throw broken("missing", "evaluate", "given with outputs, which it works out", evaluate);
}

function preparedGroup(group: CorrelationGroup, { variables }: SimulationInput): PreparedGroup {
  const places = new Map(variables.map(({ id }, i) => [id, i]));
  const members = group.variables.map((id) => places.get(id) as number);
  const { nearest, largestChange = 0 } = correlationCheck(group.matrix, { repair: true });
  const factor = choleskyFactor(nearest ?? group.matrix);
  return nearest === undefined
    ? { group, members, factor }
    : { group, members, factor, repair: { matrix: nearest, largestChange } };
}
