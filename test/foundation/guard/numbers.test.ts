import { describe, expect, it } from "vitest";

import { isDomainError } from "../../../src/foundation/errors/index.js";
import { demandNumberList, demandNumbers, demandOwnNumbers } from "../../../src/foundation/guard/index.js";
import { caught, faults } from "../../kit/caught.js";

const given = (values: unknown): ArrayLike<number> => values as ArrayLike<number>;

describe("demandNumbers", () => {
  it("copies a list, -0 as 0", () => {
    const values = [1.5, -0, -2];
    const copy = demandNumbers(values, "values");
    expect(copy).toEqual(Float64Array.of(1.5, 0, -2));
    expect(Object.is(copy[1], 0)).toBe(true);
    expect(values).toEqual([1.5, -0, -2]);
    expect(demandNumbers([], "values")).toEqual(new Float64Array(0));
  });

  it("copies numbers that lie packed, in memory of its own", () => {
    const values = Float64Array.of(3, -0);
    const copy = demandNumbers(values, "values");
    expect(copy).toEqual(Float64Array.of(3, 0));
    expect(copy.buffer).not.toBe(values.buffer);
  });

  it.each([
    ["text", "12", 'values must be a list of numbers, received "12"'],
    ["nothing", undefined, "values must be a list of numbers, received nothing"],
    ["null", null, "values must be a list of numbers, received null"],
    ["an object with a length", { length: 1, 0: 1 }, "values must be a list of numbers, received an object"],
    ["numbers of another kind", Int32Array.of(1), "values must be a list of numbers, received an object"],
    ["a view of bytes", new DataView(new ArrayBuffer(8)), "values must be a list of numbers, received an object"],
    [
      "what only says that it is a packed list",
      { length: 1, 0: 1, [Symbol.toStringTag]: "Float64Array" },
      "values must be a list of numbers, received an object",
    ],
  ])("refuses %s", (_, values, message) => {
    const run = () => demandNumbers(given(values), "values");
    expect(faults(run)).toEqual(["wrong-type values"]);
    expect(caught(run).message).toBe(message);
  });

  it("says each fault where it stands", () => {
    const error = caught(() =>
      demandNumbers(given([1, Number.NaN, "2", , undefined, Number.NEGATIVE_INFINITY, 3n]), "values", ["sample", 2]),
    );
    const told = (received: string) => `expected a finite number, received ${received}`;
    expect(isDomainError(error, "invalid-input") && error.details).toEqual({
      subject: "values",
      issues: [
        { code: "not-finite", path: ["sample", 2, 1], message: told("NaN") },
        { code: "wrong-type", path: ["sample", 2, 2], message: told('"2"') },
        { code: "missing", path: ["sample", 2, 3], message: told("nothing") },
        { code: "missing", path: ["sample", 2, 4], message: told("nothing") },
        { code: "not-finite", path: ["sample", 2, 5], message: told("-Infinity") },
        { code: "wrong-type", path: ["sample", 2, 6], message: told("a bigint") },
      ],
      total: 6,
    });
    expect(faults(() => demandNumbers([Number.POSITIVE_INFINITY], "values"))).toEqual(["not-finite values.0"]);
  });

  it("lists a hundred faults and counts them all", () => {
    const error = caught(() => demandNumbers(given(new Array(250).fill("x")), "values"));
    expect(isDomainError(error, "invalid-input") && [error.details.issues.length, error.details.total]).toEqual([
      100, 250,
    ]);
  });

  it("takes ten million numbers and not one more", () => {
    expect(demandNumbers(new Float64Array(10_000_000), "values")).toHaveLength(10_000_000);
    const run = () => demandNumbers(new Array<number>(10_000_001), "values", ["sample"]);
    expect(faults(run)).toEqual(["too-many sample"]);
    expect(caught(run).message).toBe("values must hold at most 10000000 items, received 10000001");
  });
});

describe("demandNumberList", () => {
  it("gives the list itself, whatever it holds", () => {
    for (const list of [[1, "2", NaN], [], Float64Array.of(1)]) {
      expect(demandNumberList(given(list), "values")).toBe(list);
    }
  });

  it("refuses what is no list, and one that is too long", () => {
    const refused = "values must be a list of numbers, received an object";
    expect(caught(() => demandNumberList(given({ length: 1 }), "values")).message).toBe(refused);
    expect(faults(() => demandNumberList(given("1"), "values", ["a", 3]))).toEqual(["wrong-type a.3"]);
    expect(faults(() => demandNumberList(new Array<number>(10_000_001), "values"))).toEqual(["too-many values"]);
  });
});

describe("demandOwnNumbers", () => {
  it("gives the array itself, -0 as 0", () => {
    const numbers = Float64Array.of(3, -0, -2);
    expect(demandOwnNumbers(numbers, "numbers")).toBe(numbers);
    expect(numbers).toEqual(Float64Array.of(3, 0, -2));
  });

  it("refuses what is no Float64Array, and elements that are no finite numbers", () => {
    const list = given([1]) as Float64Array;
    expect(faults(() => demandOwnNumbers(list, "numbers"))).toEqual(["wrong-type numbers"]);
    expect(caught(() => demandOwnNumbers(list, "numbers")).message).toBe(
      "numbers must be a Float64Array, received a list",
    );
    expect(faults(() => demandOwnNumbers(Float64Array.of(1, NaN, 2, -Infinity), "numbers"))).toEqual([
      "not-finite numbers.1",
      "not-finite numbers.3",
    ]);
  });
});
