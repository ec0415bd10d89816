import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";

import { isDomainError } from "../../../src/foundation/errors/index.js";
import { readDayNumber } from "../../../src/foundation/guard/index.js";
import {
  CivilDate,
  Count,
  EmailAddress,
  FiniteNumber,
  Id,
  list,
  listById,
  MAX_DEPTH,
  MAX_LIST,
  MAX_TEXT,
  parse,
  Positive,
  Probability,
  rule,
  schema,
  Text,
} from "../../../src/foundation/schema/index.js";
import { caught, faults } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";

const Project = z.strictObject({ name: Text, size: z.exactOptional(Count), tags: z.exactOptional(list(Text)) });
interface Node {
  readonly id: string;
  readonly children: readonly Node[];
}
const Tree: z.ZodType<Node> = schema(() => z.strictObject({ id: Id, children: list(Tree) }));
const nested = (levels: number): Node => {
  let node: Node = { id: "leaf", children: [] };
  for (let i = 1; i < levels; i++) node = { id: "n", children: [node] };
  return node;
};

describe("parse", () => {
  it("gives what was read, detached from the input", () => {
    const input = { name: "p", tags: ["a"] };
    const result = parse(Project, input, "project");
    input.tags.push("b");
    expect(result).toEqual({ name: "p", tags: ["a"] });
  });

  it("reports every fault at once, with code and path, and its subject", () => {
    const run = (): unknown => parse(Project, { name: "", size: -1, tags: ["ok", 5], nmae: "x" }, "project");
    expect(faults(run)).toEqual(["empty name", "out-of-range size", "wrong-type tags.1", "unknown-key nmae"]);
    expect(caught(run).message).toBe(
      'project: name: expected text that is not empty, received ""; size: expected at least 0, received -1; ' +
        'tags[1]: expected text, received 5; nmae: unexpected key "nmae", did you mean "name"?',
    );
  });

  it.each([
    ["null", null, "wrong-type"],
    ["nothing", undefined, "missing"],
    ["a list", [], "wrong-type"],
    ["a Map", new Map([["name", "p"]]), "wrong-type"],
    ["a date", new Date(0), "wrong-type"],
    ["a function", () => 1, "wrong-type"],
  ])("refuses %s for an object", (_, data, code) => {
    expect(faults(() => parse(Project, data, "project"))).toEqual([code]);
  });

  it("takes a property that is undefined for an absent one, and -0 for 0", () => {
    expect(parse(Project, { name: "p", size: undefined }, "project")).toEqual({ name: "p" });
    expect(Object.is(parse(FiniteNumber, -0, "x"), 0)).toBe(true);
  });

  it("reads objects without a prototype and of other classes by their own properties", () => {
    class Named {
      name = "p";
    }
    expect(parse(Project, new Named(), "project")).toEqual({ name: "p" });
    expect(parse(Project, Object.assign(Object.create(null) as object, { name: "p" }), "project")).toEqual({
      name: "p",
    });
    expect(faults(() => parse(Project, Object.create({ name: "p" }), "project"))).toEqual(["missing name"]);
  });
});

describe("messages", () => {
  const messages = (shape: z.ZodType, data: unknown): readonly string[] => {
    const error = caught(() => parse(shape, data, "x"));
    return isDomainError(error, "invalid-input") ? error.details.issues.map(({ message }) => message) : [];
  };

  it("say what a pattern asks for in the schema's own words, and the pattern where it has none", () => {
    expect(messages(z.string().regex(/^[A-Z]{3}$/, "three capital letters, such as EUR"), "eur")).toEqual([
      'expected three capital letters, such as EUR, received "eur"',
    ]);
    expect(messages(z.string().regex(/^a$/), "b")).toEqual(['expected text in the form /^a$/, received "b"']);
  });

  it("say that text or a list is empty", () => {
    expect(messages(Text, "")).toEqual(['expected text that is not empty, received ""']);
    expect(messages(z.array(Count).min(1), [])).toEqual(["expected a list that is not empty, received an empty list"]);
    expect(messages(z.string().min(2), "a")).toEqual(['expected at least 2 characters, received "a"']);
  });

  it("name the key that an unknown one may stand for, in any branch, and none that is a stranger", () => {
    const Fruit = z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("apple"), weight: z.exactOptional(Count) }),
      z.strictObject({ kind: z.literal("pear"), length: z.exactOptional(Count) }),
    ]);
    expect(messages(Fruit, { kind: "apple", wieght: 1, length: 2, colour: 3 })).toEqual([
      'unexpected key "wieght", did you mean "weight"?',
      'unexpected key "length"',
      'unexpected key "colour"',
    ]);
  });

  it("are made for the faults that are listed, and the others are counted", () => {
    const keys = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`key-${String(i)}`, i]));
    const error = caught(() => parse(z.strictObject({}), keys, "x"));
    expect(isDomainError(error, "invalid-input") && [error.details.issues.length, error.details.total]).toEqual([
      100, 300,
    ]);
  });
});

describe("a schema of lazy parts", () => {
  it("is built whole before the first run, so that the schema library does not take it for a recursive one", () => {
    const built: string[] = [];
    const part = (name: string) =>
      schema(() => {
        built.push(name);
        return z.string();
      });
    const shape = schema(() =>
      z.strictObject({
        given: part("given"),
        left: z.exactOptional(part("left")),
        rows: z.array(z.union([part("row"), z.number()])),
      }),
    );
    parse(shape, { given: "a", rows: [] }, "record");
    expect(built).toEqual(["given", "left", "row"]);
    parse(shape, { given: "a", rows: [] }, "record");
    expect(built).toHaveLength(3);
  });

  it("keeps what is checked of the lazy part itself", () => {
    const even = rule((value: number, report) => {
      if (value % 2 === 1) report("out-of-range", [], "expected an even number");
    });
    const shape = z.strictObject({ size: schema(() => Count as z.ZodType<number>).check(even) });
    expect(parse(shape, { size: 4 }, "record")).toEqual({ size: 4 });
    expect(faults(() => parse(shape, { size: 3 }, "record"))).toEqual(["out-of-range size"]);
    expect(faults(() => parse(shape, { size: -2 }, "record"))).toEqual(["out-of-range size"]);
  });
});

describe("hostile data", () => {
  it("reports what throws where it stands, once, beside the other faults", () => {
    const data = {
      get name(): string {
        throw new Error("boom");
      },
      size: "x",
    };
    expect(faults(() => parse(Project, data, "project"))).toEqual(["unreadable name", "wrong-type size"]);
  });

  it("reports an object that throws as a whole at its own place, and what follows at its own", () => {
    const throws = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error("boom");
        },
      },
    );
    const sizes = Object.defineProperty([1, 2, 3], 1, {
      get: () => {
        throw new Error("boom");
      },
    });
    const part = z.strictObject({ size: Count });
    const shape = z.strictObject({ before: part, rows: z.array(part), sizes: z.array(Count), after: part });
    const data = { before: { size: 1 }, rows: [{ size: 2 }, throws, { size: "x" }], sizes, after: throws };
    expect(faults(() => parse(shape, data, "shape"))).toEqual([
      "unreadable rows.1",
      "unreadable sizes.1",
      "unreadable after",
      "wrong-type rows.2.size",
    ]);
  });

  it("reads a property once", () => {
    let reads = 0;
    const data = {
      get x() {
        return reads++ === 0 ? 0.5 : 5;
      },
    };
    expect(parse(z.strictObject({ x: Probability }), data, "x")).toEqual({ x: 0.5 });
    expect(reads).toBe(1);
  });

  it("refuses an own __proto__ and keeps other names of Object.prototype", () => {
    expect(faults(() => parse(Project, JSON.parse('{"name":"p","__proto__":{"a":1}}'), "p"))).toEqual([
      "unsafe-key __proto__",
    ]);
    const map = z.record(Id, Count);
    expect(parse(map, JSON.parse('{"constructor":5,"toString":1}'), "m")).toEqual({ constructor: 5, toString: 1 });
  });

  it("refuses circles, and reads one object in two places twice", () => {
    const circle: { id: string; children: unknown[] } = { id: "a", children: [] };
    circle.children.push(circle);
    expect(faults(() => parse(Tree, circle, "tree"))).toEqual(["cycle children.0"]);
    const leaf = { id: "b", children: [] };
    const twice = parse(Tree, { id: "a", children: [leaf, leaf] }, "tree");
    expect(twice.children[0]).toEqual(leaf);
    expect(twice.children[0]).not.toBe(twice.children[1]);
  });

  it("keeps its limits", () => {
    expect(parse(Tree, nested(MAX_DEPTH), "tree").id).toBe("n");
    expect(caught(() => parse(Tree, nested(MAX_DEPTH + 2), "tree")).message).toContain(
      `at most ${String(MAX_DEPTH)} levels`,
    );
    expect(faults(() => parse(Text, "x".repeat(MAX_TEXT + 1), "t"))).toEqual(["too-long"]);
    expect(parse(Text, "x".repeat(MAX_TEXT), "t")).toHaveLength(MAX_TEXT);
    expect(faults(() => parse(list(Count), new Array(MAX_LIST + 1).fill(1), "l"))).toEqual(["too-many"]);
    expect(faults(() => parse(Id, "x".repeat(201), "id"))).toEqual(["too-long"]);
  });

  it("counts all faults and lists a hundred", () => {
    const error = caught(() => parse(list(Count), new Array(1000).fill("x"), "l"));
    expect(isDomainError(error, "invalid-input") && [error.details.issues.length, error.details.total]).toEqual([
      100, 1000,
    ]);
  });

  it("counts faults of reading too", () => {
    const error = caught(() => parse(list(Text), new Array(300).fill("x".repeat(MAX_TEXT + 1)), "l"));
    expect(isDomainError(error, "invalid-input") && [error.details.issues.length, error.details.total]).toEqual([
      100, 300,
    ]);
  });
});

describe("quantities", () => {
  it.each([
    [Probability, 1.0000000000000002, "out-of-range"],
    [Probability, "35%", "wrong-type"],
    [Count, 1.5, "out-of-range"],
    [Count, 2 ** 53, "out-of-range"],
    [Positive, 0, "out-of-range"],
    [FiniteNumber, Number.POSITIVE_INFINITY, "not-finite"],
    [FiniteNumber, Number.NaN, "not-finite"],
    [Id, "", "empty"],
    [CivilDate, "2026-02-30", "invalid-date"],
    [CivilDate, "2026-2-3", "invalid-date"],
    [EmailAddress, "person", "invalid-format"],
    [EmailAddress, `a@${"b".repeat(300)}.example`, "too-long"],
  ])("case %#", (shape, value, code) => {
    expect(faults(() => parse(shape as z.ZodType, value, "x"))).toEqual([code]);
  });

  it("takes any text as an id, as it stands", () => {
    for (const id of [" \t", "__proto__", "a.b[0]/c", "caf\u00e9", "x".repeat(200)])
      expect(parse(Id, id, "id")).toBe(id);
  });

  it("finds the second of two equal ids", () => {
    const shape = listById(z.strictObject({ id: Id }));
    expect(faults(() => parse(shape, [{ id: "a" }, { id: "b" }, { id: "a" }], "l"))).toEqual(["duplicate-id 2.id"]);
    expect(parse(shape, [{ id: "caf\u00e9" }, { id: "cafe\u0301" }], "l")).toHaveLength(2);
  });

  it("reports a rule with its own code, and only on data of the right shape", () => {
    const Span = z.strictObject({ from: Count, to: Count }).check(
      rule(({ from, to }: { from: number; to: number }, report) => {
        if (to < from) report("inconsistent", ["to"], "expected an end that is not before the start");
      }),
    );
    expect(faults(() => parse(Span, { from: 2, to: 1 }, "span"))).toEqual(["inconsistent to"]);
    expect(faults(() => parse(Span, { from: "2", to: 1 }, "span"))).toEqual(["wrong-type from"]);
  });
});

describe("laws", () => {
  it("any data is read or refused by the library's own error, and never changed", () => {
    law(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
      (data) => {
        const before = structuredCloneOrText(data);
        try {
          parse(Project, data, "project");
        } catch (error) {
          expect(isDomainError(error)).toBe(true);
        }
        expect(structuredCloneOrText(data)).toEqual(before);
      },
    );
  });

  it("JSON of the right shape comes back as it is", () => {
    const project = fc.record(
      { name: fc.string({ minLength: 1 }), size: fc.nat(), tags: fc.array(fc.string({ minLength: 1 })) },
      { requiredKeys: ["name"] },
    );
    law(project, (data) => {
      expect(parse(Project, data, "project")).toEqual(data);
    });
  });

  it("the date schema and the date grammar agree", () => {
    const near = fc
      .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
      .map(([y, m, d]) =>
        [String(y).padStart(4, "0"), String(m).padStart(2, "0"), String(d).padStart(2, "0")].join("-"),
      );
    law(fc.oneof(near, fc.string({ maxLength: 12 })), (text) => {
      expect(CivilDate.safeParse(text).success).toBe(readDayNumber(text) !== undefined);
    });
  });
});

function structuredCloneOrText(data: unknown): unknown {
  try {
    return structuredClone(data);
  } catch {
    return String(data);
  }
}
