import { placeOfUpperWord, wordsOf } from "./radix-passes.js";

/** Bits of the fraction that the upper word of a double holds: no bucket is narrower. */
export const MAX_BITS = 20;

/** How many numbers fell into one bucket. */
export interface SketchBucket {
  /** Sign, exponent and leading bits of the fraction: a whole number that rises with the numbers of the bucket. */
  readonly bucket: number;
  /** How many. */
  readonly count: number;
}

/** Half a bucket's width as a share of its lower edge, where that share is largest. */
export const halfWidth = (bits: number): number => 0.5 / (1 << bits);

/** The fewest bits that keep an error. */
export function bitsFor(relativeError: number): number {
  let bits = 1;
  while (halfWidth(bits) > relativeError) bits++;
  return bits;
}

/** The buckets of numbers in rising order, counted. */
export function bucketsOf(sorted: Float64Array, bits: number): SketchBucket[] {
  const words = wordsOf(sorted);
  const upper = placeOfUpperWord();
  const found: { bucket: number; count: number }[] = [];
  for (let i = 0; i < sorted.length; i++) {
    const word = words[2 * i + upper] as number;
    // The bucket of the smallest sizes is 1, so that 0 stays apart.
    const size = sorted[i] === 0 ? 0 : ((word & 0x7fffffff) >>> (MAX_BITS - bits)) + 1;
    const bucket = word < 0 ? -size : size;
    const last = found[found.length - 1];
    if (last?.bucket === bucket) last.count++;
    else found.push({ bucket, count: 1 });
  }
  return found;
}

/** The number in the middle of a bucket. */
export function middleOf(bucket: number, bits: number): number {
  if (bucket === 0) return 0;
  const size = Math.abs(bucket) - 1;
  const [low, high] = [edgeOf(size, bits), edgeOf(size + 1, bits)];
  // Above the last bucket is no double.
  const middle = Number.isFinite(high) ? low / 2 + high / 2 : low * (1 + halfWidth(bits));
  return bucket < 0 ? -middle : middle;
}

/** The smallest number of a size that the leading bits tell. */
function edgeOf(size: number, bits: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(0, size * (1 << (MAX_BITS - bits)));
  return view.getFloat64(0);
}
