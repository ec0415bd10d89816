import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { addDays, addMonths } from "../../../src/foundation/time/index.js";
import { parsePaybackDates, paybackOrigin } from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";

describe("paybackOrigin", () => {
  it("counts from the first spending and from go-live", () => {
    expect(paybackOrigin({ firstSpend: "2025-01-15", goLive: "2025-07-01", paybackDate: "2026-12-31" })).toEqual({
      fromFirstSpend: { months: 23, days: 16, totalDays: 715 },
      fromGoLive: { months: 17, days: 30, totalDays: 548 },
    });
  });

  it("counts back where the money is there before go-live", () => {
    const early = { firstSpend: "2025-01-15", goLive: "2025-07-01", paybackDate: "2025-05-31" } as const;
    expect(paybackOrigin(early).fromGoLive).toEqual({ months: -1, days: -1, totalDays: -31 });
  });

  it("is nothing where all falls on one day", () => {
    const day = "2024-02-29";
    const zero = { months: 0, days: 0, totalDays: 0 };
    expect(paybackOrigin({ firstSpend: day, goLive: day, paybackDate: day })).toEqual({
      fromFirstSpend: zero,
      fromGoLive: zero,
    });
  });

  it.each([
    ["a day that is none", { goLive: "2025-02-30" }, "invalid-date goLive"],
    ["go-live before the first spending", { goLive: "2025-01-14" }, "inconsistent goLive"],
    ["payback before the first spending", { paybackDate: "2024-12-31" }, "inconsistent paybackDate"],
  ])("refuses %s", (_, part, fault) => {
    const dates = { firstSpend: "2025-01-15", goLive: "2025-07-01", paybackDate: "2026-12-31", ...part };
    expect(faults(() => paybackOrigin(dates as never))).toEqual([fault]);
    expect(faults(() => parsePaybackDates(dates))).toEqual([fault]);
  });
});

describe("laws", () => {
  it("months and days lead from the origin to the payback, and so do the days alone", () => {
    const days = fc.integer({ min: 0, max: 5000 });
    law(fc.tuple(days, days, days), ([start, build, back]) => {
      const firstSpend = addDays("2020-01-01", start);
      const goLive = addDays(firstSpend, build);
      const paybackDate = addDays(firstSpend, back);
      const { fromFirstSpend, fromGoLive } = paybackOrigin({ firstSpend, goLive, paybackDate });
      expect(addDays(addMonths(firstSpend, fromFirstSpend.months), fromFirstSpend.days)).toBe(paybackDate);
      expect(fromFirstSpend.totalDays).toBe(back);
      expect(fromFirstSpend.totalDays - fromGoLive.totalDays).toBe(build);
    });
  });
});
