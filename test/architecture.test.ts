import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

import ts from "typescript";
import { describe, expect, it } from "vitest";

import { INTERNAL, LAYERS, layerOf, moduleOf, subpathOf } from "../layers.js";

const ROOT = resolve(import.meta.dirname, "..");
const SRC = join(ROOT, "src");
/** The one file that runs when it is loaded: the program behind the command line. */
const PROGRAM = "cli/bin.ts";

const files = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(SRC, join(entry.parentPath, entry.name)))
  .filter((file) => file !== "index.ts");
const modules = [...new Set(files.map((file) => moduleOf(file)))].filter((module) => module !== undefined);
const text = (file: string): string => readFileSync(join(SRC, file), "utf8");
const imports = (file: string): string[] => ts.preProcessFile(text(file)).importedFiles.map(({ fileName }) => fileName);
const target = (file: string, name: string): string => join(dirname(file), name.replace(/\.js$/, ".ts"));

const isStatic = ({ kind }: ts.Modifier): boolean => kind === ts.SyntaxKind.StaticKeyword;

describe("the architecture", () => {
  it("has every file in a module of the layer table", () => {
    expect(files.filter((file) => moduleOf(file) === undefined)).toEqual([]);
  });

  it("has an entry point in every module", () => {
    expect(modules.filter((module) => !files.includes(`${module}/index.ts`))).toEqual([]);
  });

  it("has imports that point down, through entry points", () => {
    const wrong: string[] = [];
    for (const file of files) {
      const from = moduleOf(file) ?? "";
      for (const name of imports(file).filter((name) => name.startsWith("."))) {
        const to = moduleOf(target(file, name)) ?? "";
        const fine = to === from || (target(file, name) === `${to}/index.ts` && layerOf(to) < layerOf(from));
        if (!fine) wrong.push(`${file} imports ${name}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("has entry points that export their own module only, name by name", () => {
    const entries = modules.map((module) => `${module}/index.ts`);
    const foreign = entries.flatMap((file) =>
      imports(file)
        .filter((name) => moduleOf(target(file, name)) !== moduleOf(file))
        .map((name) => `${file}: ${name}`),
    );
    expect(foreign).toEqual([]);
    expect(entries.filter((file) => text(file).includes("export *"))).toEqual([]);
  });

  it("gathers every public module at the root, and no internal one", () => {
    const root = readFileSync(join(SRC, "index.ts"), "utf8");
    const gathered = modules.filter((module) => root.includes(`"./${module}/index.js"`));
    expect(gathered.sort()).toEqual(modules.filter((module) => !INTERNAL.includes(module)).sort());
  });

  it("publishes one subpath for each public module", () => {
    const { exports } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { exports: object };
    const expected = modules.filter((module) => !INTERNAL.includes(module)).map((module) => `./${subpathOf(module)}`);
    expect(Object.keys(exports).sort()).toEqual([".", "./package.json", ...expected].sort());
  });

  it("has no junk drawer", () => {
    expect(files.filter((file) => /(^|[/-])(utils?|helpers?|common|misc|shared|lib|types)([/.-])/.test(file))).toEqual(
      [],
    );
  });

  it("names files in kebab-case and keeps them below 400 lines", () => {
    expect(files.filter((file) => !/^([a-z][a-z0-9-]*\/)+[a-z][a-z0-9-]*\.ts$/.test(file))).toEqual([]);
    expect(files.filter((file) => text(file).split("\n").length > 400)).toEqual([]);
  });

  it("has no import circles", () => {
    const done = new Set<string>();
    const walk = (file: string, trail: readonly string[]): readonly string[] | undefined => {
      if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
      if (done.has(file)) return undefined;
      for (const name of imports(file).filter((name) => name.startsWith("."))) {
        const circle = walk(target(file, name), [...trail, file]);
        if (circle) return circle;
      }
      done.add(file);
      return undefined;
    };
    expect(files.map((file) => walk(file, [])).filter(Boolean)).toEqual([]);
  });

  it("runs no code on import, so that what is not used can be dropped", () => {
    const loud: string[] = [];
    for (const file of files.filter((file) => file !== PROGRAM)) {
      const source = ts.createSourceFile(file, text(file), ts.ScriptTarget.ES2022, true);
      const visit = (node: ts.Node): void => {
        if (ts.isFunctionLike(node) || ts.isTypeNode(node)) return;
        // A field's first value is made with each object, not on import.
        if (ts.isPropertyDeclaration(node) && !ts.getModifiers(node)?.some(isStatic)) return;
        if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
          const lead = source.text.slice(node.getFullStart(), node.getStart());
          if (!lead.includes("@__PURE__")) loud.push(`${file}: ${node.getText().slice(0, 40)}`);
          return;
        }
        ts.forEachChild(node, visit);
      };
      for (const statement of source.statements) {
        if (ts.isVariableStatement(statement) || ts.isClassDeclaration(statement)) visit(statement);
        else if (ts.isExpressionStatement(statement)) loud.push(`${file}: ${statement.getText().slice(0, 40)}`);
      }
    }
    expect(loud).toEqual([]);
  });

  it("keeps tests and pages where the sources are", () => {
    const pages = readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" }).filter(
      (page) => /^[a-z]+\/[a-z-]+\.md$/.test(page) && !page.startsWith("api/"),
    );
    const known = new Set(modules.map(subpathOf));
    const guides = new Set(["guide"]);
    expect(pages.filter((page) => !known.has(dirname(page)) && !guides.has(dirname(page)))).toEqual([]);
  });

  it("has every layer's modules once", () => {
    const all = LAYERS.flat();
    expect(new Set(all).size).toBe(all.length);
    expect(INTERNAL.filter((module) => !all.includes(module))).toEqual([]);
    expect(existsSync(join(SRC, "index.ts"))).toBe(true);
  });
});
