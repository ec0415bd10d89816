import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  parseRateSchedule,
  type RateSchedule,
  scheduledRates,
  TIMINGS,
  yearlyDiscountFactors,
} from "../../../src/roi/index.js";
import { faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";

const declining: RateSchedule = [
  { toYear: 30, rate: 0.035 },
  { toYear: 75, rate: 0.03 },
  { toYear: 125, rate: 0.025 },
];

describe("yearlyDiscountFactors", () => {
  it("of Circular A-94, year 1: 0.9346 at the end, 0.9667 in the middle, 1 at the start", () => {
    const schedule = [{ rate: 0.07 }];
    const factor = (timing: (typeof TIMINGS)[number]) => yearlyDiscountFactors({ schedule, years: [1, 2], timing });
    expect(factor("end")).toEqual([0.934_579_439_252_336_4, 0.873_438_728_273_211_7]);
    expect(factor("mid")).toEqual([0.966_736_489_045_663_6, 0.903_492_045_837_068_8]);
    expect(factor("start")).toEqual([1, 0.934_579_439_252_336_4]);
  });

  it("chains a declining schedule year by year", () => {
    const years = [125, 31, 30, 0, 31];
    expect(yearlyDiscountFactors({ schedule: declining, years, timing: "end" })).toEqual([
      0.027_410_763_016_194_987, 0.345_901_369_516_797_6, 0.356_278_410_602_301_53, 1, 0.345_901_369_516_797_6,
    ]);
    // The middle of year 31 is half a step at the rate of year 31; its start is the end of year 30.
    const [mid = 0] = yearlyDiscountFactors({ schedule: declining, years: [31], timing: "mid" });
    expect(mid).toBeCloseTo(0.356_278_410_602_301_53 / Math.sqrt(1.03), 15);
    expect(yearlyDiscountFactors({ schedule: declining, years: [31], timing: "start" })).toEqual([
      0.356_278_410_602_301_53,
    ]);
  });

  it("takes year 0 for now, whatever the timing", () => {
    for (const timing of TIMINGS) {
      expect(yearlyDiscountFactors({ schedule: [{ rate: 0.5 }], years: [0], timing })).toEqual([1]);
    }
    expect(yearlyDiscountFactors({ schedule: declining, years: [], timing: "end" })).toEqual([]);
  });

  it("looks far ahead without counting there", () => {
    const years = [100_000, 9e15];
    expect(yearlyDiscountFactors({ schedule: [{ rate: 0 }], years, timing: "end" })).toEqual([1, 1]);
    expect(yearlyDiscountFactors({ schedule: [{ rate: 0.01 }], years, timing: "end" })).toEqual([0, 0]);
  });

  it.each([
    ["a year past the schedule", { years: [125, 126] }, "out-of-range years.1"],
    ["half a year", { years: [0.5] }, "out-of-range years.0"],
    ["a year before now", { years: [-1] }, "out-of-range years.0"],
    ["another timing", { timing: "now" }, "out-of-range timing"],
    ["no steps", { schedule: [] }, "empty schedule"],
    ["a rate of −1", { schedule: [{ rate: -1 }] }, "out-of-range schedule.0.rate"],
    ["a factor beyond all numbers", { schedule: [{ rate: -0.9 }], years: [400] }, "out-of-range discount factor"],
  ])("refuses %s", (_, part, fault) => {
    const input = { schedule: declining, years: [1], timing: "end" as const, ...part };
    expect(faults(() => yearlyDiscountFactors(input as never))).toEqual([fault]);
  });
});

describe("scheduledRates", () => {
  it("gives each year its rate", () => {
    expect(scheduledRates([{ toYear: 1, rate: 0.05 }, { toYear: 3, rate: 0.04 }, { rate: 0.03 }], 5)).toEqual([
      0.05, 0.04, 0.04, 0.03, 0.03,
    ]);
    expect(scheduledRates(declining, 1)).toEqual([0.035]);
    expect(scheduledRates(declining, 0)).toEqual([]);
    expect(scheduledRates(declining, 125).filter((rate) => rate === 0.03)).toHaveLength(45);
  });

  it("refuses years past the schedule, and too many", () => {
    expect(faults(() => scheduledRates(declining, 126))).toEqual(["out-of-range lastYear"]);
    expect(faults(() => scheduledRates([{ rate: 0 }], 1_000_001))).toEqual(["too-many lastYear"]);
  });
});

describe("a schedule", () => {
  it.each([
    [
      "falls back",
      [
        { toYear: 5, rate: 0 },
        { toYear: 4, rate: 0 },
      ],
      "inconsistent schedule.1.toYear",
    ],
    [
      "stands still",
      [
        { toYear: 5, rate: 0 },
        { toYear: 5, rate: 0 },
      ],
      "inconsistent schedule.1.toYear",
    ],
    ["starts with year 0", [{ toYear: 0, rate: 0 }], "inconsistent schedule.0.toYear"],
    ["goes on after for ever", [{ rate: 0 }, { toYear: 5, rate: 0 }], "inconsistent schedule.0.toYear"],
    ["ends within a year", [{ toYear: 1.5, rate: 0 }], "out-of-range schedule.0.toYear"],
    ["has a rate in text", [{ toYear: 1, rate: "7%" }], "wrong-type schedule.0.rate"],
  ])("is refused when it %s", (_, schedule, fault) => {
    expect(faults(() => scheduledRates(schedule as never, 0))).toEqual([fault]);
    const read = faults(() => parseRateSchedule(schedule));
    expect(read.map((line) => line.replace(/^wrong-type 0.toYear/, "out-of-range 0.toYear"))).toEqual([
      fault.replace("schedule.", ""),
    ]);
  });

  it("is read from outside data", () => {
    expect(parseRateSchedule(declining)).toEqual(declining);
    expect(faults(() => parseRateSchedule([]))).toEqual(["empty"]);
    expect(faults(() => parseRateSchedule([{ rate: -1 }, { toYear: 3, rate: 0.1, from: 2 }]))).toEqual([
      "out-of-range 0.rate",
      "unknown-key 1.from",
    ]);
  });
});

describe("laws", () => {
  const rate = fc.integer({ min: -20, max: 50 }).map((hundredths) => hundredths / 100);
  const schedule = fc
    .array(fc.record({ years: fc.integer({ min: 1, max: 9 }), rate }), { minLength: 1, maxLength: 5 })
    .map((steps) => {
      let toYear = 0;
      return steps.map(({ years, rate }) => ({ toYear: (toYear += years), rate }));
    });

  it("the factors are the products of the rates of the years", () => {
    law(schedule, (steps) => {
      const last = steps.at(-1)?.toYear ?? 0;
      const years = Array.from({ length: last + 1 }, (_, year) => year);
      const factors = Object.fromEntries(
        TIMINGS.map((timing) => [timing, yearlyDiscountFactors({ schedule: steps, years, timing })]),
      );
      let product = 1;
      scheduledRates(steps, last).forEach((rate, i) => {
        expect(factors["start"]?.[i + 1]).toBeCloseTo(product, 10);
        product /= 1 + rate;
        expect(factors["end"]?.[i + 1]).toBeCloseTo(product, 10);
      });
      // The middle is the geometric mean of start and end.
      years.forEach((year) => {
        const [start = 0, mid = 0, end = 0] = TIMINGS.map((timing) => factors[timing]?.[year]);
        expect(Math.abs(mid * mid - start * end)).toBeLessThan(1e-14 * mid * mid);
      });
    });
  });

  it("cutting a step in two changes nothing", () => {
    law(fc.record({ rate, cut: fc.integer({ min: 1, max: 9 }) }), ({ rate, cut }) => {
      const years = [1, cut, cut + 1, 10];
      const whole = yearlyDiscountFactors({ schedule: [{ toYear: 10, rate }], years, timing: "mid" });
      expect(yearlyDiscountFactors({ schedule: [{ toYear: cut, rate }, { rate }], years, timing: "mid" })).toEqual(
        whole,
      );
    });
  });
});
