import { messagesOnTime } from "./messages-on-time.js";

/** All figures of this module, so that one can be found by its id. */
export const COMMUNICATION_FORMULAS = [messagesOnTime] as const;
