import { readFileSync, writeFileSync } from "node:fs";

import { assess, type Assessment, explainFigure, parseEngagement } from "../engagement/index.js";
import { type Figure, renderExplanation } from "../foundation/explain/index.js";
import { type CivilDate, parseCivilDate } from "../foundation/time/index.js";
import { plainText, progressReport, renderReport, type ReportFormat, REPORT_FORMATS } from "../reports/index.js";
import { summaryOf } from "./summary.js";
import type { Terminal } from "./terminal.js";

/** What was asked for in options. */
export interface CommandOptions {
  readonly "as-of"?: string | undefined;
  readonly format?: string | undefined;
  readonly out?: string | undefined;
  readonly of?: string | undefined;
  readonly json?: boolean | undefined;
}

/** One command: the words after its name, its options, and where to write; it answers the exit code. */
export type Command = (words: readonly string[], options: CommandOptions, terminal: Terminal) => number;

/** A command that is not understood. */
export class UsageError extends Error {}

/** The commands, by name. */
export const COMMANDS = {
  validate: (words, _options, terminal) => {
    const [file] = exactly(words, ["FILE"]);
    parseEngagement(readJson(file));
    terminal.out(`${file}: a valid engagement\n`);
    return 0;
  },

  assess: (words, options, terminal) => {
    const [file] = exactly(words, ["FILE"]);
    const assessment = assessmentOf(file, options);
    const text = options.json === true ? `${JSON.stringify(assessment, undefined, 2)}\n` : summaryOf(assessment);
    return write(text, options, terminal);
  },

  report: (words, options, terminal) => {
    const [file] = exactly(words, ["FILE"]);
    const format = oneOf(options.format ?? "markdown", REPORT_FORMATS, "--format");
    const engagement = parseEngagement(readJson(file));
    const assessment = assess(engagement, { asOf: dayOf(options) });
    return write(renderReport(progressReport(engagement, assessment), { format }), options, terminal);
  },

  explain: (words, options, terminal) => {
    const [file, id] = exactly(words, ["FILE", "FIGURE"]);
    const figure = figureOf(assessmentOf(file, options), id, options.of);
    const explanation = explainFigure(figure);
    const text = options.json === true ? JSON.stringify(explanation, undefined, 2) : renderExplanation(explanation);
    return write(`${text}\n`, options, terminal);
  },
} as const satisfies Readonly<Record<string, Command>>;

function assessmentOf(file: string, options: CommandOptions): Assessment {
  const engagement = parseEngagement(readJson(file));
  return assess(engagement, { asOf: dayOf(options) });
}

function figureOf({ figures }: Assessment, id: string, of: string | undefined): Figure {
  const found = figures.filter((figure) => figure.id === id);
  const figure = found.find((candidate) => of === undefined || candidate.of === of);
  if (found.length === 0) {
    const known = [...new Set(figures.map((other) => other.id))].sort();
    throw new UsageError(`the assessment has no figure ${JSON.stringify(id)}; it has ${known.join(", ")}`);
  }
  if (figure === undefined || (of === undefined && found.length > 1)) {
    const records = found.map((candidate) => candidate.of ?? "").filter((record) => record !== "");
    throw new UsageError(`${id} is given for several records; choose one with --of: ${records.join(", ")}`);
  }
  return figure;
}

function dayOf(options: CommandOptions): CivilDate {
  const day = options["as-of"];
  if (day === undefined) throw new UsageError("--as-of YYYY-MM-DD is needed: the clock is never read");
  return parseCivilDate(day);
}

function readJson(file: string): unknown {
  const text = readFileSync(file, "utf8").replace(/^\ufeff/, "");
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new UsageError(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function write(text: string, options: CommandOptions, terminal: Terminal): number {
  if (options.out === undefined) terminal.out(plainText(text));
  else {
    writeFileSync(options.out, text);
    terminal.out(`wrote ${options.out}\n`);
  }
  return 0;
}

function exactly<const N extends readonly string[]>(words: readonly string[], names: N): { [I in keyof N]: string } {
  if (words.length !== names.length) {
    throw new UsageError(`expected ${names.join(" ")}, received ${String(words.length)} of ${String(names.length)}`);
  }
  return words as unknown as { [I in keyof N]: string };
}

function oneOf(word: string, words: readonly ReportFormat[], option: string): ReportFormat {
  const found = words.find((candidate) => candidate === word);
  if (found === undefined) throw new UsageError(`${option} must be one of ${words.join(", ")}, received ${word}`);
  return found;
}
