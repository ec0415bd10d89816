import { DomainError, type NoAnswer, noAnswer } from "../errors/index.js";
import { broken, contained, demandBetween, demandFinite, demandOneOf } from "../guard/index.js";
import {
  mergeMoments,
  type Moments,
  moments as momentsOf,
  QUANTILE_TYPES,
  quantileOfSorted,
  type QuantileType,
  sortedNumbers,
} from "../statistics/index.js";
import {
  deviationError,
  type Estimate,
  meanError,
  percentileError,
  spreadError,
  tailMean,
  tailMeanError,
} from "./estimates.js";
import { replicateSizes } from "./sampling-plan.js";
import type { SimulatedOutput, Simulation } from "./simulation.js";

/** What is wanted of an output. */
export interface SimulationSummaryOptions {
  /** Which output; the only one when left out. */
  readonly output?: string;
  /** Probabilities of the percentiles that are wanted, from 0 to 1: 0.8 is P80. */
  readonly percentiles?: readonly number[];
  /** Probabilities beyond which the mean of the worst is wanted, from 0 up to 1. */
  readonly shortfalls?: readonly number[];
  /** Values of which it is wanted how likely they are exceeded. */
  readonly exceedances?: readonly number[];
  /** Type of the percentiles; `inverse-cdf` when left out: the smallest value with at least that probability at or below it. */
  readonly type?: QuantileType;
}

/** What a simulation says of one output. */
export interface SimulationSummary {
  /** The output's id. */
  readonly output: string;
  /** How many iterations. */
  readonly iterations: number;
  /** The mean. */
  readonly mean: Estimate;
  /** The standard deviation of the iterations. */
  readonly standardDeviation: Estimate | NoAnswer<"one-iteration">;
  /** The smallest value that was drawn. */
  readonly minimum: number;
  /** The largest value that was drawn. */
  readonly maximum: number;
  /** The percentiles, in the order asked for. */
  readonly percentiles: readonly (Estimate & { readonly probability: number })[];
  /** The means of the worst, in the order asked for. */
  readonly shortfalls: readonly (Estimate & { readonly probability: number })[];
  /** How likely values above are, in the order asked for: strictly above, as a plain ratio. */
  readonly exceedances: readonly (Estimate & { readonly above: number })[];
}

/**
 * Reads a simulation: mean, spread and percentiles of one output, each with its standard error.
 *
 * @param simulation - from `simulate` or `simulationFromParts`
 * @param options - `output`; `percentiles`, `shortfalls` and `exceedances`, what is wanted; `type` of the percentiles
 * @returns the figures, in the output's unit; probabilities as plain ratios
 * @throws DomainError `unknown-reference` when no output has the id
 * @throws DomainError `missing` when there are several outputs and none is named
 * @throws DomainError `out-of-range` when a probability is not from 0 to 1, or is 1 for a shortfall
 * @throws DomainError `inconsistent` when percentiles, shortfalls or exceedances are wanted of an output whose values were not kept
 *
 * @example
 * ```ts
 * import { simulate, simulationSummary } from "golive-kit/simulation";
 *
 * const days = { kind: "triangular", minimum: 2, mode: 3, maximum: 10 } as const;
 * const result = simulate({ seed: 7, iterations: 100_000, variables: [{ id: "migration", distribution: days }] });
 * const { percentiles, exceedances } = simulationSummary(result, { percentiles: [0.8], exceedances: [9] });
 *
 * percentiles.map(({ value }) => Math.round(value * 100) / 100); // => [6.65]
 * exceedances.map(({ value }) => Math.round(value * 10_000) / 10_000); // => [0.0179]
 * ```
 */
export function simulationSummary(simulation: Simulation, options: SimulationSummaryOptions = {}): SimulationSummary {
  return contained("simulationSummary", () => {
    const { percentiles = [], shortfalls = [], exceedances = [] } = options;
    const type = demandOneOf(options.type ?? "inverse-cdf", QUANTILE_TYPES, "type");
    const output = outputOf(simulation, options.output);
    const reading = readingOf(simulation, output);
    const needsValues = percentiles.length + shortfalls.length + exceedances.length > 0;
    if (needsValues && reading.values === undefined) {
      throw broken(
        "inconsistent",
        "output",
        "one that keeps its values, for percentiles, shortfalls and exceedances",
        output.id,
      );
    }
    const lots = needsValues ? (reading.values ?? []).map((values) => sortedNumbers(values)) : [];
    const all = lots.length === 1 ? (lots[0] as Float64Array) : sortedNumbers(needsValues ? (output.values ?? []) : []);
    // There is at least one iteration, so that there is an answer.
    const at = (sorted: Float64Array, probability: number): number =>
      quantileOfSorted(sorted, { probability, type }) as number;
    const estimate = (
      figure: (sorted: Float64Array) => number,
      ownError: () => Estimate["standardError"],
    ): Estimate => ({
      value: figure(all),
      standardError: reading.isPlain ? ownError() : spreadError(lots.map(figure)),
    });
    return {
      output: output.id,
      ...momentFigures(reading),
      percentiles: percentiles.map((value, i) => {
        const probability = demandBetween(value, 0, 1, "probability", ["percentiles", i]);
        const own = (): Estimate["standardError"] => percentileError((p) => at(all, p), probability, all.length);
        return { probability, ...estimate((sorted) => at(sorted, probability), own) };
      }),
      shortfalls: shortfalls.map((value, i) => {
        const probability = demandBetween(value, 0, 1, "probability", ["shortfalls", i]);
        if (probability === 1) throw broken("out-of-range", "probability", "below 1", value, ["shortfalls", i]);
        const own = (): Estimate["standardError"] => tailMeanError(all, probability, at(all, probability));
        return { probability, ...estimate((sorted) => tailMean(sorted, probability), own) };
      }),
      exceedances: exceedances.map((value, i) => {
        const above = demandFinite(value, "above", ["exceedances", i]);
        const share = shareAbove(all, above);
        return {
          above,
          ...estimate(
            (sorted) => shareAbove(sorted, above),
            () => meanError(share * (1 - share), all.length),
          ),
        };
      }),
    };
  });
}

/** The output that is asked for. */
function outputOf({ outputs }: Simulation, id: string | undefined): SimulatedOutput {
  const [first, second] = outputs;
  if (id === undefined && first !== undefined && second === undefined) return first;
  if (id === undefined) throw broken("missing", "output", "named, as there are several", id);
  const output = outputs.find((one) => one.id === id);
  if (output === undefined) throw new DomainError("unknown-reference", { subject: "output", path: ["output"], id });
  return output;
}

/** An output, replicate by replicate. */
interface Reading {
  readonly isPlain: boolean;
  readonly moments: readonly Moments[];
  /** The values, unless they were not kept. */
  readonly values: readonly Float64Array[] | undefined;
}

function readingOf({ plan }: Simulation, { values, moments = [] }: SimulatedOutput): Reading {
  const isPlain = plan.sampling === "plain";
  if (values === undefined) return { isPlain, moments, values };
  const all = Float64Array.from(values);
  let from = 0;
  const lots = replicateSizes(plan).map((size) => all.subarray(from, (from += size)));
  return { isPlain, moments: lots.map((lot) => momentsOf(lot)), values: lots };
}

/** The figures that need no values in order. */
function momentFigures({
  isPlain,
  moments,
  values,
}: Reading): Pick<SimulationSummary, "iterations" | "mean" | "standardDeviation" | "minimum" | "maximum"> {
  // There is at least one iteration, so that there are ends.
  const { count, mean, squares, minimum = mean, maximum = mean } = mergeMoments(moments);
  const variance = count > 1 ? squares / (count - 1) : 0;
  const deviation = ({ count: n, squares: sum }: Moments): number => Math.sqrt(sum / Math.max(n - 1, 1));
  const ownError = (): Estimate["standardError"] =>
    values === undefined ? noAnswer("values-not-kept") : deviationError(values[0] as Float64Array, mean, variance);
  return {
    iterations: count,
    mean: {
      value: mean,
      standardError: isPlain ? meanError(variance, count) : spreadError(moments.map((lot) => lot.mean)),
    },
    standardDeviation:
      count === 1
        ? noAnswer("one-iteration")
        : { value: Math.sqrt(variance), standardError: isPlain ? ownError() : spreadError(moments.map(deviation)) },
    minimum,
    maximum,
  };
}

/** The share of some numbers in rising order that lies above a value. */
function shareAbove(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return (sorted.length - low) / sorted.length;
}
