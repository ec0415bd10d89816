import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isNoAnswer } from "../../../../src/foundation/errors/index.js";
import { type Interval, type Trials, wilsonInterval } from "../../../../src/foundation/statistics/index.js";
import { faults } from "../../../kit/caught.js";
import { law } from "../../../kit/laws.js";

const interval = (successes: number, trials: number): Interval => {
  const answer = wilsonInterval({ successes, trials });
  if (isNoAnswer(answer)) throw new Error("no interval");
  return answer as Interval;
};

describe("wilsonInterval", () => {
  it.each([
    // 81 of 263: Newcombe (1998), table I, method 3.
    { successes: 81, trials: 263, low: 0.2553, high: 0.3662 },
    { successes: 15, trials: 148, low: 0.0624, high: 0.1605 },
    { successes: 0, trials: 20, low: 0, high: 0.1611 },
    { successes: 1, trials: 29, low: 0.0061, high: 0.1718 },
  ])("$successes of $trials, as published", ({ successes, trials, low, high }) => {
    const got = interval(successes, trials);
    expect(got.low).toBeCloseTo(low, 4);
    expect(got.high).toBeCloseTo(high, 4);
  });

  it("has no answer without trials", () => {
    expect(wilsonInterval({ successes: 0, trials: 0 })).toEqual({ kind: "none", reason: "no-trials" });
  });

  it("ends exactly at 0 and 1 when none or all succeed", () => {
    for (const trials of [1, 3, 7, 1000, 1_000_003]) {
      expect(interval(0, trials).low).toBe(0);
      expect(interval(trials, trials).high).toBe(1);
    }
  });

  it.each<[Trials, string]>([
    [{ successes: 2, trials: 1 }, "inconsistent successes"],
    [{ successes: -1, trials: 1 }, "out-of-range successes"],
    [{ successes: 0.5, trials: 1 }, "out-of-range successes"],
    [{ successes: 0, trials: Number.NaN }, "not-finite trials"],
    [{ successes: 0, trials: "9" as never }, "wrong-type trials"],
  ])("refuses %o", (observed, fault) => {
    expect(faults(() => wilsonInterval(observed))).toEqual([fault]);
  });
});

describe("laws", () => {
  const observed = fc
    .tuple(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([trials, share]) => ({ trials, successes: Math.round(trials * share) }));

  it("each end is a share whose own deviation from what was seen is exactly z", () => {
    law(observed, ({ successes, trials }) => {
      const { low, high } = interval(successes, trials);
      const seen = successes / trials;
      const z = 1.959963984540054;
      if (successes > 0) expect(seen - low).toBeCloseTo(z * Math.sqrt((low * (1 - low)) / trials), 10);
      if (successes < trials) expect(high - seen).toBeCloseTo(z * Math.sqrt((high * (1 - high)) / trials), 10);
    });
  });

  it("counting failures instead turns the interval round", () => {
    law(observed, ({ successes, trials }) => {
      const one = interval(successes, trials);
      const other = interval(trials - successes, trials);
      expect(other.low).toBeCloseTo(1 - one.high, 12);
      expect(other.high).toBeCloseTo(1 - one.low, 12);
    });
  });
});
