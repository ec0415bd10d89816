import { contained } from "../foundation/guard/index.js";
import type { RiskMatrix } from "./risk-matrix.js";

/** What is odd about a matrix that can still be used. */
export type MatrixWarning =
  /** All cells have one level: the matrix tells nothing apart. */
  | { readonly kind: "one-level" }
  /** The level falls although likelihood or impact rises: the cell, counted from 0. */
  | { readonly kind: "not-monotone"; readonly likelihood: number; readonly impact: number }
  /** A level that no cell has, by its id. */
  | { readonly kind: "unused-level"; readonly level: string };

/**
 * Looks for what is odd about a matrix: legal, and most likely a slip.
 *
 * @param matrix - the matrix, as parsing returns it
 * @returns the warnings: `one-level`; `not-monotone` for each cell below its left or lower neighbour, row by row;
 *   `unused-level` in the order of the levels; an empty list when there is nothing
 *
 * @example
 * ```ts
 * import { FIVE_BY_FIVE, matrixWarnings } from "golive-kit/risk";
 *
 * matrixWarnings(FIVE_BY_FIVE); // => []
 * ```
 */
export function matrixWarnings(matrix: RiskMatrix): readonly MatrixWarning[] {
  return contained("matrixWarnings", () => {
    const places = new Map(matrix.levels.map(({ id }, place) => [id, place]));
    const placeOf = (likelihood: number, impact: number): number =>
      places.get(matrix.grid[likelihood]?.[impact] ?? "") ?? -1;
    const used = new Set(matrix.grid.flat());
    const warnings: MatrixWarning[] = [];
    if (used.size === 1) warnings.push({ kind: "one-level" });
    matrix.grid.forEach((row, likelihood) => {
      row.forEach((_, impact) => {
        const place = placeOf(likelihood, impact);
        if (place < placeOf(likelihood - 1, impact) || place < placeOf(likelihood, impact - 1)) {
          warnings.push({ kind: "not-monotone", likelihood, impact });
        }
      });
    });
    for (const { id } of matrix.levels) if (!used.has(id)) warnings.push({ kind: "unused-level", level: id });
    return warnings;
  });
}
