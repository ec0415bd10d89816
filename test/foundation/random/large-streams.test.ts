import { describe, expect, it } from "vitest";

import { fillUniforms, randomStream, uniformAt } from "../../../src/foundation/random/index.js";
import { chiSquareScore, lagOneScore, meanOf } from "./draw-statistics.js";

const SIZE = 1_000_000;
/** As many streams as that are asked for one number each. */
const STREAMS = 100_000;
const CELLS = 1000;
/** Passed by chance once in 16 000 times; the seeds are fixed. */
const LIMIT = 4;

/** A million numbers in three orders: what lies next to each other must have nothing to do with each other. */
const ORDERS: readonly (readonly [string, () => Float64Array])[] = [
  ["along iterations", () => fillUniforms(randomStream({ seed: 1, id: "cost" }), { from: 0 }, new Float64Array(SIZE))],
  [
    "across variables of an iteration",
    () => {
      const streams = Array.from({ length: 500 }, (_, i) => randomStream({ seed: 2, id: `R-${String(i)}` }));
      return orderedBy(streams.length, (iterations) =>
        streams.map((stream) => fillUniforms(stream, { from: 0 }, new Float64Array(iterations))),
      );
    },
  ],
  [
    "across draws of an iteration",
    () => {
      const stream = randomStream({ seed: 3, id: "cost" });
      return orderedBy(20, (iterations) =>
        Array.from({ length: 20 }, (_, draw) => fillUniforms(stream, { from: 0, draw }, new Float64Array(iterations))),
      );
    },
  ],
  [
    "across consecutive seeds",
    () =>
      Float64Array.from({ length: STREAMS }, (_, seed) =>
        uniformAt(randomStream({ seed, id: "cost" }), { iteration: 0 }),
      ),
  ],
  [
    "across numbered ids",
    () =>
      Float64Array.from({ length: STREAMS }, (_, i) =>
        uniformAt(randomStream({ seed: 4, id: String(i) }), { iteration: 0 }),
      ),
  ],
];

/** Columns, read row by row. */
function orderedBy(width: number, columnsOf: (length: number) => readonly Float64Array[]): Float64Array {
  const columns = columnsOf(SIZE / width);
  return Float64Array.from(
    { length: SIZE },
    (_, i) => (columns[i % width] as Float64Array)[Math.floor(i / width)] as number,
  );
}

describe("a million numbers", () => {
  it.each(ORDERS)("%s are even and have no memory", { timeout: 60_000 }, (_, draw) => {
    const draws = draw();
    expect(Math.abs(chiSquareScore(draws, CELLS))).toBeLessThan(LIMIT);
    expect(Math.abs(lagOneScore(draws))).toBeLessThan(LIMIT);
    expect(Math.abs(meanOf(draws) - 0.5) * Math.sqrt(12 * draws.length)).toBeLessThan(LIMIT);
    // The lower digits as well: a number times 1000, without its whole part.
    const lower = draws.map((u) => u * 1000 - Math.floor(u * 1000));
    expect(Math.abs(chiSquareScore(lower, CELLS))).toBeLessThan(LIMIT);
    expect(Math.abs(lagOneScore(lower))).toBeLessThan(LIMIT);
  });

  it("would fail a generator that has a memory, and one that is uneven", () => {
    const [, draw] = ORDERS[0] as (typeof ORDERS)[number];
    const draws = draw();
    const slow = draws.map((u, i) => (i % 100 === 0 ? u : (draws[i - (i % 100)] as number)));
    expect(lagOneScore(slow)).toBeGreaterThan(100);
    expect(
      chiSquareScore(
        draws.map((u) => u * u),
        CELLS,
      ),
    ).toBeGreaterThan(100);
    expect(
      chiSquareScore(
        Float64Array.from(draws, (_, i) => (i + 0.5) / SIZE),
        CELLS,
      ),
    ).toBeLessThan(-LIMIT);
  });
});
