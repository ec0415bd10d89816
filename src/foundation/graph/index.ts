export { longestBackward, longestForward } from "./longest-path.js";
export { MAX_LINKS, prepareNetwork, reportNetworkFaults } from "./network.js";
export type { Network, NetworkShape } from "./network.js";
