import { describe, expect, it } from "vitest";

import { quantileSketch, sortedNumbers } from "../../../../src/foundation/statistics/index.js";
import { caught } from "../../../kit/caught.js";

describe("quantile sketches", () => {
  it("of more than a million buckets are refused, and so is one", () => {
    const values = Float64Array.from(
      { length: 1_100_000 },
      (_, i) => (i % 2 === 0 ? 1 : 2) * (1 + (i >> 1) * 2 ** -19),
    );
    const options = { relativeError: 1e-6 };
    expect(
      caught(() =>
        quantileSketch(
          values.map((x, i) => (i % 16 === 15 ? 4 * x : x)),
          options,
        ),
      ),
    ).toMatchObject({
      code: "too-many",
      details: { path: ["buckets"], limit: 1_000_000 },
    });
  });
});

describe("sortedNumbers", () => {
  it("lists a hundred of a million faults, and counts them all", () => {
    const details = caught(() => sortedNumbers(new Array<number>(1_000_000).fill("x" as never))).details as unknown as {
      issues: unknown[];
      total: number;
    };
    expect([details.issues.length, details.total]).toEqual([100, 1_000_000]);
    expect(caught(() => sortedNumbers(new Array<number>(10_000_001)))).toMatchObject({
      code: "too-many",
      details: { limit: 10_000_000, received: 10_000_001, path: ["values"] },
    });
  });
});
