import { baselineExecutionIndex } from "./baseline-execution-index.js";
import { finishVariance } from "./finish-variance.js";
import { missedTaskShare } from "./missed-task-share.js";

/** Every figure of this module, so that one can be found by its id. */
export const SCHEDULE_FORMULAS = [finishVariance, baselineExecutionIndex, missedTaskShare] as const;
