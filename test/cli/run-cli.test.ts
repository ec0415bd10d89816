import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, describe, expect, it } from "vitest";

import { runCli } from "../../src/cli/index.js";

const HOME = mkdtempSync(join(tmpdir(), "golive-kit-cli-"));
const FILE = join(import.meta.dirname, "../../examples/learning-platform-upgrade/engagement.json");
const MINIMAL = join(import.meta.dirname, "../../examples/minimal/engagement.json");
const DAY = ["--as-of", "2018-07-13"];

function run(...args: readonly string[]): { code: number; out: string; err: string } {
  let out = "";
  let err = "";
  const code = runCli(args, { out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out, err };
}

function file(name: string, text: string): string {
  const path = join(HOME, name);
  writeFileSync(path, text);
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
    const path = file("wrong.json", '{"version":1,"id":"","title":"t","clientName":"c","colour":1}');
    expect(run("validate", path)).toEqual({
      code: 1,
      out: "",
      err: [
        "engagement: 5 faults",
        '  id: expected at least 1 characters, received "" [empty]',
        "  service: expected an object, received nothing [missing]",
        "  currency: expected text, received nothing [missing]",
        "  timeZone: expected text, received nothing [missing]",
        '  colour: unexpected key "colour" [unknown-key]',
        "",
      ].join("\n"),
    });
  });

  it("assesses, as text and as JSON", () => {
    const { code, out } = run("assess", FILE, ...DAY);
    expect(code).toBe(0);
    expect(out.split("\n")[0]).toBe("Upgrade of the learning platform (A university), as of 2018-07-13");
    expect(out).toMatch(/ {2}Readiness +conditional/);
    const json = JSON.parse(run("assess", FILE, ...DAY, "--json").out) as { asOf: string; figures: unknown[] };
    expect([json.asOf, json.figures.length]).toEqual(["2018-07-13", 60]);
  });

  it("says what each missing part needs", () => {
    expect(run("assess", MINIMAL, ...DAY).out).toContain(
      "no businessCase: it needs discountRate; timing; costs by period",
    );
  });

  it("writes a report to a file, in both formats", () => {
    const html = join(HOME, "report.html");
    expect(run("report", FILE, ...DAY, "--format", "html", "--out", html)).toEqual({
      code: 0,
      out: `wrote ${html}\n`,
      err: "",
    });
    expect(readFileSync(html, "utf8")).toMatch(/^<!doctype html>/);
    expect(run("report", FILE, ...DAY).out).toMatch(/^# Upgrade of the learning platform\n/);
  });

  it("explains one figure, and asks which record where there are several", () => {
    expect(run("explain", FILE, "roi.return-on-investment", ...DAY).out.split("\n")[0]).toMatch(
      /^Return on investment = 0\.2246/,
    );
    expect(run("explain", FILE, "risk.expected-loss", ...DAY, "--of", "R-13").out.split("\n")[0]).toBe(
      "Expected loss = 4000 GBP",
    );
    expect(run("explain", FILE, "risk.expected-loss", ...DAY).err).toMatch(/choose one with --of: R-05, R-07/);
  });

  it.each([
    ["no command", [], "golive-kit: where an implementation"],
    ["an unknown command", ["assses", FILE], 'no command "assses"; there are validate, assess, report, explain'],
    ["a name of Object.prototype", ["constructor", FILE], 'no command "constructor"'],
    ["no file", ["validate"], "expected FILE, received 0 of 1"],
    ["a file that is not there", ["validate", join(HOME, "none.json")], "ENOENT"],
    ["an unknown option", ["validate", FILE, "--force"], "Unknown option '--force'"],
    ["no day", ["assess", FILE], "--as-of YYYY-MM-DD is needed: the clock is never read"],
    [
      "another format",
      ["report", FILE, ...DAY, "--format", "pdf"],
      "--format must be one of markdown, html, received pdf",
    ],
    [
      "an unknown figure",
      ["explain", FILE, "roi.magic", ...DAY],
      'the assessment has no figure "roi.magic"; it has client.',
    ],
  ])("refuses %s with code 2", (_, args, message) => {
    const { code, out, err } = run(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
  });

  it("refuses text that is no JSON, and a day that does not exist", () => {
    expect(run("validate", file("text.json", "hello")).err).toContain("text.json is no JSON");
    expect(run("assess", FILE, "--as-of", "2018-02-30")).toMatchObject({ code: 1, out: "" });
  });

  it("reads a file with a byte order mark", () => {
    expect(run("validate", file("bom.json", `\ufeff${readFileSync(MINIMAL, "utf8")}`)).code).toBe(0);
  });
});
