import { describe, expect, it } from "vitest";
import * as z from "zod";

import { isDomainError } from "../../../src/foundation/errors/index.js";
import {
  CivilDate,
  Count,
  EmailAddress,
  FiniteNumber,
  Id,
  list,
  listById,
  MAX_LIST,
  MAX_TEXT,
  NonNegative,
  optional,
  parse,
  Positive,
  Probability,
  rule,
  Share,
  Text,
} from "../../../src/foundation/schema/index.js";
import { caught } from "../../kit/caught.js";

/** Each fault as code, place and message. */
const told = (shape: z.ZodType, data: unknown): readonly string[] => {
  const error = caught(() => parse(shape, data, "x"));
  if (!isDomainError(error, "invalid-input")) throw error;
  expect(error.details.subject).toBe("x");
  expect(error.details.total).toBe(error.details.issues.length);
  return error.details.issues.map(({ code, path, message }) => `${code} ${path.join(".")}: ${message}`);
};
const throwing = (): object =>
  Object.defineProperty({}, "a", {
    enumerable: true,
    get() {
      throw new Error("trap");
    },
  });
const Kinds = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("a") }),
  z.strictObject({ kind: z.literal("b") }),
]);
const Either = z.union([z.strictObject({ a: z.number(), b: z.string() }), z.literal("q")]);

describe("what is told about", () => {
  it.each<[string, z.ZodType, unknown, string]>([
    ["no text", Text, 5, "wrong-type : expected text, received 5"],
    ["no number", FiniteNumber, "5", 'wrong-type : expected a number, received "5"'],
    ["NaN", FiniteNumber, Number.NaN, "not-finite : expected a finite number, received NaN"],
    ["infinity", Count, Infinity, "not-finite : expected a finite number, received Infinity"],
    ["a fraction", Count, 1.5, "out-of-range : expected a whole number, received 1.5"],
    [
      "a whole number too large to be exact",
      Count,
      2 ** 53,
      "out-of-range : expected at most 9007199254740991, received 9007199254740992",
    ],
    ["a negative count", Count, -1, "out-of-range : expected at least 0, received -1"],
    ["no truth", z.boolean(), 1, "wrong-type : expected true or false, received 1"],
    ["no list", list(Count), 1, "wrong-type : expected a list, received 1"],
    ["no object", z.strictObject({}), 1, "wrong-type : expected an object, received 1"],
    ["no map", z.record(Id, Count), 1, "wrong-type : expected an object, received 1"],
    ["not null", z.null(), 1, "wrong-type : expected null, received 1"],
    ["what has no name here", z.bigint(), Number.NaN, "wrong-type : expected bigint, received NaN"],
    ["a probability above one", Probability, 1.5, "out-of-range : expected at most 1, received 1.5"],
    ["a probability below zero", Probability, -0.5, "out-of-range : expected at least 0, received -0.5"],
    ["a share above one", Share, 1.5, "out-of-range : expected at most 1, received 1.5"],
    ["a share below zero", Share, -0.5, "out-of-range : expected at least 0, received -0.5"],
    ["a negative number", NonNegative, -1, "out-of-range : expected at least 0, received -1"],
    ["zero", Positive, 0, "out-of-range : expected above 0, received 0"],
    ["a number on its limit", z.number().lt(3), 3, "out-of-range : expected below 3, received 3"],
    ["long text", z.string().max(3), "abcd", 'too-long : expected at most 3 characters, received "abcd" of 4'],
    ["a long list", z.array(Count).max(1), [1, 2], "too-many : expected at most 1 elements, received a list of 2"],
    ["empty text", Id, "", 'empty : expected text that is not empty, received ""'],
    ["short text", z.string().min(2), "a", 'empty : expected at least 2 characters, received "a"'],
    ["an empty list", z.array(Count).min(1), [], "empty : expected a list that is not empty, received an empty list"],
    ["a short list", z.array(Count).min(2), [1], "empty : expected at least 2 elements, received a list"],
    [
      "no day",
      CivilDate,
      "2026-02-30",
      'invalid-date : expected a day that exists, as YYYY-MM-DD, received "2026-02-30"',
    ],
    [
      "no instant",
      z.iso.datetime({ offset: true }),
      "now",
      'invalid-date : expected an instant with its offset, such as 2026-03-31T09:00:00+02:00, received "now"',
    ],
    ["no address", EmailAddress, "person", 'invalid-format : expected an e-mail address, received "person"'],
    [
      "a pattern whose own words are no text",
      z.string().regex(/^a$/, { error: () => ({ message: "an a" }) }),
      "b",
      'invalid-format : expected text in the form /^a$/, received "b"',
    ],
    [
      "what fits more than one of several",
      z.xor([z.string(), z.string().min(1)]),
      "a",
      'wrong-type : expected a value that fits, received "a"',
    ],
    [
      "what a rule finds below a field that is absent",
      z.looseObject({}).check(rule((_, report) => report("inconsistent", ["a", "b", 0], "expected more"))),
      {},
      "inconsistent a.b.0: expected more",
    ],
    [
      "what a rule finds below null",
      z.looseObject({}).check(rule((_, report) => report("inconsistent", ["a", "b"], "expected more"))),
      { a: null },
      "inconsistent a.b: expected more",
    ],
    [
      "a fault of a field, and no rule about it",
      z
        .strictObject({ from: Count, to: z.number() })
        .check(rule(({ to, from }, report) => to < from && report("inconsistent", ["to"], "expected a later end"))),
      { from: -1, to: -2 },
      "out-of-range from: expected at least 0, received -1",
    ],
    ["another word", z.enum(["a", "b"]), "c", 'out-of-range : expected one of "a", "b", received "c"'],
    ["not the word", z.literal("a"), "c", 'out-of-range : expected "a", received "c"'],
    ["not the number", z.literal(1), 2, "out-of-range : expected 1, received 2"],
    ["no word at all", z.literal("a"), {}, 'wrong-type : expected "a", received an object'],
    ["another kind", Kinds, { kind: "c" }, 'out-of-range kind: expected one of "a", "b", received "c"'],
    ["no kind", Kinds, {}, 'missing kind: expected one of "a", "b", received nothing'],
    [
      "none of several types, each said once",
      z.union([Count, z.string(), z.string().min(2)]),
      null,
      "wrong-type : expected a number or text, received null",
    ],
    [
      "none of several shapes, by the first fault of each",
      Either,
      { a: "", b: 1 },
      'wrong-type : expected a number or "q", received an object',
    ],
    ["what no word fits", z.number().multipleOf(2), 3, "invalid-format : expected a value that fits, received 3"],
    [
      "what a check of its own refuses",
      z.string().refine(() => false),
      "q",
      'out-of-range : expected a value that fits, received "q"',
    ],
    ["a date object", Text, new Date(0), "wrong-type : expected text, received an object of kind Date"],
    ["a symbol without a name", Text, Symbol(), "wrong-type : expected text, received an object of kind ?"],
    ["a list", Text, [1], "wrong-type : expected text, received a list"],
    ["nothing", Text, undefined, "missing : expected text, received nothing"],
    ["an absent field", z.strictObject({ a: Text }), {}, "missing a: expected text, received nothing"],
    [
      "an absent field that a check of its own asks for",
      z.strictObject({ a: z.custom(() => false) }),
      {},
      "out-of-range a: expected a value that fits, received nothing",
    ],
    [
      "a field that throws",
      z.strictObject({ a: Text }),
      throwing(),
      "unreadable a: expected a readable value, received one that throws",
    ],
    [
      "an unknown field that throws",
      z.strictObject({}),
      throwing(),
      "unreadable a: expected a readable value, received one that throws",
    ],
    [
      "an object that throws",
      z.strictObject({ a: Text }),
      {
        a: new Proxy(
          {},
          {
            ownKeys() {
              throw new Error("trap");
            },
          },
        ),
      },
      "unreadable a: expected readable data, received an object that throws when it is read",
    ],
    [
      "a list that throws",
      list(Count),
      new Proxy([1], {
        get(target, key) {
          if (key === "0") throw new Error("trap");
          return Reflect.get(target, key) as unknown;
        },
      }),
      "unreadable 0: expected readable data, received an object that throws when it is read",
    ],
    ["a text too long", Text, "x".repeat(MAX_TEXT + 1), "too-long : expected at most 10000 characters, received 10001"],
    [
      "a list too long",
      list(Text),
      new Array(MAX_LIST + 1),
      "too-many : expected at most 1000000 elements, received 1000001",
    ],
    [
      "an unsafe key",
      z.strictObject({}),
      JSON.parse('{"__proto__":1}'),
      'unsafe-key __proto__: unexpected key "__proto__"',
    ],
    [
      "an id twice",
      listById(z.strictObject({ id: Id })),
      [{ id: "a" }, { id: "a" }],
      "duplicate-id 1.id: expected each id once, received it twice",
    ],
  ])("%s", (_, shape, data, line) => {
    expect(told(shape, data)).toEqual([line]);
  });

  it("a key too long, whose value is not read", () => {
    const key = "k".repeat(MAX_TEXT + 1);
    expect(told(z.strictObject({}), { [key]: 1 })).toEqual([
      `too-long ${key}: expected keys of at most 10000 characters, received "${"k".repeat(60)}"… (10001 characters)`,
    ]);
    const longest = { ["k".repeat(MAX_TEXT)]: 1 };
    expect(parse(z.looseObject({}), longest, "x")).toEqual(longest);
  });

  it("a circle, and what is too deep", () => {
    const circle: { a?: unknown } = {};
    circle.a = { b: [circle] };
    expect(told(z.looseObject({}), circle)).toEqual(["cycle a.b.0: expected data without circles, received one"]);
    let deep: unknown = {};
    for (let i = 0; i < 200; i++) deep = { a: deep };
    expect(parse(z.looseObject({}), deep, "x")).toEqual(deep);
    expect(told(z.looseObject({}), { a: deep })).toEqual([
      `too-deep ${new Array(201).fill("a").join(".")}: expected at most 200 levels`,
    ]);
  });

  it("everything after what cannot be read, each at its own place", () => {
    const data = {
      a: throwing(),
      b: [1, { c: "x".repeat(MAX_TEXT + 1), d: "" }],
      e: Object.assign(JSON.parse('{"__proto__":1}') as object, { f: "" }),
    };
    const shape = z.strictObject({
      a: z.strictObject({ a: Text }),
      b: z.array(z.unknown()),
      e: z.strictObject({ f: Text }),
      g: Text,
    });
    expect(told(shape, data)).toEqual([
      "unreadable a.a: expected a readable value, received one that throws",
      "too-long b.1.c: expected at most 10000 characters, received 10001",
      'unsafe-key e.__proto__: unexpected key "__proto__"',
      'empty e.f: expected text that is not empty, received ""',
      "missing g: expected text, received nothing",
    ]);
  });

  it("a place below an object that threw halfway", () => {
    const halfway = {
      a: new Proxy([1, 2, 3], {
        get(target, key) {
          if (key === "1") throw new Error("trap");
          return Reflect.get(target, key) as unknown;
        },
      }),
      b: "x".repeat(MAX_TEXT + 1),
    };
    expect(told(z.looseObject({}), halfway)).toEqual([
      "unreadable a.1: expected readable data, received an object that throws when it is read",
      "too-long b: expected at most 10000 characters, received 10001",
    ]);
  });
});

describe("what is counted once a hundred faults are listed", () => {
  const counted = (shape: z.ZodType, data: unknown): readonly number[] => {
    const error = caught(() => parse(shape, data, "x"));
    return isDomainError(error, "invalid-input") ? [error.details.issues.length, error.details.total] : [];
  };

  it.each<[string, z.ZodType, unknown, readonly number[]]>([
    ["a hundred", list(Count), new Array(100).fill("x"), [100, 100]],
    ["one more", list(Count), new Array(101).fill("x"), [100, 101]],
    ["unions", list(z.union([z.string(), Count])), new Array(150).fill(null), [100, 150]],
    ["absent fields", list(z.strictObject({ a: Text })), new Array(150).fill({}), [100, 150]],
    ["unknown keys in many places", list(z.strictObject({})), new Array(150).fill({ a: 1, b: 2 }), [100, 300]],
    [
      "those of reading and those of shape",
      z.array(z.union([Text, Count])),
      [...new Array(70).fill("x".repeat(MAX_TEXT + 1)), ...new Array(70).fill(-1)],
      [100, 140],
    ],
  ])("%s", (_, shape, data, counts) => {
    expect(counted(shape, data)).toEqual(counts);
  });
});

describe("quantities at their limits", () => {
  it.each<[string, z.ZodType, unknown]>([
    ["no chance", Probability, 0],
    ["certainty", Probability, 1],
    ["no share", Share, 0],
    ["the whole", Share, 1],
    ["zero", NonNegative, 0],
    ["hardly anything", Positive, Number.MIN_VALUE],
    ["no items", Count, 0],
    ["the largest count", Count, 2 ** 53 - 1],
    ["a letter", Text, "x"],
    ["the longest id", Id, "x".repeat(200)],
    ["the longest address", EmailAddress, `${"a".repeat(62)}@${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(63)}`],
    ["a field left out", z.strictObject({ a: optional(Text) }), {}],
    ["the longest list", list(z.null()), new Array(MAX_LIST).fill(null)],
  ])("takes %s", (_, shape, data) => {
    expect(parse(shape, data, "x")).toEqual(data);
  });

  it("takes an object that calls itself something else", () => {
    expect(parse(z.strictObject({ a: Count }), { a: 1, [Symbol.toStringTag]: "Map" }, "x")).toEqual({ a: 1 });
  });

  it("refuses one character more than an address has", () => {
    const long = `${"a".repeat(63)}@${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(63)}`;
    expect(long).toHaveLength(255);
    expect(told(EmailAddress, long)).toEqual([
      `too-long : expected at most 254 characters, received "${long.slice(0, 60)}"… (255 characters) of 255`,
    ]);
  });
});
