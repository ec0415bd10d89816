import { expectationsKept } from "./expectations-kept.js";

/** All figures of this module, so that one can be found by its id. */
export const CLIENT_FORMULAS = [expectationsKept] as const;
