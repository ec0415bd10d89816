import { contained, demandCount, demandList } from "../foundation/guard/index.js";
import { riskScore } from "./risk-score.js";

/** A risk with its places on both scales, from 1 for the lowest level. */
export interface PlacedRisk {
  /** Names the risk. */
  readonly id: string;
  /** Place of the likelihood on its scale. */
  readonly likelihoodPosition: number;
  /** Place of the impact on its scale. */
  readonly impactPosition: number;
}

/** A risk with its place in the order. */
export interface RankedRisk extends PlacedRisk {
  /** Product of both places. */
  readonly score: number;
  /** One more than the number of risks that are strictly ahead; equals share a rank. */
  readonly rank: number;
}

/**
 * Puts risks in order: the highest score first, of equal scores the higher
 * impact first, and of equal risks the lower id first.
 *
 * Impact decides between equal scores because a rare disaster is harder to bear than a frequent nuisance.
 *
 * @param risks - ids with `likelihoodPosition` and `impactPosition`, whole numbers from 1; in any order
 * @returns the risks in order, with score and rank; risks equal in score and impact share a rank (1, 2, 2, 4)
 * @throws DomainError `out-of-range` when a position is no whole number of at least 1
 *
 * @example
 * ```ts
 * import { rankRisks } from "golive-kit/risk";
 *
 * const ranked = rankRisks([
 *   { id: "a", likelihoodPosition: 4, impactPosition: 3 },
 *   { id: "b", likelihoodPosition: 3, impactPosition: 4 },
 * ]);
 *
 * ranked.map(({ id, score, rank }) => [id, score, rank]); // => [["b", 12, 1], ["a", 12, 2]]
 * ```
 */
export function rankRisks(risks: readonly PlacedRisk[]): readonly RankedRisk[] {
  return contained("rankRisks", () => {
    const scored = demandList(risks, "risks", []).map(({ id, likelihoodPosition, impactPosition }, i) => {
      demandCount(likelihoodPosition, "likelihoodPosition", [i, "likelihoodPosition"], 1);
      demandCount(impactPosition, "impactPosition", [i, "impactPosition"], 1);
      return { id, likelihoodPosition, impactPosition, score: riskScore({ likelihoodPosition, impactPosition }) };
    });
    return ranked(scored, (a, b) => b.score - a.score || b.impactPosition - a.impactPosition);
  });
}

/**
 * Sorts records and ranks them: equals share a rank, and lie in the order of their ids.
 *
 * @param records - anything with an id
 * @param compare - below zero when the first is ahead
 * @returns the records in order, each with its rank
 */
export function ranked<T extends { readonly id: string }>(
  records: readonly T[],
  compare: (a: T, b: T) => number,
): readonly (T & { readonly rank: number })[] {
  const sorted = [...records].sort((a, b) => compare(a, b) || (a.id < b.id ? -1 : Number(a.id > b.id)));
  let rank = 1;
  return sorted.map((record, i) => {
    const before = sorted[i - 1];
    if (before === undefined || compare(before, record) !== 0) rank = i + 1;
    return { ...record, rank };
  });
}
