import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { exp, expm1, log, log1p, pow, powInt } from "../../../src/foundation/math/index.js";
import { law } from "../../kit/laws.js";
import { lastPlace, type Reference, references, ulpError } from "./references.js";

const TABLES = references("elementary");
const FUNCTIONS: readonly (readonly [name: string, call: (...given: number[]) => number, ulps: number])[] = [
  ["exp", exp as (...given: number[]) => number, 0.52],
  ["expm1", expm1 as (...given: number[]) => number, 0.55],
  ["log", log as (...given: number[]) => number, 0.505],
  ["log1p", log1p as (...given: number[]) => number, 0.501],
  ["pow", pow as (...given: number[]) => number, 0.52],
  ["powInt", powInt as (...given: number[]) => number, 0.50001],
];
const SMALLEST_NORMAL = 2 ** -1022;
const SMALLEST = 2 ** -1074;
const LARGEST = Number.MAX_VALUE;
const NAN = Number.NaN;

/** The rows whose value is a normal number, or those whose value is not. */
const rows = (name: string, isNormal: boolean): readonly Reference[] =>
  (TABLES[name] ?? []).filter((row) => Math.abs(row.at(-2) as number) >= SMALLEST_NORMAL === isNormal);
const worst = (rows: readonly Reference[], call: (...given: number[]) => number): number => {
  let most = 0;
  for (const row of rows)
    most = Math.max(most, ulpError(Reflect.apply(call, undefined, row.slice(0, -2)) as number, row));
  return most;
};

describe("against references of 60 digits, in units of the last place", () => {
  it.each(FUNCTIONS)("%s", (name, call, ulps) => {
    expect(rows(name, true).length).toBeGreaterThan(1400);
    expect(worst(rows(name, true), call)).toBeLessThan(ulps);
    // Below 2^-1022 a result is rounded to 53 bits, then to the bits there are; a whole power only once.
    expect(worst(rows(name, false), call)).toBeLessThan(name === "powInt" ? 0.50001 : 0.76);
  });

  it("knows the last place", () => {
    expect([1, 1.5, 2, -3, 0.75, SMALLEST, SMALLEST_NORMAL, LARGEST].map(lastPlace)).toEqual([
      2 ** -52,
      2 ** -52,
      2 ** -51,
      2 ** -51,
      2 ** -53,
      SMALLEST,
      SMALLEST,
      2 ** 971,
    ]);
  });
});

describe("special values", () => {
  const SPECIAL = [NAN, Infinity, -Infinity, 0, -0, 1, -1, SMALLEST, -SMALLEST, LARGEST, -LARGEST];
  const same = (actual: number, expected: number, given: string): void => {
    expect(Object.is(actual, expected), `${given} gave ${String(actual)}, not ${String(expected)}`).toBe(true);
  };

  it("exp(1) and log(2) are the constants", () => {
    expect(exp(1)).toBe(Math.E);
    expect(log(2)).toBe(Math.LN2);
    expect(log(10)).toBe(Math.LN10);
    expect(log1p(1)).toBe(Math.LN2);
    expect(pow(2, 0.5)).toBe(Math.SQRT2);
  });

  it("pow and powInt are as the engine has them", () => {
    const exponents = [...SPECIAL, 2, -2, 3, -3, 0.5, -0.5, 2 ** 53, 2 ** 53 - 1, -(2 ** 53) + 1, 1e300, -1e300];
    const bases = [...SPECIAL, 2, -2, 0.5, -0.5];
    for (const x of bases) {
      for (const y of exponents) {
        // Powers that are no doubles are the references' matter.
        if (Math.abs(x) === LARGEST && Math.abs(y) < 1 && Math.abs(y) > SMALLEST) continue;
        if (Math.abs(x) === 2 && Math.abs(y) === 0.5) continue;
        if (Math.abs(x) === 0.5 && Math.abs(y) === 0.5) continue;
        const expected = Math.pow(x, y);
        same(pow(x, y), expected, `pow(${String(x)}, ${String(y)})`);
        if (Number.isInteger(y) || Math.abs(y) === Infinity) {
          same(powInt(x, y), expected, `powInt(${String(x)}, ${String(y)})`);
        }
      }
    }
    expect(powInt(2, 0.5)).toBeNaN();
    expect(powInt(NAN, NAN)).toBeNaN();
    expect(powInt(NAN, 0)).toBe(1);
  });
});

describe("whole powers", () => {
  it("are exact where the answer is a double, and go to the even one half-way", () => {
    for (let n = -1074; n <= 1023; n++) expect(powInt(2, n)).toBe(2 ** n);
    for (let n = 0; n <= 33; n++) expect(powInt(3, n)).toBe(Number(3n ** BigInt(n)));
    for (let n = 0; n <= 22; n++) expect(powInt(-10, n)).toBe(Number((-10n) ** BigInt(n)));
    expect(powInt(134_217_729, 2)).toBe(134_217_729 * 134_217_729);
    expect(powInt(262_143, 3)).toBe(Number(262_143n ** 3n));
    expect(powInt(262_145, 3)).toBe(Number(262_145n ** 3n));
    expect(powInt(SMALLEST, 1)).toBe(SMALLEST);
    expect(powInt(SMALLEST, -1)).toBe(Infinity);
    expect(powInt(LARGEST, 1)).toBe(LARGEST);
    expect(powInt(2 ** 1000, 1)).toBe(2 ** 1000);
    expect(powInt(-(2 ** -400), 3)).toBe(-0);
  });

  it("are as the text of a power of ten is read", () => {
    for (let n = -330; n <= 310; n++) expect(powInt(10, n)).toBe(Number(`1e${String(n)}`));
  });

  it("take exponents beyond what a sum of two doubles bears", () => {
    expect(powInt(1 + 2 ** -52, 2 ** 31)).toBe(1 + 2 ** -21 + 2 ** -43);
    // mpmath: (1 + 2^-52)^(2^60) and (1 - 2^-53)^(2^60)
    expect(powInt(1 + 2 ** -52, 2 ** 60)).toBe(1.5114276650040605e111);
    expect(powInt(1 - 2 ** -53, 2 ** 60)).toBe(2.5722093726423967e-56);
    expect(powInt(-1 - 2 ** -52, 2 ** 60 + 256)).toBe(powInt(1 + 2 ** -52, 2 ** 60 + 256));
  });
});

describe("laws", () => {
  const wide = fc.double({ min: -700, max: 700, noNaN: true });
  const positive = fc.double({ min: 1e-300, max: 1e300, noNaN: true });

  it("the logarithm of the exponential is where one started", () => {
    // One unit of rounding in e^x moves the logarithm by 2^-53.
    law(wide, (x) => {
      expect(Math.abs(log(exp(x)) - x)).toBeLessThanOrEqual(2 ** -52 + Math.abs(x) * 2 ** -52);
    });
  });

  it("exp, expm1, log and log1p agree with each other", () => {
    law(fc.double({ min: -0.9, max: 30, noNaN: true }), (x) => {
      expect(Math.abs(expm1(x) - (exp(x) - 1))).toBeLessThanOrEqual(exp(x) * 2 ** -51);
      expect(Math.abs(log1p(x) - log(1 + x))).toBeLessThanOrEqual(2 ** -51 * Math.max(1, Math.abs(log(1 + x))));
      expect(Math.abs(expm1(log1p(x)) - x)).toBeLessThanOrEqual(Math.abs(x) * 4e-15 + 1e-300);
    });
  });

  it("never fall from one double to the next", () => {
    const next = (x: number): number => x + lastPlace(x);
    law(positive, (x) => {
      expect(log(next(x))).toBeGreaterThanOrEqual(log(x));
      expect(log1p(next(x))).toBeGreaterThanOrEqual(log1p(x));
    });
    law(fc.double({ min: 1e-300, max: 700, noNaN: true }), (x) => {
      expect(exp(next(x))).toBeGreaterThanOrEqual(exp(x));
      expect(expm1(next(x))).toBeGreaterThanOrEqual(expm1(x));
    });
  });

  it("a power of a whole exponent is the same from both, but for the last bit", () => {
    law(fc.tuple(fc.double({ min: 0.5, max: 2, noNaN: true }), fc.integer({ min: -900, max: 900 })), ([x, n]) => {
      const exact = powInt(x, n);
      expect(Math.abs(pow(x, n) - exact)).toBeLessThanOrEqual(lastPlace(exact));
      expect(powInt(-x, n)).toBe(n % 2 === 0 ? exact : -exact);
    });
  });
});
