import { describe, expect, it } from "vitest";

import {
  eventRateRatio,
  fisherExactTest,
  mannKendallTest,
  mannWhitneyTest,
  meanShift,
  medianShift,
  pettittTest,
  pooledShareTest,
} from "../../../../src/foundation/statistics/index.js";
import { caught, faults } from "../../../kit/caught.js";
import { LIST_TRAP, TRAP } from "../../../kit/trap.js";

const trap = TRAP as never;
const text = "1" as never;
const none = 7 as never;
const share = { successes: 1, trials: 2 };
const rate = { events: 1, exposure: 1 };
const many = new Array<number>(51).fill(1);
const CONFIDENCE = "confidence must be above 0 and below 1, received 1";
const METHOD = 'method must be one of exact, normal, received "guess"';
const guess = { method: "guess" as never };

describe("refusals, word for word", () => {
  it.each<readonly [string, () => unknown, string]>([
    ["out-of-range method", () => mannWhitneyTest({ sample: [1], baseline: [2] }, guess), METHOD],
    [
      "wrong-type sample",
      () => mannWhitneyTest({ sample: none, baseline: [2] }),
      "sample must be a list of numbers, received 7",
    ],
    [
      "empty baseline",
      () => mannWhitneyTest({ sample: [1], baseline: [] }),
      "baseline must be a list of at least one number, received a list",
    ],
    [
      "too-many sample",
      () => mannWhitneyTest({ sample: many, baseline: [2] }, { method: "exact" }),
      "sample must hold at most 50 items, received 51",
    ],
    [
      "too-many baseline",
      () => mannWhitneyTest({ sample: [2], baseline: many }, { method: "exact" }),
      "baseline must hold at most 50 items, received 51",
    ],
    ["out-of-range confidence", () => medianShift({ sample: [1], baseline: [2] }, { confidence: 1 }), CONFIDENCE],
    [
      "empty sample",
      () => medianShift({ sample: [], baseline: [2] }),
      "sample must be a list of at least one number, received a list",
    ],
    ["out-of-range method", () => mannKendallTest([1, 2], guess), METHOD],
    ["wrong-type values", () => mannKendallTest(none), "values must be a list of numbers, received 7"],
    [
      "too-many values",
      () => mannKendallTest(many, { method: "exact" }),
      "values must hold at most 50 items, received 51",
    ],
    ["wrong-type values", () => pettittTest(none), "values must be a list of numbers, received 7"],
    ["wrong-type values", () => meanShift(none), "values must be a list of numbers, received 7"],
    ["out-of-range confidence", () => eventRateRatio({ sample: rate, baseline: rate }, { confidence: 1 }), CONFIDENCE],
    [
      "wrong-type sample.events",
      () => eventRateRatio({ sample: { ...rate, events: text }, baseline: rate }),
      'events must be a number, received "1"',
    ],
    [
      "out-of-range baseline.exposure",
      () => eventRateRatio({ sample: rate, baseline: { ...rate, exposure: -1 } }),
      "exposure must be at least 0, received -1",
    ],
    [
      "wrong-type sample.trials",
      () => pooledShareTest({ sample: { ...share, trials: text }, baseline: share }),
      'trials must be a number, received "1"',
    ],
    [
      "inconsistent baseline.successes",
      () => fisherExactTest({ sample: share, baseline: { successes: 3, trials: 2 } }),
      "successes must be at most trials, received 3",
    ],
    [
      "out-of-range sample.trials",
      () => fisherExactTest({ sample: { ...share, trials: 1e15 }, baseline: share }),
      "trials must be at most 1000000000, received 1000000000000000",
    ],
    [
      "out-of-range baseline.trials",
      () => fisherExactTest({ sample: share, baseline: { ...share, trials: 1e15 } }),
      "trials must be at most 1000000000, received 1000000000000000",
    ],
  ])("%s", (fault, run, message) => {
    expect(faults(run)).toEqual([fault]);
    expect(caught(run).message).toBe(message);
  });

  it.each<readonly [string, () => unknown]>([
    ["mannWhitneyTest", () => mannWhitneyTest(trap)],
    ["medianShift", () => medianShift(trap)],
    ["mannKendallTest", () => mannKendallTest(LIST_TRAP)],
    ["pettittTest", () => pettittTest(LIST_TRAP)],
    ["meanShift", () => meanShift(LIST_TRAP)],
    ["eventRateRatio", () => eventRateRatio(trap)],
    ["pooledShareTest", () => pooledShareTest(trap)],
    ["fisherExactTest", () => fisherExactTest(trap)],
  ])("%s says its name where what it is given cannot be read", (subject, run) => {
    expect(caught(run)).toMatchObject({ code: "invalid-input", details: { subject, total: 1 } });
  });
});
