import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { MAX_LINKS } from "../../../src/foundation/graph/index.js";
import { law } from "../../kit/laws.js";
import { chain, type Item, item, orderOf, prepared, refusal, reported } from "./items.js";

describe("prepareNetwork", () => {
  it("keeps an order that is right already", () => {
    expect(orderOf([item("z"), item("b"), item("a", "z"), item("c")])).toEqual(["z", "b", "a", "c"]);
  });

  it("places what a node still needs right before it", () => {
    expect(orderOf([item("z", "c"), item("b"), item("c", "a"), item("a")])).toEqual(["a", "c", "z", "b"]);
  });

  it("takes ids that collide with object internals as ordinary ids", () => {
    expect(orderOf([item("constructor", "__proto__"), item("__proto__"), item("10"), item("2")])).toEqual([
      "__proto__",
      "constructor",
      "10",
      "2",
    ]);
  });

  it("keeps a link that is listed twice", () => {
    const { source, firstLink } = prepared([item("a"), item("b", "a", "a")]);
    expect([...source]).toEqual([0, 0]);
    expect([...firstLink]).toEqual([0, 0, 2]);
  });

  it("finds the node of each id, and of nothing else", () => {
    expect([...prepared([item("b"), item("a", "b")]).indexOf]).toEqual([
      ["b", 0],
      ["a", 1],
    ]);
  });

  it("takes no nodes for an empty network", () => {
    expect([...prepared([]).order]).toEqual([]);
  });
});

describe("errors", () => {
  it("names an id used twice, and where", () => {
    expect(refusal([item("a"), item("b"), item("a")])).toEqual({
      code: "duplicate-id",
      subject: "id",
      path: [2, "id"],
      id: "a",
    });
  });

  it("names an id that nothing has, and where", () => {
    expect(refusal([item("a"), item("b", "a", "toString")])).toEqual({
      code: "unknown-reference",
      subject: "dependsOn",
      path: [1, "dependsOn", 1],
      id: "toString",
    });
  });

  it("names a cycle from its first member in the input, each depending on the one before", () => {
    expect(refusal([item("x"), item("b", "d", "x"), item("c", "b"), item("d", "c"), item("e", "d")])).toEqual({
      code: "cycle",
      subject: "items",
      path: [1],
      ids: ["b", "c", "d"],
      length: 3,
    });
  });

  it("begins a cycle at its first member in the input, wherever the walk came in", () => {
    const items = [item("a", "e"), item("b", "d"), item("c", "e"), item("d", "c"), item("e", "b")];
    expect(refusal(items)).toMatchObject({ path: [1], ids: ["b", "e", "c", "d"], length: 4 });
    expect(reported(items)).toEqual([["cycle", [1], 'expected no way round, received "b" → "e" → "c" → "d" → "b"']]);
  });

  it("lists 50 members of a longer cycle and tells its length", () => {
    expect(refusal(chain(51, ["t50"]))).toMatchObject({ ids: chain(50).map(({ id }) => id), length: 51 });
  });

  it("refuses more links than there may be", () => {
    const dependsOn = new Array<string>(1_000_000).fill("a");
    const items = [item("a"), ...Array.from({ length: 6 }, (_, i) => ({ id: `n${String(i)}`, dependsOn }))];
    expect(refusal(items)).toEqual({
      code: "too-many",
      subject: "links",
      path: [],
      limit: MAX_LINKS,
      received: 6_000_000,
    });
    expect(reported(items)).toEqual([["too-many", [], "expected at most 5000000 links in all"]]);
  });

  it("names what depends on itself", () => {
    expect(refusal([item("a"), item("b", "b")])).toEqual({
      code: "cycle",
      subject: "items",
      path: [1],
      ids: ["b"],
      length: 1,
    });
  });
});

describe("reportNetworkFaults", () => {
  it("reports everything at once: ids, references, and cycles that share no member", () => {
    const items = [
      item("a", "b", "zz"),
      item("b", "a", "c"),
      item("c", "b"),
      item("a"),
      item("e", "f"),
      item("f", "e"),
      item("g", "g"),
      item("h", "b"),
    ];
    expect(reported(items)).toEqual([
      ["duplicate-id", [3, "id"], "expected each id once, received it twice"],
      ["unknown-reference", [0, "dependsOn", 1], 'expected an id that exists, received "zz"'],
      ["cycle", [0], 'expected no way round, received "a" → "b" → "a"'],
      ["cycle", [4], 'expected no way round, received "e" → "f" → "e"'],
      ["cycle", [6], 'expected no way round, received "g" → "g"'],
    ]);
  });

  it("shortens the words for a long cycle", () => {
    const [[, , message]] = reported(chain(12, ["t11"])) as [[unknown, unknown, string]];
    expect(message).toMatch(/"t9" → and 2 more → "t0"$/);
  });
});

describe("laws", () => {
  /** Any links at all between up to ten nodes. */
  const items = fc
    .integer({ min: 1, max: 10 })
    .chain((size) =>
      fc.tuple(
        fc.constant(size),
        fc.array(fc.tuple(fc.nat({ max: size - 1 }), fc.nat({ max: size - 1 })), { maxLength: 14 }),
      ),
    )
    .map(([size, links]) =>
      Array.from({ length: size }, (_, i) =>
        item(`n${String(i)}`, ...links.filter(([to]) => to === i).map(([, from]) => `n${String(from)}`)),
      ),
    );

  /** Whether a node can be reached from itself, by squaring the relation until it stands still. */
  const isCyclic = (all: readonly Item[]): boolean => {
    const reach = new Map(all.map(({ id, dependsOn }) => [id, new Set(dependsOn)]));
    all.forEach(() => {
      for (const ids of reach.values())
        for (const id of [...ids]) for (const next of reach.get(id) ?? []) ids.add(next);
    });
    return [...reach].some(([id, ids]) => ids.has(id));
  };

  it("refuses exactly the networks with a cycle, and names a true one", () => {
    law(items, (all) => {
      if (!isCyclic(all)) {
        expect(orderOf(all)).toHaveLength(all.length);
        return;
      }
      const { ids } = refusal(all) as unknown as { ids: readonly string[] };
      const needs = (id: string | undefined) => all.find((one) => one.id === id)?.dependsOn ?? [];
      ids.forEach((id, i) => {
        expect(needs(id)).toContain(ids.at(i - 1));
      });
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  it("places each node once, after all it depends on", () => {
    law(items, (all) => {
      if (isCyclic(all)) return;
      const order = orderOf(all);
      expect([...order].sort()).toEqual(all.map(({ id }) => id).sort());
      for (const { id, dependsOn } of all) {
        for (const from of dependsOn) expect(order.indexOf(from)).toBeLessThan(order.indexOf(id));
      }
    });
  });
});
