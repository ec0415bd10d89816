// Packs the library, installs the tarball in an empty project and uses it there from ES modules, CommonJS and
// TypeScript, and as a command: what users get is what is tested.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const home = mkdtempSync(join(tmpdir(), "golive-kit-consumer-"));
const windows = process.platform === "win32";
const run = (command, args, cwd = home) =>
  execFileSync(command, args, { cwd, encoding: "utf8", shell: windows, stdio: ["ignore", "pipe", "inherit"] });
const expect = (what, got, wanted) => {
  if (got !== wanted) throw new Error(`${what}: expected ${JSON.stringify(wanted)}, received ${JSON.stringify(got)}`);
  console.log(`ok   ${what}`);
};

const USE = `
const input = { totalBenefit: money("100000", "USD"), totalCost: money("50000", "USD") };
const engagement = parseEngagement(JSON.parse(readFileSync("engagement.json", "utf8")));
const assessment = assess(engagement, { asOf: "2026-03-31" });
console.log([returnOnInvestment(input), explain(returnOnInvestment, input).steps.length, assessment.asOf].join(" "));
`;
const NAMES = [
  ["readFileSync", "node:fs"],
  ["assess, parseEngagement", "golive-kit"],
  ["explain", "golive-kit/explain"],
  ["money", "golive-kit/money"],
  ["returnOnInvestment", "golive-kit/roi"],
];
const WANTED = "1 2 2026-03-31";

try {
  const [{ filename, files }] = JSON.parse(
    run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", home], ROOT),
  );
  const stray = files
    .map(({ path }) => path)
    .filter((path) => !/^(dist\/|package\.json$|README|LICENSE|CHANGELOG)/.test(path));
  expect("nothing but the build in the package", stray.join(" "), "");

  writeFileSync(join(home, "package.json"), '{ "name": "consumer", "version": "1.0.0", "private": true }');
  run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", join(home, filename)]);
  const { scripts = {}, dependencies } = JSON.parse(
    readFileSync(join(home, "node_modules/golive-kit/package.json"), "utf8"),
  );
  const hooks = Object.keys(scripts).filter((name) => /^(pre|post)?install$|^prepare$/.test(name));
  expect("no install scripts", hooks.join(" "), "");
  expect("runtime dependencies", Object.keys(dependencies).sort().join(" "), "date-fns decimal.js zod");
  writeFileSync(join(home, "engagement.json"), readFileSync(join(ROOT, "examples/minimal/engagement.json")));

  const esm = NAMES.map(([names, from]) => `import { ${names} } from "${from}";`).join("\n");
  const cjs = NAMES.map(([names, from]) => `const { ${names} } = require("${from}");`).join("\n");
  writeFileSync(join(home, "esm.mjs"), esm + USE);
  writeFileSync(join(home, "cjs.cjs"), cjs + USE);
  expect("ES module", run("node", ["esm.mjs"]).trim(), WANTED);
  expect("CommonJS", run("node", ["cjs.cjs"]).trim(), WANTED);

  // The types, for both kinds of module, without skipping the library's own declarations.
  const typed = `${esm.replace('import { readFileSync } from "node:fs";', "declare function readFileSync(file: string, encoding: string): string;\ndeclare const console: { log(text: string): void };")}
import type { Money } from "golive-kit/money";
const amount: Money = money("1", "EUR");
// @ts-expect-error an amount is decimal text
const wrong: Money = { amount: 5, currency: "EUR" };
export { amount, wrong };
${USE}`;
  writeFileSync(join(home, "typed.mts"), typed);
  writeFileSync(join(home, "typed.cts"), typed);
  const options = {
    strict: true,
    module: "nodenext",
    target: "es2022",
    lib: ["es2022"],
    types: [],
    noEmit: true,
    skipLibCheck: true,
  };
  writeFileSync(
    join(home, "tsconfig.json"),
    JSON.stringify({ compilerOptions: options, files: ["typed.mts", "typed.cts"] }),
  );
  expect("TypeScript", run("node", [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", "."]).trim(), "");

  const printed = run("npx", ["--no-install", "golive-kit", "validate", "engagement.json"]);
  expect("command line", printed.trim().split("\n")[0], "engagement.json: a valid engagement");
} finally {
  rmSync(home, { recursive: true, force: true });
}
