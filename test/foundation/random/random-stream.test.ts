import { readFileSync } from "node:fs";
import { join } from "node:path";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  fillUniforms,
  randomStream,
  randomWordsAt,
  STREAM_VERSION,
  textHash,
  uniformAt,
} from "../../../src/foundation/random/index.js";
import { caught, faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";

interface PinnedStream {
  readonly seed: number;
  readonly id: string;
  readonly key0: number;
  readonly key1: number;
  readonly uniforms: readonly number[];
  readonly draw1: number;
  readonly last: number;
}

const PINNED = JSON.parse(readFileSync(join(import.meta.dirname, "../../data/random/streams.json"), "utf8")) as {
  readonly version: string;
  readonly streams: readonly PinnedStream[];
};
const LAST = 2 ** 32 - 1;

describe("randomStream", () => {
  it("has the version that is pinned", () => {
    expect(STREAM_VERSION).toBe("threefry2x32-20/v1");
    expect(PINNED.version).toBe(STREAM_VERSION);
    expect(PINNED.streams).toHaveLength(31);
  });

  it.each(PINNED.streams)("of seed $seed and id $id gives the pinned numbers", (pinned) => {
    const { seed, id, key0, key1, uniforms, draw1, last } = pinned;
    const stream = randomStream({ seed, id });
    expect(stream).toEqual({ key0, key1 });
    expect(uniforms.map((_, iteration) => uniformAt(stream, { iteration }))).toEqual(uniforms);
    expect([...fillUniforms(stream, { from: 0 }, new Float64Array(4))]).toEqual(uniforms);
    expect(uniformAt(stream, { iteration: 0, draw: 1 })).toBe(draw1);
    expect(uniformAt(stream, { iteration: LAST, draw: LAST })).toBe(last);
  });

  it.each([
    [{ seed: -1, id: "a" }, "out-of-range seed"],
    [{ seed: 0.5, id: "a" }, "out-of-range seed"],
    [{ seed: 2 ** 53, id: "a" }, "out-of-range seed"],
    [{ seed: Number.NaN, id: "a" }, "not-finite seed"],
    [{ seed: "1" as never, id: "a" }, "wrong-type seed"],
    [{ seed: 1, id: "" }, "empty id"],
    [{ seed: 1, id: "x".repeat(201) }, "too-long id"],
    [{ seed: 1, id: 7 as never }, "wrong-type id"],
  ])("refuses %o", (input, fault) => {
    expect(faults(() => randomStream(input))).toEqual([fault]);
  });

  it("says what is wrong", () => {
    expect(caught(() => randomStream({ seed: 1, id: "x".repeat(201) })).message).toBe(
      "id must have at most 200 characters, received 201",
    );
    expect(caught(() => randomStream({ seed: 1, id: "" })).message).toBe(
      'id must be text of at least one character, received ""',
    );
    expect(faults(() => randomStream(undefined as never))).toEqual(["unreadable"]);
    expect(caught(() => randomStream(undefined as never)).message).toContain("randomStream");
  });
});

describe("textHash", () => {
  it("takes four code units at a time, with the length before as the key", () => {
    expect(textHash("")).toEqual({ word0: 0, word1: 0 });
    const one = randomWordsAt({ key0: 1, key1: 0 }, { iteration: 97, draw: 0 });
    expect(textHash("a")).toEqual({ word0: (one.word0 ^ 97) >>> 0, word1: one.word1 });
    const low = 97 + 98 * 2 ** 16;
    const high = 99 + 100 * 2 ** 16;
    const four = randomWordsAt({ key0: 4, key1: 0 }, { iteration: low, draw: high });
    expect(textHash("abcd")).toEqual({ word0: (four.word0 ^ low) >>> 0, word1: (four.word1 ^ high) >>> 0 });
  });
});

describe("laws", () => {
  const id = fc.string({ minLength: 1, maxLength: 30, unit: "binary" });
  const seed = fc.maxSafeNat();

  it("another id or another seed is another stream", () => {
    law(fc.tuple(seed, seed, id, id), ([seed, otherSeed, id, otherId]) => {
      const key = JSON.stringify(randomStream({ seed, id }));
      if (id !== otherId) expect(JSON.stringify(randomStream({ seed, id: otherId }))).not.toBe(key);
      if (seed !== otherSeed) expect(JSON.stringify(randomStream({ seed: otherSeed, id }))).not.toBe(key);
      expect(JSON.stringify(randomStream({ seed, id }))).toBe(key);
    });
  });

  it("one changed bit of the id changes half the bits of the key", () => {
    let changed = 0;
    let keys = 0;
    law(fc.tuple(id, fc.nat(), fc.nat(15)), ([id, place, bit]) => {
      const at = place % id.length;
      const other = id.slice(0, at) + String.fromCharCode(id.charCodeAt(at) ^ (1 << bit)) + id.slice(at + 1);
      const [a, b] = [randomStream({ seed: 7, id }), randomStream({ seed: 7, id: other })];
      changed += bits(a.key0 ^ b.key0) + bits(a.key1 ^ b.key1);
      keys++;
    });
    // 32 on average, with a standard deviation of 4 for one key.
    expect(Math.abs(changed / keys - 32)).toBeLessThan((4 * 4) / Math.sqrt(keys));
  });
});

function bits(word: number): number {
  return (word >>> 0).toString(2).replaceAll("0", "").length;
}
