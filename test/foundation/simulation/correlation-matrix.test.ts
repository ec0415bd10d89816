import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { choleskyFactor, correlationCheck } from "../../../src/foundation/simulation/correlation-matrix.js";
import { symmetricEigen } from "../../../src/foundation/simulation/symmetric-eigen.js";
import { caught } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";

/** Correlations of random vectors: always a correlation matrix. */
const correlations = fc
  .tuple(
    fc.integer({ min: 1, max: 6 }),
    fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 36, maxLength: 36 }),
  )
  .map(([n, numbers]) => {
    const rows = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_one, j) => (numbers[6 * i + j] ?? 0) + (i === j ? 0.1 : 0)),
    );
    const dot = (a: readonly number[], b: readonly number[]): number =>
      a.reduce((sum, x, k) => sum + x * (b[k] ?? 0), 0);
    const lengths = rows.map((row) => Math.sqrt(dot(row, row)));
    return rows.map((a, i) =>
      rows.map((b, j) => (i === j ? 1 : i < j ? dot(a, b) / (lengths[i] ?? 1) / (lengths[j] ?? 1) : NaN)),
    );
  })
  .map((upper) => upper.map((row, i) => row.map((x, j) => (j < i ? (upper[j]?.[i] ?? NaN) : x))))
  .filter((rows) => rows.every((row) => row.every((x) => Math.abs(x) <= 1)));

const symmetric = fc
  .tuple(
    fc.integer({ min: 1, max: 6 }),
    fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 36, maxLength: 36 }),
  )
  .map(([n, numbers]) =>
    Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_one, j) => (i === j ? 1 : (numbers[6 * Math.min(i, j) + Math.max(i, j)] ?? 0))),
    ),
  );

const times = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] =>
  a.map((row) => (b[0] ?? []).map((_, j) => row.reduce((sum, x, k) => sum + x * (b[k]?.[j] ?? 0), 0)));

describe("which matrices are correlations", () => {
  it.each([
    [
      "two that go together",
      [
        [1, 0.5],
        [0.5, 1],
      ],
      { accepted: true, minimumEigenvalue: 0.5 },
    ],
    ["nothing", [], { accepted: true }],
    ["not square", [[1, 0.2]], { accepted: false, fault: "wrong-size" }],
    [
      "not symmetric",
      [
        [1, 0.5],
        [0.4, 1],
      ],
      { accepted: false, fault: "not-symmetric" },
    ],
    [
      "above one",
      [
        [1, 1.2],
        [1.2, 1],
      ],
      { accepted: false, fault: "out-of-range", minimumEigenvalue: -0.2 },
    ],
    [
      "a diagonal that is not one",
      [
        [2, 0],
        [0, 2],
      ],
      { accepted: false, fault: "diagonal-not-one", minimumEigenvalue: 2 },
    ],
  ] as const)("%s", (_name, matrix, expected) => {
    const { minimumEigenvalue = 0, ...rest } = correlationCheck(matrix);
    const { minimumEigenvalue: wanted = 0, ...others } = expected as { minimumEigenvalue?: number };
    expect(rest).toEqual(others);
    expect(minimumEigenvalue).toBeCloseTo(wanted, 14);
  });

  it("three that cannot all go against each other, with the smallest eigenvalue", () => {
    const check = correlationCheck([
      [1, -0.6, -0.6],
      [-0.6, 1, -0.6],
      [-0.6, -0.6, 1],
    ]);
    expect(check).toMatchObject({ accepted: false, fault: "not-positive-semidefinite" });
    expect(check.minimumEigenvalue).toBeCloseTo(-0.2, 13);
    expect(check.nearest).toBeUndefined();
  });

  it("a matrix of other variables is refused by its size, not by what it says", () => {
    expect(
      correlationCheck(
        [
          [1, 0.2],
          [0.2, 1],
        ],
        { size: 3, repair: true },
      ),
    ).toEqual({
      accepted: false,
      fault: "wrong-size",
      minimumEigenvalue: expect.closeTo(0.8, 14) as number,
    });
  });

  it("Higham's example and one own are repaired to the nearest", () => {
    const { nearest, largestChange } = correlationCheck(
      [
        [1, 1, 0],
        [1, 1, 1],
        [0, 1, 1],
      ],
      { repair: true },
    );
    expect(nearest?.flat().map((x) => Number(x.toFixed(10)))).toEqual([
      1, 0.7606898534, 0.1572981061, 0.7606898534, 1, 0.7606898534, 0.1572981061, 0.7606898534, 1,
    ]);
    expect(largestChange).toBeCloseTo(0.2393101466, 10);
    const own = correlationCheck(
      [
        [1, 0.9, -0.9],
        [0.9, 1, 0.9],
        [-0.9, 0.9, 1],
      ],
      { repair: true },
    );
    expect(own.nearest?.[0]?.map((x) => Number(x.toFixed(9)))).toEqual([1, 0.5, -0.5]);
    expect(own.largestChange).toBeCloseTo(0.4, 9);
  });

  it("entries that are no numbers are refused where they stand", () => {
    expect(
      caught(() =>
        correlationCheck([
          [1, NaN],
          [0.1, 1],
        ]),
      ),
    ).toMatchObject({ code: "not-finite", details: { path: ["matrix", 0, 1] } });
    expect(
      caught(() =>
        correlationCheck([
          [1, "x"],
          [0.1, 1],
        ] as never),
      ),
    ).toMatchObject({ code: "wrong-type", details: { path: ["matrix", 0, 1] } });
    expect(
      caught(() =>
        correlationCheck([
          [1, ,],
          [0.1, 1],
        ] as never),
      ),
    ).toMatchObject({ code: "wrong-type", details: { path: ["matrix", 0, 1] } });
    expect(caught(() => correlationCheck([1] as never))).toMatchObject({
      code: "wrong-type",
      details: { path: ["matrix", 0] },
    });
    expect(caught(() => correlationCheck(Array.from({ length: 501 }, () => [])))).toMatchObject({
      code: "too-many",
      details: { limit: 500, received: 501 },
    });
  });
});

describe("laws", () => {
  it("the correlations of any vectors are accepted, and their factor gives them back", () => {
    law(correlations, (matrix) => {
      expect(correlationCheck(matrix).accepted).toBe(true);
      const factor = choleskyFactor(matrix).map((row) => matrix.map((_, j) => row[j] ?? 0));
      const back = times(
        factor,
        factor.map((_, i) => factor.map((row) => row[i] ?? 0)),
      );
      back.forEach((row, i) => {
        row.forEach((x, j) => {
          expect(x).toBeCloseTo(matrix[i]?.[j] ?? NaN, 6);
        });
      });
    });
  });

  it("what is repaired is accepted, no farther than the zero correlation, and keeps what needs no repair", () => {
    law(
      symmetric,
      (matrix) => {
        const check = correlationCheck(matrix, { repair: true });
        if (check.accepted) {
          expect(check.nearest).toBeUndefined();
          return;
        }
        const nearest = (check.nearest ?? []).map((row, i) =>
          row.map((x, j) => (i === j ? 1 : (x + (check.nearest?.[j]?.[i] ?? NaN)) / 2)),
        );
        expect(correlationCheck(nearest).minimumEigenvalue).toBeGreaterThan(-1e-9);
        const distance = (other: (i: number, j: number) => number): number =>
          matrix.reduce((sum, row, i) => sum + row.reduce((s, x, j) => s + (x - other(i, j)) ** 2, 0), 0);
        expect(distance((i, j) => nearest[i]?.[j] ?? NaN)).toBeLessThanOrEqual(
          distance((i, j) => (i === j ? 1 : 0)) + 1e-9,
        );
      },
      100,
    );
  });

  it("eigenvectors give the matrix back, and eigenvalues its trace", () => {
    law(symmetric, (matrix) => {
      const { values, vectors } = symmetricEigen(matrix);
      expect(values.reduce((sum, x) => sum + x, 0)).toBeCloseTo(matrix.length, 12);
      expect([...values].sort((a, b) => a - b)).toEqual(values);
      const back = matrix.map((_, i) =>
        matrix.map((_one, j) =>
          values.reduce((sum, x, k) => sum + x * (vectors[i]?.[k] ?? NaN) * (vectors[j]?.[k] ?? NaN), 0),
        ),
      );
      back.forEach((row, i) => {
        row.forEach((x, j) => {
          expect(x).toBeCloseTo(matrix[i]?.[j] ?? NaN, 12);
        });
      });
    });
  });
});

it("a singular matrix has a factor with nothing of its own in the row that repeats another", () => {
  expect(
    choleskyFactor([
      [1, 1],
      [1, 1],
    ]).map((row) => [...row]),
  ).toEqual([[1], [1, 0]]);
  expect(
    choleskyFactor([
      [1, 0.6],
      [0.6, 1],
    ]).map((row) => [...row]),
  ).toEqual([[1], [0.6, 0.8]]);
  expect(
    choleskyFactor([
      [1, 1, 0.3],
      [1, 1, 0.3],
      [0.3, 0.3, 1],
    ])[2]?.[1],
  ).toBe(0);
});
