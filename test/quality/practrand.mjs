// The raw words of the random streams, for a test battery such as PractRand (https://pracrand.sourceforge.net).
//   npm run quality:random [-- SIZE]        runs RNG_test on every order up to SIZE (1GB when left out)
//   node test/quality/practrand.mjs ORDER   writes words for ever: iterations, variables or seeds
// It reads the built library: npm run build first.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";

const BLOCKS = 8192;
const VARIABLES = 500;
const TWO_32 = 4_294_967_296;

if (!existsSync(fileURLToPath(new URL("../../dist/index.js", import.meta.url)))) {
  console.error("the library is not built yet: npm run build");
  process.exit(2);
}
const { randomStream, randomWordsAt } = await import("golive-kit/random");

/** Which stream and position the n-th block of words comes from. */
const ORDERS = {
  iterations() {
    const stream = randomStream({ seed: 1, id: "cost" });
    return (n) => randomWordsAt(stream, { iteration: n % TWO_32, draw: Math.floor(n / TWO_32) });
  },
  variables() {
    const streams = Array.from({ length: VARIABLES }, (_, i) => randomStream({ seed: 2, id: `R-${i}` }));
    return (n) => randomWordsAt(streams[n % VARIABLES], { iteration: Math.floor(n / VARIABLES) });
  },
  seeds() {
    return (n) => randomWordsAt(randomStream({ seed: n, id: "cost" }), { iteration: 0 });
  },
};

/** The words of an order for ever, first word first, low byte first. */
function* bytesOf(order) {
  const wordsAt = ORDERS[order]();
  for (let n = 0; ; n += BLOCKS) {
    const bytes = Buffer.allocUnsafe(BLOCKS * 8);
    for (let i = 0; i < BLOCKS; i++) {
      const { word0, word1 } = wordsAt(n + i);
      bytes.writeUInt32LE(word0, 8 * i);
      bytes.writeUInt32LE(word1, 8 * i + 4);
    }
    yield bytes;
  }
}

/** Writes until the reader has enough and closes its end. */
async function writeWords(order, sink) {
  try {
    await pipeline(bytesOf(order), sink);
  } catch (error) {
    if (!["EPIPE", "ECONNRESET", "ERR_STREAM_PREMATURE_CLOSE"].includes(error.code)) throw error;
  }
}

/** Runs the battery on one order; tells whether it found a failure. */
async function fails(order, size) {
  console.log(`\n== ${order}, up to ${size}`);
  const battery = spawn("RNG_test", ["stdin32", "-multithreaded", "-tlmax", size], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  let report = "";
  battery.stdout.on("data", (chunk) => {
    process.stdout.write(chunk);
    report += chunk;
  });
  const ended = once(battery, "close");
  await writeWords(order, battery.stdin);
  await ended;
  return /FAIL/.test(report) || !/length=/.test(report);
}

const [word = "--test", size = "1GB"] = process.argv.slice(2);
if (Object.hasOwn(ORDERS, word)) {
  await writeWords(word, process.stdout);
} else if (word !== "--test") {
  console.error(`no order called ${word}; there are: ${Object.keys(ORDERS).join(", ")}`);
  process.exitCode = 2;
} else if (spawnSync("RNG_test", ["-help"], { stdio: "ignore" }).error) {
  console.log("RNG_test of PractRand is not installed: nothing was tested");
} else {
  for (const order of Object.keys(ORDERS)) if (await fails(order, size)) process.exitCode = 1;
}
