import { describe, expect, it } from "vitest";

import {
  describeValue,
  DomainError,
  type DomainErrorCode,
  type DomainErrorDetails,
  isDomainError,
  isNoAnswer,
  noAnswer,
} from "../../../src/foundation/errors/index.js";
import { TRAP } from "../../kit/trap.js";

const place = { subject: "rate", path: ["rate"] } as const;
const rule = { ...place, expected: "above -1", received: "-2" } as const;

describe("messages", () => {
  const table: readonly [DomainErrorCode, DomainErrorDetails[DomainErrorCode], string][] = [
    ["out-of-range", rule, "rate must be above -1, received -2"],
    ["wrong-type", rule, "rate must be above -1, received -2"],
    ["missing", rule, "rate must be above -1, received -2"],
    ["too-long", { ...place, limit: 200, received: 201 }, "rate must have at most 200 characters, received 201"],
    ["too-many", { ...place, limit: 3, received: 4 }, "rate must hold at most 3 items, received 4"],
    ["too-deep", { ...place, limit: 200, received: 201 }, "rate must be nested at most 200 levels deep"],
    ["duplicate-id", { ...place, id: "a" }, 'rate must be unique, received "a" twice'],
    ["unknown-reference", { ...place, id: "zz" }, 'rate names "zz", which does not exist'],
    ["cycle", { ...place, ids: ["a", "b"], length: 2 }, 'rate must not depend on itself: "a" → "b"'],
    ["cycle", { ...place, ids: ["a"], length: 9 }, 'rate must not depend on itself: "a", and 8 more'],
    [
      "cycle",
      { ...place, ids: [..."abcdefghijkl"], length: 50 },
      'rate must not depend on itself: "a" → "b" → "c" → "d" → "e" → "f" → "g" → "h" → "i" → "j", and 40 more',
    ],
    ["currency-mismatch", { ...place, currencies: ["EUR", "USD"] }, 'rate mixes "EUR" and "USD"'],
    [
      "missing-rate",
      { ...place, from: "EUR", to: "USD", on: "2026-03-31" },
      'no rate from "EUR" to "USD" on 2026-03-31',
    ],
    ["cancelled", { subject: "simulation", path: [], done: 3, total: 8 }, "simulation was cancelled after 3 of 8"],
    [
      "invalid-input",
      { subject: "case", issues: [{ code: "missing", path: [0], message: "expected text" }], total: 1 },
      "case: [0]: expected text",
    ],
    [
      "invalid-input",
      {
        subject: "case",
        issues: [
          { code: "missing", path: [], message: "expected an object, received nothing" },
          { code: "wrong-type", path: ["flows", 3, "amount"], message: "expected text" },
          { code: "unknown-key", path: ["a b"], message: "unexpected key" },
        ],
        total: 5,
      },
      'case: expected an object, received nothing; flows[3].amount: expected text; ["a b"]: unexpected key; and 2 more',
    ],
  ];

  it.each(table)("%s", (code, details, message) => {
    expect(new DomainError(code, details).message).toBe(message);
  });

  it("stay short, however long the data", () => {
    const issues = Array.from({ length: 100 }, (_, i) => ({
      code: "too-long" as const,
      path: ["x".repeat(10_000), i],
      message: `expected less, received ${describeValue("y".repeat(10_000))}`,
    }));
    const { message } = new DomainError("invalid-input", { subject: "x", issues, total: 1e6 });
    expect(message.length).toBeLessThan(20_000);
    expect(message).toContain("and 999980 more");
  });
});

it("is made even for a code that callers without types made up", () => {
  expect(new DomainError("nope" as "missing", {} as typeof rule).message).toBe("nope");
});

describe("isDomainError", () => {
  const error = new DomainError("out-of-range", rule);

  it("knows its own, by code where one is given", () => {
    expect(isDomainError(error)).toBe(true);
    expect(isDomainError(error, "out-of-range")).toBe(true);
    expect(isDomainError(error, "missing")).toBe(false);
  });

  it("knows the errors of another copy of the library by their brand", () => {
    const other = Object.assign(new Error("elsewhere"), {
      code: "missing",
      [Symbol.for("golive-kit.DomainError")]: true,
    });
    expect(isDomainError(other, "missing")).toBe(true);
  });

  it.each([null, undefined, "error", new Error("x"), { code: "out-of-range" }])("does not take %o for one", (value) => {
    expect(isDomainError(value)).toBe(false);
  });

  it("carries its brand where nothing lists it and nothing can change it", () => {
    expect(Object.getOwnPropertyDescriptor(error, Symbol.for("golive-kit.DomainError"))).toEqual({
      value: true,
      writable: false,
      enumerable: false,
      configurable: false,
    });
  });

  it("does not take what throws when it is asked for one", () => {
    expect(isDomainError(TRAP)).toBe(false);
  });

  it("is an Error with a name and a stack", () => {
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toBe("DomainError: rate must be above -1, received -2");
    expect(JSON.parse(JSON.stringify(error))).toEqual({ name: "DomainError", code: "out-of-range", details: rule });
  });
});

describe("noAnswer", () => {
  it("is told apart from answers", () => {
    expect(isNoAnswer(noAnswer("nothing-due"))).toBe(true);
    expect([0, "none", null, undefined, { kind: "some" }].map(isNoAnswer)).toEqual([false, false, false, false, false]);
  });

  it("is not what throws when it is asked", () => {
    expect(isNoAnswer(TRAP)).toBe(false);
  });
});

describe("describeValue", () => {
  it.each([
    ["text", '"text"'],
    ["z".repeat(60), `"${"z".repeat(60)}"`],
    ["z".repeat(61), `"${"z".repeat(60)}"… (61 characters)`],
    ["z".repeat(70), `"${"z".repeat(60)}"… (70 characters)`],
    [-0, "-0"],
    [Number.NaN, "NaN"],
    [1.5, "1.5"],
    [true, "true"],
    [null, "null"],
    [undefined, "nothing"],
    [[1], "a list"],
    [{}, "an object"],
    [10n, "a bigint"],
    [Symbol("s"), "a symbol"],
    [() => 1, "a function"],
  ])("%o", (value, words) => {
    expect(describeValue(value)).toBe(words);
  });

  it("reads nothing of a proxy that throws", () => {
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    expect([describeValue(TRAP), describeValue(revoked.proxy)]).toEqual(["an object", "an object"]);
  });
});
