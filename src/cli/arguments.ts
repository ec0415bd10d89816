import { parseArgs } from "node:util";

import { nearWords } from "../foundation/schema/index.js";
import { UsageError } from "./refusals.js";

/** Every option of every command; one with a value is of type `string`. */
const OPTIONS = {
  "as-of": { type: "string" },
  format: { type: "string" },
  out: { type: "string" },
  of: { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

/** An option by its name. */
export type OptionName = keyof typeof OPTIONS;

/** The command line, taken apart. */
export interface Arguments {
  /** The words that are no options, in their order. */
  readonly words: readonly string[];
  /** The options that were given; one without a value has the value `true`. */
  readonly options: Options;
}

/** The options that were given, by name. */
export type Options = {
  readonly [Name in OptionName]?: (typeof OPTIONS)[Name]["type"] extends "string" ? string : true;
};

/**
 * Takes the command line apart: each option once, and with a value where it has one.
 *
 * @param args - the words after the program's name
 * @returns words and options
 */
export function readArguments(args: readonly string[]): Arguments {
  const parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: false, tokens: true });
  const options: Record<string, string | true> = {};
  for (const token of parsed.tokens) {
    if (token.kind !== "option") continue;
    const { name, rawName, value, inlineValue } = token;
    if (!isOption(name)) throw unknownOption(rawName, name);
    if (Object.hasOwn(options, name)) throw new UsageError(`${rawName} is given twice`);
    if (OPTIONS[name].type === "boolean") {
      if (value !== undefined) throw new UsageError(`${rawName} takes no value`);
      options[name] = true;
    } else {
      // After a space, what looks like an option is one: --out --json has lost its value.
      if (!value || (!inlineValue && /^-./.test(value))) throw new UsageError(`${rawName} needs a value`);
      options[name] = value;
    }
  }
  return { words: parsed.positionals, options };
}

/** Refuses options that a command does not take. */
export function demandOptions(command: string, options: Options, taken: readonly OptionName[]): void {
  const foreign = Object.keys(options).find((name) => !taken.includes(name as OptionName));
  if (foreign === undefined) return;
  const known = taken.map((name) => `--${name}`).join(", ");
  throw new UsageError(`${command} takes no --${foreign}; it takes ${known === "" ? "no options" : known}`);
}

/** Refuses too few words and too many; those in brackets may be left out. */
export function demandWords(command: string, words: readonly string[], names: readonly string[]): void {
  const needed = names.filter((name) => !name.startsWith("["));
  const absent = needed.slice(words.length);
  if (absent.length > 0) throw new UsageError(`${command} needs ${absent.join(" ")}`);
  const extra = words.slice(names.length);
  if (extra.length > 0) throw new UsageError(`${command} takes ${names.join(" ")}; unexpected: ${extra.join(" ")}`);
}

/** The words that may have been meant, as one text. */
export function meant(near: readonly string[]): string {
  const last = near.at(-1) ?? "";
  return near.length < 2 ? last : `${near.slice(0, -1).join(", ")} or ${last}`;
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name);
}

function unknownOption(rawName: string, name: string): UsageError {
  const near = nearWords(name, Object.keys(OPTIONS), 1).map((option) => `--${option}`);
  return new UsageError(`no option ${rawName}${near.length === 0 ? "" : `; did you mean ${meant(near)}?`}`);
}
