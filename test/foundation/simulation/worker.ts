import { parentPort } from "node:worker_threads";

import { type Evaluate, runSimulationJob, type SimulationJob } from "../../../src/foundation/simulation/index.js";

/** The larger of the first two variables. */
export const larger: Evaluate = ({ variables: [a = [], b = []], outputs: [out] }) => {
  for (let i = 0; i < a.length; i++) {
    if (out !== undefined) out[i] = Math.max(a[i] as number, b[i] as number);
  }
};

parentPort?.on("message", (job: SimulationJob) => {
  parentPort?.postMessage(runSimulationJob(job, { evaluate: larger }));
});
