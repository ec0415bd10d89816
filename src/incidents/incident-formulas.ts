import { meanTimeToAcknowledge, meanTimeToResolve } from "./mean-time.js";

/** Every figure of this module, so that one can be found by its id. */
export const INCIDENT_FORMULAS = [meanTimeToAcknowledge, meanTimeToResolve] as const;
