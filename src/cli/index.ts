export { runCli } from "./run-cli.js";
export type { Program } from "./run-cli.js";
export type { Terminal } from "./terminal.js";
