import { mergeConfig } from "vitest/config";

import base from "./vitest.config.js";

/** The long runs: the same laws on many more random inputs, and whatever takes minutes. */
export default mergeConfig(base, {
  test: {
    env: { GOLIVE_KIT_RUNS: "2000" },
    testTimeout: 600_000,
  },
});
