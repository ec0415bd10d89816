import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { civilDateOf, type CivilDate } from "../../src/foundation/guard/index.js";
import { isWorkingDay, STANDARD_WEEK } from "../../src/foundation/time/index.js";
import { type MilestoneDates, milestoneSlippage, slippageByBaseline } from "../../src/lifecycle/index.js";
import { faults } from "../kit/caught.js";
import { law } from "../kit/laws.js";

describe("milestoneSlippage", () => {
  const milestones: readonly MilestoneDates[] = [
    { id: "late", due: "2026-03-20", status: "done", completed: "2026-03-24" },
    { id: "early", due: "2026-04-10", status: "done", completed: "2026-04-08" },
    { id: "expected", due: "2026-05-08", status: "open", forecast: "2026-05-15" },
    { id: "unknown", due: "2026-04-17", status: "open" },
    { id: "ahead", due: "2026-06-30", status: "open" },
    { id: "dropped", due: "2026-04-17", status: "cancelled", forecast: "2026-05-15" },
  ];

  it("measures what was reached, and what is open by its forecast", () => {
    const { milestones: rows, missing, averageWorkingDays } = milestoneSlippage(milestones, { asOf: "2026-05-11" });
    expect(rows).toEqual([
      {
        id: "late",
        due: "2026-03-20",
        reached: "2026-03-24",
        basis: "completed",
        calendarDays: 4,
        workingDays: 2,
      },
      { id: "early", due: "2026-04-10", reached: "2026-04-08", basis: "completed", calendarDays: -2, workingDays: -2 },
      { id: "expected", due: "2026-05-08", reached: "2026-05-15", basis: "forecast", calendarDays: 7, workingDays: 5 },
    ]);
    expect(missing).toEqual(["unknown"]);
    expect(averageWorkingDays).toBe(0);
  });

  it("does not see what happened later", () => {
    const { milestones: rows, averageWorkingDays } = milestoneSlippage(milestones, { asOf: "2026-03-23" });
    expect(rows.map(({ id }) => id)).toEqual(["expected"]);
    expect(averageWorkingDays).toEqual({ kind: "none", reason: "nothing-completed" });
  });
});

describe("a forecast that has passed", () => {
  const open: MilestoneDates = { id: "M", due: "2026-05-08", status: "open", forecast: "2026-05-15" };

  it("is none: the milestone is open, so it was not reached then", () => {
    expect(milestoneSlippage([open], { asOf: "2026-05-14" }).milestones.map(({ basis }) => basis)).toEqual([
      "forecast",
    ]);
    for (const asOf of ["2026-05-15", "2026-05-16"] as const) {
      expect(milestoneSlippage([open], { asOf })).toMatchObject({ milestones: [], missing: ["M"] });
    }
  });

  it("leaves out one that is not due yet", () => {
    const early = { ...open, forecast: "2026-05-04" } as const;
    expect(milestoneSlippage([early], { asOf: "2026-05-05" })).toMatchObject({ milestones: [], missing: [] });
  });
});

describe("slippageByBaseline", () => {
  const baselines = [
    { number: 1, date: "2026-04-13" },
    { number: 0, date: "2026-03-02" },
  ] as const;
  const calendar = { ...STANDARD_WEEK, holidays: [{ date: "2026-04-03" }, { date: "2026-04-06" }] } as const;

  it("a new promise does not hide the old one", () => {
    expect(slippageByBaseline(baselines, { reached: "2026-04-15", calendar })).toEqual({
      original: { calendarDays: 44, workingDays: 30, onTime: false },
      current: { calendarDays: 2, workingDays: 2, onTime: false },
    });
    expect(slippageByBaseline(baselines, { reached: "2026-04-13" }).current.onTime).toBe(true);
  });

  it.each([
    { fault: "empty baselines", input: [] },
    { fault: "inconsistent baselines.1.number", input: [baselines[0], { ...baselines[1], number: 1 }] },
    { fault: "out-of-range baselines.0.number", input: [{ ...baselines[0], number: -1 }] },
    { fault: "invalid-date baselines.0.date", input: [{ number: 0, date: "2026-02-30" as CivilDate }] },
  ])("refuses $fault", ({ fault, input }) => {
    expect(faults(() => slippageByBaseline(input, { reached: "2026-04-15" }))).toEqual([fault]);
  });
});

describe("laws", () => {
  const day = fc.integer({ min: 20_000, max: 20_060 });

  it("working days are counted one by one, after the earlier day and with the later one", () => {
    law(fc.tuple(day, day), ([due, reached]) => {
      let counted = 0;
      for (let at = Math.min(due, reached) + 1; at <= Math.max(due, reached); at++) {
        if (isWorkingDay(civilDateOf(at), STANDARD_WEEK)) counted++;
      }
      const [row] = milestoneSlippage(
        [{ id: "M", due: civilDateOf(due), status: "done", completed: civilDateOf(reached) }],
        { asOf: "2100-01-01" },
      ).milestones;
      expect(row?.workingDays).toBe(reached < due && counted > 0 ? -counted : counted);
      expect(row?.calendarDays).toBe(reached - due);
    });
  });
});
