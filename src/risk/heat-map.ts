import { broken, contained, demandBetween, demandCount, demandList, demandOneOf } from "../foundation/guard/index.js";

/** Steps that a scale of a heat map can have: the counts are rows and columns of memory. */
const MAX_STEPS = 1000;

/** Positions of a risk for a heat map; a risk without them is not rated. */
export interface MappedRisk {
  /** Names the risk. */
  readonly id: string;
  /** Place of the likelihood on its scale, from 1. */
  readonly likelihoodPosition?: number;
  /** Place of the impact on its scale, from 1. */
  readonly impactPosition?: number;
}

/** How many steps the scales have. */
export interface HeatMapSize {
  /** Steps of likelihood. */
  readonly likelihoods: number;
  /** Steps of impact. */
  readonly impacts: number;
}

/** A cell of a heat map that is not empty. */
export interface HeatMapCell {
  /** Place of the likelihood, from 1. */
  readonly likelihoodPosition: number;
  /** Place of the impact, from 1. */
  readonly impactPosition: number;
  /** The risks in it, in the order of the input. */
  readonly ids: readonly string[];
}

/** How many risks lie where. */
export interface HeatMap {
  /** Risks that lie in a cell. */
  readonly counted: number;
  /** Risks without a rating, in the order of the input. */
  readonly unrated: readonly string[];
  /** Risks by cell: `counts[likelihoodPosition − 1][impactPosition − 1]`. */
  readonly counts: readonly (readonly number[])[];
  /** Cells that are not empty, by likelihood, then by impact, both ascending. */
  readonly cells: readonly HeatMapCell[];
}

/** Which scale runs upwards. */
export interface HeatMapLayout {
  /** The scale that runs upwards; the other runs from left to right. */
  readonly vertical: "likelihood" | "impact";
}

/**
 * Counts the risks in each cell of a matrix.
 *
 * @param risks - ids with `likelihoodPosition` and `impactPosition`, whole numbers from 1, or without both
 * @param size - `likelihoods` and `impacts`: how many steps the scales have
 * @returns counts by cell, the cells that are not empty with their ids, and the ids without a rating
 * @throws DomainError `out-of-range` for a position outside its scale, or a scale outside 1 to 1000 steps
 * @throws DomainError `missing` when a risk has one position and not the other
 *
 * @example
 * ```ts
 * import { heatMap } from "golive-kit/risk";
 *
 * const map = heatMap(
 *   [{ id: "a", likelihoodPosition: 2, impactPosition: 1 }, { id: "b" }],
 *   { likelihoods: 2, impacts: 3 },
 * );
 *
 * map.counts; // => [[0, 0, 0], [1, 0, 0]]
 * map.unrated; // => ["b"]
 * ```
 */
export function heatMap(risks: readonly MappedRisk[], size: HeatMapSize): HeatMap {
  return contained("heatMap", () => {
    const rows = demandSteps(size.likelihoods, "likelihoods");
    const columns = demandSteps(size.impacts, "impacts");
    const ids = new Map<number, string[]>();
    const unrated: string[] = [];
    demandList(risks, "risks", []).forEach((risk, i) => {
      if (risk.likelihoodPosition === undefined && risk.impactPosition === undefined) {
        unrated.push(risk.id);
        return;
      }
      const row = demandPosition(risk.likelihoodPosition, rows, "likelihoodPosition", i);
      const column = demandPosition(risk.impactPosition, columns, "impactPosition", i);
      const cell = (row - 1) * columns + column - 1;
      const known = ids.get(cell);
      if (known) known.push(risk.id);
      else ids.set(cell, [risk.id]);
    });
    const counts = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => ids.get(row * columns + column)?.length ?? 0),
    );
    const cells = [...ids]
      .sort(([a], [b]) => a - b)
      .map(([cell, inside]) => ({
        likelihoodPosition: Math.floor(cell / columns) + 1,
        impactPosition: (cell % columns) + 1,
        ids: inside,
      }));
    return { counted: risks.length - unrated.length, unrated, counts, cells };
  });
}

/**
 * Lays a heat map out for showing. It changes where a count is drawn, and nothing else.
 *
 * @param map - a heat map
 * @param layout - `vertical`: the scale that runs upwards
 * @returns rows from top to bottom, the highest step of the vertical scale on top; each from the lowest step of the
 *   other scale on the left to its highest on the right
 * @throws DomainError `out-of-range` for another scale
 *
 * @example
 * ```ts
 * import { heatMap, heatMapRows } from "golive-kit/risk";
 *
 * const map = heatMap([{ id: "a", likelihoodPosition: 2, impactPosition: 1 }], { likelihoods: 2, impacts: 3 });
 *
 * heatMapRows(map, { vertical: "likelihood" }); // => [[1, 0, 0], [0, 0, 0]]
 * heatMapRows(map, { vertical: "impact" }); // => [[0, 0], [0, 0], [0, 1]]
 * ```
 */
export function heatMapRows(map: HeatMap, layout: HeatMapLayout): readonly (readonly number[])[] {
  return contained("heatMapRows", () => {
    const { counts } = map;
    if (demandOneOf(layout.vertical, ["likelihood", "impact"], "vertical") === "likelihood")
      return [...counts].reverse();
    return (counts[0] ?? []).map((_, impact) => counts.map((row) => row[impact] ?? 0)).reverse();
  });
}

function demandSteps(steps: number, subject: string): number {
  return demandBetween(demandCount(steps, subject), 1, MAX_STEPS, subject);
}

function demandPosition(position: number | undefined, steps: number, subject: string, row: number): number {
  const path = [row, subject];
  if (position === undefined) throw broken("missing", subject, "there beside the other position", position, path);
  const place = demandCount(position, subject, path, 1);
  if (place > steps) throw broken("out-of-range", subject, `at most ${steps}`, position, path);
  return place;
}
