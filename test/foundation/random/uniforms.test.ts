import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  fillUniforms,
  type RandomPosition,
  type RandomStream,
  randomWordsAt,
  uniformAt,
} from "../../../src/foundation/random/index.js";
import { caught, faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";

const LAST = 2 ** 32 - 1;
const KEY: RandomStream = { key0: 0x13198a2e, key1: 0x03707344 };

const word = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const counter = fc.integer({ min: 0, max: LAST });

describe("randomWordsAt", () => {
  // Random123, kat_vectors, threefry2x32 with 20 rounds.
  it.each<[RandomStream, RandomPosition, number, number]>([
    [{ key0: 0, key1: 0 }, { iteration: 0, draw: 0 }, 0x6b200159, 0x99ba4efe],
    [{ key0: -1, key1: -1 }, { iteration: LAST, draw: LAST }, 0x1cb996fc, 0xbb002be7],
    [KEY, { iteration: 0x243f6a88, draw: 0x85a308d3 }, 0xc4923a9c, 0x483df7a0],
  ])("gives the published words for %o at %o", (stream, position, word0, word1) => {
    expect(randomWordsAt(stream, position)).toEqual({ word0, word1 });
  });
});

describe("uniformAt", () => {
  it("is made of the upper 26 bits of both words, the second one first, and half a step", () => {
    const expected = (BigInt(0x99ba4efe >>> 6) * 2n ** 27n + BigInt(0x6b200159 >>> 6) * 2n + 1n) * 1n;
    expect(uniformAt({ key0: 0, key1: 0 }, { iteration: 0 })).toBe(Number(expected) / 2 ** 53);
  });

  it("draws from 0 when no draw is named", () => {
    expect(uniformAt(KEY, { iteration: 5 })).toBe(uniformAt(KEY, { iteration: 5, draw: 0 }));
    expect(uniformAt(KEY, { iteration: 5 })).not.toBe(uniformAt(KEY, { iteration: 5, draw: 1 }));
  });

  it.each<[RandomStream, RandomPosition, string]>([
    [{ key0: 2 ** 31, key1: 0 }, { iteration: 0 }, "out-of-range stream.key0"],
    [{ key0: 0, key1: -(2 ** 31) - 1 }, { iteration: 0 }, "out-of-range stream.key1"],
    [{ key0: 0.5, key1: 0 }, { iteration: 0 }, "out-of-range stream.key0"],
    [{ key0: Number.NaN, key1: 0 }, { iteration: 0 }, "not-finite stream.key0"],
    [{ key0: 0, key1: "0" as never }, { iteration: 0 }, "wrong-type stream.key1"],
    [KEY, { iteration: -1 }, "out-of-range iteration"],
    [KEY, { iteration: 2 ** 32 }, "out-of-range iteration"],
    [KEY, { iteration: 1.5 }, "out-of-range iteration"],
    [KEY, { iteration: 0, draw: 2 ** 32 }, "out-of-range draw"],
    [KEY, { iteration: 0, draw: null as never }, "wrong-type draw"],
  ])("refuses %o at %o", (stream, position, fault) => {
    expect(faults(() => uniformAt(stream, position))).toEqual([fault]);
    expect(faults(() => randomWordsAt(stream, position))).toEqual([fault]);
  });
});

describe("fillUniforms", () => {
  it("gives the sum of the C program with the same rounds", () => {
    // Iteration 0 of 500 variables with the keys 42 and 0 to 499; simulation of the same draws in C.
    let sum = 0;
    for (let key1 = 0; key1 < 500; key1++) {
      sum += fillUniforms({ key0: 42, key1 }, { from: 0 }, new Float64Array(1))[0] as number;
    }
    expect(sum).toBe(250.95467905297153);
  });

  it("fills the array it is given, and hands it back", () => {
    const out = new Float64Array(3);
    expect(fillUniforms(KEY, { from: 7, draw: 2 }, out)).toBe(out);
    expect(out[2]).toBe(uniformAt(KEY, { iteration: 9, draw: 2 }));
    expect(fillUniforms(KEY, { from: 0 }, new Float64Array(0))).toHaveLength(0);
  });

  it("reaches the last iteration and no further", () => {
    const out = fillUniforms(KEY, { from: LAST - 1 }, new Float64Array(2));
    expect(out[1]).toBe(uniformAt(KEY, { iteration: LAST }));
    expect(faults(() => fillUniforms(KEY, { from: LAST - 1 }, new Float64Array(3)))).toEqual(["out-of-range from"]);
  });

  it.each([
    ["a plain list", () => fillUniforms(KEY, { from: 0 }, [0] as never), "wrong-type out"],
    ["other elements", () => fillUniforms(KEY, { from: 0 }, new Float32Array(1) as never), "wrong-type out"],
    ["a look-alike", () => fillUniforms(KEY, { from: 0 }, lookAlike as never), "wrong-type out"],
    ["no array", () => fillUniforms(KEY, { from: 0 }, undefined as never), "wrong-type out"],
    ["a start below 0", () => fillUniforms(KEY, { from: -1 }, new Float64Array(1)), "out-of-range from"],
    ["a start behind the end", () => fillUniforms(KEY, { from: 2 ** 32 }, new Float64Array(0)), "out-of-range from"],
    ["a draw of NaN", () => fillUniforms(KEY, { from: 0, draw: Number.NaN }, new Float64Array(1)), "not-finite draw"],
    [
      "a key of 33 bits",
      () => fillUniforms({ key0: 0, key1: 2 ** 32 }, { from: 0 }, new Float64Array(1)),
      "out-of-range stream.key1",
    ],
  ])("refuses %s", (_, run, fault) => {
    expect(faults(run)).toEqual([fault]);
  });

  it("says the rule", () => {
    expect(caught(() => fillUniforms(KEY, { from: LAST }, new Float64Array(2))).message).toBe(
      "from must be so that the run ends at 2^32 − 1 at the latest, received 4294967295",
    );
    expect(caught(() => fillUniforms(KEY, { from: 0 }, [] as never)).message).toBe(
      "out must be a Float64Array, received a list",
    );
    expect(caught(() => uniformAt(KEY, { iteration: 2 ** 32 })).message).toBe(
      "iteration must be at most 2^32 − 1, received 4294967296",
    );
    expect(caught(() => uniformAt({ key0: 2 ** 31, key1: 0 }, { iteration: 0 })).message).toBe(
      "key0 must be a signed whole number of 32 bits, received 2147483648",
    );
  });
});

const lookAlike = { length: 1, [Symbol.toStringTag]: "Float64Array" };

describe("laws", () => {
  it("a block holds what is asked for one by one, wherever it is cut", () => {
    const run = fc.record({ key0: word, key1: word, from: counter, draw: counter, size: fc.nat(40), cut: fc.nat(40) });
    law(run, ({ key0, key1, from, draw, size, cut }) => {
      const first = Math.min(from, LAST - size);
      const stream = { key0, key1 };
      const whole = fillUniforms(stream, { from: first, draw }, new Float64Array(size));
      whole.forEach((u, i) => {
        expect(u).toBe(uniformAt(stream, { iteration: first + i, draw }));
      });
      const at = Math.min(cut, size);
      const rest = fillUniforms(stream, { from: first + at, draw }, new Float64Array(size - at));
      expect([...rest]).toEqual([...whole.subarray(at)]);
    });
  });

  it("a uniform is an odd multiple of 2^−53 strictly between 0 and 1", () => {
    law(fc.tuple(word, word, counter, counter), ([key0, key1, iteration, draw]) => {
      const u = uniformAt({ key0, key1 }, { iteration, draw });
      expect(u > 0 && u < 1).toBe(true);
      expect((u * 2 ** 53) % 2).toBe(1);
      expect(1 - (1 - u)).toBe(u);
    });
  });
});
