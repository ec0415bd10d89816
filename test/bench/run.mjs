// npm run bench [area]: medians of the built library beside other ways of doing the same work, in one run.
// Packages that only benchmarks need are installed into this folder (npm install --prefix test/bench).
// BENCH_INPUTS names a folder with inputs made elsewhere; without it the bench makes its own.
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const areas = readdirSync(HERE)
  .filter((file) => file.endsWith(".bench.mjs"))
  .map((file) => file.replace(".bench.mjs", ""));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((area) => !areas.includes(area));
if (unknown.length > 0) {
  console.error(`no bench called ${unknown.join(", ")}; there are: ${areas.join(", ")}`);
  process.exit(2);
}

/** The median of an odd number of timed runs, in milliseconds, after two that are not counted. */
function median(work, runs = 9) {
  for (let i = 0; i < 2; i++) work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[runs >> 1];
}

for (const area of wanted.length > 0 ? wanted : areas) {
  const { jobs } = await import(join(HERE, `${area}.bench.mjs`));
  console.log(`\n${area}\n${"work".padEnd(44)} ${"ours".padStart(10)} ${"peer".padStart(10)}  ratio  peer`);
  for (const { work, ours, peers } of await jobs()) {
    const mine = median(ours.run);
    const answer = JSON.stringify(ours.run());
    if (peers.length === 0) console.log(`${work.padEnd(44)} ${mine.toFixed(2).padStart(8)}ms`);
    for (const { name, run } of peers) {
      const theirs = median(run);
      const agrees = JSON.stringify(run()) === answer ? "" : `  ANSWERS ${JSON.stringify(run())} not ${answer}`;
      const times = `${mine.toFixed(2).padStart(8)}ms ${theirs.toFixed(2).padStart(8)}ms`;
      console.log(`${work.padEnd(44)} ${times} ${(mine / theirs).toFixed(2).padStart(6)}  ${name}${agrees}`);
    }
  }
}
