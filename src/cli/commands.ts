import { assess, type Assessment, type Engagement, explainFigure, parseEngagement } from "../engagement/index.js";
import { isDomainError } from "../foundation/errors/index.js";
import { renderExplanation } from "../foundation/explain/index.js";
import { type CivilDate, parseCivilDate } from "../foundation/time/index.js";
import { plainText, progressReport, renderReport, REPORT_FORMATS, type ReportFormat } from "../reports/index.js";
import type { OptionName, Options } from "./arguments.js";
import { chooseFigure, demandFigures, figureList } from "./figure-choice.js";
import { readJson, writeText } from "./files.js";
import { UsageError } from "./refusals.js";
import { summaryOf } from "./summary.js";
import type { Terminal } from "./terminal.js";

/** One command. */
export interface Command {
  /** The words that it takes after its name; one in brackets may be left out. */
  readonly words: readonly string[];
  /** The options that it takes. */
  readonly options: readonly OptionName[];
  /** Does it. */
  readonly run: (words: readonly string[], options: Options, terminal: Terminal) => void;
}

/** Endings of a report's file, by format. */
const ENDINGS: Readonly<Record<ReportFormat, RegExp>> = {
  markdown: /\.(?:md|markdown)$/i,
  html: /\.html?$/i,
};

/** The commands, by name. */
export const COMMANDS = {
  validate: {
    words: ["FILE"],
    options: [],
    run: ([file = ""], _options, terminal) => {
      parseEngagement(readJson(file));
      terminal.out(plainText(`${file}: a valid engagement\n`));
    },
  },

  assess: {
    words: ["FILE"],
    options: ["as-of", "json", "out"],
    run: ([file = ""], options, terminal) => {
      const { assessment } = assessed(file, options);
      write(options.json ? json(assessment) : summaryOf(assessment), options, terminal);
    },
  },

  report: {
    words: ["FILE"],
    options: ["as-of", "format", "out"],
    run: ([file = ""], options, terminal) => {
      const format = formatOf(options);
      const { engagement, assessment } = assessed(file, options);
      write(renderReport(progressReport(engagement, assessment), { format }), options, terminal);
    },
  },

  explain: {
    words: ["FILE", "[FIGURE]"],
    options: ["as-of", "of", "json", "out"],
    run: ([file = "", id], options, terminal) => {
      if (id === undefined && options.of !== undefined) throw new UsageError("--of needs a FIGURE before it");
      const { assessment } = assessed(file, options);
      demandFigures(file, assessment);
      if (id === undefined) {
        write(options.json ? json(assessment.figures) : figureList(assessment), options, terminal);
        return;
      }
      const listing = `golive-kit explain ${file} --as-of ${assessment.asOf}`;
      const explanation = explainFigure(chooseFigure(assessment, id, options.of, listing));
      write(options.json ? json(explanation) : `${renderExplanation(explanation)}\n`, options, terminal);
    },
  },
} as const satisfies Readonly<Record<string, Command>>;

function assessed(
  file: string,
  options: Options,
): { readonly engagement: Engagement; readonly assessment: Assessment } {
  const asOf = dayOf(options);
  const engagement = parseEngagement(readJson(file));
  return { engagement, assessment: assess(engagement, { asOf }) };
}

function dayOf({ "as-of": day }: Options): CivilDate {
  if (day === undefined) throw new UsageError("--as-of YYYY-MM-DD is needed: the clock is never read");
  try {
    return parseCivilDate(day);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    throw new UsageError(`--as-of must be a day that exists, as 2026-03-31, received ${JSON.stringify(day)}`);
  }
}

/** The format that is asked for by name, by the ending of the file, or by both alike; Markdown on the terminal. */
function formatOf({ format, out }: Options): ReportFormat {
  const named = REPORT_FORMATS.find((candidate) => candidate === format);
  if (format !== undefined && named === undefined) {
    throw new UsageError(`--format must be ${REPORT_FORMATS.join(" or ")}, received ${JSON.stringify(format)}`);
  }
  if (out === undefined) return named ?? "markdown";
  const ending = REPORT_FORMATS.find((candidate) => ENDINGS[candidate].test(out));
  if (named === undefined && ending === undefined) {
    throw new UsageError(`the ending of ${out} names no format; end it in .html or .md, or add --format`);
  }
  if (named !== undefined && ending !== undefined && named !== ending) {
    throw new UsageError(`--format ${named} and --out ${out} disagree`);
  }
  return named ?? ending ?? "markdown";
}

function json(data: unknown): string {
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

function write(text: string, { out }: Options, terminal: Terminal): void {
  if (out === undefined) terminal.out(plainText(text));
  else {
    writeText(out, text);
    terminal.out(plainText(`wrote ${out}\n`));
  }
}
