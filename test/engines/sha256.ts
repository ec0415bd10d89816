/**
 * SHA-256 of a run of doubles, by their bytes, lowest first. It is written out here because a bare JavaScript shell
 * has no library for it (FIPS 180-4, sections 5 and 6).
 */
const CONSTANTS = fractions(64, 3);
const START = fractions(8, 2);

/** The first 32 bits of the fractions of the square (2) or cube (3) roots of the first primes, in whole numbers. */
function fractions(count: number, root: 2 | 3): Int32Array {
  const words = new Int32Array(count);
  let found = 0;
  for (let n = 2; found < count; n++) {
    let isPrime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) isPrime = false;
    if (!isPrime) continue;
    const wanted = BigInt(n) << BigInt(32 * root);
    let low = 0n;
    let high = 1n << 40n;
    while (high - low > 1n) {
      const middle = (low + high) >> 1n;
      if ((root === 2 ? middle * middle : middle * middle * middle) <= wanted) low = middle;
      else high = middle;
    }
    words[found++] = Number(BigInt.asIntN(32, low));
  }
  return words;
}

/** Collects numbers and tells their hash. */
export class Digest {
  private readonly state = Int32Array.from(START);
  private readonly block = new DataView(new ArrayBuffer(64));
  private filled = 0;
  private bytes = 0;

  /** Adds a number, by its eight bytes. */
  add(value: number): void {
    this.block.setFloat64(this.filled, value, true);
    this.filled += 8;
    this.bytes += 8;
    if (this.filled === 64) this.turn();
  }

  /** The hash of all numbers so far, as 64 hexadecimal digits. Nothing can be added afterwards. */
  hex(): string {
    this.block.setUint8(this.filled, 0x80);
    for (let i = this.filled + 1; i < 64; i++) this.block.setUint8(i, 0);
    if (this.filled > 55) {
      this.turn();
      for (let i = 0; i < 64; i++) this.block.setUint8(i, 0);
    }
    this.block.setBigUint64(56, BigInt(this.bytes) * 8n);
    this.turn();
    return Array.from(this.state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
  }

  private turn(): void {
    const w = new Int32Array(64);
    for (let i = 0; i < 16; i++) w[i] = this.block.getInt32(4 * i);
    const at = (i: number): number => w[i] as number;
    const right = (x: number, n: number): number => (x >>> n) | (x << (32 - n));
    for (let i = 16; i < 64; i++) {
      const s0 = right(at(i - 15), 7) ^ right(at(i - 15), 18) ^ (at(i - 15) >>> 3);
      const s1 = right(at(i - 2), 17) ^ right(at(i - 2), 19) ^ (at(i - 2) >>> 10);
      w[i] = at(i - 16) + s0 + at(i - 7) + s1;
    }
    let [a, b, c, d, e, f, g, h] = this.state as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    for (let i = 0; i < 64; i++) {
      const s1 = right(e, 6) ^ right(e, 11) ^ right(e, 25);
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (CONSTANTS[i] as number) + at(i)) | 0;
      const s0 = right(a, 2) ^ right(a, 13) ^ right(a, 22);
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => {
      this.state[i] = (this.state[i] as number) + word;
    });
    this.filled = 0;
  }
}
