import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type CivilDate, civilDateOf, demandDay } from "../../src/foundation/guard/index.js";
import { type Defect, type DefectRecords, measureDefects, UNCOUNTED_RESOLUTIONS } from "../../src/kpi/index.js";
import { faults } from "../kit/caught.js";
import { law } from "../kit/laws.js";

const RECORDS: DefectRecords = {
  defects: [
    { id: "D-1", foundOn: "2026-03-31" },
    { id: "D-2", foundOn: "2026-04-01" },
    { id: "D-3", foundOn: "2026-04-10" },
    { id: "D-4", foundOn: "2026-04-11" },
    { id: "D-5", foundOn: "2026-04-05", resolution: "not-a-defect" },
    { id: "D-6", foundOn: "2026-04-21" },
  ],
  goLive: "2026-04-01",
  asOf: "2026-04-20",
  windowDays: 10,
  size: 500,
};

describe("measureDefects", () => {
  it("counts the day of the go-live as after it, and the window as half-open", () => {
    expect(measureDefects(RECORDS)).toEqual({
      before: 1,
      after: 2,
      exposureDays: 10,
      windowComplete: true,
      rate: 0.2,
      removalEfficiency: 1 / 3,
      escapeRate: 2 / 3,
      density: 6,
      idsBefore: ["D-1"],
      idsAfter: ["D-2", "D-3"],
      uncounted: [
        { id: "D-4", reason: "after-window" },
        { id: "D-5", reason: "not-a-defect" },
        { id: "D-6", reason: "after-as-of" },
      ],
    });
  });

  it("has no rates before the go-live", () => {
    const measured = measureDefects({ ...RECORDS, asOf: "2026-03-31" });
    expect(measured).toMatchObject({
      before: 1,
      after: 0,
      exposureDays: 0,
      windowComplete: false,
      rate: { kind: "none", reason: "not-released" },
      removalEfficiency: { kind: "none", reason: "not-released" },
      escapeRate: { kind: "none", reason: "not-released" },
    });
  });

  it("has one day of exposure on the day of the go-live", () => {
    expect(measureDefects({ ...RECORDS, asOf: "2026-04-01" })).toMatchObject({ exposureDays: 1, rate: 1 });
  });

  it("has no density without a size", () => {
    const { defects, goLive, asOf, windowDays } = RECORDS;
    expect(measureDefects({ defects, goLive, asOf, windowDays })).not.toHaveProperty("density");
  });

  it.each<[Partial<DefectRecords>, string]>([
    [{ defects: [...RECORDS.defects, { id: "D-1", foundOn: "2026-04-02" }] }, "duplicate-id defects.6.id"],
    [{ defects: [{ id: "D-1", foundOn: "2026-02-30" }] }, "invalid-date defects.0.foundOn"],
    [{ defects: [{ id: 1 as never, foundOn: "2026-02-03" }] }, "wrong-type defects.0.id"],
    [
      { defects: [{ id: "D-1", foundOn: "2026-02-03", resolution: "wontfix" as never }] },
      "out-of-range defects.0.resolution",
    ],
    [{ goLive: "2026-04-31" }, "invalid-date goLive"],
    [{ asOf: "today" as never }, "invalid-date asOf"],
    [{ windowDays: 0 }, "out-of-range windowDays"],
    [{ size: 0 }, "out-of-range size"],
  ])("refuses %o", (change, fault) => {
    expect(faults(() => measureDefects({ ...RECORDS, ...change }))).toEqual([fault]);
  });
});

describe("laws", () => {
  const start = demandDay("2026-04-01", "start");
  const day = fc.integer({ min: -30, max: 60 }).map((n): CivilDate => civilDateOf(start + n));
  const defect = fc.record(
    { id: fc.constant(""), foundOn: day, resolution: fc.constantFrom(...UNCOUNTED_RESOLUTIONS) },
    { requiredKeys: ["id", "foundOn"] },
  );
  const defects = fc
    .array(defect, { maxLength: 20, size: "max" })
    .map((list) => list.map((one, i): Defect => ({ ...one, id: `D-${String(i)}` })));
  const records = fc.record({
    defects,
    goLive: fc.constant<CivilDate>("2026-04-01"),
    asOf: day,
    windowDays: fc.integer({ min: 1, max: 40 }),
  });

  it("every report is either counted once or left out with a reason", () => {
    law(records, (given) => {
      const { idsBefore, idsAfter, uncounted } = measureDefects(given);
      const all = [...idsBefore, ...idsAfter, ...uncounted.map(({ id }) => id)].sort();
      expect(all).toEqual(given.defects.map(({ id }) => id).sort());
    });
  });

  it("the order makes no difference, and what is left out changes nothing else", () => {
    law(records, (given) => {
      const { idsBefore, idsAfter, uncounted, ...rest } = measureDefects(given);
      const kept = new Set([...idsBefore, ...idsAfter]);
      const other = measureDefects({ ...given, defects: given.defects.filter(({ id }) => kept.has(id)).reverse() });
      expect(other).toEqual({
        ...rest,
        idsBefore: [...idsBefore].reverse(),
        idsAfter: [...idsAfter].reverse(),
        uncounted: [],
      });
      expect(uncounted.length + kept.size).toBe(given.defects.length);
    });
  });

  it("what is found later does not change an earlier report", () => {
    law(fc.tuple(records, fc.integer({ min: 1, max: 30 })), ([given, later]) => {
      const found = civilDateOf(demandDay(given.asOf, "asOf") + later);
      const { uncounted, ...rest } = measureDefects(given);
      const after = measureDefects({ ...given, defects: [...given.defects, { id: "new", foundOn: found }] });
      expect(after).toEqual({ ...rest, uncounted: [...uncounted, { id: "new", reason: "after-as-of" }] });
    });
  });
});
