import { parseArgs } from "node:util";

import { isDomainError } from "../foundation/errors/index.js";
import { type Command, COMMANDS, UsageError } from "./commands.js";
import type { Terminal } from "./terminal.js";

const OPTIONS = {
  "as-of": { type: "string" },
  format: { type: "string" },
  out: { type: "string" },
  of: { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

const USAGE = `golive-kit: where an implementation or upgrade project stands

  golive-kit validate FILE
      says whether the document is a valid engagement, and every fault with its place
  golive-kit assess   FILE --as-of DATE [--json] [--out FILE]
      works out every figure; --json writes the whole assessment
  golive-kit report   FILE --as-of DATE [--format html|markdown] [--out FILE]
      writes the progress report
  golive-kit explain  FILE FIGURE --as-of DATE [--of ID] [--json]
      shows how a figure came about: roi.net-present-value, or one record's with --of R-1

DATE is a day as YYYY-MM-DD: what happened later is not seen. The clock is never read.
`;

/**
 * Runs one command.
 *
 * @param args - the words after the program's name
 * @param terminal - where to write
 * @returns the exit code: 0 when it went well, 1 for data that is refused, 2 for a command that is not understood
 */
export function runCli(args: readonly string[], terminal: Terminal): number {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [name, ...words] = positionals;
    if (values.help === true || name === undefined) {
      (values.help === true ? terminal.out : terminal.err)(USAGE);
      return values.help === true ? 0 : 2;
    }
    const command = (COMMANDS as Readonly<Record<string, Command | undefined>>)[name];
    if (!Object.hasOwn(COMMANDS, name) || command === undefined) {
      throw new UsageError(`no command ${JSON.stringify(name)}; there are ${Object.keys(COMMANDS).join(", ")}`);
    }
    return command(words, values, terminal);
  } catch (error) {
    if (isDomainError(error)) {
      terminal.err(`${faultLines(error).join("\n")}\n`);
      return 1;
    }
    const message = error instanceof Error ? error.message : String(error);
    terminal.err(`golive-kit: ${message}\nRun golive-kit --help for the commands.\n`);
    return 2;
  }
}

/** A refusal for people: one fault a line. */
function faultLines(error: unknown): readonly string[] {
  if (!isDomainError(error, "invalid-input")) return [isDomainError(error) ? `${error.code}: ${error.message}` : ""];
  const { subject, issues, total } = error.details;
  const head = `${subject}: ${String(total)} ${total === 1 ? "fault" : "faults"}`;
  const lines = issues.map(
    ({ code, path, message }) => `  ${path.length > 0 ? path.join(".") : "(whole)"}: ${message} [${code}]`,
  );
  return [head, ...lines, ...(total > issues.length ? [`  and ${String(total - issues.length)} more`] : [])];
}
