import { defineConfig } from "vitest/config";

import base from "./vitest.config.js";

/** Folders of the tests whose code is changed, as test/mutation/run.mjs says. */
const folders = (process.env["GOLIVE_KIT_MUTATED"] ?? "").split(",");

/**
 * What mutation testing runs: the tests of the code that it changes. It leaves out those on large inputs, since
 * prepared code counts each of its steps, and those that start processes or threads, which run the code unchanged.
 * Random inputs are few: a mutant should fall to a stated value sooner than to chance.
 */
export default defineConfig({
  ...base,
  test: {
    include: folders.map((folder) => `${folder}/*.test.ts`),
    exclude: [
      "test/foundation/**/large-*.test.ts",
      "test/foundation/time/process-zones.test.ts",
      "test/foundation/simulation/workers.test.ts",
    ],
    env: { GOLIVE_KIT_RUNS: "8" },
    // Prepared code is slow; loops without an end are ended by the time they use.
    testTimeout: 60_000,
  },
});
