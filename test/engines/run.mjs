// npm run test:engines [-- --install] [--write]: one script on every engine at hand; red when a hash is not the pinned one.
// Node, Deno and Bun come from npm (package.json here), shells, browsers and emulators from the machine:
// `--install` asks Debian for those that are missing. What cannot run is listed, and never passed.
// `--write` puts the table into docs/guide/engines.md.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { build } from "esbuild";

import { DEBIAN_PACKAGES, ENGINES } from "./engines.mjs";

const HERE = import.meta.dirname;
const PAGE = join(HERE, "../../docs/guide/engines.md");
const TABLE = /(?<=<!-- made by npm run test:engines -->\n)[^]*(?=<!-- end -->)/;

const pinned = Object.entries(JSON.parse(readFileSync(join(HERE, "pinned.json"), "utf8"))).filter(([, hash]) => hash);
const folder = mkdtempSync(join(tmpdir(), "digests-"));
const script = join(folder, "digests.js");

/** The first line of what went wrong. */
const reasonOf = (error) => String(error?.code === "ENOENT" ? `no ${error.path}` : error?.message).split("\n")[0];

async function rowOf({ name, start }) {
  let engine;
  try {
    engine = start();
  } catch (error) {
    console.error(`${name} cannot run here: ${reasonOf(error)}`);
    return { name, version: "", engine: "", results: pinned.map(() => "not run here") };
  }
  const printed = await Promise.resolve(engine.run(script)).catch(reasonOf);
  const hashes = new Map(printed.split("\n").map((line) => line.trim().split(" ")));
  const results = pinned.map(([what, hash]) => (hashes.get(what) === hash ? "equal" : "DIFFERENT"));
  if (results.includes("DIFFERENT")) console.error(`${name} ${engine.version} printed:\n${printed}`);
  return { name, version: engine.version, engine: engine.engine, results };
}

if (process.argv.includes("--install")) {
  try {
    const words = ["install", "-y", "--no-install-recommends", ...DEBIAN_PACKAGES];
    execFileSync("apt-get", words, { stdio: ["ignore", "ignore", "inherit"] });
  } catch (error) {
    console.error(`Debian's packages cannot be installed here: ${reasonOf(error)}`);
  }
}

const rows = [];
try {
  await build({
    entryPoints: [join(HERE, "digests.ts")],
    bundle: true,
    format: "iife",
    target: "es2022",
    outfile: script,
  });
  for (const engine of ENGINES) rows.push(await rowOf(engine));
} finally {
  rmSync(folder, { recursive: true });
}

const line = (cells) => `| ${cells.join(" | ")} |`;
const table = [
  line(["runs in", "version", "engine", ...pinned.map(([what]) => what)]),
  line(Array(3 + pinned.length).fill("---")),
  ...rows.map(({ name, version, engine, results }) => line([name, version, engine, ...results])),
].join("\n");
console.log(table);
if (process.argv.includes("--write")) {
  const hashes = pinned.map(([what, hash]) => `- ${what}: \`${hash}\``).join("\n");
  writeFileSync(PAGE, readFileSync(PAGE, "utf8").replace(TABLE, `\n${table}\n\n${hashes}\n\n`));
}
if (rows.some(({ results }) => results.includes("DIFFERENT"))) process.exitCode = 1;
