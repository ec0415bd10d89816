import * as z from "zod";

import { type Decimal, decimalOfNumber } from "../foundation/decimal/index.js";
import { broken, contained, demandAtLeast, demandFinite, demandList, demandOneOf } from "../foundation/guard/index.js";
import { FiniteNumber, parse, rule, schema } from "../foundation/schema/index.js";

/** Which way a KPI improves. */
export const KPI_DIRECTIONS = ["higher-is-better", "lower-is-better", "target-range"] as const;
/** Which way a KPI improves. */
export type KpiDirection = (typeof KPI_DIRECTIONS)[number];

/** Colours of a KPI, best first; `unknown` is no colour but the lack of one. */
export const KPI_STATUSES = ["green", "amber", "red", "unknown"] as const;
/** Colour of a KPI against its target. */
export type KpiStatus = (typeof KPI_STATUSES)[number];

/** A range of values, both ends included. */
export interface KpiRange {
  /** Lowest value in it. */
  readonly low: number;
  /** Highest value in it; not below `low`. */
  readonly high: number;
}

/** Limits of the colours of a KPI, in the KPI's own unit. A value on a limit gets the better colour. */
export type KpiTarget =
  | {
      /** More is better, or less is. */
      readonly direction: "higher-is-better" | "lower-is-better";
      /** The last value that is green. */
      readonly green: number;
      /** The last value that is amber; beyond it is red. Not on the better side of `green`. */
      readonly amber: number;
    }
  | {
      /** Too much is as bad as too little. */
      readonly direction: "target-range";
      /** Values that are green. */
      readonly green: KpiRange;
      /** Values that are at least amber; `green` lies within. */
      readonly amber: KpiRange;
    };

const Limits = /* @__PURE__ */ schema(() => z.strictObject({ low: FiniteNumber, high: FiniteNumber }));

/** Reads a {@link KpiTarget}. */
export const KpiTarget: z.ZodType<KpiTarget> = /* @__PURE__ */ schema(() =>
  z
    .discriminatedUnion("direction", [
      z.strictObject({
        direction: z.literal(["higher-is-better", "lower-is-better"]),
        green: FiniteNumber,
        amber: FiniteNumber,
      }),
      z.strictObject({ direction: z.literal("target-range"), green: Limits, amber: Limits }),
    ])
    .check(
      rule((target: KpiTarget, report) => {
        const fault = orderFault(target);
        if (fault !== undefined) report("inconsistent", [], `expected ${fault}`);
      }),
    ),
);

/**
 * Reads a target from outside data.
 *
 * @param data - an object as in {@link KpiTarget}
 * @returns the target, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault; limits in the wrong order are `inconsistent`
 *
 * @example
 * ```ts
 * import { judgeKpi, parseKpiTarget } from "golive-kit/kpi";
 *
 * const target = parseKpiTarget({ direction: "higher-is-better", green: 0.95, amber: 0.9 });
 *
 * judgeKpi(0.9, target); // => "amber"
 * ```
 */
export function parseKpiTarget(data: unknown): KpiTarget {
  return contained("KPI target", () => parse(KpiTarget, data, "KPI target"));
}

/**
 * The colour of one value. A value on a limit gets the better colour.
 *
 * @param value - in the KPI's own unit, unrounded; `null` when it is not known
 * @param target - the limits
 * @returns `green`, `amber` or `red`; `unknown` for `null`
 * @throws DomainError `inconsistent` when the limits are in the wrong order
 * @throws DomainError `wrong-type` or `not-finite` when the value is no finite number
 *
 * @example
 * ```ts
 * import { judgeKpi } from "golive-kit/kpi";
 *
 * const target = { direction: "lower-is-better", green: 2, amber: 5 } as const;
 *
 * [2, 2.01, 5, 5.01, null].map((value) => judgeKpi(value, target));
 * // => ["green", "amber", "amber", "red", "unknown"]
 * ```
 */
export function judgeKpi(value: number | null, target: KpiTarget): KpiStatus {
  return contained("judgeKpi", () => {
    demandTarget(target);
    return value === null ? "unknown" : colourOf(demandFinite(value, "value"), target);
  });
}

/** Values in time order, judged against one target; see {@link judgeKpiSeries}. */
export interface KpiSeries {
  /** Values in time order, in the KPI's own unit; `null` where there is none. */
  readonly values: readonly (number | null)[];
  /** The limits. */
  readonly target: KpiTarget;
  /** How far past a limit a value must come back before its colour improves, 0 or above, in the KPI's own unit; 0 when left out. */
  readonly deadBand?: number;
}

/**
 * The colours of a series. With a dead band a value worsens at once, and
 * improves only when it has come past the limit by the band, so that a KPI that
 * hovers at a limit does not flicker.
 *
 * @param series - `values` in time order, `target`, and a `deadBand` for one-sided directions
 * @returns a colour for each value; `unknown` for `null`, which does not change what came before
 * @throws DomainError `inconsistent` when the limits are in the wrong order, or a range is given a dead band
 * @throws DomainError `wrong-type`, `not-finite` or `out-of-range` with the path of the value
 *
 * @example
 * ```ts
 * import { judgeKpiSeries } from "golive-kit/kpi";
 *
 * const target = { direction: "higher-is-better", green: 95, amber: 90 } as const;
 *
 * judgeKpiSeries({ values: [94, 95, 96], target, deadBand: 1 }); // => ["amber", "amber", "green"]
 * ```
 */
export function judgeKpiSeries(series: KpiSeries): readonly KpiStatus[] {
  return contained("judgeKpiSeries", () => {
    const { values, target, deadBand = 0 } = series;
    demandTarget(target);
    const band = demandAtLeast(deadBand, 0, "deadBand");
    if (band > 0 && target.direction === "target-range") {
      throw broken("inconsistent", "deadBand", "0 for a target range", deadBand);
    }
    const step = target.direction === "lower-is-better" ? band : -band;
    let last: KpiStatus = "unknown";
    return demandList(values, "values").map((given, i) => {
      if (given === null) return "unknown";
      const value = demandFinite(given, "value", ["values", i]);
      const plain = colourOf(value, target);
      if (band === 0 || last === "unknown" || rank(plain) >= rank(last)) return (last = plain);
      // 95.3 − 0.3 must be 95: the shifted value is worked out in decimals.
      const shifted = colourOf(decimalOfNumber(value, "value").plus(decimalOfNumber(step, "deadBand")), target);
      if (rank(shifted) < rank(last)) last = shifted;
      return last;
    });
  });
}

/** Several colours in one; see {@link rollUpKpis}. */
export interface KpiRollUp {
  /** The worst colour that is known; `unknown` when none is. */
  readonly worst: KpiStatus;
  /** How often each colour occurs. */
  readonly counts: Readonly<Record<KpiStatus, number>>;
  /** How many are known. */
  readonly known: number;
  /** Share of the colours that are known, 0 to 1; 0 when there are none. */
  readonly knownShare: number;
}

/**
 * Rolls colours up: the worst known one, and how much is known at all.
 *
 * @param statuses - colours, in any order
 * @returns the worst known colour, counts by colour, and the share that is known
 * @throws DomainError `wrong-type` or `out-of-range` for what is no colour, with its path
 *
 * @example
 * ```ts
 * import { rollUpKpis } from "golive-kit/kpi";
 *
 * rollUpKpis(["green", "unknown", "amber"]).worst; // => "amber"
 * ```
 */
export function rollUpKpis(statuses: readonly KpiStatus[]): KpiRollUp {
  return contained("rollUpKpis", () => {
    const counts = { green: 0, amber: 0, red: 0, unknown: 0 };
    demandList(statuses, "statuses").forEach((status, i) => {
      counts[demandOneOf(status, KPI_STATUSES, "status", ["statuses", i])]++;
    });
    const worst = counts.red > 0 ? "red" : counts.amber > 0 ? "amber" : counts.green > 0 ? "green" : "unknown";
    const known = statuses.length - counts.unknown;
    return { worst, counts, known, knownShare: statuses.length === 0 ? 0 : known / statuses.length };
  });
}

function colourOf(value: number | Decimal, target: KpiTarget): Exclude<KpiStatus, "unknown"> {
  const within = (limit: number | KpiRange): boolean => {
    if (typeof limit !== "number") return compare(value, limit.low) >= 0 && compare(value, limit.high) <= 0;
    return target.direction === "higher-is-better" ? compare(value, limit) >= 0 : compare(value, limit) <= 0;
  };
  return within(target.green) ? "green" : within(target.amber) ? "amber" : "red";
}

function compare(value: number | Decimal, limit: number): number {
  return typeof value === "number" ? value - limit : value.cmp(decimalOfNumber(limit, "limit"));
}

/** 0 for the best colour, more for a worse one. */
function rank(status: KpiStatus): number {
  return KPI_STATUSES.indexOf(status);
}

function demandTarget(target: KpiTarget): void {
  const direction = demandOneOf(target.direction, KPI_DIRECTIONS, "target.direction", ["target", "direction"]);
  for (const colour of ["green", "amber"] as const) {
    const limit = target[colour];
    if (direction === "target-range") {
      const { low, high } = limit as KpiRange;
      demandFinite(low, `target.${colour}.low`, ["target", colour, "low"]);
      demandFinite(high, `target.${colour}.high`, ["target", colour, "high"]);
    } else {
      demandFinite(limit, `target.${colour}`, ["target", colour]);
    }
  }
  const fault = orderFault(target);
  if (fault !== undefined) throw broken("inconsistent", "target", fault, target);
}

/** The rule of order that the limits break, if they do. */
function orderFault(target: KpiTarget): string | undefined {
  switch (target.direction) {
    case "higher-is-better":
      return target.amber > target.green ? "limits with amber at or below green" : undefined;
    case "lower-is-better":
      return target.amber < target.green ? "limits with amber at or above green" : undefined;
    case "target-range": {
      const { green, amber } = target;
      const ordered = amber.low <= green.low && green.low <= green.high && green.high <= amber.high;
      return ordered ? undefined : "limits with the green range within the amber one";
    }
  }
}
