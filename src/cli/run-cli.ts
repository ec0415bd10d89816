import { type DomainError, isDomainError } from "../foundation/errors/index.js";
import { nearWords } from "../foundation/schema/index.js";
import { plainText } from "../reports/index.js";
import { demandOptions, demandWords, meant, readArguments } from "./arguments.js";
import { type Command, COMMANDS } from "./commands.js";
import { UsageError } from "./refusals.js";
import type { Terminal } from "./terminal.js";
import { USAGE } from "./usage.js";

/** What the program is; see {@link runCli}. */
export interface Program {
  /** Its version, as `--version` says it. */
  readonly version: string;
}

/**
 * Runs one command.
 *
 * @param args - the words after the program's name
 * @param terminal - where to write
 * @param program - `version`: what `--version` says
 * @returns the exit code: 0 when it went well; 1 when the document is refused, does not give what is asked for, or a
 *   file cannot be read or written; 2 for a command line that is not understood
 */
export function runCli(args: readonly string[], terminal: Terminal, { version }: Program): number {
  try {
    const { words, options } = readArguments(args);
    const [name, ...rest] = words;
    if (options.help || name === "help") terminal.out(USAGE);
    else if (options.version) terminal.out(`${version}\n`);
    else if (name === undefined) {
      terminal.err(USAGE);
      return 2;
    } else {
      const command = commandOf(name);
      demandOptions(name, options, command.options);
      demandWords(name, rest, command.words);
      command.run(rest, options, terminal);
    }
    return 0;
  } catch (error) {
    terminal.err(plainText(`${refusalText(error)}\n`));
    return error instanceof UsageError ? 2 : 1;
  }
}

function commandOf(name: string): Command {
  const names = Object.keys(COMMANDS);
  if (Object.hasOwn(COMMANDS, name)) return COMMANDS[name as keyof typeof COMMANDS];
  const near = nearWords(name, [...names, "help"], 1);
  const hint = near.length === 0 ? `there are ${names.join(", ")}` : `did you mean ${meant(near)}?`;
  throw new UsageError(`no command ${JSON.stringify(name)}; ${hint}`);
}

/** What went wrong, for people. */
function refusalText(error: unknown): string {
  if (isDomainError(error)) return faultLines(error).join("\n");
  const text = `golive-kit: ${error instanceof Error ? error.message : String(error)}`;
  return error instanceof UsageError ? `${text}\nRun golive-kit --help for the commands.` : text;
}

/** A refusal of the library: one fault a line. */
function faultLines(error: DomainError): readonly string[] {
  if (!isDomainError(error, "invalid-input")) return [`${error.code}: ${error.message}`];
  const { subject, issues, total } = error.details;
  const head = `${subject}: ${String(total)} ${total === 1 ? "fault" : "faults"}`;
  const lines = issues.map(
    ({ code, path, message }) => `  ${path.length > 0 ? path.join(".") : "(whole)"}: ${message} [${code}]`,
  );
  return [head, ...lines, ...(total > issues.length ? [`  and ${String(total - issues.length)} more`] : [])];
}
