import { describe, expect, it } from "vitest";

import {
  adjustedWaldInterval,
  clopperPearsonInterval,
  demonstrationTrials,
  eventRateInterval,
  failureRateBound,
  newcombeInterval,
  quantileInterval,
  quantileRanks,
  wilsonInterval,
} from "../../../../src/foundation/statistics/index.js";
import { caught, faults } from "../../../kit/caught.js";
import { TRAP } from "../../../kit/trap.js";

const trap = TRAP as never;
const text = "1" as never;
const counted = { successes: 1, trials: 2 };
const CONFIDENCE = "confidence must be above 0 and below 1, received 1";
const sure = { confidence: 1 };

describe("refusals, word for word", () => {
  it.each<readonly [string, () => unknown, string]>([
    ["out-of-range confidence", () => wilsonInterval(counted, sure), CONFIDENCE],
    ["wrong-type trials", () => wilsonInterval({ ...counted, trials: text }), 'trials must be a number, received "1"'],
    [
      "wrong-type successes",
      () => wilsonInterval({ ...counted, successes: text }),
      'successes must be a number, received "1"',
    ],
    [
      "inconsistent successes",
      () => wilsonInterval({ successes: 3, trials: 2 }),
      "successes must be at most trials, received 3",
    ],
    ["out-of-range confidence", () => adjustedWaldInterval(counted, sure), CONFIDENCE],
    ["out-of-range confidence", () => clopperPearsonInterval(counted, sure), CONFIDENCE],
    [
      "out-of-range confidence",
      () => clopperPearsonInterval(counted, { confidence: 0 }),
      "confidence must be above 0 and below 1, received 0",
    ],
    ["out-of-range confidence", () => newcombeInterval({ sample: counted, baseline: counted }, sure), CONFIDENCE],
    [
      "wrong-type sample.trials",
      () => newcombeInterval({ sample: { ...counted, trials: text }, baseline: counted }),
      'trials must be a number, received "1"',
    ],
    [
      "inconsistent baseline.successes",
      () => newcombeInterval({ sample: counted, baseline: { successes: 3, trials: 2 } }),
      "successes must be at most trials, received 3",
    ],
    ["out-of-range confidence", () => eventRateInterval({ events: 1, exposure: 1 }, sure), CONFIDENCE],
    [
      "out-of-range events",
      () => eventRateInterval({ events: 0.5, exposure: 1 }),
      "events must be a whole number of at least 0, received 0.5",
    ],
    [
      "out-of-range events",
      () => eventRateInterval({ events: 1_000_000_001, exposure: 1 }),
      "events must be at most 1000000000, received 1000000001",
    ],
    [
      "out-of-range exposure",
      () => eventRateInterval({ events: 1, exposure: -1 }),
      "exposure must be at least 0, received -1",
    ],
    ["out-of-range confidence", () => failureRateBound({ failures: 0, trials: 1 }, sure), CONFIDENCE],
    [
      "wrong-type trials",
      () => failureRateBound({ failures: 0, trials: text }),
      'trials must be a number, received "1"',
    ],
    [
      "wrong-type failures",
      () => failureRateBound({ failures: text, trials: 1 }),
      'failures must be a number, received "1"',
    ],
    [
      "inconsistent failures",
      () => failureRateBound({ failures: 2, trials: 1 }),
      "failures must be at most trials, received 2",
    ],
    ["out-of-range confidence", () => demonstrationTrials({ maxFailureRate: 0.1, confidence: 1 }), CONFIDENCE],
    [
      "out-of-range maxFailureRate",
      () => demonstrationTrials({ maxFailureRate: 0 }),
      "maxFailureRate must be above 0 and below 1, received 0",
    ],
    [
      "wrong-type failures",
      () => demonstrationTrials({ maxFailureRate: 0.1, failures: text }),
      'failures must be a number, received "1"',
    ],
    [
      "out-of-range failures",
      () => demonstrationTrials({ maxFailureRate: 0.1, failures: 1_000_000_001 }),
      "failures must be at most 1000000000, received 1000000001",
    ],
    [
      "wrong-type count",
      () => quantileRanks({ count: text, probability: 0.5 }),
      'count must be a number, received "1"',
    ],
    [
      "out-of-range probability",
      () => quantileRanks({ count: 1, probability: 1 }),
      "probability must be above 0 and below 1, received 1",
    ],
    ["out-of-range confidence", () => quantileRanks({ count: 1, probability: 0.5, confidence: 1 }), CONFIDENCE],
    [
      "wrong-type values",
      () => quantileInterval(7 as never, { probability: 0.5 }),
      "values must be a list of numbers, received 7",
    ],
  ])("%s", (fault, run, message) => {
    expect(faults(run)).toEqual([fault]);
    expect(caught(run).message).toBe(message);
  });

  it.each<readonly [string, () => unknown]>([
    ["wilsonInterval", () => wilsonInterval(trap)],
    ["adjustedWaldInterval", () => adjustedWaldInterval(trap)],
    ["clopperPearsonInterval", () => clopperPearsonInterval(trap)],
    ["newcombeInterval", () => newcombeInterval(trap)],
    ["eventRateInterval", () => eventRateInterval(trap)],
    ["failureRateBound", () => failureRateBound(trap)],
    ["demonstrationTrials", () => demonstrationTrials(trap)],
    ["quantileRanks", () => quantileRanks(trap)],
    ["quantileInterval", () => quantileInterval([1], trap)],
  ])("%s says its name where what it is given cannot be read", (subject, run) => {
    expect(caught(run)).toMatchObject({ code: "invalid-input", details: { subject, total: 1 } });
  });
});
