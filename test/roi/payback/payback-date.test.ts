import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { explain, renderExplanation } from "../../../src/foundation/explain/index.js";
import { addDays, type CivilDate } from "../../../src/foundation/time/index.js";
import { assessDatedPayback, assessPayback, type DatedFlows, paybackDate } from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { keepsFormulaLaws } from "../../kit/formula-laws.js";
import { law } from "../../kit/laws.js";
import { euros, someAmount } from "../flows.js";

type Row = readonly [date: CivilDate, amount: string | number];
const rows = (...given: readonly Row[]): DatedFlows => ({
  dates: given.map(([date]) => date),
  flows: euros(...given.map(([, amount]) => amount)),
});
const never = { kind: "none", reason: "never-pays-back" };

describe("assessDatedPayback", () => {
  it("of an outlay that comes back, and goes out again for a while", () => {
    const input = rows(
      ["2026-12-31", 40_000],
      ["2025-01-15", -60_000],
      ["2025-06-30", 20_000],
      ["2025-12-31", 45_000],
      ["2026-06-30", -15_000],
    );
    expect(assessDatedPayback(input)).toEqual({
      paybackDate: "2026-12-31",
      days: 715,
      firstCrossingDate: "2025-12-31",
      firstSpendDate: "2025-01-15",
      maximumExposure: euros(60_000)[0],
      endBalance: euros(30_000)[0],
      shortfall: euros(0)[0],
      warnings: ["non-monotonic"],
    });
  });

  it("counts from the first day on which more went out than came in", () => {
    const input = rows(["2025-01-01", 10], ["2025-03-01", -5], ["2025-03-01", -50], ["2025-03-11", 45]);
    expect(assessDatedPayback(input)).toMatchObject({
      paybackDate: "2025-03-11",
      days: 10,
      firstSpendDate: "2025-03-01",
    });
  });

  it("says so when the money never comes back, and when none was out", () => {
    expect(assessDatedPayback(rows(["2025-01-01", -10], ["2025-02-01", 9]))).toMatchObject({
      paybackDate: never,
      days: never,
      firstCrossingDate: never,
      shortfall: { amount: "1" },
    });
    const gain = assessDatedPayback(rows(["2025-02-01", -9], ["2025-01-01", 10]));
    expect(gain).toMatchObject({ paybackDate: "2025-01-01", days: 0, firstCrossingDate: "2025-01-01", warnings: [] });
    expect(gain.maximumExposure.amount).toBe("0");
    const late = assessDatedPayback(rows(["2025-01-01", 5], ["2025-02-01", -9], ["2025-03-01", 4]));
    expect(late).toMatchObject({ paybackDate: "2025-03-01", days: 28, firstCrossingDate: "2025-03-01" });
  });
});

describe("paybackDate", () => {
  it("shows its working", () => {
    const input = rows(["2026-06-30", 50], ["2026-01-15", -60], ["2026-12-31", 20]);
    expect(renderExplanation(explain(paybackDate, input)).split("\n").slice(3, -1)).toEqual([
      "    flows = [50, -60, 20] EUR",
      "  worked out",
      "          date  netFlow  balance  lowestFromHere",
      "    2026-01-15  -60 EUR  -60 EUR         -60 EUR",
      "    2026-06-30   50 EUR  -10 EUR         -10 EUR",
      "    2026-12-31   20 EUR   10 EUR          10 EUR",
      "    endBalance = sum[t](netFlow[t]) = 10 EUR",
      "    recovery = count[t](lowestFromHere[t] < 0) = 2",
      "    paybackDate = date[recovery] = date[2] = 2026-12-31",
    ]);
  });

  it("refuses rows that are none", () => {
    const { dates, flows } = rows(["2026-06-30", 50]);
    expect(faults(() => paybackDate({ dates: ["2026-06-31"], flows }))).toEqual(["invalid-date dates.0"]);
    expect(faults(() => paybackDate({ dates, flows: [] }))).toEqual(["empty flows"]);
    expect(faults(() => paybackDate({ dates: [], flows }))).toEqual(["inconsistent dates"]);
  });
});

describe("laws", () => {
  const someDated = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 900 }), someAmount), { minLength: 1, maxLength: 9 })
    .map((given) => ({
      dates: given.map(([days]) => addDays("2024-01-31", days)),
      flows: given.map(([, amount]) => amount),
    }));

  it("words and code agree", () => {
    keepsFormulaLaws(paybackDate, someDated);
  });

  it("is the date of the row by which flows by period pay back, and no later gain moves it", () => {
    law(someDated, (input) => {
      const profile = assessDatedPayback(input);
      const byDay = [...new Set(input.dates)].sort();
      const netted = byDay.map((day) => {
        const cents = input.flows.map(({ amount }, i) =>
          input.dates[i] === day ? Math.round(100 * Number(amount)) : 0,
        );
        return cents.reduce((sum, amount) => sum + amount, 0) / 100;
      });
      const periods = assessPayback(euros(...netted));
      const dateAt = (time: unknown) => (typeof time === "number" ? byDay[Math.ceil(time)] : never);
      expect(profile.paybackDate).toEqual(dateAt(periods.payback));
      expect(profile.firstCrossingDate).toEqual(dateAt(periods.firstCrossing));
      expect([profile.endBalance, profile.maximumExposure, profile.warnings]).toEqual([
        periods.endBalance,
        periods.maximumExposure,
        periods.warnings,
      ]);
      expect(paybackDate(input)).toEqual(profile.paybackDate);
      if (!periods.paysBack) return;
      const more = { dates: [...input.dates, addDays("2028-01-01", 0)], flows: [...input.flows, ...euros(7)] };
      expect(paybackDate(more)).toEqual(profile.paybackDate);
    });
  });
});
