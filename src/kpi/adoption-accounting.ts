import { DomainError } from "../foundation/errors/index.js";
import { contained, demandList, demandText } from "../foundation/guard/index.js";

/** Who was active in one period. */
export interface ActivePeriod {
  /** What the period is called; each name once. */
  readonly period: string;
  /** Ids of who was active; each counts once. */
  readonly activeUsers: readonly string[];
}

/** Where the active users of a period came from; see {@link adoptionAccounting}. */
export interface AdoptionFlow {
  /** What the period is called. */
  readonly period: string;
  /** Users active in it: new, retained and returned. */
  readonly active: number;
  /** Active for the first time. */
  readonly new: number;
  /** Active in the period before as well. */
  readonly retained: number;
  /** Active earlier, but not in the period before. */
  readonly reactivated: number;
  /** Active in the period before, and not in this one. */
  readonly lost: number;
}

/**
 * Accounts for the active users of each period: who is new, who stayed, who came
 * back, who was lost. A rate that stands still can hide that everybody was exchanged.
 *
 * @param periods - periods in the order of time, each with the ids of its active users
 * @returns a row for each period; `active` is the sum of `new`, `retained` and `reactivated`, and the period before had `retained` plus `lost`
 * @throws DomainError `duplicate-id` at the second period of a name
 * @throws DomainError `wrong-type` when an id is no text
 *
 * @example
 * ```ts
 * import { adoptionAccounting } from "golive-kit/kpi";
 *
 * const [, march] = adoptionAccounting([
 *   { period: "2026-02", activeUsers: ["ana", "ben"] },
 *   { period: "2026-03", activeUsers: ["ben", "eva"] },
 * ]);
 *
 * march; // => { period: "2026-03", active: 2, new: 1, retained: 1, reactivated: 0, lost: 1 }
 * ```
 */
export function adoptionAccounting(periods: readonly ActivePeriod[]): readonly AdoptionFlow[] {
  return contained("adoptionAccounting", () => {
    const names = new Set<string>();
    const ever = new Set<string>();
    let before: ReadonlySet<string> = new Set();
    return demandList(periods, "periods").map(({ period, activeUsers }, i) => {
      const path = ["periods", i, "period"];
      if (names.has(demandText(period, "period", path))) {
        throw new DomainError("duplicate-id", { subject: "period", path, id: period });
      }
      names.add(period);
      const active = new Set<string>();
      demandList(activeUsers, "activeUsers", ["periods", i, "activeUsers"]).forEach((id, j) => {
        active.add(demandText(id, "activeUsers", ["periods", i, "activeUsers", j]));
      });
      let fresh = 0;
      let retained = 0;
      for (const id of active) {
        if (before.has(id)) retained++;
        else if (!ever.has(id)) fresh++;
        ever.add(id);
      }
      const lost = before.size - retained;
      before = active;
      return { period, active: active.size, new: fresh, retained, reactivated: active.size - fresh - retained, lost };
    });
  });
}
