import { describe, expect, it } from "vitest";

import { exp, expm1, log, log1p, pow, powInt } from "../../../src/foundation/math/index.js";

const EDGES = [
  0,
  -0,
  1,
  -1,
  Infinity,
  -Infinity,
  NaN,
  5e-324,
  -5e-324,
  1.7976931348623157e308,
  -1.7976931348623157e308,
];

describe("special values are those of the language", () => {
  it.each([
    ["exp", exp, Math.exp],
    ["expm1", expm1, Math.expm1],
    ["log", log, Math.log],
    ["log1p", log1p, Math.log1p],
  ] as const)("%s", (_name, ours, theirs) => {
    // Math.exp(1) is not correctly rounded on every engine, so 1 and −1 are held by the references.
    for (const x of EDGES.filter((edge) => Math.abs(edge) !== 1)) expect([x, ours(x)]).toEqual([x, theirs(x)]);
  });

  it("log and log1p are minus infinity at their ends and nothing beyond", () => {
    expect([log(0), log(-0), log(-1), log1p(-1), log1p(-1.5), log(1), log1p(0)]).toEqual([
      -Infinity,
      -Infinity,
      NaN,
      -Infinity,
      NaN,
      0,
      0,
    ]);
  });

  it("exp overflows and underflows where the doubles end", () => {
    expect(exp(709.782712893384)).toBe(1.7976931348622732e308);
    expect(exp(709.7827128933841)).toBe(Infinity);
    expect(exp(709.7827128933839)).toBe(1.7976931348620688e308);
    expect(exp(-745.1332191019411)).toBe(5e-324);
    expect(exp(-745.1332191019412)).toBe(0);
    expect(expm1(-44.1)).toBe(-1);
    expect(expm1(709.7827128933841)).toBe(Infinity);
    expect(expm1(50)).toBe(exp(50) - 1);
  });

  const exponents = [...EDGES, 2, -2, 3, -3, 0.5, -0.5, 2 ** 53, -(2 ** 53), 4294967297, -4294967297];
  it.each([...EDGES, 2, -2, 0.5, -0.5])("pow of %s", (x) => {
    // A root is right to a unit in the last place here and there; the references hold it.
    const roots = (y: number): boolean => (x === 2 || x === 0.5) && Math.abs(y) === 0.5;
    for (const y of exponents.filter((one) => !roots(one))) expect([x, y, pow(x, y)]).toEqual([x, y, x ** y]);
  });

  it("powInt of a negative number keeps its sign for odd powers", () => {
    expect([powInt(-2, 3), powInt(-2, 4), powInt(-2, -3), powInt(-0, 3), powInt(-0, -3), powInt(-Infinity, 3)]).toEqual(
      [-8, 16, -0.125, -0, -Infinity, -Infinity],
    );
    expect([powInt(NaN, 2), powInt(NaN, 0), powInt(2, NaN)]).toEqual([NaN, 1, NaN]);
    expect([powInt(2, 1023), powInt(2, 1024), powInt(2, -1074), powInt(2, -1075)]).toEqual([
      2 ** 1023,
      Infinity,
      5e-324,
      0,
    ]);
    expect([powInt(10, 22), powInt(10, 23), powInt(1.7976931348623157e308, 1)]).toEqual([
      1e22, 1e23, 1.7976931348623157e308,
    ]);
  });
});
