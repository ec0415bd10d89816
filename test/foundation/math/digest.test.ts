import { createHash } from "node:crypto";

import { describe, expect, it } from "vitest";

import { elementaryDigest } from "../../engines/elementary-digest.js";
import pinned from "../../engines/pinned.json" with { type: "json" };
import { Digest } from "../../engines/sha256.js";

describe("the same bits on every engine", () => {
  it.each([0, 1, 7, 8, 9, 15, 16, 1000])("the hash of %i numbers is SHA-256", (count) => {
    const values = Float64Array.from({ length: count }, (_, i) => i / 7 - 3);
    const digest = new Digest();
    values.forEach((value) => {
      digest.add(value);
    });
    expect(digest.hex()).toBe(createHash("sha256").update(new Uint8Array(values.buffer)).digest("hex"));
  });

  it("240 000 results of the elementary functions have the pinned hash", () => {
    expect(elementaryDigest()).toBe(pinned.elementary);
  });
});
