#!/usr/bin/env node
import { readFileSync } from "node:fs";

import { runCli } from "./run-cli.js";

const terminal = {
  out: (text: string) => process.stdout.write(text),
  err: (text: string) => process.stderr.write(text),
};
// Who reads through `head` has seen enough; anything else is a fault.
process.stdout.on("error", (error: Error & { readonly code?: string }) => {
  if (error.code !== "EPIPE") throw error;
});
// The same two folders up from the source and from the build.
const program = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };

process.exitCode = runCli(process.argv.slice(2), terminal, program);
