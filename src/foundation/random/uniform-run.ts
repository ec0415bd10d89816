import { PARITY, threefryBlock } from "./threefry-block.js";

const TWO_26 = 67_108_864;
/** 2^−52. */
const STEP = 2.220446049250313e-16;

/** A run of a stream that is checked. */
export interface CheckedRun {
  /** First word of the key. */
  readonly key0: number;
  /** Second word of the key. */
  readonly key1: number;
  /** First iteration. */
  readonly from: number;
  /** Which draw of each iteration. */
  readonly draw: number;
}

/** An odd multiple of 2^−53 from two words: 26 bits of each, and a half. */
export const uniformOf = (word0: number, word1: number): number =>
  ((word1 >>> 6) * TWO_26 + (word0 >>> 6) + 0.5) * STEP;

/**
 * The hot loop. The twenty rounds are written out, because an engine compiles neither a table of rotations nor a second
 * function into it without cost, and with no more than three words of the key, so that all stay in registers. Each
 * round waits for the one before, so that two numbers (a and b) are made side by side: a fifth quicker than one by one.
 * A transform of the numbers is not faster in this loop than in one of its own, and slower with a branch: one guessed
 * wrong throws away the rounds that are under way.
 *
 * @param run - a checked run
 * @param skip - how many of its numbers are left out at the start
 * @param out - takes the numbers
 */
export function fillFrom(run: CheckedRun, skip: number, out: Float64Array): void {
  // The operator tells the engine that these are whole numbers.
  const key0 = run.key0 | 0;
  const key1 = run.key1 | 0;
  const key2 = PARITY ^ key0 ^ key1;
  const first0 = (run.from + skip + key0) | 0;
  const first1 = (run.draw + key1) | 0;
  const last = out.length - 1;
  for (let i = 0; i < last; i += 2) {
    let a0 = (first0 + i) | 0;
    let b0 = (first0 + i + 1) | 0;
    let a1 = first1;
    let b1 = first1;
    a0 = (a0 + a1) | 0;
    b0 = (b0 + b1) | 0;
    a1 = ((a1 << 13) | (a1 >>> 19)) ^ a0;
    b1 = ((b1 << 13) | (b1 >>> 19)) ^ b0;
    a0 = (a0 + a1) | 0;
    b0 = (b0 + b1) | 0;
    a1 = ((a1 << 15) | (a1 >>> 17)) ^ a0;
    b1 = ((b1 << 15) | (b1 >>> 17)) ^ b0;
    a0 = (a0 + a1) | 0;
    b0 = (b0 + b1) | 0;
    a1 = ((a1 << 26) | (a1 >>> 6)) ^ a0;
    b1 = ((b1 << 26) | (b1 >>> 6)) ^ b0;
    a0 = (a0 + a1) | 0;
    b0 = (b0 + b1) | 0;
    a1 = ((a1 << 6) | (a1 >>> 26)) ^ a0;
    b1 = ((b1 << 6) | (b1 >>> 26)) ^ b0;
    a0 = (a0 + key1) | 0;
    b0 = (b0 + key1) | 0;
    a1 = (a1 + key2 + 1) | 0;
    b1 = (b1 + key2 + 1) | 0;
    a0 = (a0 + a1) | 0;
    b0 = (b0 + b1) | 0;
    a1 = ((a1 << 17) | (a1 >>> 15)) ^ a0;
    b1 = ((b1 << 17) | (b1 >>> 15)) ^ b0;
    a0 = (a0 + a1) | 0;
    b0 = (b0 + b1) | 0;
    a1 = ((a1 << 29) | (a1 >>> 3)) ^ a0;
    b1 = ((b1 << 29) | (b1 >>> 3)) ^ b0;
    a0 = (a0 + a1) | 0;
    b0 = (b0 + b1) | 0;
    a1 = ((a1 << 16) | (a1 >>> 16)) ^ a0;
    b1 = ((b1 << 16) | (b1 >>> 16)) ^ b0;
    a0 = (a0 + a1) | 0;
    b0 = (b0 + b1) | 0;
    a1 = ((a1 << 24) | (a1 >>> 8)) ^ a0;
    b1 = ((b1 << 24) | (b1 >>> 8)) ^ b0;
    a0 = (a0 + key2) | 0;
    b0 = (b0 + key2) | 0;
    a1 = (a1 + key0 + 2) | 0;
    b1 = (b1 + key0 + 2) | 0;
    a0 = (a0 + a1) | 0;
    b0 = (b0 + b1) | 0;
    a1 = ((a1 << 13) | (a1 >>> 19)) ^ a0;
    b1 = ((b1 << 13) | (b1 >>> 19)) ^ b0;
    a0 = (a0 + a1) | 0;
    b0 = (b0 + b1) | 0;
    a1 = ((a1 << 15) | (a1 >>> 17)) ^ a0;
    b1 = ((b1 << 15) | (b1 >>> 17)) ^ b0;
    a0 = (a0 + a1) | 0;
    b0 = (b0 + b1) | 0;
    a1 = ((a1 << 26) | (a1 >>> 6)) ^ a0;
    b1 = ((b1 << 26) | (b1 >>> 6)) ^ b0;
    a0 = (a0 + a1) | 0;
    b0 = (b0 + b1) | 0;
    a1 = ((a1 << 6) | (a1 >>> 26)) ^ a0;
    b1 = ((b1 << 6) | (b1 >>> 26)) ^ b0;
    a0 = (a0 + key0) | 0;
    b0 = (b0 + key0) | 0;
    a1 = (a1 + key1 + 3) | 0;
    b1 = (b1 + key1 + 3) | 0;
    a0 = (a0 + a1) | 0;
    b0 = (b0 + b1) | 0;
    a1 = ((a1 << 17) | (a1 >>> 15)) ^ a0;
    b1 = ((b1 << 17) | (b1 >>> 15)) ^ b0;
    a0 = (a0 + a1) | 0;
    b0 = (b0 + b1) | 0;
    a1 = ((a1 << 29) | (a1 >>> 3)) ^ a0;
    b1 = ((b1 << 29) | (b1 >>> 3)) ^ b0;
    a0 = (a0 + a1) | 0;
    b0 = (b0 + b1) | 0;
    a1 = ((a1 << 16) | (a1 >>> 16)) ^ a0;
    b1 = ((b1 << 16) | (b1 >>> 16)) ^ b0;
    a0 = (a0 + a1) | 0;
    b0 = (b0 + b1) | 0;
    a1 = ((a1 << 24) | (a1 >>> 8)) ^ a0;
    b1 = ((b1 << 24) | (b1 >>> 8)) ^ b0;
    a0 = (a0 + key1) | 0;
    b0 = (b0 + key1) | 0;
    a1 = (a1 + key2 + 4) | 0;
    b1 = (b1 + key2 + 4) | 0;
    a0 = (a0 + a1) | 0;
    b0 = (b0 + b1) | 0;
    a1 = ((a1 << 13) | (a1 >>> 19)) ^ a0;
    b1 = ((b1 << 13) | (b1 >>> 19)) ^ b0;
    a0 = (a0 + a1) | 0;
    b0 = (b0 + b1) | 0;
    a1 = ((a1 << 15) | (a1 >>> 17)) ^ a0;
    b1 = ((b1 << 15) | (b1 >>> 17)) ^ b0;
    a0 = (a0 + a1) | 0;
    b0 = (b0 + b1) | 0;
    a1 = ((a1 << 26) | (a1 >>> 6)) ^ a0;
    b1 = ((b1 << 26) | (b1 >>> 6)) ^ b0;
    a0 = (a0 + a1) | 0;
    b0 = (b0 + b1) | 0;
    a1 = ((a1 << 6) | (a1 >>> 26)) ^ a0;
    b1 = ((b1 << 6) | (b1 >>> 26)) ^ b0;
    a0 = (a0 + key2) | 0;
    b0 = (b0 + key2) | 0;
    a1 = (a1 + key0 + 5) | 0;
    b1 = (b1 + key0 + 5) | 0;
    out[i] = ((a1 >>> 6) * TWO_26 + (a0 >>> 6) + 0.5) * STEP;
    out[i + 1] = ((b1 >>> 6) * TWO_26 + (b0 >>> 6) + 0.5) * STEP;
  }
  if (last % 2 === 0) {
    const { word0, word1 } = threefryBlock(key0, key1, (run.from + skip + last) | 0, run.draw);
    out[last] = uniformOf(word0, word1);
  }
}
