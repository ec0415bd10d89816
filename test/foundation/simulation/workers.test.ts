import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";

import { buildSync } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";

import { simulate, type SimulationPart, simulateWith } from "../../../src/foundation/simulation/index.js";
import { larger } from "./worker.js";

const folder = mkdtempSync(join(tmpdir(), "golive-kit-"));
const file = join(folder, "worker.mjs");
const input = {
  seed: 11,
  iterations: 20_011,
  variables: [
    { id: "a", distribution: { kind: "triangular", minimum: 2, mode: 3, maximum: 10 } },
    { id: "b", distribution: { kind: "normal", mean: 4, standardDeviation: 2 } },
  ],
  outputs: [{ id: "larger" }],
} as const;

beforeAll(() => {
  buildSync({
    entryPoints: [join(import.meta.dirname, "worker.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: file,
  });
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

it.each([1, 2, 3, 7])("in %i worker threads the result is the same to the last bit", async (count) => {
  const workers = Array.from({ length: count }, () => new Worker(file));
  let next = 0;
  const result = await simulateWith(input, {
    jobs: count,
    evaluate: larger,
    run: async (job) => {
      const worker = workers[next++] as Worker;
      worker.postMessage(job);
      const [part] = (await once(worker, "message")) as [SimulationPart];
      return part;
    },
  });
  await Promise.all(workers.map((worker) => worker.terminate()));
  expect(JSON.stringify(result)).toBe(JSON.stringify(simulate(input, { evaluate: larger })));
});
