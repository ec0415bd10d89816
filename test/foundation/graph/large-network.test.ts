import { describe, expect, it } from "vitest";

import { chain, item, prepared, refusal, reported } from "./items.js";

describe("large networks", { timeout: 30_000 }, () => {
  it("orders a chain of 200 000 from either end without recursion", () => {
    const tasks = chain(200_000);
    expect(prepared(tasks).order.at(-1)).toBe(199_999);
    expect(prepared([...tasks].reverse()).order[0]).toBe(199_999);
  });

  it("reads more than a million links", () => {
    const ids = Array.from({ length: 1500 }, (_, i) => `t${String(i)}`);
    const { source, order } = prepared(ids.map((id, i) => ({ id, dependsOn: ids.slice(0, i) })));
    expect(source.length).toBe(1_124_250);
    expect(order.at(-1)).toBe(1499);
  });

  it("lists 50 members of a long cycle and tells its length", () => {
    const { ids, length } = refusal(chain(50_000, ["t49999"])) as unknown as { ids: string[]; length: number };
    expect(length).toBe(50_000);
    expect(ids).toEqual(Array.from({ length: 50 }, (_, i) => `t${String(i)}`));
  });

  it("takes as many links as there may be, and not one more", () => {
    const dependsOn = new Array<string>(1_000_000).fill("a");
    const items = [item("a"), ...Array.from({ length: 5 }, (_, i) => ({ id: `n${String(i)}`, dependsOn }))];
    expect(prepared(items).source.length).toBe(5_000_000);
    expect(reported(items)).toEqual([]);
    expect(refusal([...items, item("z", "a")])).toMatchObject({ code: "too-many", received: 5_000_001 });
    expect(reported([...items, item("z", "a")])).toHaveLength(1);
  });

  it("stays linear in a knot of cycles", () => {
    const ids = Array.from({ length: 1000 }, (_, i) => `t${String(i)}`);
    expect(reported(ids.map((id) => ({ id, dependsOn: ids })))).toHaveLength(1000);
  });
});
