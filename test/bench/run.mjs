// npm run bench [--json] [area …]: medians of the built library beside other ways of doing the same work, in one run.
// An area is a file `<area>.bench.mjs` or a folder of them: `foundation` is all of `foundation/graph` and its like.
// A file exports `jobs()`: the work in words, ours and peers to run, and in how many milliseconds ours must be done;
// for short work also in how many calls it is timed, and all times are then those of one call. What a way answers is
// compared as it is, or as its `shown` makes it.
// BENCH_INPUTS names a folder with inputs made elsewhere; without it the bench makes its own.
import { existsSync, readdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, "../..");

function stop(message) {
  console.error(message);
  process.exit(2);
}

if (!existsSync(join(ROOT, "dist/index.js"))) stop("the library is not built yet: npm run build");
if (!existsSync(join(HERE, "node_modules"))) {
  stop("what is measured beside is not installed yet: npm ci --ignore-scripts --prefix test/bench");
}
// This folder is a package of its own: the library stands in it by name like those it is measured beside.
const library = join(HERE, "node_modules/golive-kit");
if (!existsSync(library)) symlinkSync(ROOT, library, "junction");

const areas = readdirSync(HERE, { recursive: true })
  .filter((file) => file.endsWith(".bench.mjs") && !file.includes("node_modules"))
  .map((file) => file.replaceAll("\\", "/").replace(".bench.mjs", ""))
  .sort();
const wanted = process.argv.slice(2).filter((word) => word !== "--json");
const asJson = process.argv.includes("--json");
const isIn = (area, name) => area === name || area.startsWith(`${name}/`);
const unknown = wanted.filter((name) => !areas.some((area) => isIn(area, name)));
if (unknown.length > 0) stop(`no bench called ${unknown.join(", ")}; there are: ${areas.join(", ")}`);

/** Runs that are not counted: two, and more of short work, until the engine has made its best code for it. */
function warm(work) {
  const start = performance.now();
  for (let i = 0; i < 2 || (i < 1000 && performance.now() - start < 300); i++) work();
}

/**
 * The median of an odd number of timed runs of some calls, in milliseconds a call, once warm. A run takes the time on
 * the clock or that of the processors, whichever is less: what other programs do meanwhile does not count.
 */
function median(call, calls, runs = 9) {
  const work = () => {
    for (let i = 0; i < calls; i++) call();
  };
  warm(work);
  const times = Array.from({ length: runs }, () => {
    const used = process.cpuUsage();
    const start = performance.now();
    work();
    const clock = performance.now() - start;
    const { user, system } = process.cpuUsage(used);
    return Math.min(clock, (user + system) / 1000);
  }).sort((a, b) => a - b);
  return times[runs >> 1] / calls;
}

const answerOf = ({ run, shown = (answer) => answer }) => JSON.stringify(shown(run()));

function measure(area, { work, calls = 1, ours, peers, within }) {
  const ms = median(ours.run, calls);
  const answer = answerOf(ours);
  const beside = peers.map((peer) => {
    const theirs = median(peer.run, calls);
    const differs = answerOf(peer);
    return {
      name: peer.name,
      ms: theirs,
      ratio: ms / theirs,
      ...(differs !== answer && { answers: `${differs} not ${answer}` }),
    };
  });
  return { area, work, ms, ...(within !== undefined && { within, held: ms < within }), peers: beside };
}

const WIDTH = 56;
const figure = (ms) => (ms < 0.1 ? `${(ms * 1e6).toFixed(0)}ns` : `${ms.toFixed(2)}ms`).padStart(11);

function show({ work, ms, within, held, peers }) {
  const bound = within === undefined ? [] : [`${held ? "below" : "OVER"} ${within} ms`];
  const beside = peers.map(({ name, ms: theirs, ratio, answers }) => {
    const answer = answers === undefined ? "" : `  ANSWERS ${answers}`;
    return `${figure(theirs)} ${ratio.toPrecision(2).padStart(7)}  ${name}${answer}`;
  });
  for (const text of [...bound, ...beside]) console.log(`${work.padEnd(WIDTH)} ${figure(ms)} ${text}`);
  if (bound.length + beside.length === 0) console.log(`${work.padEnd(WIDTH)} ${figure(ms)}`);
}

const results = [];
for (const area of areas.filter((one) => wanted.length === 0 || wanted.some((name) => isIn(one, name)))) {
  const { jobs } = await import(new URL(`${area}.bench.mjs`, import.meta.url));
  if (!asJson)
    console.log(`\n${area}\n${"work".padEnd(WIDTH)} ${"ours".padStart(11)} ${"peer".padStart(11)}   ratio  peer`);
  for (const job of await jobs()) {
    const result = measure(area, job);
    results.push(result);
    if (!asJson) show(result);
  }
}
if (asJson) console.log(JSON.stringify(results, null, 2));
if (results.some(({ held, peers }) => held === false || peers.some(({ answers }) => answers))) process.exitCode = 1;
