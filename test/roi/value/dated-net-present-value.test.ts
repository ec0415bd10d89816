import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import { money, sumMoney } from "../../../src/foundation/money/index.js";
import { addDays, type CivilDate } from "../../../src/foundation/time/index.js";
import {
  DAY_COUNTS,
  datedNetPresentValue,
  type DatedNetPresentValueInput,
  netPresentValue,
  parseDatedNetPresentValueInput,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";
import { euros, someAmount, someFlows, someRate } from "../flows.js";

const DATES: readonly CivilDate[] = ["2008-01-01", "2008-03-01", "2008-10-30", "2009-02-15", "2009-04-01"];
const SHEET: DatedNetPresentValueInput = {
  rate: 0.09,
  dates: DATES,
  flows: euros(-10_000, 2750, 4250, 3250, 2750),
  dayCount: "actual-365-fixed",
};

describe("datedNetPresentValue", () => {
  it("agrees with the example of a spreadsheet", () => {
    expect(datedNetPresentValue(SHEET).amount).toBe("2086.647602031537");
  });

  it("carries flows before the valuation date forward", () => {
    const input = { ...SHEET, rate: 0.1, dates: ["2025-01-01", "2026-01-01", "2027-01-01"] as const };
    const flows = euros(-100_000, 60_000, 70_000);
    expect(datedNetPresentValue({ ...input, flows, valuationDate: "2026-01-01" }).amount).toBe("13636.363636363636");
    expect(datedNetPresentValue({ ...input, flows, valuationDate: "2025-01-01" }).amount).toBe(
      datedNetPresentValue({ ...input, flows }).amount,
    );
  });

  it("counts years as it is told", () => {
    const worth = (dayCount: DatedNetPresentValueInput["dayCount"]) =>
      datedNetPresentValue({
        rate: 0.21,
        dates: ["2024-01-31"],
        flows: euros(1331),
        dayCount,
        valuationDate: "2023-01-31",
      }).amount;
    expect(worth("actual-365-fixed")).toBe("1100");
    expect(worth("thirty-360")).toBe("1100");
    expect(Number(worth("actual-360"))).toBeCloseTo(1331 * 1.21 ** (-365 / 360), 9);
    expect(Number(worth("actual-actual-isda"))).toBeCloseTo(1331 * 1.21 ** -(335 / 365 + 30 / 366), 9);
  });

  it("shows its working", () => {
    const input = { ...SHEET, rate: 0.1, dates: ["2026-01-01", "2027-01-01"] as const, flows: euros(-100, 121) };
    expect(renderExplanation(explain(datedNetPresentValue, input)).split("\n")).toEqual([
      "Net present value of dated flows = 10 EUR",
      "  given",
      "    rate     = 0.1 (ratio)",
      "    dates    = [2026-01-01, 2027-01-01]",
      "    flows    = [-100, 121] EUR",
      "    dayCount = actual-365-fixed",
      "  worked out",
      "          date  years      flow              factor  presentValue",
      "    2026-01-01      0  -100 EUR                   1      -100 EUR",
      "    2027-01-01      1   121 EUR  0.9090909090909091       110 EUR",
      "    each factor = 1 ÷ (1 + rate) ^ years",
      "    each presentValue = flow × factor",
      "    npv = sum[t](flow[t] × factor[t]) = 10 EUR",
      "  source: Richard A. Brealey, Stewart C. Myers, Franklin Allen, Principles of Corporate Finance, net present value",
    ]);
  });

  it("refuses what is none, with the place", () => {
    const refused = (part: object) => faults(() => datedNetPresentValue({ ...SHEET, ...part }));
    expect(refused({ rate: -1 })).toEqual(["out-of-range rate"]);
    expect(refused({ rate: "9%" })).toEqual(["wrong-type rate"]);
    expect(refused({ valuationDate: "2008-02-30" })).toEqual(["invalid-date valuationDate"]);
    expect(refused({ dates: [...DATES.slice(0, 4), "2009-13-01"] })).toEqual(["invalid-date dates.4"]);
    expect(refused({ dates: DATES.slice(1) })).toEqual(["inconsistent dates"]);
    expect(refused({ dayCount: "actual" })).toEqual(["out-of-range dayCount"]);
    expect(
      refused({ rate: -0.999_999, valuationDate: "1900-01-01", flows: euros(1, 1, 1, 1, "9".repeat(24)) }),
    ).toEqual(["out-of-range discount factor"]);
    expect(
      [...faults(() => parseDatedNetPresentValueInput({ ...SHEET, rate: -2, valuationDate: "soon", x: 1 }))].sort(),
    ).toEqual(["invalid-date valuationDate", "out-of-range rate", "unknown-key x"]);
    expect(parseDatedNetPresentValueInput(SHEET)).toEqual(SHEET);
  });
});

describe("laws", () => {
  const someDated = fc
    .record({
      rows: fc.array(fc.tuple(fc.integer({ min: 0, max: 4000 }), someAmount), { minLength: 1, maxLength: 8 }),
      rate: someRate,
      dayCount: fc.constantFrom(...DAY_COUNTS),
      valuation: fc.option(fc.integer({ min: -300, max: 4300 }), { nil: undefined }),
    })
    .map(({ rows, rate, dayCount, valuation }) => ({
      rate,
      dates: rows.map(([days]) => addDays("2020-02-29", days)),
      flows: rows.map(([, amount]) => amount),
      dayCount,
      ...(valuation !== undefined && { valuationDate: addDays("2020-02-29", valuation) }),
    }));

  it("words and code agree", () => {
    keepsFormulaLaws(datedNetPresentValue, someDated);
  });

  it("at rate 0 it is exactly the sum, on any day", () => {
    law(someDated, (input) => {
      expect(datedNetPresentValue({ ...input, rate: 0 })).toEqual(sumMoney(input.flows));
    });
  });

  it("does not change with the order of rows, or with the start where days are only counted", () => {
    law(fc.tuple(someDated, fc.nat(2000)), ([input, later]) => {
      const worth = datedNetPresentValue(input);
      const dates = [...input.dates].reverse();
      expect(datedNetPresentValue({ ...input, dates, flows: [...input.flows].reverse() })).toEqual(worth);
      if (input.dayCount !== "actual-365-fixed" && input.dayCount !== "actual-360") return;
      const moved = {
        ...input,
        dates: input.dates.map((date) => addDays(date, later)),
        ...(input.valuationDate !== undefined && { valuationDate: addDays(input.valuationDate, later) }),
      };
      expect(datedNetPresentValue(moved)).toEqual(worth);
    });
  });

  it("years apart, dated flows are worth what flows by period are", () => {
    law(fc.tuple(someFlows, someRate), ([flows, rate]) => {
      const dates = flows.map((_, k) => addDays("2001-01-01", 365 * k));
      expect(datedNetPresentValue({ rate, dates, flows, dayCount: "actual-365-fixed" })).toEqual(
        netPresentValue({ rate, flows, timing: "start" }),
      );
    });
  });

  it("reads the amounts that it takes", () => {
    expect(datedNetPresentValue({ ...SHEET, rate: 0, flows: DATES.map(() => money("0.1", "EUR")) }).amount).toBe("0.5");
  });
});
