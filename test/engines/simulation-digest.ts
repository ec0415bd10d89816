import { type Evaluate, simulate, simulationSummary } from "../../src/foundation/simulation/index.js";
import type { SimulationInput } from "../../src/foundation/simulation/index.js";
import { Digest } from "./sha256.js";

const triangular = (minimum: number, mode: number, maximum: number) =>
  ({ kind: "triangular", minimum, mode, maximum }) as const;

/** Variables of most kinds that a simulation draws. */
const VARIABLES = [
  { id: "licences", distribution: triangular(40, 50, 90), dimension: 0 },
  { id: "migration", distribution: { kind: "pert", minimum: 20, mode: 30, maximum: 90 }, dimension: 1 },
  { id: "training", distribution: { kind: "normal", mean: 15, standardDeviation: 3 }, dimension: 2 },
  { id: "integration", distribution: { kind: "lognormal", mean: 25, standardDeviation: 10 }, dimension: 3 },
  { id: "tickets", distribution: { kind: "poisson", mean: 12 }, dimension: 4 },
  { id: "delay", distribution: { kind: "event", probability: 0.3, impact: triangular(5, 10, 30) }, dimension: 5 },
  { id: "rate", distribution: { kind: "uniform", minimum: 0.8, maximum: 1.3 }, dimension: "padded" },
] as const;

/** The critical one of two branches, and whether it is the first. */
const branches: Evaluate = ({ variables, outputs: [finish, first] }) => {
  const [a = [], b = [], c = [], d = []] = variables;
  for (let i = 0; i < a.length; i++) {
    const one = (a[i] as number) + (c[i] as number);
    const other = (b[i] as number) + (d[i] as number);
    if (finish !== undefined) finish[i] = one > other ? one : other;
    if (first !== undefined) first[i] = one > other ? 1 : 0;
  }
};
const OUTPUTS = [{ id: "finish" }, { id: "first", keep: "moments" }] as const;
const together = (method: "gaussian-copula" | "iman-conover") => [
  {
    method,
    variables: ["migration", "integration"],
    matrix: [
      [1, 0.6],
      [0.6, 1],
    ],
  },
];

/** Ten runs: every layout, both ways to go together, sums and functions. */
const RUNS: readonly (readonly [SimulationInput, Evaluate?])[] = [
  [{ seed: 1, iterations: 5000, sampling: "plain", variables: VARIABLES }],
  [{ seed: 2, iterations: 5000, sampling: "latin-hypercube", variables: VARIABLES }],
  [{ seed: 3, iterations: 8192, sampling: "sobol", variables: VARIABLES }],
  [{ seed: 4, iterations: 3001, sampling: "plain", variables: VARIABLES, outputs: OUTPUTS }, branches],
  [{ seed: 5, iterations: 3001, sampling: "latin-hypercube", variables: VARIABLES, outputs: OUTPUTS }, branches],
  [{ seed: 6, iterations: 4096, sampling: "sobol", replicates: 4, variables: VARIABLES, outputs: OUTPUTS }, branches],
  [{ seed: 7, iterations: 5000, variables: VARIABLES, correlations: together("gaussian-copula") }],
  [{ seed: 8, iterations: 5000, variables: VARIABLES, correlations: together("iman-conover") }],
  [{ seed: 9_007_199_254_740_991, iterations: 999, variables: VARIABLES, replicates: 3 }],
  [{ seed: 10, iterations: 1, variables: VARIABLES }],
];

/** One hash of ten full simulations: every value that was kept, and the figures read from them. */
export function simulationDigest(): string {
  const digest = new Digest();
  for (const [input, evaluate] of RUNS) {
    const simulation = simulate(input, evaluate === undefined ? {} : { evaluate });
    for (const { id, values = [], moments = [] } of simulation.outputs) {
      for (const value of values) digest.add(value);
      for (const { count, mean, squares, minimum = 0, maximum = 0 } of moments) {
        for (const figure of [count, mean, squares, minimum, maximum]) digest.add(figure);
      }
      const wanted = values.length > 0 ? { percentiles: [0.1, 0.5, 0.8], shortfalls: [0.8], exceedances: [150] } : {};
      const { mean, percentiles, shortfalls, exceedances } = simulationSummary(simulation, { output: id, ...wanted });
      for (const { value, standardError } of [mean, ...percentiles, ...shortfalls, ...exceedances]) {
        digest.add(value);
        digest.add(typeof standardError === "number" ? standardError : -1);
      }
    }
  }
  return digest.hex();
}
