import { describe, expect, it } from "vitest";

import { criticalPath, criticalPaths, drivingChain } from "../../src/schedule/index.js";
import { caught, faults } from "../kit/caught.js";
import { law } from "../kit/laws.js";
import { networks } from "./random-network.js";

const after = (...ids: readonly string[]) => ids.map((id) => ({ id }));
const tasks = [
  { id: "S", durationDays: 2 },
  { id: "A", durationDays: 4, predecessors: after("S") },
  { id: "B", durationDays: 3, predecessors: after("S") },
  { id: "C", durationDays: 2, predecessors: after("A") },
  { id: "D", durationDays: 3, predecessors: after("B") },
  { id: "Z", durationDays: 1, predecessors: after("C", "D") },
];

describe("drivingChain", () => {
  it("follows the links that give the start, from the first task on", () => {
    expect(drivingChain(criticalPath({ tasks }), "C")).toEqual([
      { id: "S" },
      { id: "A", link: { id: "S", type: "FS", lagDays: 0 } },
      { id: "C", link: { id: "A", type: "FS", lagDays: 0 } },
    ]);
  });

  it("follows the link listed first where two drive", () => {
    expect(drivingChain(criticalPath({ tasks }), "Z").map(({ id }) => id)).toEqual(["S", "A", "C", "Z"]);
  });

  it("is the task alone when nothing holds it", () => {
    expect(drivingChain(criticalPath({ tasks }), "S")).toEqual([{ id: "S" }]);
  });

  it("refuses an id that no task has", () => {
    const error = caught(() => drivingChain(criticalPath({ tasks }), "toString"));
    expect([error.code, error.details]).toEqual([
      "unknown-reference",
      { subject: "taskId", path: ["taskId"], id: "toString" },
    ]);
  });
});

describe("criticalPaths", () => {
  it("lists each chain that ends with the project", () => {
    expect(criticalPaths({ tasks })).toEqual({
      paths: [
        ["S", "A", "C", "Z"],
        ["S", "B", "D", "Z"],
      ],
      complete: true,
    });
  });

  it("stops at the limit, and says so", () => {
    expect(criticalPaths({ tasks }, { limit: 1 })).toEqual({ paths: [["S", "A", "C", "Z"]], complete: false });
    expect(criticalPaths({ tasks }, { limit: 2 }).complete).toBe(true);
  });

  it("does not walk through 2^60 paths", () => {
    const ladder = Array.from({ length: 60 }, (_, i) =>
      ["a", "b"].map((side) => ({
        id: `t${String(i)}${side}`,
        durationDays: 1,
        predecessors: i === 0 ? [] : after(`t${String(i - 1)}a`, `t${String(i - 1)}b`),
      })),
    ).flat();
    const { paths, complete } = criticalPaths({ tasks: ladder }, { limit: 5 });
    expect(complete).toBe(false);
    expect(new Set(paths.map((path) => path.join(" "))).size).toBe(5);
    expect(paths.every((path) => path.length === 60)).toBe(true);
  });

  it("counts two driving links of one pair as one chain", () => {
    const twice = [
      { id: "A", durationDays: 1 },
      { id: "B", durationDays: 1, predecessors: [{ id: "A" }, { id: "A", type: "SS" as const, lagDays: 1 }] },
    ];
    expect(criticalPaths({ tasks: twice }).paths).toEqual([["A", "B"]]);
  });

  it("is empty without tasks", () => {
    expect(criticalPaths({ tasks: [] })).toEqual({ paths: [], complete: true });
  });

  it.each([-1, 1.5])("refuses a limit of %d", (limit) => {
    expect(faults(() => criticalPaths({ tasks }, { limit }))).toEqual(["out-of-range limit"]);
  });
});

describe("laws", () => {
  it("makes every path of critical tasks, joined by links that drive", () => {
    law(networks, (network) => {
      const path = criticalPath({ tasks: network });
      const driversOf = new Map(path.tasks.map(({ id, drivers }) => [id, drivers.map((link) => link.id)]));
      for (const chain of criticalPaths({ tasks: network }, { limit: 50 }).paths) {
        for (const id of chain) expect(path.critical).toContain(id);
        expect(driversOf.get(chain[0] ?? "")).toEqual([]);
        chain.slice(1).forEach((id, i) => {
          expect(driversOf.get(id)).toContain(chain[i]);
        });
      }
    });
  });

  it("explains every start: the chain adds up to it", () => {
    law(networks, (network) => {
      const path = criticalPath({ tasks: network });
      const rows = new Map(path.tasks.map((row) => [row.id, row]));
      for (const { id, earlyStart } of path.tasks) {
        const steps = drivingChain(path, id);
        let at = 0;
        for (const { id: to, link } of steps) {
          if (link === undefined) continue;
          const [from, own] = [rows.get(link.id), rows.get(to)];
          const length = (row: typeof from) => (row ? row.earlyFinish - row.earlyStart : NaN);
          at += link.lagDays;
          if (link.type === "FS" || link.type === "FF") at += length(from);
          if (link.type === "FF" || link.type === "SF") at -= length(own);
        }
        expect(at).toBeCloseTo(earlyStart, 9);
      }
    });
  });
});
