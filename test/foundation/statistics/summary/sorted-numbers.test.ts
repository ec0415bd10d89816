import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { sortedNumbers, sortNumbersInPlace } from "../../../../src/foundation/statistics/index.js";
import { faults } from "../../../kit/caught.js";
import { law } from "../../../kit/laws.js";
import { arrangements, differingPlace, noise } from "./arrangements.js";

const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true });
const MANY = 13_000;
const many = (of: (i: number) => number): Float64Array =>
  Float64Array.from({ length: MANY }, (_, i) => of((i * 7919) % MANY));

describe("sortedNumbers", () => {
  it("gives numbers in rising order, and leaves the list alone", () => {
    const values = [3, -1, 2, -0];
    expect([...sortedNumbers(values)]).toEqual([-1, 0, 2, 3]);
    expect(values).toEqual([3, -1, 2, -0]);
    expect([...sortedNumbers([])]).toEqual([]);
    expect([...sortedNumbers([5])]).toEqual([5]);
    expect([...sortedNumbers([2, 1, 3])]).toEqual([1, 2, 3]);
    expect([...sortedNumbers([3, 3, 1])]).toEqual([1, 3, 3]);
  });

  it.each<readonly [name: string, numbers: Float64Array]>([
    ["few enough for the engine", noise(11_999)],
    ["as many as are sorted by digits", noise(12_000)],
    ["only negative", noise(MANY).map((x) => -Math.abs(x) - 1)],
    ["only positive", noise(MANY).map(Math.abs)],
    ["equal but one", many((i) => (i === 7 ? -3 : 8))],
    ["whole numbers", many((i) => i)],
    ["whole numbers of both signs", many((i) => i - MANY / 2)],
    ["one upper word, differing in the lowest bits", many((i) => 1 + i * 2 ** -52)],
    ["negative ones like that", many((i) => -1 - i * 2 ** -52)],
    ["one exponent, all bits", many((i) => 1 + i / MANY)],
    ["negative ones like that", many((i) => -1 - i / MANY)],
    [
      "one exponent, and the differing bits reach over both words",
      many((i) => 1 + (i % 900) * 2 ** -30 + i * 2 ** -48),
    ],
    ["one exponent, 33 differing bits", many((i) => 1 + (i % 2) * 2 ** -20 + i * 2 ** -52)],
    ["times of a month in milliseconds", many((i) => 1.7e12 + i * 199_384.61538461538)],
    ["money in cents", many((i) => i / 100)],
    [
      "clusters, each of one upper word",
      many((i) => (i % 2 === 0 ? -1 : 1) * (1 + (i % 10) / 16) * (1 + i * 2 ** -50)),
    ],
    ["clusters long enough for digits of their own", many((i) => (i % 2) * 8 + 1 + i * 2 ** -51)],
    ["pairs of neighbours", many((i) => 2 ** (i % 40) * (1 + Math.floor(i / 2) * 2 ** -20 + (i % 2) * 2 ** -50))],
    ["25 neighbours at most", many((i) => Math.floor(i / 25) + 1 + (i % 25) * 2 ** -40)],
    ["differing in exponent alone", many((i) => 2 ** ((i % 2000) - 1000))],
    [
      "the smallest and the largest",
      many((i) => [5e-324, -5e-324, 1.7976931348623157e308, -1.7976931348623157e308, 0][i % 5] ?? 0),
    ],
    ["subnormal, of one upper word", many((i) => (i + 1) * 5e-324)],
    ["equal to within a factor of two", many((i) => 1 + i / (MANY - 1))],
    ["and a little more", many((i) => 1 + i / (MANY - 2))],
    ["three times the least, which has all its digits", many((i) => (i === 0 ? 1 + 2 ** -52 : 3 + i * 2 ** -51))],
    ["negative to within a factor of two", many((i) => -1 - i / (MANY - 1))],
    ["one upper digit, negative", many((i) => -1 - (i % 2) / 16 - i * 2 ** -22)],
    ["one lower digit", many((i) => 2 ** (i % 1000) + (i % 3) * 2 ** ((i % 1000) - 50))],
    ["subnormal", many((i) => (i - MANY / 2) * 5e-324)],
    [
      "rising at first",
      many((i) => i)
        .sort()
        .map((x, i) => (i === MANY - 1 ? 5 : x)),
    ],
    [
      "falling at first",
      many((i) => i)
        .sort()
        .map((x, i) => (i === MANY - 1 ? MANY : 0 - x)),
    ],
    ["a piece of a longer memory", noise(MANY + 1).subarray(1)],
    ...arrangements(MANY),
  ])("%s, as the engine sorts them", (_name, values) => {
    const before = values.slice();
    const expected = before.slice().sort();
    expect(differingPlace(sortedNumbers(values), expected)).toBeUndefined();
    expect(differingPlace(sortedNumbers([...values]), expected)).toBeUndefined();
    expect(differingPlace(values, before)).toBeUndefined();
  });

  it("refuses what is none, with the place", () => {
    expect(faults(() => sortedNumbers([1, , Infinity, "2"] as never))).toEqual([
      "missing values.1",
      "not-finite values.2",
      "wrong-type values.3",
    ]);
    expect(faults(() => sortedNumbers("21" as never))).toEqual(["wrong-type values"]);
    expect(faults(() => sortedNumbers({ length: 2 } as never))).toEqual(["wrong-type values"]);
    expect(faults(() => sortedNumbers(new Int32Array(2) as never))).toEqual(["wrong-type values"]);
  });

  it("is the engine's order for any numbers", () => {
    law(
      fc.tuple(
        fc.array(anyNumber, { minLength: 125, maxLength: 160, size: "max" }),
        fc.constantFrom(1, 2 ** -12, 2 ** -25, 2 ** -45),
      ),
      ([values, width]) => {
        const clusters = values.flatMap((x) =>
          Array.from({ length: 100 }, (_, k) => x * (1 - ((k * 13) % 100) * 0.01 * width)),
        );
        expect(
          differingPlace(sortedNumbers(clusters), Float64Array.from(clusters, (x) => x + 0).sort()),
        ).toBeUndefined();
      },
      60,
    );
  });
});

describe("sortNumbersInPlace", () => {
  it("sorts the array itself", () => {
    const numbers = Float64Array.of(3, -1, -0, 2);
    expect(sortNumbersInPlace(numbers)).toBe(numbers);
    expect([...numbers]).toEqual([-1, 0, 2, 3]);
    const piece = noise(15_000).subarray(500, 14_500);
    const expected = piece.slice().sort();
    sortNumbersInPlace(piece);
    expect(differingPlace(piece, expected)).toBeUndefined();
  });

  it("refuses what is no Float64Array of finite numbers, and leaves it in its order", () => {
    expect(faults(() => sortNumbersInPlace([1] as never))).toEqual(["wrong-type numbers"]);
    const numbers = Float64Array.of(3, NaN, 1, -Infinity);
    expect(faults(() => sortNumbersInPlace(numbers))).toEqual(["not-finite numbers.1", "not-finite numbers.3"]);
    expect(numbers).toEqual(Float64Array.of(3, NaN, 1, -Infinity));
  });
});
