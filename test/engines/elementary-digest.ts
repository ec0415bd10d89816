import { exp, expm1, log, log1p, pow, powInt } from "../../src/foundation/math/index.js";
import { Digest } from "./sha256.js";

/** Results of each function that go into the hash. */
const EACH = 40_000;

/** Numbers from 0 up to 1 by whole-number steps alone (Knuth's linear generator modulo 2^32, upper bits first). */
function numbers(seed: number): () => number {
  let state = seed;
  const word = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state >>> 0;
  };
  return () => ((word() >>> 5) * 67108864 + (word() >>> 6)) / 9007199254740992;
}

/** One hash of 240 000 results of the elementary functions, over their whole range and where they are used. */
export function elementaryDigest(): string {
  const digest = new Digest();
  const next = numbers(1);
  for (let i = 0; i < EACH; i++) {
    const u = next();
    digest.add(exp(i % 2 === 0 ? 1420 * u - 710 : 4 * u - 2));
    digest.add(expm1(i % 2 === 0 ? 100 * u - 50 : u * u * u - 0.5));
    digest.add(log(i % 2 === 0 ? u * 1e6 : (0.5 + u) * pow(2, (i % 2000) - 1000)));
    digest.add(log1p(i % 2 === 0 ? u * u * u * u - 0.5 : 1e6 * u));
    digest.add(i % 2 === 0 ? pow(0.5 + u, 600 * next() - 300) : pow(1 + u / 5, (i % 30_000) / 365));
    digest.add(powInt(0.9 + 0.3 * u, (i % 800) - 400));
  }
  return digest.hex();
}
