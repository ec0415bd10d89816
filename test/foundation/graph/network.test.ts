import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { MAX_LINKS, type Network, prepareNetwork, reportNetworkFaults } from "../../../src/foundation/graph/index.js";
import { caught } from "../../kit/caught.js";
import { law } from "../../kit/laws.js";

interface Item {
  readonly id: string;
  readonly dependsOn: readonly string[];
}

const SHAPE = {
  subject: "items",
  linkSubject: "dependsOn",
  idOf: ({ id }: Item) => id,
  linksOf: ({ dependsOn }: Item) => dependsOn,
  sourceOf: (id: string) => id,
  pathOf: (node: number, link?: number) => (link === undefined ? [node] : [node, "dependsOn", link]),
};

const item = (id: string, ...dependsOn: readonly string[]): Item => ({ id, dependsOn });
const prepared = (items: readonly Item[]): Network => prepareNetwork(items, SHAPE);
const orderOf = (items: readonly Item[]): readonly string[] => {
  const { order, ids } = prepared(items);
  return [...order].map((node) => ids[node] ?? "");
};
const refusal = (items: readonly Item[]) => {
  const { code, details } = caught(() => prepared(items));
  return { code, ...details };
};
const reported = (items: readonly Item[]): readonly unknown[] => {
  const found: unknown[] = [];
  reportNetworkFaults(items, SHAPE, (code, path, message) => found.push([code, path, message]));
  return found;
};
const chain = (length: number, first: readonly string[] = []): readonly Item[] =>
  Array.from({ length }, (_, i) => ({ id: `t${String(i)}`, dependsOn: i === 0 ? first : [`t${String(i - 1)}`] }));

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

  it("takes no nodes for an empty network", () => {
    expect([...prepared([]).order]).toEqual([]);
  });

  it("orders a chain of 200 000 from either end without recursion", { timeout: 30_000 }, () => {
    const tasks = chain(200_000);
    expect(prepared(tasks).order.at(-1)).toBe(199_999);
    expect(prepared([...tasks].reverse()).order[0]).toBe(199_999);
  });

  it("reads more than a million links", { timeout: 30_000 }, () => {
    const ids = Array.from({ length: 1500 }, (_, i) => `t${String(i)}`);
    const { source, order } = prepared(ids.map((id, i) => ({ id, dependsOn: ids.slice(0, i) })));
    expect(source.length).toBe(1_124_250);
    expect(order.at(-1)).toBe(1499);
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

  it("names what depends on itself", () => {
    expect(refusal([item("a"), item("b", "b")])).toEqual({
      code: "cycle",
      subject: "items",
      path: [1],
      ids: ["b"],
      length: 1,
    });
  });

  it("lists 50 members of a long cycle and tells its length", { timeout: 30_000 }, () => {
    const { ids, length } = refusal(chain(50_000, ["t49999"])) as unknown as { ids: string[]; length: number };
    expect(length).toBe(50_000);
    expect(ids).toEqual(Array.from({ length: 50 }, (_, i) => `t${String(i)}`));
  });

  it("refuses more links than there may be", { timeout: 30_000 }, () => {
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

  it("stays linear in a knot of cycles", { timeout: 30_000 }, () => {
    const ids = Array.from({ length: 1000 }, (_, i) => `t${String(i)}`);
    expect(reported(ids.map((id) => ({ id, dependsOn: ids })))).toHaveLength(1000);
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
