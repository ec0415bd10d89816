import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { criticalPath, nearCriticalTasks, type NetworkTask, type TaskLink } from "../../src/schedule/index.js";
import { caught, faults } from "../kit/caught.js";
import { law } from "../kit/laws.js";
import { networks, slowEnd, slowStarts } from "./random-network.js";

const task = (id: string, durationDays: number, ...predecessors: readonly (string | TaskLink)[]): NetworkTask => ({
  id,
  durationDays,
  predecessors: predecessors.map((link) => (typeof link === "string" ? { id: link } : link)),
});
/** Early start, early finish, late start, late finish, total float, free float. */
const table = (tasks: readonly NetworkTask[]) =>
  Object.fromEntries(
    criticalPath({ tasks }).tasks.map((row) => [
      row.id,
      [row.earlyStart, row.earlyFinish, row.lateStart, row.lateFinish, row.totalFloatDays, row.freeFloatDays],
    ]),
  );

describe("criticalPath", () => {
  it("answers the textbook network of a plant construction", () => {
    const tasks = [
      task("A", 2),
      task("B", 4, "A"),
      task("C", 10, "B"),
      task("D", 6, "C"),
      task("E", 4, "C"),
      task("F", 5, "E"),
      task("G", 7, "D"),
      task("H", 9, "E", "G"),
      task("I", 7, "C"),
      task("J", 8, "F", "I"),
      task("K", 4, "J"),
      task("L", 5, "J"),
      task("M", 2, "H"),
      task("N", 6, "K", "L"),
    ];
    const { projectDurationDays, critical } = criticalPath({ tasks });
    expect(projectDurationDays).toBe(44);
    expect(critical).toEqual(["A", "B", "C", "E", "F", "J", "L", "N"]);
    expect(table(tasks)).toMatchObject({
      D: [16, 22, 20, 26, 4, 0],
      I: [16, 23, 18, 25, 2, 2],
      M: [38, 40, 42, 44, 4, 4],
    });
  });

  it("honours all four link types with lag and lead", () => {
    const tasks = [
      task("A", 5),
      task("B", 4, { id: "A", type: "SS", lagDays: 2 }),
      task("C", 6, { id: "A", type: "FF", lagDays: 3 }),
      task("D", 3, { id: "B", type: "SF", lagDays: 7 }),
      task("E", 2, "C", { id: "D", lagDays: -1 }),
      task("F", 4, { id: "A", lagDays: 2 }),
    ];
    expect(table(tasks)).toEqual({
      A: [0, 5, 0, 5, 0, 0],
      B: [2, 6, 3, 7, 1, 0],
      C: [2, 8, 3, 9, 1, 0],
      D: [6, 9, 7, 10, 1, 0],
      E: [8, 10, 9, 11, 1, 1],
      F: [7, 11, 7, 11, 0, 0],
    });
  });

  it("starts no task before the project, whatever the lead", () => {
    expect(table([task("A", 3), task("B", 4, { id: "A", lagDays: -5 })])).toEqual({
      A: [0, 3, 1, 4, 1, 1],
      B: [0, 4, 0, 4, 0, 0],
    });
  });

  it("names the links that give a start", () => {
    const { tasks } = criticalPath({
      tasks: [task("A", 3), task("B", 2), task("C", 1, "B", "A", { id: "B", type: "SS", lagDays: 3 })],
    });
    expect(tasks.map(({ drivers }) => drivers)).toEqual([
      [],
      [],
      [
        { id: "A", type: "FS", lagDays: 0 },
        { id: "B", type: "SS", lagDays: 3 },
      ],
    ]);
  });

  it("adds decimals as decimals", () => {
    const tasks = [task("A", 0.1), task("B", 0.2, "A"), task("C", 0.3), task("D", 1, "B", "C")];
    expect(criticalPath({ tasks }).critical).toEqual(["A", "B", "C", "D"]);
    const tenTimes = Array.from({ length: 10 }, (_, i) =>
      task(`t${String(i)}`, 0.1, ...(i === 0 ? [] : [`t${String(i - 1)}`])),
    );
    expect(criticalPath({ tasks: tenTimes }).projectDurationDays).toBe(1);
  });

  it("adds thirds as thirds", () => {
    const tasks = [
      task("A", 1 / 3),
      task("B", 1 / 3, "A"),
      task("C", 1 / 3, "B"),
      task("D", 1),
      task("E", 0.7, "C", "D"),
    ];
    expect(criticalPath({ tasks }).critical).toEqual(["A", "B", "C", "D", "E"]);
    expect(criticalPath({ tasks }).projectDurationDays).toBe(1.7);
  });

  it("takes no tasks for an empty project", () => {
    expect(criticalPath({ tasks: [] })).toEqual({ projectDurationDays: 0, tasks: [], critical: [] });
  });

  it("takes any id, and keeps the order of the input", () => {
    const tasks = [task("toString", 1, "__proto__"), task("10", 1), task("2", 1), task("__proto__", 2)];
    expect(criticalPath({ tasks }).tasks.map(({ id }) => id)).toEqual(["toString", "10", "2", "__proto__"]);
    expect(criticalPath({ tasks }).critical).toEqual(["toString", "__proto__"]);
  });

  it("works through a chain of 100 000 tasks", { timeout: 30_000 }, () => {
    const tasks = Array.from({ length: 100_000 }, (_, i) =>
      task(`t${String(i)}`, 1, ...(i === 0 ? [] : [`t${String(i - 1)}`])),
    );
    expect(criticalPath({ tasks }).projectDurationDays).toBe(100_000);
  });
});

describe("nearCriticalTasks", () => {
  it("lists tasks with float up to the limit", () => {
    const schedule = criticalPath({ tasks: [task("A", 5), task("B", 4), task("C", 3), task("D", 1)] });
    expect(nearCriticalTasks(schedule, 2).map(({ id }) => id)).toEqual(["B", "C"]);
    expect(faults(() => nearCriticalTasks(schedule, NaN))).toEqual(["not-finite limitDays"]);
  });
});

describe("errors", () => {
  it.each([
    { title: "a duration below zero", tasks: [task("A", -1)], fault: "out-of-range tasks.0.durationDays" },
    { title: "a duration of NaN", tasks: [task("A", NaN)], fault: "not-finite tasks.0.durationDays" },
    { title: "an endless duration", tasks: [task("A", Infinity)], fault: "not-finite tasks.0.durationDays" },
    { title: "a duration beyond all time", tasks: [task("A", 1e10)], fault: "out-of-range tasks.0.durationDays" },
    { title: "text for a duration", tasks: [task("A", "1" as never)], fault: "wrong-type tasks.0.durationDays" },
    { title: "a number for an id", tasks: [task(1 as never, 1)], fault: "wrong-type tasks.0.id" },
    { title: "no list of tasks", tasks: {} as never, fault: "wrong-type tasks" },
    {
      title: "no list of predecessors",
      tasks: [{ id: "A", durationDays: 1, predecessors: "B" as never }],
      fault: "wrong-type tasks.0.predecessors",
    },
    {
      title: "an unknown link type",
      tasks: [task("A", 1), task("B", 1, { id: "A", type: "SE" as never })],
      fault: "out-of-range tasks.1.predecessors.0.type",
    },
    {
      title: "a lag of NaN",
      tasks: [task("A", 1), task("B", 1, { id: "A", lagDays: NaN })],
      fault: "not-finite tasks.1.predecessors.0.lagDays",
    },
    {
      title: "a number for a predecessor",
      tasks: [task("A", 1, { id: 3 as never })],
      fault: "wrong-type tasks.0.predecessors.0.id",
    },
    {
      title: "an unknown predecessor",
      tasks: [task("A", 1, "X")],
      fault: "unknown-reference tasks.0.predecessors.0.id",
    },
    { title: "an id twice", tasks: [task("A", 1), task("A", 1)], fault: "duplicate-id tasks.1.id" },
    { title: "a task that waits for itself", tasks: [task("A", 1), task("B", 1, "B")], fault: "cycle tasks.1" },
    { title: "no object for a task", tasks: [null as never], fault: "unreadable" },
  ])("refuses $title", ({ tasks, fault }) => {
    expect(faults(() => criticalPath({ tasks }))).toEqual([fault]);
  });

  it("names the way round, whatever the link types", () => {
    const tasks = [
      task("A", 1, { id: "C", type: "SS" }),
      task("B", 2, { id: "A", type: "FF" }),
      task("C", 3, { id: "B", type: "SF", lagDays: -100 }),
    ];
    expect(caught(() => criticalPath({ tasks })).details).toEqual({
      subject: "tasks",
      path: ["tasks", 0],
      ids: ["A", "B", "C"],
      length: 3,
    });
  });
});

describe("laws", () => {
  const tenths = (days: number): number => Math.round(days * 10);

  it("gives the early dates that relaxing all links gives", () => {
    law(networks, (tasks) => {
      const path = criticalPath({ tasks });
      const starts = slowStarts(tasks);
      expect(path.tasks.map(({ id, earlyStart }) => [id, tenths(earlyStart)])).toEqual([...starts]);
      expect(tenths(path.projectDurationDays)).toBe(slowEnd(tasks, starts));
    });
  });

  it("lasts as long as the longest of all paths, where every link is finish to start", () => {
    law(networks, (all) => {
      const tasks = all.map(({ id, durationDays, predecessors = [] }) =>
        task(id, durationDays, ...predecessors.map((p) => p.id)),
      );
      const lengthTo = (id: string): number => {
        const { durationDays, predecessors = [] } = tasks.find((one) => one.id === id) as NetworkTask;
        return tenths(durationDays) + Math.max(0, ...predecessors.map((link) => lengthTo(link.id)));
      };
      expect(tenths(criticalPath({ tasks }).projectDurationDays)).toBe(
        Math.max(...tasks.map(({ id }) => lengthTo(id))),
      );
    });
  });

  it("has float that can be used up without moving the end, and not a tenth of a day more", () => {
    law(networks, (tasks) => {
      const path = criticalPath({ tasks });
      for (const { id, lateStart } of path.tasks) {
        const endWhen = (start: number) => slowEnd(tasks, slowStarts(tasks, new Map([[id, start]])));
        expect(endWhen(tenths(lateStart))).toBe(tenths(path.projectDurationDays));
        expect(endWhen(tenths(lateStart) + 1)).toBeGreaterThan(tenths(path.projectDurationDays));
      }
    });
  });

  it("has free float that moves no other task, and not a tenth of a day more", () => {
    law(networks, (tasks) => {
      const path = criticalPath({ tasks });
      const before = slowStarts(tasks);
      for (const { id, earlyStart, freeFloatDays } of path.tasks) {
        const movedBy = (tenthsLater: number): boolean => {
          const after = slowStarts(tasks, new Map([[id, tenths(earlyStart + freeFloatDays) + tenthsLater]]));
          const others = tasks.some((other) => other.id !== id && before.get(other.id) !== after.get(other.id));
          return others || slowEnd(tasks, after) !== slowEnd(tasks, before);
        };
        expect(movedBy(0)).toBe(false);
        expect(movedBy(1)).toBe(true);
      }
    });
  });

  it("agrees forward and backward: some task is critical, and no float is below zero", () => {
    law(networks, (tasks) => {
      const path = criticalPath({ tasks });
      expect(path.critical.length).toBeGreaterThan(0);
      for (const row of path.tasks) {
        expect(row.freeFloatDays).toBeGreaterThanOrEqual(0);
        expect(row.freeFloatDays).toBeLessThanOrEqual(row.totalFloatDays);
        expect(row.critical).toBe(row.totalFloatDays === 0);
        expect(row.lateFinish).toBeLessThanOrEqual(path.projectDurationDays);
      }
    });
  });

  it("gives every driven task a critical driver when it is critical itself", () => {
    law(networks, (tasks) => {
      const path = criticalPath({ tasks });
      for (const { critical, drivers } of path.tasks) {
        if (critical) for (const { id } of drivers) expect(path.critical).toContain(id);
      }
    });
  });

  it("does not change when a link that follows from others is added", () => {
    law(networks, (tasks) => {
      const path = criticalPath({ tasks });
      const doubled = tasks.map((one) => {
        const through = (one.predecessors ?? []).flatMap(({ id: middle, type = "FS", lagDays = 0 }) => {
          const before = tasks.find(({ id }) => id === middle) as NetworkTask;
          // Two finish-to-start links in a row hold at least as much as one over both.
          if (type !== "FS" || lagDays < 0) return [];
          return (before.predecessors ?? [])
            .filter((link) => link.type === "FS" && (link.lagDays ?? 0) >= 0)
            .map(({ id }): TaskLink => ({ id }));
        });
        return { ...one, predecessors: [...(one.predecessors ?? []), ...(one.predecessors ?? []), ...through] };
      });
      const plain = ({ drivers: _, ...row }: (typeof path.tasks)[number]) => row;
      expect(criticalPath({ tasks: doubled }).tasks.map(plain)).toEqual(path.tasks.map(plain));
    });
  });

  it("does not depend on the order of the input", () => {
    const shuffled = networks.chain((tasks) =>
      fc.tuple(
        fc.constant(tasks),
        fc.shuffledSubarray([...tasks], { minLength: tasks.length, maxLength: tasks.length }),
      ),
    );
    law(shuffled, ([tasks, others]) => {
      const rows = new Map(criticalPath({ tasks }).tasks.map((row) => [row.id, row]));
      expect(criticalPath({ tasks: others }).tasks).toEqual(others.map(({ id }) => rows.get(id)));
    });
  });

  it("scales with the unit of time", () => {
    law(networks, (tasks) => {
      const inHours = tasks.map(({ predecessors = [], ...one }) => ({
        ...one,
        durationDays: tenths(one.durationDays) * 8,
        predecessors: predecessors.map((link) => ({ ...link, lagDays: tenths(link.lagDays ?? 0) * 8 })),
      }));
      const path = criticalPath({ tasks });
      const other = criticalPath({ tasks: inHours });
      expect(other.critical).toEqual(path.critical);
      expect(other.tasks.map(({ lateStart }) => lateStart)).toEqual(
        path.tasks.map(({ lateStart }) => tenths(lateStart) * 8),
      );
    });
  });

  it("survives a round trip through JSON", () => {
    law(networks, (tasks) => {
      const path = criticalPath({ tasks });
      expect(JSON.parse(JSON.stringify(path))).toEqual(path);
    });
  });
});
