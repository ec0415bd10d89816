import { DomainError, type NoAnswer, noAnswer } from "../foundation/errors/index.js";
import {
  type CivilDate,
  contained,
  demandCount,
  demandDay,
  demandList,
  demandOneOf,
  demandText,
} from "../foundation/guard/index.js";
import { defectDensity } from "./defect-density.js";
import { defectRate } from "./defect-rate.js";
import { defectEscapeRate, defectRemovalEfficiency } from "./defect-removal.js";

/** Resolutions by which a report turns out to be no defect of its own. */
export const UNCOUNTED_RESOLUTIONS = ["duplicate", "not-a-defect", "cannot-reproduce"] as const;
/** A resolution by which a report turns out to be no defect of its own. */
export type UncountedResolution = (typeof UNCOUNTED_RESOLUTIONS)[number];

/** A reported defect. */
export interface Defect {
  /** Its id. */
  readonly id: string;
  /** Day on which it was found. */
  readonly foundOn: CivilDate;
  /** Why it does not count; absent for a real defect, open or mended. */
  readonly resolution?: UncountedResolution;
}

/** What {@link measureDefects} works on. */
export interface DefectRecords {
  /** Reports, in any order. */
  readonly defects: readonly Defect[];
  /** First day live. */
  readonly goLive: CivilDate;
  /** Last day of which things are known. */
  readonly asOf: CivilDate;
  /** Days after the go-live in which defects count, the first one included; above zero. */
  readonly windowDays: number;
  /** Size of what was delivered, in units of your choice, above zero; without it there is no density. */
  readonly size?: number;
}

/** A defect that does not count. */
export interface UncountedDefect {
  /** Its id. */
  readonly id: string;
  /** Why it does not count. */
  readonly reason: UncountedResolution | "after-as-of" | "after-window";
}

/** Defects of a release; see {@link measureDefects}. */
export interface DefectMeasurement {
  /** Defects found before the go-live. */
  readonly before: number;
  /** Defects found after it, within the window. */
  readonly after: number;
  /** Days of the window that are over. */
  readonly exposureDays: number;
  /** Whether the whole window is over; until then the figures are provisional. */
  readonly windowComplete: boolean;
  /** Defects found after the go-live, per day live. */
  readonly rate: number | NoAnswer<"not-released">;
  /** Share of the defects found before the go-live, 0 to 1. */
  readonly removalEfficiency: number | NoAnswer<"not-released" | "no-defects">;
  /** Share of the defects found only after it, 0 to 1. */
  readonly escapeRate: number | NoAnswer<"not-released" | "no-defects">;
  /** Defects per thousand units of size; absent when no size was given. */
  readonly density?: number;
  /** Ids of the defects found before the go-live, in the order of the records. */
  readonly idsBefore: readonly string[];
  /** Ids of the defects found after it, within the window, in the order of the records. */
  readonly idsAfter: readonly string[];
  /** Reports that do not count, in the order of the records. */
  readonly uncounted: readonly UncountedDefect[];
}

/**
 * Measures the defects of a release: how many escaped to users, and how fast they come.
 *
 * Duplicates, reports that are no defects and those that nobody can reproduce do
 * not count; neither does what was found after `asOf` or after the window.
 *
 * @param records - `defects`, `goLive`, `asOf`, `windowDays`, and `size` where a density is wanted
 * @returns counts, and rates as their figures give them; NoAnswer `not-released` before the go-live, `no-defects` when none was found
 * @throws DomainError `duplicate-id` at the second report of an id
 * @throws DomainError `invalid-date` for a day that does not exist, `out-of-range` for a window or a size of zero or below
 *
 * @example
 * ```ts
 * import { measureDefects } from "golive-kit/kpi";
 *
 * const { before, after, rate, windowComplete } = measureDefects({
 *   defects: [
 *     { id: "D-1", foundOn: "2026-03-20" },
 *     { id: "D-2", foundOn: "2026-04-02" },
 *     { id: "D-3", foundOn: "2026-04-03", resolution: "duplicate" },
 *   ],
 *   goLive: "2026-04-01",
 *   asOf: "2026-04-10",
 *   windowDays: 90,
 * });
 *
 * [before, after, rate, windowComplete]; // => [1, 1, 0.1, false]
 * ```
 */
export function measureDefects(records: DefectRecords): DefectMeasurement {
  return contained("measureDefects", () => {
    const goLive = demandDay(records.goLive, "goLive");
    const asOf = demandDay(records.asOf, "asOf");
    const windowDays = demandCount(records.windowDays, "windowDays", undefined, 1);
    const exposureDays = Math.max(0, Math.min(windowDays, asOf - goLive + 1));

    const windowEnd = goLive + windowDays;

    const seen = new Set<string>();
    const idsBefore: string[] = [];
    const idsAfter: string[] = [];
    const uncounted: UncountedDefect[] = [];
    demandList(records.defects, "defects").forEach(({ id, foundOn, resolution }, i) => {
      const path = ["defects", i, "id"];
      if (seen.has(demandText(id, "id", path)))
        throw new DomainError("duplicate-id", { subject: "defect id", path, id });
      seen.add(id);
      const found = demandDay(foundOn, "foundOn", ["defects", i, "foundOn"]);
      const resolved =
        resolution === undefined
          ? undefined
          : demandOneOf(resolution, UNCOUNTED_RESOLUTIONS, "resolution", ["defects", i, "resolution"]);
      const reason = found > asOf ? "after-as-of" : (resolved ?? (found >= windowEnd ? "after-window" : undefined));
      if (reason !== undefined) uncounted.push({ id, reason });
      else if (found < goLive) idsBefore.push(id);
      else idsAfter.push(id);
    });

    const before = idsBefore.length;
    const after = idsAfter.length;
    const defects = before + after;
    const released = asOf >= goLive;
    const measurement = {
      before,
      after,
      exposureDays,
      windowComplete: exposureDays === windowDays,
      rate: defectRate({ defects: after, exposureDays }),
      removalEfficiency: released ? defectRemovalEfficiency({ before, after }) : noAnswer("not-released"),
      escapeRate: released ? defectEscapeRate({ before, after }) : noAnswer("not-released"),
      idsBefore,
      idsAfter,
      uncounted,
    };
    const { size } = records;
    return size === undefined ? measurement : { ...measurement, density: defectDensity({ defects, size }) };
  });
}
