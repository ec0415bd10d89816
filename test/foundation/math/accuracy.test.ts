import { readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import * as math from "../../../src/foundation/math/index.js";

type Row = readonly number[];

const REFERENCES = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../data/math/references.json"), "utf8"),
) as Readonly<Record<string, readonly Row[]>>;

const rowsOf = (name: string): readonly Row[] => REFERENCES[name] ?? [];

/** The distance between a double and the next one of its size. */
function ulp(x: number): number {
  const bits = new BigInt64Array(1);
  const value = new Float64Array(bits.buffer);
  value[0] = Math.abs(x);
  const from = value[0];
  bits[0] = (bits[0] ?? 0n) + 1n;
  return (value[0] ?? 0) - from;
}

/** How far a value is from high + low; the low part of a number below 1e-292 is lost among the smallest numbers. */
const distance = (got: number, high: number, low: number): number =>
  Math.abs(high) < 1e-292 ? Math.max(0, Math.abs(got - high) - 0.5 * ulp(high)) : Math.abs(got - high - low);

/** Functions held to one unit in the last place, with what they are held to and what was measured. */
const ELEMENTARY: readonly [name: string, f: (x: number, y: number) => number, places: number, mostUlp: number][] = [
  ["exp", math.exp, 1, 0.85],
  ["expm1", math.expm1, 1, 0.9],
  ["log", math.log, 1, 0.75],
  ["log1p", math.log1p, 1, 0.9],
  ["pow", math.pow, 2, 0.85],
  ["powInt", math.powInt, 2, 0.5000001],
];

describe("within one unit in the last place of references at 60 digits", () => {
  it.each(ELEMENTARY)("%s", (name, f, places, most) => {
    const rows = rowsOf(name);
    expect(rows.length).toBeGreaterThan(1000);
    let worst = 0;
    let at: Row = [];
    for (const row of rows) {
      const [high = NaN, low = NaN] = row.slice(places);
      const error = distance(f(row[0] ?? NaN, row[1] ?? NaN), high, low) / ulp(high);
      if (!(error <= worst)) [worst, at] = [error, row];
    }
    expect({ at, worst: worst <= most || worst }).toEqual({ at, worst: true });
  });
});

/** Functions held to 1e-13 relative, plus what the rounding of their arguments is multiplied to. */
const SPECIAL: readonly [name: string, f: (...args: number[]) => number][] = [
  ["erf", (x = NaN) => math.erf(x)],
  ["erfc", (x = NaN) => math.erfc(x)],
  ["normalCdf", (x = NaN) => math.normalCdf(x)],
  ["normalDensity", (x = NaN) => math.normalDensity(x)],
  ["logGamma", (x = NaN) => math.logGamma(x)],
  ["logBeta", (a = NaN, b = NaN) => math.logBeta(a, b)],
  ["incompleteGamma", (a = NaN, x = NaN) => math.incompleteGamma(a, x)],
  ["incompleteGammaUpper", (a = NaN, x = NaN) => math.incompleteGammaUpper(a, x)],
  ["incompleteBeta", (x = NaN, a = NaN, b = NaN) => math.incompleteBeta(x, a, b)],
  ["incompleteBetaUpper", (x = NaN, a = NaN, b = NaN) => math.incompleteBetaUpper(x, a, b)],
  ["inverseIncompleteGamma", (a = NaN, p = NaN) => math.inverseIncompleteGamma(a, p)],
  ["inverseIncompleteBeta", (p = NaN, a = NaN, b = NaN) => math.inverseIncompleteBeta(p, a, b)],
  ["studentUpper", (t = NaN, v = NaN) => math.studentCdf(-t, v)],
  ["fUpper", (x = NaN, a = NaN, b = NaN) => math.fUpper(x, a, b)],
  ["kolmogorovUpper", (x = NaN) => math.kolmogorovUpper(x)],
];

describe("within 1e-13 and the rounding of the arguments of references at 60 digits", () => {
  it.each(SPECIAL)("%s", (name, f) => {
    const rows = rowsOf(name);
    expect(rows.length).toBeGreaterThan(50);
    const wrong = rows.flatMap((row) => {
      const [high = NaN, low = NaN, condition = NaN] = row.slice(-3);
      const got = f(...row.slice(0, -3));
      const error = distance(got, high, low) / Math.abs(high);
      return error <= 1e-13 + condition * 2 ** -53 ? [] : [{ row, got, error, condition }];
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ["normalQuantile", (p = NaN) => math.normalQuantile(p), 1e-15],
    ["binomialMass", (k = NaN, n = NaN, p = NaN) => math.binomialMass(k, n, p), 2e-13],
    ["poissonMass", (k = NaN, m = NaN) => math.poissonMass(k, m), 2e-13],
  ] as const)("%s", (name, f, most) => {
    const wrong = rowsOf(name).flatMap((row) => {
      const [high = NaN, low = NaN] = row.slice(-2);
      const got = f(...row.slice(0, -2));
      const error = distance(got, high, low) / Math.abs(high);
      return error <= most || (high === 0 && got === 0) ? [] : [{ row, got, error }];
    });
    expect(wrong).toEqual([]);
  });
});
