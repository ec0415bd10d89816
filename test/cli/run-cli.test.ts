import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, describe, expect, it, vi } from "vitest";

import { runCli } from "../../src/cli/index.js";

const ROOT = join(import.meta.dirname, "../..");
const HOME = mkdtempSync(join(tmpdir(), "golive-kit-cli-"));
const FILE = join(ROOT, "examples/learning-platform-upgrade/engagement.json");
const MINIMAL = file("minimal.json", JSON.stringify(header()));
const DAY = ["--as-of", "2018-07-13"];
const HINT = "Run golive-kit --help for the commands.";

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(...args: readonly string[]): Run {
  let out = "";
  let err = "";
  const terminal = { out: (text: string) => (out += text), err: (text: string) => (err += text) };
  return { code: runCli(args, terminal, { version: "1.2.3" }), out, err };
}

/** The head of a document. */
function header(): Record<string, unknown> {
  return {
    version: 1,
    id: "minimal",
    title: "Upgrade of the web shop",
    clientName: "A client",
    service: { kind: "upgrade", type: "software-version" },
    currency: "EUR",
    timeZone: "Europe/Madrid",
  };
}

function file(name: string, text: string | Uint8Array): string {
  const path = join(HOME, name);
  writeFileSync(path, text);
  return path;
}

function folder(name: string): string {
  const path = join(HOME, name);
  mkdirSync(path, { recursive: true });
  return path;
}

afterAll(() => {
  rmSync(HOME, { recursive: true });
});

describe("golive-kit", () => {
  it("validates", () => {
    expect(run("validate", MINIMAL)).toEqual({ code: 0, out: `${MINIMAL}: a valid engagement\n`, err: "" });
  });

  it("lists every fault of a document with its place", () => {
    const path = file("wrong.json", '{"version":1,"id":"","title":"t","clientName":"c","currency":"eur","risk":1}');
    expect(run("validate", path)).toEqual({
      code: 1,
      out: "",
      err: [
        "engagement: 5 faults",
        '  id: expected text that is not empty, received "" [empty]',
        "  service: expected an object, received nothing [missing]",
        '  currency: expected three capital letters, such as EUR, received "eur" [invalid-format]',
        "  timeZone: expected text, received nothing [missing]",
        '  risk: unexpected key "risk", did you mean "risks"? [unknown-key]',
        "",
      ].join("\n"),
    });
  });

  it("assesses, as text and as JSON", () => {
    const { code, out } = run("assess", FILE, ...DAY);
    expect(code).toBe(0);
    expect(out.split("\n")[0]).toBe("Upgrade of the learning platform (A university), as of 2018-07-13");
    expect(out).toMatch(/\n {2}Exposure of open threats +22\s600\.00\sGBP {2}/);
    const json = JSON.parse(run("assess", FILE, ...DAY, "--json").out) as { asOf: string; figures: unknown[] };
    expect(json.asOf).toBe("2018-07-13");
    expect(out).toContain(`\n${String(json.figures.length)} figures; `);
  });

  it("says what each missing part needs", () => {
    expect(run("assess", MINIMAL, ...DAY).out).toContain(
      "no businessCase: it needs discountRate; timing; costs by period",
    );
  });

  it.each([["--help"], ["-h"], ["help"], ["report", "--help"]])(
    "%s %s tells the commands and the exit codes",
    (...args) => {
      const { code, out, err } = run(...args);
      expect([code, err]).toEqual([0, ""]);
      expect(out).toMatch(/^golive-kit: where an implementation/);
      expect(out).toContain("\nExit codes\n  0  it went well\n");
    },
  );

  it("tells its version, and the program that of the package", async () => {
    expect(run("--version")).toEqual({ code: 0, out: "1.2.3\n", err: "" });
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
    const { argv, exitCode } = process;
    const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    process.argv = ["node", "golive-kit", "--version"];
    await import("../../src/cli/bin.js");
    const written = write.mock.calls.map(([text]) => text);
    write.mockRestore();
    Object.assign(process, { argv, exitCode });
    expect(written).toEqual([`${version}\n`]);
  });
});

describe("report", () => {
  const HTML = /^<!doctype html>/;
  const MARKDOWN = /^# Upgrade of the learning platform\n/;

  it.each([
    ["report.html", [], HTML],
    ["report.HTM", [], HTML],
    ["report.md", [], MARKDOWN],
    ["named.html", ["--format", "html"], HTML],
    ["report.txt", ["--format", "markdown"], MARKDOWN],
  ])("writes %s with %j in the format of its name or its ending", (name, options, start) => {
    const out = join(HOME, name);
    expect(run("report", FILE, ...DAY, ...options, "--out", out)).toEqual({ code: 0, out: `wrote ${out}\n`, err: "" });
    expect(readFileSync(out, "utf8")).toMatch(start);
  });

  it("writes Markdown to the terminal unless HTML is asked for", () => {
    expect(run("report", FILE, ...DAY).out).toMatch(MARKDOWN);
    expect(run("report", FILE, ...DAY, "--format=html").out).toMatch(HTML);
  });

  it.each([
    [
      "--format html and --out a.md that disagree",
      ["--format", "html", "--out", "a.md"],
      "--format html and --out a.md disagree",
    ],
    [
      "an ending that names no format",
      ["--out", "a.pdf"],
      "the ending of a.pdf names no format; end it in .html or .md, or add --format",
    ],
    ["another format", ["--format", "pdf"], '--format must be markdown or html, received "pdf"'],
  ])("refuses %s", (_, options, message) => {
    expect(run("report", FILE, ...DAY, ...options)).toEqual({
      code: 2,
      out: "",
      err: `golive-kit: ${message}\n${HINT}\n`,
    });
  });
});

describe("explain", () => {
  it("explains one figure, of the project or of a record", () => {
    expect(run("explain", FILE, "roi.return-on-investment", ...DAY).out.split("\n")[0]).toMatch(
      /^Return on investment = 0\.2246/,
    );
    expect(run("explain", FILE, "risk.expected-loss", ...DAY, "--of", "R-13").out.split("\n")[0]).toBe(
      "Expected loss = 4000 GBP",
    );
    const json = JSON.parse(run("explain", FILE, "kpi.adoption-rate", ...DAY, "--json").out) as { id: string };
    expect(json.id).toBe("kpi.adoption-rate");
  });

  it("lists every figure with its value as in the report, or with its records", () => {
    const { code, out } = run("explain", FILE, ...DAY);
    const lines = out.split("\n");
    expect(code).toBe(0);
    expect(lines[0]).toBe("Figures of Upgrade of the learning platform, as of 2018-07-13");
    const line = (id: string): string | undefined =>
      lines.find((text) => text.startsWith(`  ${id} `))?.replace(/ +/g, " ");
    expect(line("roi.return-on-investment")).toBe(" roi.return-on-investment 22.46\u202f%");
    expect(line("risk.threat-exposure")).toBe(" risk.threat-exposure 22\u202f600.00\u202fGBP");
    expect(line("strategy.score")).toBe(" strategy.score 3 records: big-bang, phased, parallel");
    const { figures } = JSON.parse(run("assess", FILE, ...DAY, "--json").out) as { figures: { id: string }[] };
    const ids = [...new Set(figures.map(({ id }) => id))].sort();
    expect(lines.slice(1, -2).map((text) => text.trim().split(" ")[0])).toEqual(ids);
    expect(JSON.parse(run("explain", FILE, ...DAY, "--json").out)).toEqual(figures);
  });

  it("counts more records than it shows", () => {
    const risk = { title: "t", type: "threat", owner: "o", status: "open", probability: 0.5, responses: [] };
    const risks = Array.from({ length: 11 }, (_, i) => ({
      ...risk,
      id: `R-${String(i)}`,
      impact: { amount: String(100 - i), currency: "EUR" },
    }));
    const path = file("risks.json", JSON.stringify({ ...header(), risks: { risks } }));
    expect(run("explain", path, ...DAY).out).toMatch(/risk\.expected-loss +11 records: R-0, .*, R-7 and 3 more\n/);
  });

  it.each([
    [
      "no --of where there are several",
      ["risk.expected-loss"],
      /risk\.expected-loss is given for several records; choose one with --of: R-05, R-07/,
    ],
    [
      "--of for a figure of the whole project",
      ["risk.threat-exposure", "--of", "R-1"],
      /risk\.threat-exposure is one figure for the whole project; leave --of out\n/,
    ],
    ["a record that is not there", ["risk.expected-loss", "--of", "R-1"], /no record "R-1"; there are R-05, R-07/],
    ["--of without a figure", ["--of", "R-05"], /--of needs a FIGURE before it\n/],
    [
      "a figure with a slip",
      ["risk.threat-expsoure"],
      /no figure "risk\.threat-expsoure"; did you mean risk\.threat-exposure\? golive-kit explain .*engagement\.json --as-of 2018-07-13 lists all\n/,
    ],
    ["a part of an id", ["net-present"], /no figure "net-present"; did you mean roi\.net-present-value\?/],
    [
      "the right word in the wrong module",
      ["schedule.payback"],
      /did you mean roi\.payback, roi\.payback-shortfall or roi\.discounted-payback\?/,
    ],
    ["a stranger", ["roi.magic"], /no figure "roi\.magic"; golive-kit explain .* lists all\n/],
  ])("refuses %s", (_, words, message) => {
    const { code, out, err } = run("explain", FILE, ...words, ...DAY);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
    expect(err).toContain(`\n${HINT}\n`);
  });

  it("says that a document gives no figures, and which parts it lacks", () => {
    const none =
      `golive-kit: ${MINIMAL} gives no figures: it has none of lifecycle, plan, strategy, risks, kpis, businessCase, ` +
      "communication, client, incidents; run golive-kit assess to see what each part needs\n";
    expect(run("explain", MINIMAL, "risk.threat-exposure", ...DAY)).toEqual({ code: 1, out: "", err: none });
    expect(run("explain", MINIMAL, ...DAY)).toEqual({ code: 1, out: "", err: none });
  });

  it("tells a figure that the document does not give from one that does not exist", () => {
    expect(run("explain", FILE, "roi.nominal-annual-rate", ...DAY)).toEqual({
      code: 1,
      out: "",
      err: `golive-kit: the document gives no roi.nominal-annual-rate on this day; golive-kit explain ${FILE} --as-of 2018-07-13 lists what it gives\n`,
    });
  });
});

describe("a command line that is not understood", () => {
  it.each([
    ["an unknown command", ["assses", FILE], 'no command "assses"; did you mean assess?'],
    ["a command unlike any", ["go", FILE], 'no command "go"; there are validate, assess, report, explain'],
    ["a name of Object.prototype", ["constructor", FILE], 'no command "constructor"; there are validate'],
    ["no file", ["validate"], "validate needs FILE"],
    ["a word too many", ["validate", FILE, "extra"], "validate takes FILE; unexpected: extra"],
    [
      "a word too many where one may be left out",
      ["explain", FILE, "a", "b"],
      "explain takes FILE [FIGURE]; unexpected: b",
    ],
    ["an unknown option", ["validate", FILE, "--force"], "no option --force"],
    ["an option with a slip", ["assess", FILE, "--asof", "2018-07-13"], "no option --asof; did you mean --as-of?"],
    [
      "an option of another command",
      ["assess", FILE, ...DAY, "--format", "html"],
      "assess takes no --format; it takes --as-of, --json, --out",
    ],
    ["an option where there are none", ["validate", FILE, "--json"], "validate takes no --json; it takes no options"],
    ["an option twice", ["assess", FILE, ...DAY, ...DAY], "--as-of is given twice"],
    ["an option without its value", ["assess", FILE, ...DAY, "--out", "--json"], "--out needs a value"],
    ["an option with an empty value", ["assess", FILE, "--as-of="], "--as-of needs a value"],
    ["a value where there is none", ["assess", FILE, ...DAY, "--json=yes"], "--json takes no value"],
    ["no day", ["assess", FILE], "--as-of YYYY-MM-DD is needed: the clock is never read"],
    [
      "a day in another form",
      ["assess", FILE, "--as-of", "31/03/2026"],
      '--as-of must be a day that exists, as 2026-03-31, received "31/03/2026"',
    ],
    [
      "a day that does not exist",
      ["report", FILE, "--as-of", "2018-02-30"],
      '--as-of must be a day that exists, as 2026-03-31, received "2018-02-30"',
    ],
  ])("refuses %s with code 2", (_, args, message) => {
    const { code, out, err } = run(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err.startsWith(`golive-kit: ${message}`)).toBe(true);
    expect(err.endsWith(`\n${HINT}\n`)).toBe(true);
  });

  it("shows the commands when there is none, with code 2", () => {
    const { code, out, err } = run();
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^golive-kit: where an implementation/);
  });
});

describe("a file that is of no use", () => {
  it.each([
    ["that is not there", () => join(HOME, "none.json"), (path: string) => `cannot read ${path}: no such file`],
    ["that is a folder", () => folder("folder"), (path: string) => `cannot read ${path}: is a folder`],
    ["that is empty", () => file("empty.json", " \n"), (path: string) => `${path} is empty`],
    [
      "in another encoding",
      () => file("utf16.json", Buffer.from("\ufeff{}", "utf16le")),
      (path: string) => `${path} is not text in UTF-8`,
    ],
  ])("is refused with code 1: one %s", (_, make, message) => {
    const path = make();
    expect(run("validate", path)).toEqual({ code: 1, out: "", err: `golive-kit: ${message(path)}\n` });
  });

  it("is refused when it is not JSON, and nothing in it reaches the terminal as a command", () => {
    const { code, err } = run("validate", file("text.json", "\u001b[31mhello"));
    expect(code).toBe(1);
    expect(err).toMatch(/text\.json is not JSON: /);
    expect(err).not.toContain("\u001b");
    expect(err).not.toContain(HINT);
  });

  it("is refused when it cannot be written", () => {
    const path = join(HOME, "no-folder/report.html");
    expect(run("report", FILE, ...DAY, "--out", path)).toEqual({
      code: 1,
      out: "",
      err: `golive-kit: cannot write ${path}: no such folder\n`,
    });
    expect(run("report", FILE, ...DAY, "--format", "html", "--out", folder("folder")).err).toMatch(/: is a folder\n$/);
  });

  it("is read with a byte order mark", () => {
    expect(run("validate", file("bom.json", `\ufeff${readFileSync(MINIMAL, "utf8")}`)).code).toBe(0);
  });
});

describe("the pages", () => {
  const pages = ["README.md", "docs/getting-started.md", "docs/guide/command-line.md"];
  const commands = pages.flatMap((page) =>
    [...readFileSync(join(ROOT, page), "utf8").matchAll(/^golive-kit .+$/gm)].map(([line]) =>
      line.replace(/ +#.*$/, ""),
    ),
  );

  it("show what the program answers", () => {
    const page = readFileSync(join(ROOT, "docs/guide/command-line.md"), "utf8");
    const shown = [...page.matchAll(/```text\n([\s\S]*?)```/g)].map(([, text]) => text);
    const wrong = file("page.json", JSON.stringify({ ...header(), currency: "eur", risk: {} }));
    expect(shown).toEqual([
      run("explain", FILE, "risk.expected-loss", ...DAY, "--of", "R-13").out,
      run("validate", wrong).err,
    ]);
  });

  it("show commands", () => {
    expect(commands.length).toBeGreaterThan(8);
  });

  it.each(commands)("%s runs", (line) => {
    const args = line
      .split(" ")
      .slice(1)
      .map((word) =>
        word === "engagement.json" ? FILE : /^(?:report|assessment)\./.test(word) ? join(HOME, word) : word,
      );
    expect(run(...args)).toMatchObject({ code: 0, err: "" });
  });
});
