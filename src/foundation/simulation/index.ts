export { CORRELATION_FAULTS, correlationCheck } from "./correlation-matrix.js";
export type { CorrelationCheck, CorrelationCheckOptions, CorrelationFault } from "./correlation-matrix.js";
export type { Estimate, NoStandardError } from "./estimates.js";
export type { Evaluate, SampledBlock } from "./prepared-simulation.js";
export { SAMPLINGS } from "./sampling-plan.js";
export type { Sampling, SamplingPlan } from "./sampling-plan.js";
export { parseSimulation, simulate, Simulation, simulationFromParts } from "./simulation.js";
export type { RepairedCorrelation, SimulatedOutput } from "./simulation.js";
export { CORRELATION_METHODS, OUTPUT_KEEPING, SimulationInput } from "./simulation-input.js";
export type {
  CorrelationGroup,
  CorrelationMethod,
  OutputKeeping,
  SimulationOutput,
  SimulationVariable,
} from "./simulation-input.js";
export { JOB_FORMAT, SimulationJob, simulationJobs } from "./simulation-job.js";
export { mergeSimulationParts, PART_FORMAT, parseSimulationPart, SimulationPart } from "./simulation-part.js";
export type { BlockResult } from "./simulation-part.js";
export { simulateUntil } from "./simulate-until.js";
export type { SimulateUntilOptions, StoppedSimulation } from "./simulate-until.js";
export { simulateWith } from "./simulate-with.js";
export type { SimulateWithOptions } from "./simulate-with.js";
export { runSimulationJob } from "./simulation-run.js";
export type { SimulationOptions, SimulationProgress } from "./simulation-run.js";
export { simulationSummary } from "./simulation-summary.js";
export type { SimulationSummary, SimulationSummaryOptions } from "./simulation-summary.js";
export { assignDimensions } from "./sobol-dimensions.js";
