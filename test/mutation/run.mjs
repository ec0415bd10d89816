// npm run test:mutation [-- --changed | modules, folders or files below src/foundation]: changes the code in one place
// at a time and asks whether a test notices. Without a name it takes everything, with --changed what differs from main.
// Results are kept in test/mutation/node_modules/.cache, and only what they no longer answer for is run again; --fresh
// forgets them.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { testFolderOf } from "./test-folder.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const CACHE = "test/mutation/node_modules/.cache/incremental.json";
const LOWEST_SCORE = 90;
const STATES = ["Killed", "Timeout", "Survived", "NoCoverage", "Equivalent", "RuntimeError"];

process.chdir(join(HERE, "../.."));
const given = process.argv.slice(2);
const files = chosenFiles(given.filter((word) => word !== "--fresh"));
if (files.length === 0) {
  console.log("nothing below src/foundation differs from main");
  process.exit(0);
}
process.env["GOLIVE_KIT_MUTATED"] = [...new Set(files.map(testFolderOf))].join(",");
install();
if (given.includes("--fresh")) rmSync(CACHE, { force: true });

const { Stryker } = await import("./node_modules/@stryker-mutator/core/dist/src/index.js");
const stryker = new Stryker({
  mutate: files,
  plugins: [join(HERE, "file-runner.mjs")],
  testRunner: "vitest-files",
  vitest: { configFile: "vitest.mutation.config.ts" },
  coverageAnalysis: "perTest",
  concurrency: 1,
  disableTypeChecks: false,
  ignorePatterns: ["docs", "dist"],
  incremental: true,
  incrementalFile: CACHE,
  reporters: ["progress-append-only"],
  timeoutMS: 4_000,
});
// What is kept of other files comes along.
const mutants = (await stryker.runMutationTest()).map(mutantOf).filter(({ file }) => files.includes(file));
const unmatched = setEquivalentsAside(mutants);
print(mutants);
if (unmatched.length > 0)
  stop(`no surviving mutant is like this any more:\n${JSON.stringify(unmatched, undefined, 2)}`);
if (scoreOf(mutants) < LOWEST_SCORE) stop(`the score is below ${LOWEST_SCORE}`);

/** Source files below src/foundation that the words name. */
function chosenFiles(words) {
  const all = readdirSync("src/foundation", { recursive: true })
    .map((name) => `src/foundation/${name.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".ts") && !file.endsWith("/index.ts"));
  if (words.length === 0) return all;
  if (words[0] === "--changed") {
    const git = (...args) => execFileSync("git", args, { encoding: "utf8" }).split("\n");
    const [base] = git("merge-base", "main", "HEAD");
    const changed = [...git("diff", "--name-only", base), ...git("ls-files", "--others", "--exclude-standard")];
    return all.filter((file) => changed.includes(file));
  }
  return words.flatMap((word) => {
    const path = word.startsWith("src/") ? word.replace(/\/$/, "") : `src/foundation/${word}`;
    const found = all.filter((file) => file === path || file.startsWith(`${path}/`));
    return found.length > 0 ? found : stop(`no module, folder or file called ${word}`);
  });
}

/** Installs what only mutation testing needs, unless what the lock file names is there. */
function install() {
  const lock = readFileSync(join(HERE, "package-lock.json"), "utf8");
  const installed = join(HERE, "node_modules/.installed.json");
  if (existsSync(installed) && readFileSync(installed, "utf8") === lock) return;
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", HERE], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  writeFileSync(installed, lock);
}

/** A mutant with the words that tell it from others: its file, the line it begins in, what stood there and what does now. */
function mutantOf({ fileName, location: { start, end }, replacement, mutatorName, status }) {
  const file = fileName.slice(process.cwd().length + 1).replaceAll("\\", "/");
  const lines = readFileSync(file, "utf8").split("\n");
  const touched = lines.slice(start.line - 1, end.line);
  touched[touched.length - 1] = touched.at(-1).slice(0, end.column - 1);
  touched[0] = touched[0].slice(start.column - 1);
  const mutated = touched.map((text) => text.trim()).join(" ");
  const line = lines[start.line - 1].trim();
  return { file, at: start.line, line, mutated, replacement, mutator: mutatorName, status };
}

/** Marks the survivors that equivalent.json accepts, one mutant an entry, and gives the entries that match none. */
function setEquivalentsAside(mutants) {
  const listed = JSON.parse(readFileSync(join(HERE, "equivalent.json"), "utf8"));
  return listed.filter((entry) => {
    const alike = ({ status, ...mutant }) =>
      status === "Survived" && ["file", "line", "mutated", "replacement"].every((key) => mutant[key] === entry[key]);
    const mutant = mutants.find(alike);
    if (mutant !== undefined) mutant.status = "Equivalent";
    return mutant === undefined && files.includes(entry.file);
  });
}

/** Every mutant that no test notices, then counts by module. */
function print(mutants) {
  for (const { file, at, line, mutated, replacement, mutator, status } of mutants) {
    if (status !== "Survived" && status !== "NoCoverage") continue;
    console.log(`\n${file}:${at} ${status} ${mutator}\n  ${line}\n- ${mutated}\n+ ${replacement}`);
  }
  console.log(`\n${"module".padEnd(12)}${STATES.map((state) => state.padStart(13)).join("")}${"score".padStart(9)}`);
  const moduleOf = ({ file }) => file.split("/")[2];
  for (const module of [...new Set(mutants.map(moduleOf)), "all"]) {
    const own = mutants.filter((mutant) => module === "all" || moduleOf(mutant) === module);
    const counts = STATES.map((state) => String(countOf(own, state)).padStart(13)).join("");
    console.log(`${module.padEnd(12)}${counts}${scoreOf(own).toFixed(2).padStart(9)}`);
  }
}

/** Percent of the mutants that a test notices, of those that one can. */
function scoreOf(mutants) {
  const noticed = countOf(mutants, "Killed") + countOf(mutants, "Timeout");
  const missed = countOf(mutants, "Survived") + countOf(mutants, "NoCoverage");
  return noticed + missed === 0 ? 100 : (100 * noticed) / (noticed + missed);
}

function countOf(mutants, state) {
  return mutants.filter(({ status }) => status === state).length;
}

function stop(message) {
  console.error(`\n${message}`);
  process.exit(1);
}
