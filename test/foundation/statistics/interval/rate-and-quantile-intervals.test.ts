import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isNoAnswer } from "../../../../src/foundation/errors/index.js";
import { poissonCdf, poissonUpper } from "../../../../src/foundation/math/index.js";
import {
  type EventRate,
  eventRateInterval,
  quantileInterval,
  quantileRanks,
} from "../../../../src/foundation/statistics/index.js";
import { faults } from "../../../kit/caught.js";
import { law } from "../../../kit/laws.js";
import { near } from "../../../kit/near.js";
import { referenceRows } from "../reference-rows.js";

const few = { kind: "none", reason: "too-few-values" };

describe("eventRateInterval", () => {
  it("is as solved from its definition", () => {
    for (const [events = 0, exposure = 0, confidence = 0, low = 0, high = 0] of referenceRows<readonly number[]>(
      "intervals.json",
      "rates",
    )) {
      expect(eventRateInterval({ events, exposure }, { confidence })).toEqual({
        rate: events / exposure,
        low: near(low),
        high: near(high),
      });
    }
  });

  it("is as published by Garwood (1936), limits of the mean at 95 %", () => {
    for (const [events, low, high] of [
      [0, 0, 3.69],
      [1, 0.0253, 5.57],
      [10, 4.8, 18.39],
      [50, 37.11, 65.92],
    ] as const) {
      const found = eventRateInterval({ events, exposure: 1 }) as EventRate;
      expect(Math.abs(found.low - low)).toBeLessThan(0.006);
      expect(Math.abs(found.high - high)).toBeLessThan(0.006);
    }
  });

  it("has no answer where there is none", () => {
    expect(eventRateInterval({ events: 0, exposure: 0 })).toEqual({ kind: "none", reason: "no-exposure" });
    expect(eventRateInterval({ events: 1, exposure: 1e-308 })).toEqual({ kind: "none", reason: "beyond-range" });
    expect(isNoAnswer(eventRateInterval({ events: 1, exposure: 1e-307 }))).toBe(false);
  });

  it("refuses what cannot be", () => {
    expect(faults(() => eventRateInterval({ events: -1, exposure: 1 }))).toEqual(["out-of-range events"]);
    expect(faults(() => eventRateInterval({ events: 1_000_000_001, exposure: 1 }))).toEqual(["out-of-range events"]);
    expect(faults(() => eventRateInterval({ events: 1, exposure: -1 }))).toEqual(["out-of-range exposure"]);
    expect(faults(() => eventRateInterval({ events: 1, exposure: 1 }, { confidence: 0 }))).toEqual([
      "out-of-range confidence",
    ]);
  });

  it("takes a billion events", () => {
    const { low, high } = eventRateInterval({ events: 1_000_000_000, exposure: 1 }) as EventRate;
    // The normal approximation with its next term: k ± z √k + (z² + 2) ÷ 3, less one event below (Cox and Hinkley).
    expect(low).toBeCloseTo(1e9 - 1.959963984540054 * Math.sqrt(1e9) + 0.947, 0);
    expect(high).toBeCloseTo(1e9 + 1.959963984540054 * Math.sqrt(1e9) + 2.28, 0);
  });
});

describe("quantileRanks", () => {
  it("is as counted with exact fractions", () => {
    for (const [count, probability, confidence, low, high, coverage] of referenceRows<
      readonly [number, number, number, number | null, number | null, number]
    >("intervals.json", "ranks")) {
      expect([count, probability, quantileRanks({ count, probability, confidence })]).toEqual([
        count,
        probability,
        { lowRank: low ?? few, highRank: high ?? few, coverage: near(coverage) },
      ]);
    }
  });

  it("refuses what cannot be", () => {
    expect(faults(() => quantileRanks({ count: -1, probability: 0.5 }))).toEqual(["out-of-range count"]);
    expect(faults(() => quantileRanks({ count: 1, probability: 0 }))).toEqual(["out-of-range probability"]);
    expect(faults(() => quantileRanks({ count: 1, probability: 1 }))).toEqual(["out-of-range probability"]);
    expect(faults(() => quantileRanks({ count: 1, probability: 0.5, confidence: 1 }))).toEqual([
      "out-of-range confidence",
    ]);
  });
});

describe("quantileInterval", () => {
  it("takes the values at the ranks, whatever their order", () => {
    const values = [12, 9, 31, 14, 10, 17, 22, 11, 15, 13];
    expect(quantileInterval(values, { probability: 0.5 })).toEqual({
      low: 10,
      high: 22,
      lowRank: 2,
      highRank: 9,
      coverage: 0.978515625,
    });
    expect(quantileInterval(values, { probability: 0.8 })).toEqual({
      low: 13,
      high: few,
      lowRank: 5,
      highRank: few,
      coverage: near(0.9936306176),
    });
    expect(values[0]).toBe(12);
  });

  it("bounds nothing with nothing", () => {
    expect(quantileInterval([], { probability: 0.5 })).toEqual({
      low: few,
      high: few,
      lowRank: few,
      highRank: few,
      coverage: 1,
    });
  });

  it("refuses what is no number, where it stands", () => {
    expect(faults(() => quantileInterval([1, NaN, "2" as never], { probability: 0.5 }))).toEqual([
      "not-finite values.1",
      "wrong-type values.2",
    ]);
    expect(faults(() => quantileInterval([1], { probability: 2 }))).toEqual(["out-of-range probability"]);
  });
});

describe("laws", () => {
  const confidence = fc.double({ min: 0.01, max: 0.9999, noNaN: true });

  it("the ends of a rate are where the tails are half of what confidence leaves", () => {
    law(
      fc.tuple(fc.nat(2000), fc.double({ min: 0.01, max: 100, noNaN: true }), confidence),
      ([events, exposure, level]) => {
        const { low, high } = eventRateInterval({ events, exposure }, { confidence: level }) as EventRate;
        const tail = (1 - level) / 2;
        if (events > 0) expect(poissonUpper(events - 1, low * exposure)).toEqual(near(tail, 1e-9));
        expect(poissonCdf(events, high * exposure)).toEqual(near(tail, 1e-9));
      },
    );
  });

  it("turning the values round turns the ranks round, and the coverage is at least what was asked for", () => {
    law(
      fc.tuple(fc.nat(200), fc.double({ min: 0.01, max: 0.99, noNaN: true }), confidence),
      ([count, probability, level]) => {
        const one = quantileRanks({ count, probability, confidence: level });
        const other = quantileRanks({ count, probability: 1 - probability, confidence: level });
        const turned = typeof other.lowRank === "number" ? count + 1 - other.lowRank : other.lowRank;
        expect(one.highRank).toEqual(turned);
        expect(one.coverage).toBeGreaterThanOrEqual(level - 1e-9);
        expect(one.coverage).toBeCloseTo(other.coverage, 9);
      },
    );
  });
});
