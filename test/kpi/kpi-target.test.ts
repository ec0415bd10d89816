import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  judgeKpi,
  judgeKpiSeries,
  KPI_STATUSES,
  type KpiTarget,
  parseKpiTarget,
  rollUpKpis,
  scorecard,
  type ScorecardInput,
} from "../../src/kpi/index.js";
import { faults } from "../kit/caught.js";
import { law } from "../kit/laws.js";

const MORE: KpiTarget = { direction: "higher-is-better", green: 95, amber: 90 };
const LESS: KpiTarget = { direction: "lower-is-better", green: 2, amber: 5 };
const RANGE: KpiTarget = {
  direction: "target-range",
  green: { low: 75, high: 85 },
  amber: { low: 70, high: 95 },
};

describe("judgeKpi", () => {
  it.each([
    { target: MORE, values: [95, 94.999, 90, 89.999], colours: ["green", "amber", "amber", "red"] },
    { target: LESS, values: [2, 2.001, 5, 5.001], colours: ["green", "amber", "amber", "red"] },
    {
      target: RANGE,
      values: [75, 85, 74.9, 70, 95, 69.9, 95.1],
      colours: ["green", "green", "amber", "amber", "amber", "red", "red"],
    },
  ])("gives a value on a limit the better colour: $target.direction", ({ target, values, colours }) => {
    expect(values.map((value) => judgeKpi(value, target))).toEqual(colours);
  });

  it.each<[unknown, string]>([
    [{ ...MORE, amber: 96 }, "inconsistent target"],
    [{ ...LESS, amber: 1 }, "inconsistent target"],
    [{ ...RANGE, amber: { low: 76, high: 95 } }, "inconsistent target"],
    [{ ...RANGE, amber: { low: 70, high: 84 } }, "inconsistent target"],
    [{ ...RANGE, green: { low: 85, high: 75 } }, "inconsistent target"],
    [{ ...MORE, green: Number.NaN }, "not-finite target.green"],
    [{ ...RANGE, green: { low: 75, high: "85" } }, "wrong-type target.green.high"],
    [{ ...MORE, direction: "up" }, "out-of-range target.direction"],
  ])("refuses the target %o, also without a value", (target, fault) => {
    expect(faults(() => judgeKpi(null, target as KpiTarget))).toEqual([fault]);
    expect(faults(() => judgeKpiSeries({ values: [], target: target as KpiTarget }))).toEqual([fault]);
  });

  it("refuses what is no number", () => {
    expect(faults(() => judgeKpi(Number.NaN, MORE))).toEqual(["not-finite value"]);
    expect(faults(() => judgeKpiSeries({ values: [1, "2" as never], target: MORE }))).toEqual(["wrong-type values.1"]);
  });
});

describe("judgeKpiSeries", () => {
  it("improves only past the dead band, and worsens at once", () => {
    const judge = (values: readonly (number | null)[], target: KpiTarget, deadBand: number) =>
      judgeKpiSeries({ values, target, deadBand })
        .map((colour) => colour[0])
        .join("");
    expect(judge([94, 95, 95.9, 96, 95, 94.9], MORE, 1)).toBe("aaagga");
    expect(judge([89, 96, 90], MORE, 1)).toBe("rga");
    expect(judge([6, 4.1, 4, 1.1, 1], LESS, 1)).toBe("rraag");
    // In doubles 95.3 − 0.3 is less than 95.
    expect(judge([94, 95.3], MORE, 0.3)).toBe("ag");
  });

  it("keeps the colour over a gap", () => {
    expect(judgeKpiSeries({ values: [94, null, 95], target: MORE, deadBand: 1 })).toEqual([
      "amber",
      "unknown",
      "amber",
    ]);
  });

  it("knows no dead band for a range", () => {
    expect(faults(() => judgeKpiSeries({ values: [], target: RANGE, deadBand: 1 }))).toEqual(["inconsistent deadBand"]);
    expect(faults(() => judgeKpiSeries({ values: [], target: MORE, deadBand: -1 }))).toEqual(["out-of-range deadBand"]);
  });
});

describe("parseKpiTarget", () => {
  it.each<[unknown, readonly string[]]>([
    [{ direction: "higher-is-better", green: 1, amber: 2 }, ["inconsistent"]],
    [{ direction: "lower-is-better", green: 2 }, ["missing amber"]],
    [{ direction: "target-range", green: 1, amber: { low: 0, high: 1 } }, ["wrong-type green"]],
    [{ direction: "best", green: 1, amber: 1 }, ["out-of-range direction"]],
  ])("refuses %o", (data, expected) => {
    expect(faults(() => parseKpiTarget(data))).toEqual(expected);
  });

  it.each([MORE, LESS, RANGE])("takes $direction as it is", (target) => {
    expect(parseKpiTarget(JSON.parse(JSON.stringify(target)))).toEqual(target);
  });
});

describe("rollUpKpis", () => {
  it("is unknown of nothing", () => {
    expect(rollUpKpis([])).toEqual({
      worst: "unknown",
      counts: { green: 0, amber: 0, red: 0, unknown: 0 },
      known: 0,
      knownShare: 0,
    });
  });

  it("refuses what is no colour", () => {
    expect(faults(() => rollUpKpis(["green", "blue" as never]))).toEqual(["out-of-range statuses.1"]);
  });
});

describe("scorecard", () => {
  const items = [
    { id: "a", weight: 0.7, score: 0.9 },
    { id: "b", weight: 0.1, score: null },
    { id: "c", weight: 0.2, score: null },
  ];

  it("takes a coverage of exactly the minimum", () => {
    // In doubles 0.7 + 0.1 + 0.2 is less than 1.
    const card = scorecard({ items, missing: { kind: "renormalise", minCoverage: 0.7 } });
    expect(card).toEqual({ score: 0.9, coverage: 0.7, missing: ["b", "c"] });
  });

  it("has no score when one is missing and that is not allowed", () => {
    expect(scorecard({ items, missing: { kind: "fail" } }).score).toEqual({ kind: "none", reason: "missing-score" });
    expect(scorecard({ items: items.slice(0, 1), missing: { kind: "fail" } }).score).toBe(0.9);
  });

  it.each<[Partial<ScorecardInput>, string]>([
    [{ items: [...items, { id: "a", weight: 1, score: 1 }] }, "duplicate-id items.3.id"],
    [{ items: [] }, "zero-divisor items"],
    [{ items: [{ id: "a", weight: Number.NaN, score: 1 }] }, "not-finite items.0.weight"],
    [{ missing: { kind: "renormalise", minCoverage: 1.1 } }, "out-of-range missing.minCoverage"],
    [{ missing: { kind: "skip" } as never }, "out-of-range missing.kind"],
  ])("refuses %o", (change, fault) => {
    expect(faults(() => scorecard({ items, missing: { kind: "zero" }, ...change }))).toEqual([fault]);
  });
});

describe("laws", () => {
  const value = fc.integer({ min: -50, max: 50 }).map((n) => n / 10);
  const oneSided = fc.tuple(value, value, fc.boolean()).map(([a, b, more]): KpiTarget => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    return more
      ? { direction: "higher-is-better", green: high, amber: low }
      : { direction: "lower-is-better", green: low, amber: high };
  });
  const rank = (colour: (typeof KPI_STATUSES)[number]): number => KPI_STATUSES.indexOf(colour);

  it("a better value never has a worse colour", () => {
    law(fc.tuple(oneSided, value, value), ([target, a, b]) => {
      const better = target.direction === "higher-is-better" ? Math.max(a, b) : Math.min(a, b);
      const worse = a + b - better === Math.max(a, b) ? Math.max(a, b) : Math.min(a, b);
      expect(rank(judgeKpi(better, target))).toBeLessThanOrEqual(rank(judgeKpi(worse, target)));
    });
  });

  it("turning all signs round turns the direction round", () => {
    law(fc.tuple(oneSided, value), ([target, given]) => {
      if (target.direction === "target-range") return;
      const other: KpiTarget = {
        direction: target.direction === "higher-is-better" ? "lower-is-better" : "higher-is-better",
        green: -target.green,
        amber: -target.amber,
      };
      expect(judgeKpi(-given, other)).toBe(judgeKpi(given, target));
    });
  });

  it("a dead band is never better than the plain colour, and none is the plain colour", () => {
    law(fc.tuple(oneSided, fc.array(value), fc.integer({ min: 0, max: 10 })), ([target, values, tenths]) => {
      const plain = values.map((one) => judgeKpi(one, target));
      expect(judgeKpiSeries({ values, target })).toEqual(plain);
      const held = judgeKpiSeries({ values, target, deadBand: tenths / 10 });
      held.forEach((colour, i) => {
        expect(rank(colour)).toBeGreaterThanOrEqual(rank(plain[i] ?? "green"));
      });
    });
  });
});
