import { describe, expect, it } from "vitest";

import {
  kendallCorrelation,
  linearRegression,
  pearsonCorrelation,
  spearmanCorrelation,
  theilSenLine,
} from "../../../../src/foundation/statistics/index.js";
import { caught, faults } from "../../../kit/caught.js";
import { TRAP } from "../../../kit/trap.js";

const trap = TRAP as never;
const none = 7 as never;
const points = { x: [1, 2, 3], y: [1, 2, 4] };
const CONFIDENCE = "confidence must be above 0 and below 1, received 1";
const sure = { confidence: 1 };

describe("refusals, word for word", () => {
  it.each<readonly [string, () => unknown, string]>([
    ["wrong-type x", () => kendallCorrelation({ x: none, y: [1] }), "x must be a list of numbers, received 7"],
    ["wrong-type y", () => kendallCorrelation({ x: [1], y: none }), "y must be a list of numbers, received 7"],
    [
      "inconsistent y",
      () => kendallCorrelation({ x: [1], y: [1, 2] }),
      "y must be a list of 1 numbers, as x is, received a list",
    ],
    [
      "inconsistent y",
      () => spearmanCorrelation({ x: [1], y: [1, 2] }),
      "y must be a list of 1 numbers, as x is, received a list",
    ],
    ["out-of-range confidence", () => pearsonCorrelation(points, sure), CONFIDENCE],
    ["wrong-type x", () => pearsonCorrelation({ x: none, y: [1] }), "x must be a list of numbers, received 7"],
    ["out-of-range confidence", () => theilSenLine(points, sure), CONFIDENCE],
    ["wrong-type x", () => theilSenLine({ x: none, y: [1] }), "x must be a list of numbers, received 7"],
    ["wrong-type y", () => theilSenLine({ y: none }), "y must be a list of numbers, received 7"],
    [
      "inconsistent y",
      () => theilSenLine({ x: [1], y: [1, 2] }),
      "y must be a list of 1 numbers, as x is, received a list",
    ],
    ["too-many y", () => theilSenLine({ y: new Float64Array(5001) }), "y must hold at most 5000 items, received 5001"],
    ["out-of-range confidence", () => linearRegression({ x: [[1, 2, 3]], y: [1, 2, 4] }, sure), CONFIDENCE],
    ["wrong-type x", () => linearRegression({ x: none, y: [1] }), "x must be a list, received 7"],
    ["empty x", () => linearRegression({ x: [], y: [1] }), "x must be at least one list of numbers, received a list"],
    ["wrong-type x.1", () => linearRegression({ x: [[1], none], y: [1] }), "x must be a list of numbers, received 7"],
    [
      "inconsistent x.1",
      () => linearRegression({ x: [[1], [1, 2]], y: [1] }),
      "x must be a list of 1 numbers, as the first one is, received a list",
    ],
    [
      "inconsistent y",
      () => linearRegression({ x: [[1, 2]], y: [1] }),
      "y must be a list of 2 numbers, as x is, received a list",
    ],
  ])("%s", (fault, run, message) => {
    expect(faults(run)).toEqual([fault]);
    expect(caught(run).message).toBe(message);
  });

  it.each<readonly [string, () => unknown]>([
    ["kendallCorrelation", () => kendallCorrelation(trap)],
    ["spearmanCorrelation", () => spearmanCorrelation(trap)],
    ["pearsonCorrelation", () => pearsonCorrelation(trap)],
    ["theilSenLine", () => theilSenLine(trap)],
    ["linearRegression", () => linearRegression(trap)],
  ])("%s says its name where what it is given cannot be read", (subject, run) => {
    expect(caught(run)).toMatchObject({ code: "invalid-input", details: { subject, total: 1 } });
  });
});
