import * as fs from "node:fs";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

import ts from "typescript";
import { describe, expect, it } from "vitest";

import { INTERNAL, LAYERS, moduleOf, subpathOf } from "../layers.js";
import { ERROR_CODES } from "../src/foundation/errors/index.js";

const ROOT = resolve(import.meta.dirname, "..");
const SRC = join(ROOT, "src");
const NAME = "golive-kit";

/** Every entry point, by the name that users import it by. */
const PACKAGE: Record<string, unknown> = { [NAME]: await import("../src/index.js") };
for (const module of LAYERS.flat().filter((module) => !INTERNAL.includes(module))) {
  const entry = join(SRC, module, "index.ts");
  if (existsSync(entry)) PACKAGE[`${NAME}/${subpathOf(module)}`] = await import(entry);
}

const under = (folder: string, ending: RegExp): string[] =>
  existsSync(join(ROOT, folder))
    ? readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => ending.test(file) && !/(^|\/)(api|\.vitepress|node_modules)\//.test(file))
        .map((file) => join(ROOT, folder, file))
    : [];

interface Fence {
  readonly at: string;
  readonly code: string;
}

/** The `ts` fences of a page or of doc comments that import the package. */
function fences(file: string): Fence[] {
  const text = readFileSync(file, "utf8").replace(/^ *\* ?/gm, (lead) => (file.endsWith(".ts") ? "" : lead));
  return [...text.matchAll(/```ts\n([\s\S]*?)```/g)]
    .map(({ 1: code = "", index }) => ({
      at: `${relative(ROOT, file)}:${String(text.slice(0, index).split("\n").length)}`,
      code,
    }))
    .filter(({ code }) => code.includes(`from "${NAME}`));
}

/** `value; // => expected`, on one line or several, becomes an expectation. */
function withChecks(code: string): string {
  const { statements } = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2022, true);
  let result = "";
  let done = 0;
  for (const statement of statements) {
    const [comment, expected] = /^\s*\/\/ => (.+)/.exec(code.slice(statement.end)) ?? [];
    if (!ts.isExpressionStatement(statement) || comment === undefined) continue;
    const { expression } = statement;
    result += `${code.slice(done, statement.getStart())}expect(${expression.getText()}).toEqual(${expected ?? ""});`;
    done = statement.end + comment.length;
  }
  return result + code.slice(done);
}

const pages = [...under("docs", /\.md$/), join(ROOT, "README.md")].filter((page) => existsSync(page));
const sources = under("src", /\.ts$/);

describe("examples run and are right", () => {
  it.each([...pages, ...sources].flatMap(fences))("$at", async ({ code }) => {
    expect(withChecks(code).match(/^expect\(/gm)?.length ?? 0, "one expectation a mark").toBe(
      code.match(/\/\/ =>/g)?.length ?? -1,
    );
    const { outputText } = ts.transpileModule(withChecks(code), {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
    });
    // An example may wait for an answer.
    const body = `return (async () => {${outputText}\n})()`;
    const run = new Function("require", "exports", "expect", body) as (...given: unknown[]) => Promise<void>;
    await run(
      (name: string) => {
        if (name === "node:fs") return fs;
        if (!(name in PACKAGE)) throw new Error(`no entry point ${name}`);
        return PACKAGE[name];
      },
      {},
      expect,
    );
  });
});

describe("pages", () => {
  it.each(pages.map((page) => ({ at: relative(ROOT, page), page })))(
    "$at has one title and no bare code",
    ({ page }) => {
      const text = readFileSync(page, "utf8");
      const outside = text.replace(/```[\s\S]*?```/g, "");
      if (!text.startsWith("---")) expect(outside.match(/^# .+$/gm)).toHaveLength(1);
      expect(text.match(/^```$/gm)?.length ?? 0).toBe(text.match(/^```[a-z]+$/gm)?.length ?? 0);
    },
  );

  it("list every error code, and no other", () => {
    const text = readFileSync(join(ROOT, "docs/error-codes.md"), "utf8");
    const listed = [...text.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(({ 1: code }) => code);
    expect(listed).toEqual(ERROR_CODES);
  });

  it("exist for every published figure", () => {
    const ids = Object.values(PACKAGE).flatMap((entry) =>
      Object.values(entry as object)
        .filter((value): value is { id: string } => typeof value === "function" && "compute" in value)
        .map(({ id }) => id),
    );
    const missing = [...new Set(ids)].filter(
      (id) => !pages.some((page) => readFileSync(page, "utf8").includes(`\`${id}\``)),
    );
    expect(missing).toEqual([]);
  });
});

describe("doc comments are complete", () => {
  const declarations = sources
    .filter((file) => !file.endsWith("/index.ts"))
    .flatMap((file) => {
      const text = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
      return text.statements
        .filter(
          (statement) =>
            ts.canHaveModifiers(statement) &&
            ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
        )
        .map((statement) => ({ at: `${relative(ROOT, file)}: ${nameOf(statement)}`, statement, file }));
    });

  it.each(declarations)("$at", ({ statement, file }) => {
    expect(ts.getJSDocCommentsAndTags(statement).length).toBeGreaterThan(0);
    const internal = INTERNAL.includes(moduleOf(relative(SRC, file)) ?? "");
    const tags = ts.getJSDocTags(statement).map((tag) => tag.tagName.text);
    const isPublic = !internal && exported.has(nameOf(statement));
    if (ts.isFunctionDeclaration(statement) && isPublic) {
      expect(tags).toContain("returns");
      expect(tags).toContain("example");
      expect(tags.filter((tag) => tag === "param")).toHaveLength(statement.parameters.length);
    }
    if (ts.isInterfaceDeclaration(statement) && isPublic) {
      const bare = statement.members
        .filter((member) => ts.isPropertySignature(member) && ts.getJSDocCommentsAndTags(member).length === 0)
        .map((member) => member.name?.getText());
      expect(bare.filter((name) => name !== "kind")).toEqual([]);
    }
    if (ts.isVariableStatement(statement) && /\bformula\(/.test(statement.getText())) {
      for (const tag of ["param", "returns", "source", "example", "function"]) expect(tags).toContain(tag);
    }
  });
});

/** Names that some public entry point exports. */
const exported = new Set(
  sources
    .filter((file) => file.endsWith("/index.ts"))
    .flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(({ 1: names = "" }) =>
        names.split(",").map((name) => name.trim()),
      ),
    ),
);

function nameOf(statement: ts.Statement): string {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText()).join(", ");
  }
  return (statement as ts.Statement & { name?: ts.Identifier }).name?.text ?? "?";
}
