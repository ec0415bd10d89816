import { defineConfig } from "vitest/config";

import base from "./vitest.config.js";

/**
 * What mutation testing runs: the tests of the foundation, without those that start processes of their own, and with
 * fewer random inputs, since a mutant should fall to a stated value sooner than to chance.
 */
export default defineConfig({
  ...base,
  test: {
    include: ["test/foundation/**/*.test.ts"],
    exclude: ["test/foundation/time/process-zones.test.ts"],
    env: { GOLIVE_KIT_RUNS: "50" },
  },
});
