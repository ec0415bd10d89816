import { ranked } from "./rank-risks.js";
import { largerFirst, type RiskRow } from "./risk-row.js";

/**
 * Puts open risks in order, the worst first. Rated ones by the level in the matrix, then score, exposure and impact.
 *
 * A risk without levels has no place among the levels, but money compares: it comes ahead of the first rated risk that
 * is known to cost or gain less, so that a large one is not lost at the end of a long list.
 *
 * @param rows - the open risks, in any order
 * @param levels - ids of the matrix's levels, the lowest first
 * @returns the rows in order with their ranks; equals share a rank, and lie in the order of their ids
 */
export function inOrder(
  rows: readonly RiskRow[],
  levels: readonly string[],
): readonly (RiskRow & { readonly rank: number })[] {
  const places = new Map(levels.map((id, place) => [id, place]));
  const placeOf = ({ level }: RiskRow): number => places.get(level ?? "") ?? 0;
  const rated = ranked(
    rows.filter(({ level }) => level !== undefined),
    (a, b) =>
      placeOf(b) - placeOf(a) ||
      (b.score ?? 0) - (a.score ?? 0) ||
      byExposure(a, b) ||
      (b.impactPosition ?? 0) - (a.impactPosition ?? 0),
  );
  const unrated = ranked(
    rows.filter(({ level }) => level === undefined),
    byExposure,
  );

  const before: (RiskRow & { readonly rank: number })[] = [];
  let next = 0;
  rated.forEach((row, i) => {
    for (let one = unrated[next]; one !== undefined && isLarger(one, row); one = unrated[++next]) {
      before.push({ ...one, rank: one.rank + i });
    }
    before.push({ ...row, rank: row.rank + next });
  });
  const after = unrated.slice(next).map((one) => ({ ...one, rank: one.rank + rated.length }));
  return [...before, ...after];
}

/** The larger exposure first; without amounts last. */
function byExposure(a: RiskRow, b: RiskRow): number {
  if (a.exposure === undefined || b.exposure === undefined) {
    return Number(b.exposure !== undefined) - Number(a.exposure !== undefined);
  }
  return largerFirst(a.exposure, b.exposure);
}

/** Whether both have amounts, and the first has more. */
function isLarger(a: RiskRow, b: RiskRow): boolean {
  return a.exposure !== undefined && b.exposure !== undefined && largerFirst(a.exposure, b.exposure) < 0;
}
