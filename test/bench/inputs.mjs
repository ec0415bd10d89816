import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const KINDS = { f64: Float64Array, i32: Int32Array, u32: Uint32Array };

/**
 * A list of numbers: from the file of that name in the folder BENCH_INPUTS (little-endian, its kind the ending),
 * else made here, so that another program can be measured on the very same numbers.
 */
export function input(name, make) {
  const Kind = KINDS[name.split(".").at(-1)];
  const file = join(process.env.BENCH_INPUTS ?? "", name);
  if (process.env.BENCH_INPUTS === undefined || !existsSync(file)) return Kind.from(make());
  const bytes = readFileSync(file);
  return new Kind(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

/** Numbers from 0 up to 1, the same in every run (mulberry32): for inputs only. */
export function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
