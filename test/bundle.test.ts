import { resolve } from "node:path";

import { build } from "esbuild";
import { expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");

async function bundle(code: string, external: readonly string[] = ["decimal.js"]): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, loader: "ts", resolveDir: ROOT },
    bundle: true,
    minify: true,
    format: "esm",
    external: [...external],
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

it("a formula brings its own words and no schema library", async () => {
  const text = await bundle(
    'import { returnOnInvestment } from "./src/roi/index.ts"; console.log(returnOnInvestment);',
  );
  expect(text).toContain("roi.return-on-investment");
  expect(text).not.toContain("invalid_type");
  expect(text.length).toBeLessThan(8_000);
});

it("explaining costs two more kilobytes, not a schema library", async () => {
  const figure = 'import { returnOnInvestment } from "./src/roi/index.ts"; console.log(returnOnInvestment);';
  const alone = await bundle(figure);
  const both = await bundle(
    `import { explain } from "./src/foundation/explain/index.ts"; console.log(explain); ${figure}`,
  );
  expect(both).not.toContain("invalid_type");
  expect(both.length - alone.length).toBeLessThan(2_500);
});

it("a parser brings the schema library, with what makes code for long lists", async () => {
  const text = await bundle('import { parseMoney } from "./src/foundation/money/index.ts"; console.log(parseMoney);');
  expect(text).toContain("invalid_type");
  expect(text.length).toBeLessThan(170_000);
});

it("no file of the library imports Node or the whole of date-fns", async () => {
  const text = await bundle('import * as kit from "./src/index.ts"; console.log(kit);', []);
  expect(text).not.toMatch(/from\s*"node:/);
  expect(text).not.toContain("require(");
  expect(text.length).toBeLessThan(600_000);
});
