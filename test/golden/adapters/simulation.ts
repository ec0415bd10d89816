import type { Distribution } from "../../../src/foundation/random/index.js";
import {
  correlationCheck,
  simulate,
  type SimulationInput,
  simulationSummary,
} from "../../../src/foundation/simulation/index.js";
import { type Adapters, simulated } from "../harness.js";

interface MatrixCase {
  readonly matrices: readonly {
    readonly id: string;
    readonly size: number;
    readonly matrix: readonly (readonly string[])[];
  }[];
  readonly repair: boolean;
}

interface Item {
  readonly id: string;
  readonly distribution: "triangular" | "pert" | "lognormal90";
  readonly min?: string;
  readonly mostLikely?: string;
  readonly max?: string;
  readonly lambda?: number;
  readonly low?: string;
  readonly high?: string;
}

/** How an item of the cases is distributed, in the library's words. */
function distributionOf({ distribution, min, mostLikely, max, lambda, low, high }: Item): Distribution {
  if (distribution === "lognormal90") return { kind: "lognormal-p5-p95", p5: Number(low), p95: Number(high) };
  const ends = { minimum: Number(min), mode: Number(mostLikely), maximum: Number(max) };
  return distribution === "triangular"
    ? { kind: distribution, ...ends }
    : { kind: distribution, ...ends, lambda: lambda ?? 4 };
}

const numbersOf = (matrix: readonly (readonly string[])[]): number[][] => matrix.map((row) => row.map(Number));

/** Iterations of the cases that are simulated. */
const ITERATIONS = 100_000;

/** The cases of foundation/simulation, by area and kind. */
export const simulationGolden: Readonly<Record<string, Adapters>> = {
  risk: {
    correlation: ({ matrices, repair }: MatrixCase) => ({
      results: matrices.map(({ id, size, matrix }) => {
        const { accepted, fault, minimumEigenvalue, nearest, largestChange } = correlationCheck(numbersOf(matrix), {
          size,
          repair,
        });
        return {
          id,
          accepted,
          reason: fault ?? null,
          minEigenvalue: minimumEigenvalue ?? null,
          nearest: nearest ?? null,
          largestChange: largestChange ?? null,
        };
      }),
    }),
    "copula-sum": ({
      items,
      latentCorrelation,
      percentiles,
    }: {
      readonly items: readonly Item[];
      readonly latentCorrelation: string;
      readonly percentiles: readonly string[];
    }) => {
      const r = Number(latentCorrelation);
      const input: SimulationInput = {
        seed: 1,
        iterations: ITERATIONS,
        variables: items.map((item) => ({ id: item.id, distribution: distributionOf(item) })),
        correlations: [
          {
            variables: items.map(({ id }) => id),
            matrix: [
              [1, r],
              [r, 1],
            ],
          },
        ],
      };
      const found = simulationSummary(simulate(input), { percentiles: percentiles.map(Number) });
      const values = found.percentiles.map(({ value }, i) => [percentiles[i], value] as const);
      return simulated({ mean: found.mean.value, percentiles: Object.fromEntries(values) as object }, ITERATIONS);
    },
  },
};
