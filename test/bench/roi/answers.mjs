// node test/bench/roi/answers.mjs [--write]: what this library and other packages answer to series of cash flows.
// `--write` puts the tables into docs/roi/comparison.md. Red when an answer of this library is not right.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import { gzipSync } from "node:zlib";

import { build } from "esbuild";
import { datedInternalRates, internalRates } from "golive-kit/roi";

import { generator } from "../inputs.mjs";
import { PEERS } from "./peers.mjs";

const HERE = import.meta.dirname;
const PAGE = join(HERE, "../../../docs/roi/comparison.md");
const TABLES = /(?<=<!-- made by node test\/bench\/roi\/answers.mjs -->\n)[^]*(?=<!-- end -->)/;
const OURS = "golive-kit";

/** Rates further apart than this, in relation to a rate above 1, are two rates. */
const NEAR = 1e-6;
const ORDINARY = 1000;
/** In milliseconds: what takes longer counts as no answer. */
const PATIENCE = 5000;

const euros = (amounts) => amounts.map((amount) => ({ amount: String(amount), currency: "EUR" }));
const ratesOf = ({ roots }) => roots.map(({ rate }) => rate);

/** All that are asked; this library answers a list. */
const SOLVERS = {
  [OURS]: {
    periodic: (amounts) => () => ratesOf(internalRates(euros(amounts))),
    dated: ({ dates, amounts }) => {
      const flows = { dates, flows: euros(amounts), dayCount: "actual-365-fixed" };
      return () => ratesOf(datedInternalRates(flows));
    },
  },
  ...PEERS,
};
/** What a program bundles to find rates of both kinds. */
const NAMES = {
  [OURS]: "internalRates, datedInternalRates",
  xirr: "default as xirr",
  "node-irr": "irr, xirr",
  financial: "irr",
  "@formulajs/formulajs": "IRR, XIRR",
};

/** An answer, or the word for what came instead of one. */
function answerOf(run) {
  try {
    globalThis.asked = run;
    const answer = new Script("asked()").runInThisContext({ timeout: PATIENCE });
    return answer instanceof Error ? "error value" : answer;
  } catch (error) {
    return error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT" ? "never ends" : "throws";
  }
}

const isNear = (rate, truth) => Math.abs(rate - truth) <= NEAR * Math.max(1, Math.abs(truth));

/** How an answer stands to the rates that there are. */
function verdictOf(answer, truths) {
  if (Array.isArray(answer)) {
    const isRight = answer.length === truths.length && answer.every((rate, i) => isNear(rate, truths[i]));
    return isRight ? "right" : "off";
  }
  if (typeof answer !== "number" || Number.isNaN(answer)) return truths.length === 0 ? "right" : "missing";
  if (truths.length === 0) return "invented";
  if (!truths.some((truth) => isNear(answer, truth))) return "off";
  return truths.length === 1 ? "right" : "one";
}

/** Series with known rates that are hard on a solver; those that other day counts or faulty input make are left out. */
function hardCases() {
  const cases = JSON.parse(readFileSync(join(HERE, "../../golden/roi.json"), "utf8"));
  return cases.flatMap(({ kind, title, input, expected }) => {
    if (expected.status === undefined) return [];
    const truths = expected.roots.map(({ rate }) => Number(rate));
    if (kind === "irr") return [{ kind: "periodic", title, truths, flows: input.flows.map(Number) }];
    if (kind !== "xirr" || input.dayCount !== "actual-365-fixed") return [];
    const dates = input.flows.map(({ date }) => date);
    const flows = { dates, amounts: input.flows.map(({ amount }) => Number(amount)) };
    return [{ kind: "dated", title, truths, flows }];
  });
}

/** Series as most are: one outlay, then up to 40 amounts that come in, in all 0.8 to 2.5 times as much. */
function ordinaryFlows() {
  const random = generator(2026);
  return Array.from({ length: ORDINARY }, () => {
    const count = 1 + Math.floor(random() * 40);
    const shares = Array.from({ length: count }, () => 0.5 + random());
    const total = shares.reduce((sum, share) => sum + share, 0);
    const inflow = 100_000 * (0.8 + 1.7 * random());
    const amounts = [-100_000, ...shares.map((share) => Math.round((100 * inflow * share) / total) / 100)];
    const days = [0];
    for (let i = 1; i <= count; i++) days.push(days[i - 1] + 20 + Math.floor(random() * 160));
    return {
      amounts,
      days,
      dates: days.map((day) => new Date(20_000 * 864e5 + day * 864e5).toISOString().slice(0, 10)),
    };
  });
}

/** Tells a rate by itself, without asking a solver: the present value has one sign a little below it, the other above. */
function isRateOf(answer, amounts, times) {
  const rate = Array.isArray(answer) && answer.length === 1 ? answer[0] : answer;
  if (typeof rate !== "number" || !(rate > -1)) return false;
  const valueAt = (at) => amounts.reduce((sum, amount, i) => sum + amount / (1 + at) ** times[i], 0);
  const slack = NEAR * Math.max(1, Math.abs(rate));
  return valueAt(rate - slack) > 0 !== valueAt(rate + slack) > 0;
}

function ordinaryRight(kind, solver) {
  if (solver[kind] === undefined) return "";
  return ordinaryFlows().filter(({ amounts, days, dates }) => {
    const run = kind === "dated" ? solver.dated({ dates, amounts }) : solver.periodic(amounts);
    return isRateOf(answerOf(run), amounts, kind === "dated" ? days.map((day) => day / 365) : amounts.map((_, i) => i));
  }).length;
}

const versionOf = (name) => {
  const folder = name === OURS ? join(HERE, "../../..") : join(HERE, "../node_modules", name);
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version;
};

/** Kilobytes of a bundle, minified and gzipped. */
async function sizeOf(name) {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${NAMES[name]} } from "${name === OURS ? `${OURS}/roi` : name}";`, resolveDir: HERE },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    logLevel: "error",
  });
  return (gzipSync(outputFiles[0].contents).length / 1000).toFixed(1);
}

/** A rate as a reader wants it. */
const shown = (rate) => {
  if (!Number.isFinite(rate)) return String(rate);
  const percent = 100 * rate;
  return `${Math.abs(percent) >= 1e7 ? percent.toExponential(1) : String(Number(percent.toFixed(4)))} %`;
};
const line = (cells) => `| ${cells.join(" | ")} |`;
const table = (head, rows) => [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");

const names = Object.keys(SOLVERS);
const ordinary = [];
for (const name of names) {
  const counts = ["periodic", "dated"].map((kind) => ordinaryRight(kind, SOLVERS[name]));
  ordinary.push([`\`${name}\``, versionOf(name), await sizeOf(name), ...counts]);
}

const cases = hardCases().map((one) => {
  const answers = names.map((name) => {
    const prepare = SOLVERS[name][one.kind];
    if (prepare === undefined) return undefined;
    const answer = answerOf(prepare(one.flows));
    return { answer, verdict: verdictOf(answer, one.truths) };
  });
  return { ...one, answers };
});
const VERDICTS = ["right", "one", "missing", "invented", "off"];
const scores = names.map((name, i) => {
  const given = cases.flatMap(({ answers }) => (answers[i] === undefined ? [] : [answers[i].verdict]));
  return [`\`${name}\``, given.length, ...VERDICTS.map((word) => given.filter((verdict) => verdict === word).length)];
});

/** What a package answers where it is wrong. */
function cell(given, truths) {
  if (given === undefined) return "";
  const { answer, verdict } = given;
  if (verdict === "right") return "right";
  if (verdict === "one") return `one of ${truths.length}`;
  return typeof answer === "number" ? `**${shown(answer)}**` : `**${answer}**`;
}
const isFailure = (given) => given !== undefined && given.verdict !== "right" && given.verdict !== "one";
const failures = cases
  .filter(({ answers }) => answers.some(isFailure))
  .map(({ kind, title, truths, answers }) => [
    title,
    kind,
    truths.length === 0 ? "none" : truths.map(shown).join("; "),
    ...answers.slice(1).map((given) => cell(given, truths)),
  ]);

/** What 1 % gained in a week is a year, where dates are made at midnight in London and the clocks change meanwhile. */
function localMidnights() {
  const dates = ["2021-03-27", "2021-04-03"];
  const flows = { dates, amounts: [-1000, 1010] };
  const truth = 1.01 ** (365 / 7) - 1;
  const zone = process.env.TZ;
  process.env.TZ = "Europe/London";
  const atMidnight = (date) => {
    const [year, month, day] = date.split("-").map(Number);
    return new Date(year, month - 1, day);
  };
  const rows = names
    .filter((name) => SOLVERS[name].dated !== undefined)
    .map((name) => [`\`${name}\``, answerOf(SOLVERS[name].dated(flows, atMidnight))])
    .map(([name, answer]) => [name, shown(Number(answer)), isNear(Number(answer), truth) ? "right" : "off"]);
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  return table(["package", "rate", ""], rows);
}

const tables = [
  `### Ordinary series`,
  `${ORDINARY} series of each kind; how many of their rates are right to within ${NEAR}.`,
  table(["package", "version", "KB gzipped", "periodic", "dated"], ordinary),
  `### Hard series`,
  `${cases.length} series: ${cases.filter(({ kind }) => kind === "periodic").length} by period, ${cases.filter(({ kind }) => kind === "dated").length} dated.`,
  table(
    [
      "package",
      "series it can take",
      "right",
      "one rate of several, without a word",
      "no answer where there is a rate",
      "a number where there is none",
      `off by more than ${NEAR}`,
    ],
    scores,
  ),
  `### Where they go wrong`,
  table(["series", "kind", "rates", ...names.slice(1).map((name) => `\`${name}\``)], failures),
  `### Local dates`,
  `1 % gained from 27 March to 3 April 2021, the dates made at midnight in London: the clocks change between them.`,
  localMidnights(),
].join("\n\n");
console.log(tables);
if (process.argv.includes("--write")) {
  writeFileSync(PAGE, readFileSync(PAGE, "utf8").replace(TABLES, `\n${tables}\n\n`));
}
if (cases.some(({ answers }) => answers[0].verdict !== "right")) process.exitCode = 1;
if (ordinary[0].slice(3).some((count) => count !== ORDINARY)) process.exitCode = 1;
