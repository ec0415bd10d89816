import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  quantile,
  quantileOfSorted,
  QUANTILE_TYPES,
  quantiles,
  sortedNumbers,
} from "../../../../src/foundation/statistics/index.js";
import { selectInPlace } from "../../../../src/foundation/statistics/summary/selection.js";
import { caught } from "../../../kit/caught.js";
import { law } from "../../../kit/laws.js";

const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true });
/** Whole-number pseudo-random numbers. */
const noise = (n: number, seed = 1): Float64Array => {
  let state = seed;
  return Float64Array.from({ length: n }, () => (state = (Math.imul(state, 1664525) + 1013904223) | 0) / 7);
};

describe("sortedNumbers", () => {
  it("gives numbers in rising order, and leaves the list alone", () => {
    const values = [3, -1, 2, -0];
    expect([...sortedNumbers(values)]).toEqual([-1, 0, 2, 3]);
    expect(values).toEqual([3, -1, 2, -0]);
    expect([...sortedNumbers([])]).toEqual([]);
  });

  it.each([
    ["noise, few enough for the engine", noise(11_999)],
    ["noise", noise(12_000)],
    ["only negative", noise(13_000).map((x) => -Math.abs(x) - 1)],
    ["only positive", noise(13_000).map(Math.abs)],
    ["all equal", new Float64Array(13_000).fill(2.5)],
    ["equal but one", Float64Array.from({ length: 13_000 }, (_, i) => (i === 7 ? -3 : 8))],
    ["whole numbers", Float64Array.from({ length: 14_000 }, (_, i) => (i * 7919) % 14_000)],
    [
      "one upper word, many lower ones",
      Float64Array.from({ length: 13_000 }, (_, i) => 1 + ((i * 7919) % 13_000) * 2 ** -52),
    ],
    [
      "pairs and dozens of neighbours",
      Float64Array.from({ length: 40_000 }, (_, i) => 1 + ((i * 7919) % 40_000) * 2 ** -33),
    ],
    ["one high digit", Float64Array.from({ length: 13_000 }, (_, i) => 1 + ((i * 7919) % 13_000) * 2 ** -20)],
    ["one low digit", Float64Array.from({ length: 13_000 }, (_, i) => 2 ** ((i * 7919) % 100))],
    [
      "both signs",
      Float64Array.from({ length: 13_000 }, (_, i) => (i % 2 === 0 ? 1 : -1) * (1 + ((i * 7919) % 13_000) * 2 ** -40)),
    ],
    [
      "smallest and largest",
      Float64Array.from(
        { length: 13_000 },
        (_, i) => [5e-324, -5e-324, 1.7976931348623157e308, -1.7976931348623157e308, 0][i % 5] ?? 0,
      ),
    ],
    ["a piece of a longer memory", noise(13_001).subarray(1)],
  ])("%s, as the engine sorts them", (_name, values) => {
    const before = values.slice();
    expect(sortedNumbers(values)).toEqual(before.slice().sort());
    expect(values).toEqual(before);
  });

  it("is as the engine's order for any numbers", () => {
    law(
      fc.array(anyNumber, { minLength: 130, maxLength: 200, size: "max" }),
      (values) => {
        const many = values.flatMap((x) => Array.from({ length: 100 }, (_, k) => (((k * 13) % 100) / 100) * x));
        expect(sortedNumbers(many)).toEqual(Float64Array.from(many, (x) => x + 0).sort());
      },
      40,
    );
  });
});

describe("selection", () => {
  const killers: readonly (readonly [string, Float64Array])[] = [
    ["rising", Float64Array.from({ length: 5000 }, (_, i) => i)],
    ["falling", Float64Array.from({ length: 5000 }, (_, i) => -i)],
    ["an organ pipe", Float64Array.from({ length: 5000 }, (_, i) => Math.min(i, 5000 - i))],
    ["all equal", new Float64Array(5000).fill(3)],
    ["two values", Float64Array.from({ length: 5000 }, (_, i) => (i * 7919) % 2)],
    ["a saw", Float64Array.from({ length: 5000 }, (_, i) => i % 50)],
    ["noise", noise(5000)],
  ];

  it.each(killers)("finds each place of %s, none larger before and none smaller behind", (_name, values) => {
    const sorted = values.slice().sort();
    for (const k of [0, 1, 599, 2500, 2501, 4998, 4999]) {
      const copy = values.slice();
      expect(selectInPlace(copy, k)).toBe(sorted[k]);
      expect(copy.subarray(0, k).every((x) => x <= (sorted[k] ?? NaN))).toBe(true);
      expect(copy.subarray(k).every((x) => x >= (sorted[k] ?? NaN))).toBe(true);
      expect(copy.sort()).toEqual(sorted);
    }
  });

  it("finds any place of any numbers", () => {
    law(
      fc
        .array(anyNumber, { minLength: 1, maxLength: 1500, size: "max" })
        .chain((values) => fc.tuple(fc.constant(values), fc.nat(values.length - 1))),
      ([values, k]) => {
        const numbers = Float64Array.from(values, (x) => x + 0);
        expect(selectInPlace(numbers.slice(), k)).toBe(numbers.slice().sort()[k]);
      },
      60,
    );
  });
});

describe("quantiles", () => {
  /** Published by the maker of a spreadsheet-free check list: the four numbers of the NIST e-Handbook's gauge study. */
  const FOUR = [500, 468, 454, 469];
  it.each([
    ["inverse-cdf", [454, 454, 468, 468, 469, 500, 500]],
    ["averaged-inverse-cdf", [454, 461, 468, 468.5, 484.5, 500, 500]],
    ["closest-observation", [454, 454, 468, 468, 469, 500, 500]],
    ["interpolated-inverse-cdf", [454, 454, 462.4, 468, 469, 487.6, 500]],
    ["hazen", [454, 461, 468.1, 468.5, 484.5, 500, 500]],
    ["weibull", [454, 457.5, 468, 468.5, 492.25, 500, 500]],
    ["linear", [456.1, 464.5, 468.2, 468.5, 476.75, 490.7, 500]],
    ["median-unbiased", [454, 459.8333333333333, 468.06666666666666, 468.5, 487.0833333333333, 500, 500]],
    ["normal-unbiased", [454, 460.125, 468.075, 468.5, 486.4375, 500, 500]],
    ["nearest-rank", [454, 454, 468, 468, 469, 500, 500]],
  ] as const)("%s", (type, expected) => {
    const probabilities = [0.05, 0.25, 0.4, 0.5, 0.75, 0.9, 1];
    const all = quantiles(FOUR, { probabilities, type });
    expect(all).toHaveLength(7);
    expected.forEach((value, i) => {
      expect((all as readonly number[])[i]).toBeCloseTo(value, 10);
      const probability = probabilities[i] ?? NaN;
      expect(quantile(FOUR, { probability, type })).toBe((all as readonly number[])[i]);
      expect(quantileOfSorted(sortedNumbers(FOUR), { probability, type })).toBe((all as readonly number[])[i]);
    });
  });

  it("are linear unless told otherwise, and the ends at 0 and 1", () => {
    expect(quantile([40, 10, 30, 20], { probability: 0.25 })).toBe(17.5);
    for (const type of QUANTILE_TYPES) {
      expect([
        type,
        quantile([3, 1, 2], { probability: 0, type }),
        quantile([3, 1, 2], { probability: 1, type }),
      ]).toEqual([type, 1, 3]);
      expect(quantile([42], { probability: 0.3, type })).toBe(42);
    }
  });

  it("take a rank that rounding moved for the whole one that was meant", () => {
    // 0.07 × 100 is 7.000000000000001 in doubles.
    const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
    expect(quantile(hundred, { probability: 0.07, type: "nearest-rank" })).toBe(7);
    expect(quantile(hundred, { probability: 0.07, type: "averaged-inverse-cdf" })).toBe(7.5);
    expect(quantile(hundred, { probability: 0.29, type: "interpolated-inverse-cdf" })).toBe(29);
    expect(quantile(hundred, { probability: 0.065, type: "closest-observation" })).toBe(6);
    expect(quantile(hundred, { probability: 0.075, type: "closest-observation" })).toBe(8);
  });

  it("do not overflow, nor leave equal numbers", () => {
    expect(quantile([1.7e308, -1.7e308], { probability: 0.5 })).toBe(0);
    expect(quantile([0.1, 0.1, 0.1], { probability: 0.3 })).toBe(0.1);
    expect(quantile([5e-324, 5e-324], { probability: 0.5 })).toBe(5e-324);
  });

  it("have no answer of nothing", () => {
    const none = { kind: "none", reason: "no-data" };
    expect([
      quantile([], { probability: 0.5 }),
      quantiles([], { probabilities: [] }),
      quantileOfSorted([], { probability: 1 }),
    ]).toEqual([none, none, none]);
  });

  it("refuse what is none, with the place", () => {
    expect(caught(() => quantile([1, 2], { probability: 1.01 }))).toMatchObject({
      code: "out-of-range",
      details: { path: ["probability"] },
    });
    expect(caught(() => quantile([1, 2], { probability: NaN }))).toMatchObject({
      code: "not-finite",
      details: { path: ["probability"] },
    });
    expect(caught(() => quantiles([1, 2], { probabilities: [0.5, -1] }))).toMatchObject({
      code: "out-of-range",
      details: { path: ["probabilities", 1] },
    });
    expect(caught(() => quantile([1], { probability: 0.5, type: "excel" as never }))).toMatchObject({
      code: "out-of-range",
      details: { path: ["type"] },
    });
    expect(caught(() => quantileOfSorted([NaN], { probability: 0.5 }))).toMatchObject({
      code: "not-finite",
      details: { path: ["sorted"] },
    });
    expect(caught(() => quantile("12" as never, { probability: 0.5 }))).toMatchObject({
      code: "wrong-type",
      details: { path: ["values"] },
    });
    expect(caught(() => quantile([1, , NaN, "3"] as never, { probability: 0.5 }))).toMatchObject({
      code: "invalid-input",
      details: {
        total: 3,
        issues: [
          { code: "missing", path: ["values", 1] },
          { code: "not-finite", path: ["values", 2] },
          { code: "wrong-type", path: ["values", 3] },
        ],
      },
    });
  });

  it("list a hundred of a million faults, and count them all", () => {
    const details = caught(() => quantile(new Array<number>(1_000_000).fill("x" as never), { probability: 0.5 }))
      .details as unknown as { issues: unknown[]; total: number };
    expect([details.issues.length, details.total]).toEqual([100, 1_000_000]);
    expect(caught(() => quantile({ length: 3 } as never, { probability: 0.5 })).code).toBe("wrong-type");
    expect(caught(() => quantile(new Array<number>(10_000_001), { probability: 0.5 }))).toMatchObject({
      code: "too-many",
      details: { limit: 10_000_000 },
    });
  });
});

describe("laws", () => {
  const list = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it("a quantile lies among the numbers, and never falls as the probability rises", () => {
    law(fc.tuple(list, share, share, fc.constantFrom(...QUANTILE_TYPES)), ([values, p, q, type]) => {
      const [low, high] = quantiles(values, { probabilities: p < q ? [p, q] : [q, p], type }) as readonly [
        number,
        number,
      ];
      // Interpolation rounds: the last digit may turn.
      const slack = 1e-9;
      expect(low).toBeLessThanOrEqual(high + slack);
      expect(low).toBeGreaterThanOrEqual(Math.min(...values) - slack);
      expect(high).toBeLessThanOrEqual(Math.max(...values) + slack);
    });
  });

  it("a quantile of the mirrored numbers is the mirrored quantile, for the types that treat both ends alike", () => {
    law(
      fc.tuple(
        list,
        share,
        fc.constantFrom("hazen", "weibull", "linear", "median-unbiased", "normal-unbiased" as const),
      ),
      ([values, p, type]) => {
        const one = quantile(values, { probability: p, type }) as number;
        const other = quantile(
          values.map((x) => -x),
          { probability: 1 - p, type },
        ) as number;
        expect(one).toBeCloseTo(-other, 6);
      },
    );
  });

  it("one quantile by selection is the one by sorting", () => {
    law(
      fc.tuple(
        fc.array(anyNumber, { minLength: 1, maxLength: 1200, size: "max" }),
        share,
        fc.constantFrom(...QUANTILE_TYPES),
      ),
      ([values, probability, type]) => {
        expect(quantile(values, { probability, type })).toBe(
          (quantiles(values, { probabilities: [probability], type }) as readonly number[])[0],
        );
      },
      100,
    );
  });
});
