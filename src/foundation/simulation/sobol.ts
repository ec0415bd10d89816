import { SOBOL_DIRECTIONS } from "./sobol-directions.js";

/** Dimensions that the table of directions covers. */
export const SOBOL_DIMENSIONS = 256;

/** Bits of a coordinate. */
const BITS = 32;

/**
 * The direction numbers of one dimension: bit `k` of the Gray code of a point's number turns over the bits of word `k`.
 *
 * @param dimension - from 0 to 255
 * @source Joe and Kuo, Remark on algorithm 659: implementing Sobol's quasirandom sequence generator, ACM Transactions on Mathematical Software 29 (2003), section 2
 */
export function sobolDirections(dimension: number): Int32Array {
  const words = new Int32Array(BITS);
  let at = 0;
  for (let skipped = 1; skipped < dimension; skipped++) at += degreeAt(at) + 1;
  if (dimension === 0) {
    for (let k = 0; k < BITS; k++) words[k] = 1 << (BITS - 1 - k);
    return words;
  }
  const polynomial = SOBOL_DIRECTIONS[at] as number;
  const degree = degreeAt(at);
  for (let k = 0; k < BITS; k++) {
    if (k < degree) {
      words[k] = (SOBOL_DIRECTIONS[at + 1 + k] as number) << (BITS - 1 - k);
      continue;
    }
    const oldest = words[k - degree] as number;
    let word = oldest ^ (oldest >>> degree);
    for (let j = 1; j < degree; j++) {
      if (((polynomial >>> (degree - j)) & 1) === 1) word ^= words[k - j] as number;
    }
    words[k] = word;
  }
  return words;
}

const degreeAt = (at: number): number => BITS - 1 - Math.clz32(SOBOL_DIRECTIONS[at] as number);

/**
 * Fills a list with scrambled coordinates of consecutive points. Points are taken in the order of their Gray codes,
 * so that each differs from the one before by one word, and a block can begin anywhere.
 *
 * @param directions - of {@link sobolDirections}
 * @param key - two random words: which scrambling
 * @param first - number of the first point
 * @param size - how many
 * @param out - gets numbers above 0 and below 1
 */
export function fillSobol(
  directions: Int32Array,
  key: readonly [number, number],
  first: number,
  size: number,
  out: Float64Array,
): void {
  let point = 0;
  const gray = first ^ (first >>> 1);
  for (let k = 0; k < BITS; k++) if (((gray >>> k) & 1) === 1) point ^= directions[k] as number;
  for (let i = 0; i < size; i++) {
    out[i] = ((scrambled(point, key[0], key[1]) >>> 0) + 0.5) * 2.3283064365386963e-10; // 2^-32, exactly
    const next = first + i + 1;
    point ^= directions[31 - Math.clz32(next & -next)] as number;
  }
}

/**
 * A nested uniform (Owen) scrambling: each bit is turned over depending on the bits above it alone. On the reversed
 * word that is any chain of steps that carry upwards only: adding, multiplying by an odd number, and x ^ x·even.
 *
 * @source Laine and Karras, Stratified sampling for stochastic transparency (2011), section 3.1; Owen, Randomly permuted (t,m,s)-nets and (t,s)-sequences (1995)
 */
function scrambled(word: number, key0: number, key1: number): number {
  let x = reversed(word);
  x = (x + key0) | 0;
  x ^= Math.imul(x, 0x6c50b47c);
  x ^= Math.imul(x, 0xb82f1e52);
  x = Math.imul(x, key1 | 1);
  x ^= Math.imul(x, 0xc7afe638);
  x ^= Math.imul(x, 0x8d22f6e6);
  x = (x + key1) | 0;
  return reversed(x);
}

/** The bits of a word in reverse. */
function reversed(word: number): number {
  let x = word;
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return (x >>> 16) | (x << 16);
}
