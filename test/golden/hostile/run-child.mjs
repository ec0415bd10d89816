// Runs cases in a process of its own: job as JSON in the first argument, answer as JSON on standard output.
import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

import { Decimal } from "decimal.js";

const { bundle, file, ids, preload, phase } = JSON.parse(process.argv[2]);
const write = process.stdout.write.bind(process.stdout);
const cases = JSON.parse(readFileSync(file, "utf8")).filter(({ kind }) => kind !== "legend");

globalThis.Decimal = Decimal;
if (phase === "before-import") runInThisContext(preload);
const { light, single } = await import(bundle);
let answer;
if (ids !== undefined) answer = single(cases, ids);
else {
  answer = light(cases);
  if (phase === "after-first-run") {
    runInThisContext(preload);
    answer = light(cases);
  }
}
write(JSON.stringify(answer));
