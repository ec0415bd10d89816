import {
  type Evaluate,
  simulate,
  type SimulationInput,
  type SimulationVariable,
} from "../../../src/foundation/simulation/index.js";

/** Distributions of three kinds. */
export const uniform = { kind: "uniform", minimum: 0, maximum: 1 } as const;
export const normal = { kind: "normal", mean: 30, standardDeviation: 4 } as const;
export const triangular = { kind: "triangular", minimum: 2, mode: 3, maximum: 10 } as const;

/** A variable of each, two of them with a dimension of their own. */
export const THREE: readonly SimulationVariable[] = [
  { id: "a", distribution: uniform, dimension: 2 },
  { id: "b", distribution: normal, dimension: 0 },
  { id: "c", distribution: triangular, dimension: "padded" },
];
/** A simulation of the three, with parts of it changed. */
export const input = (more: Partial<SimulationInput> = {}): SimulationInput => ({
  seed: 7,
  iterations: 10_007,
  variables: THREE,
  ...more,
});

/** Keeps the draws themselves: an output for each variable. */
export const draws = (more: Partial<SimulationInput>): ReadonlyMap<string, readonly number[]> => {
  const asked = input(more);
  const evaluate: Evaluate = ({ variables, outputs }) => {
    outputs.forEach((output, i) => {
      output.set(variables[i] ?? []);
    });
  };
  const { outputs } = simulate({ ...asked, outputs: asked.variables.map(({ id }) => ({ id })) }, { evaluate });
  return new Map(outputs.map(({ id, values = [] }) => [id, values]));
};
