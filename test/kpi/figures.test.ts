import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain } from "../../src/foundation/explain/index.js";
import {
  adoptionRate,
  defectDensity,
  defectEscapeRate,
  defectRate,
  defectRemovalEfficiency,
  KPI_FORMULAS,
  parseAdoptionRateInput,
  parseDefectDensityInput,
  parseDefectRateInput,
  parseDefectRemovalInput,
  parseUptimeInput,
  uptime,
} from "../../src/kpi/index.js";
import { faults } from "../kit/caught.js";
import { keepsFormulaLaws } from "../kit/formula-laws.js";

const none = (reason: string) => ({ kind: "none", reason });

describe("KPI figures", () => {
  it("give what they are defined as", () => {
    expect(uptime({ measuredSeconds: 86_400, downtimeSeconds: 5_616 })).toBe(0.935);
    expect(uptime({ measuredSeconds: 10, downtimeSeconds: 10 })).toBe(0);
    expect(adoptionRate({ active: 2, intended: 3 })).toBe(2 / 3);
    expect(defectRate({ defects: 3, exposureDays: 90 })).toBe(1 / 30);
    expect(defectDensity({ defects: 6, size: 12_500 })).toBe(0.48);
    expect(defectRemovalEfficiency({ before: 3, after: 1 })).toBe(0.75);
    expect(defectEscapeRate({ before: 3, after: 1 })).toBe(0.25);
  });

  it("have no answer where there is nothing to divide by", () => {
    expect(uptime({ measuredSeconds: 0, downtimeSeconds: 0 })).toEqual(none("nothing-measured"));
    expect(adoptionRate({ active: 0, intended: 0 })).toEqual(none("nobody-intended"));
    expect(defectRate({ defects: 0, exposureDays: 0 })).toEqual(none("not-released"));
    expect(defectRemovalEfficiency({ before: 0, after: 0 })).toEqual(none("no-defects"));
    expect(defectEscapeRate({ before: 0, after: 0 })).toEqual(none("no-defects"));
  });

  it.each<[string, () => unknown, readonly string[]]>([
    [
      "more downtime than time",
      () => uptime({ measuredSeconds: 1, downtimeSeconds: 2 }),
      ["inconsistent downtimeSeconds"],
    ],
    ["time below zero", () => uptime({ measuredSeconds: -1, downtimeSeconds: 0 }), ["out-of-range measuredSeconds"]],
    ["endless time", () => uptime({ measuredSeconds: Infinity, downtimeSeconds: 0 }), ["not-finite measuredSeconds"]],
    ["more active than intended", () => adoptionRate({ active: 2, intended: 1 }), ["inconsistent active"]],
    ["half a person", () => adoptionRate({ active: 0.5, intended: 1 }), ["out-of-range active"]],
    ["half a day", () => defectRate({ defects: 1, exposureDays: 0.5 }), ["out-of-range exposureDays"]],
    ["no size", () => defectDensity({ defects: 1, size: 0 }), ["out-of-range size"]],
    ["a size next to zero", () => defectDensity({ defects: 1, size: 5e-324 }), ["out-of-range size"]],
    ["defects below zero", () => defectEscapeRate({ before: -1, after: 1 }), ["out-of-range before"]],
    ["defects as text", () => defectRemovalEfficiency({ before: "1" as never, after: 1 }), ["wrong-type before"]],
    [
      "contradicting times",
      () => parseUptimeInput({ measuredSeconds: 1, downtimeSeconds: 2 }),
      ["inconsistent downtimeSeconds"],
    ],
    ["contradicting people", () => parseAdoptionRateInput({ active: 2, intended: 1 }), ["inconsistent active"]],
    ["half a defect", () => parseDefectRateInput({ defects: 0.5 }), ["out-of-range defects", "missing exposureDays"]],
    ["a size of zero", () => parseDefectDensityInput({ defects: 1, size: 0 }), ["out-of-range size"]],
    ["an unknown key", () => parseDefectRemovalInput({ before: 1, after: 1, during: 1 }), ["unknown-key during"]],
  ])("refuse %s", (_title, run, expected) => {
    expect(faults(run)).toEqual(expected);
  });

  it("show their working", () => {
    expect(explain(uptime, { measuredSeconds: 86_400, downtimeSeconds: 5_616 }).steps).toEqual([
      {
        kind: "calculated",
        symbol: "uptime",
        expression: "(measuredSeconds − downtimeSeconds) ÷ measuredSeconds",
        substituted: "(86400 − 5616) ÷ 86400",
        value: 0.935,
      },
    ]);
    expect(explain(defectRate, { defects: 0, exposureDays: 0 }).steps).toEqual([
      {
        kind: "outcome",
        reason: "not-released",
        condition: "exposureDays = 0",
        substituted: "0 = 0",
      },
    ]);
  });

  it("are listed once each", () => {
    expect(KPI_FORMULAS.map(({ id }) => id)).toEqual([
      "kpi.uptime",
      "kpi.defect-rate",
      "kpi.defect-density",
      "kpi.defect-removal-efficiency",
      "kpi.defect-escape-rate",
      "kpi.adoption-rate",
    ]);
  });
});

describe("laws", () => {
  const part = fc.nat(50).chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole)));
  const removal = fc.record({ before: fc.nat(5), after: fc.nat(5) });

  it("the words say what the code does", () => {
    keepsFormulaLaws(
      uptime,
      part.map(([down, measured]) => ({ measuredSeconds: measured * 0.125, downtimeSeconds: down * 0.125 })),
    );
    keepsFormulaLaws(
      adoptionRate,
      part.map(([active, intended]) => ({ active, intended })),
    );
    keepsFormulaLaws(defectRate, fc.record({ defects: fc.nat(500), exposureDays: fc.nat(9) }));
    keepsFormulaLaws(
      defectDensity,
      fc.record({ defects: fc.nat(500), size: fc.double({ min: 0.001, max: 1e9, noNaN: true }) }),
    );
    keepsFormulaLaws(defectRemovalEfficiency, removal);
    keepsFormulaLaws(defectEscapeRate, removal);
  });
});
