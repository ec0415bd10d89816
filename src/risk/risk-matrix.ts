import * as z from "zod";

import { broken, contained } from "../foundation/guard/index.js";
import { DomainError } from "../foundation/errors/index.js";
import { Id, listById, parse, rule, schema, Text } from "../foundation/schema/index.js";
import { riskScore } from "./risk-score.js";

/** A step of a scale. */
export interface ScaleLevel {
  /** Names the level; risks point at it. */
  readonly id: string;
  /** As people read it. */
  readonly label: string;
}

/** A risk matrix: two scales, and the level of risk where they meet. Every scale is in ascending severity. */
export interface RiskMatrix {
  /** What the matrix is called. */
  readonly title: string;
  /** Steps of likelihood, the least likely first. */
  readonly likelihoods: readonly ScaleLevel[];
  /** Steps of impact, the mildest first. */
  readonly impacts: readonly ScaleLevel[];
  /** Levels of risk, the lowest first. */
  readonly levels: readonly ScaleLevel[];
  /** Ids of levels: `grid[likelihood][impact]`, both counted from 0; a row for each likelihood. */
  readonly grid: readonly (readonly string[])[];
}

const Scale: z.ZodType<ScaleLevel[]> = /* @__PURE__ */ schema(() =>
  (listById(z.strictObject({ id: Id, label: Text })) as z.ZodArray<z.ZodType<ScaleLevel>>).min(1),
);

/** Reads a {@link RiskMatrix}. */
export const RiskMatrix: z.ZodType<RiskMatrix> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      title: Text,
      likelihoods: Scale,
      impacts: Scale,
      levels: Scale,
      grid: z.array(z.array(Id).min(1)).min(1),
    })
    .check(
      rule(({ likelihoods, impacts, levels, grid }: RiskMatrix, report) => {
        if (grid.length !== likelihoods.length) {
          report("inconsistent", ["grid"], `expected a row for each of ${likelihoods.length} likelihoods`);
        }
        const known = new Set(levels.map(({ id }) => id));
        grid.forEach((row, i) => {
          if (row.length !== impacts.length) {
            const message = `expected a level for each of ${impacts.length} impacts, received ${row.length}`;
            report("inconsistent", ["grid", i], message);
          }
          row.forEach((level, j) => {
            if (!known.has(level)) report("unknown-reference", ["grid", i, j], "expected the id of one of the levels");
          });
        });
      }),
    ),
);

/** The levels that a risk is rated with. */
export interface RatedRisk {
  /** Level on the likelihood scale, by id. */
  readonly likelihood: string;
  /** Level on the impact scale, by id. */
  readonly impactLevel: string;
}

/** Where a risk lies in a matrix. */
export interface RiskRating {
  /** Level of risk, by id. */
  readonly level: string;
  /** Place of the likelihood on its scale, from 1 for the lowest. */
  readonly likelihoodPosition: number;
  /** Place of the impact on its scale, from 1 for the lowest. */
  readonly impactPosition: number;
  /** Product of the two places. */
  readonly score: number;
}

/**
 * Looks a risk up in a matrix.
 *
 * The level comes from the grid alone; the score is there to order risks of one level.
 *
 * @param risk - `likelihood` and `impactLevel`, ids of levels of the matrix
 * @param matrix - the matrix
 * @returns the level's id, the places on both scales (from 1) and their product
 * @throws DomainError `unknown-reference` for a level that the matrix does not have
 * @throws DomainError `inconsistent` when the grid has no cell there
 *
 * @example
 * ```ts
 * import { FIVE_BY_FIVE, rateRisk } from "golive-kit/risk";
 *
 * rateRisk({ likelihood: "likely", impactLevel: "major" }, FIVE_BY_FIVE);
 * // => { level: "extreme", likelihoodPosition: 4, impactPosition: 4, score: 16 }
 * ```
 */
export function rateRisk(risk: RatedRisk, matrix: RiskMatrix): RiskRating {
  return contained("rateRisk", () => rate(risk, matrix, []));
}

/** Looks a risk up, with the path to the risk for errors. */
export function rate(risk: RatedRisk, matrix: RiskMatrix, path: readonly (string | number)[]): RiskRating {
  const i = indexOf(matrix.likelihoods, risk.likelihood, "likelihood", path);
  const j = indexOf(matrix.impacts, risk.impactLevel, "impactLevel", path);
  const level = matrix.grid[i]?.[j];
  if (level === undefined) throw broken("inconsistent", "grid", "a level for every pair", level, ["grid", i, j]);
  const likelihoodPosition = i + 1;
  const impactPosition = j + 1;
  const score = riskScore({ likelihoodPosition, impactPosition });
  return { level, likelihoodPosition, impactPosition, score };
}

/**
 * Reads a risk matrix from outside data.
 *
 * @param data - `{ title, likelihoods, impacts, levels, grid }`, scales in ascending severity
 * @returns the matrix, checked: a level of the list in every cell, and a cell for every pair
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { parseRiskMatrix, rateRisk } from "golive-kit/risk";
 *
 * const matrix = parseRiskMatrix({
 *   title: "Two by two",
 *   likelihoods: [{ id: "low", label: "Low" }, { id: "high", label: "High" }],
 *   impacts: [{ id: "minor", label: "Minor" }, { id: "major", label: "Major" }],
 *   levels: [{ id: "green", label: "GREEN" }, { id: "amber", label: "AMBER" }],
 *   grid: [["green", "green"], ["green", "amber"]],
 * });
 *
 * rateRisk({ likelihood: "high", impactLevel: "major" }, matrix).level; // => "amber"
 * ```
 */
export function parseRiskMatrix(data: unknown): RiskMatrix {
  return contained("risk matrix", () => parse(RiskMatrix, data, "risk matrix"));
}

function indexOf(
  scale: readonly ScaleLevel[],
  id: string,
  subject: string,
  path: readonly (string | number)[],
): number {
  const index = scale.findIndex((level) => level.id === id);
  if (index < 0) throw new DomainError("unknown-reference", { subject, path: [...path, subject], id });
  return index;
}
