// Writes draws.json: the first draws of every distribution of distributions.json, bit for bit, from the built library.
//   npm run build && node test/data/random/pin-draws.mjs
// That draws are right is held elsewhere, against references; this file holds that they stay what they are. Once a
// version is released it changes only together with STREAM_VERSION.
import { readFileSync, writeFileSync } from "node:fs";

import { preparedSampler, randomStream, STREAM_VERSION } from "golive-kit/random";

const here = (name) => new URL(name, import.meta.url);
const { references } = JSON.parse(readFileSync(here("distributions.json"), "utf8"));
const stream = randomStream({ seed: 42, id: "R-1" });

const rows = references.map(({ distribution }) => {
  const draws = preparedSampler(distribution).fill(stream, { from: 0 }, new Float64Array(8));
  return JSON.stringify({ distribution, draws: [...draws] });
});
const note = "Made by pin-draws.mjs: draws of iterations 0 to 7 of seed 42 and id R-1, bit for bit";
writeFileSync(
  here("draws.json"),
  `{\n  "note": ${JSON.stringify(note)},\n  "version": "${STREAM_VERSION}",\n  "draws": [\n    ${rows.join(",\n    ")}\n  ]\n}\n`,
);
