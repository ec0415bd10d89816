import fc from "fast-check";

import { LINK_TYPES, type NetworkTask } from "../../src/schedule/index.js";

/** Networks of up to eight tasks without cycles, in any order, with all link types; days are tenths. */
export const networks: fc.Arbitrary<readonly NetworkTask[]> = fc
  .integer({ min: 1, max: 8 })
  .chain((size) =>
    fc.record({
      durations: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 })), {
        minLength: size,
        maxLength: size,
      }),
      links: fc.array(
        fc.record({
          ends: fc.tuple(fc.nat({ max: size - 1 }), fc.nat({ max: size - 1 })),
          type: fc.constantFrom(...LINK_TYPES),
          lag: fc.integer({ min: -30, max: 40 }),
        }),
        { maxLength: 12 },
      ),
      order: fc.shuffledSubarray([...Array(size).keys()], { minLength: size, maxLength: size }),
    }),
  )
  .map(({ durations, links, order }) =>
    order.map((task) => ({
      id: `t${String(task)}`,
      durationDays: (durations[task] ?? 0) / 10,
      predecessors: links
        .filter(({ ends: [a, b] }) => a !== b && Math.max(a, b) === task)
        .map(({ ends: [a, b], type, lag }) => ({ id: `t${String(Math.min(a, b))}`, type, lagDays: lag / 10 })),
    })),
  );

/** Early starts by the definition alone: relax every link until nothing moves. In tenths of a day, exactly. */
export function slowStarts(
  tasks: readonly NetworkTask[],
  floor: ReadonlyMap<string, number> = new Map(),
): Map<string, number> {
  const tenths = (days = 0): number => Math.round(days * 10);
  const lengths = new Map(tasks.map(({ id, durationDays }) => [id, tenths(durationDays)]));
  const starts = new Map(tasks.map(({ id }) => [id, floor.get(id) ?? 0]));
  for (let moved = true; moved; ) {
    moved = false;
    for (const { id, predecessors = [] } of tasks) {
      for (const { id: from, type = "FS", lagDays } of predecessors) {
        const [start, length, own] = [starts.get(from) ?? 0, lengths.get(from) ?? 0, lengths.get(id) ?? 0];
        const held = start + (type === "FS" || type === "FF" ? length : 0) + tenths(lagDays);
        const least = type === "FF" || type === "SF" ? held - own : held;
        if (least <= (starts.get(id) ?? 0)) continue;
        starts.set(id, least);
        moved = true;
      }
    }
  }
  return starts;
}

/** The project's end in tenths of a day. */
export function slowEnd(tasks: readonly NetworkTask[], starts: ReadonlyMap<string, number>): number {
  return Math.max(0, ...tasks.map(({ id, durationDays }) => (starts.get(id) ?? 0) + Math.round(durationDays * 10)));
}
