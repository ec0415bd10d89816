import { contained, demandList } from "../guard/index.js";
import { distributionVariance } from "../random/index.js";
import type { SimulationVariable } from "./simulation-input.js";
import { SOBOL_DIMENSIONS } from "./sobol.js";

/**
 * Gives every variable a coordinate of the Sobol sequence: the lower, better ones to those that vary most. Variables
 * beyond the 256 of the sequence are padded.
 *
 * Keep the answer with the model: a variable keeps its draws as long as it keeps its id and its coordinate, whatever
 * happens to the others. Coordinates that are there already stay.
 *
 * @param variables - with or without coordinates
 * @returns the variables in their order, each with a coordinate
 * @throws DomainError whatever is wrong with a distribution
 *
 * @example
 * ```ts
 * import { assignDimensions } from "golive-kit/simulation";
 *
 * const variables = [
 *   { id: "training", distribution: { kind: "normal", mean: 20, standardDeviation: 1 } },
 *   { id: "migration", distribution: { kind: "normal", mean: 40, standardDeviation: 9 } },
 * ] as const;
 *
 * assignDimensions(variables).map(({ dimension }) => dimension); // => [1, 0]
 * ```
 */
export function assignDimensions(variables: readonly SimulationVariable[]): readonly SimulationVariable[] {
  return contained("assignDimensions", () => {
    const all = demandList(variables, "variables");
    const taken = new Set(all.map(({ dimension }) => dimension));
    const free = Array.from({ length: SOBOL_DIMENSIONS }, (_, i) => i).filter((i) => !taken.has(i));
    const without = all.map((variable, i) => ({
      i,
      dimension: variable.dimension,
      variance: distributionVariance(variable.distribution),
    }));
    const order = without
      .filter(({ dimension }) => dimension === undefined)
      .sort((a, b) => b.variance - a.variance || a.i - b.i);
    const given = new Map(order.map(({ i }, rank) => [i, free[rank] ?? ("padded" as const)]));
    return all.map((variable, i) => ({ ...variable, dimension: variable.dimension ?? given.get(i) ?? "padded" }));
  });
}
