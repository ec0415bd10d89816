import { broken, contained, demandCount } from "../guard/index.js";
import { demandDoubles } from "./demand-doubles.js";
import { demandStream, type RandomStream } from "./random-stream.js";
import { type RandomWords, type SignedWords, threefryBlock } from "./threefry-block.js";
import { type CheckedRun, fillFrom, uniformOf } from "./uniform-run.js";

const MAX_WORD = 4_294_967_295;

/** Which number of a stream is asked for. */
export interface RandomPosition {
  /** Number of the iteration, from 0 to 2^32 − 1. */
  readonly iteration: number;
  /** Which draw of the iteration, or for which purpose, from 0 to 2^32 − 1; 0 when left out. */
  readonly draw?: number;
}

/** Where a run of numbers of a stream begins. */
export interface RandomRun {
  /** First iteration, from 0 to 2^32 − 1. */
  readonly from: number;
  /** Which draw of each iteration, from 0 to 2^32 − 1; 0 when left out. */
  readonly draw?: number;
}

/**
 * The 64 random bits behind one number of a stream, for hashing, permutations and scrambling.
 *
 * The words are Threefry-2x32 with 20 rounds, with the stream's key, and the iteration and the draw as the counter.
 *
 * @param stream - the stream, from {@link randomStream}, or any two words as the key
 * @param position - `iteration` and `draw`, whole, 0 to 2^32 − 1
 * @returns two words, each from 0 to 2^32 − 1
 * @throws DomainError `wrong-type` when a word or a position is no number
 * @throws DomainError `not-finite` when one is NaN or infinite
 * @throws DomainError `out-of-range` when one is no whole number, or has more than 32 bits
 * @source Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3 (2011), section 3.2
 *
 * @example
 * ```ts
 * import { randomWordsAt } from "golive-kit/random";
 *
 * randomWordsAt({ key0: 0, key1: 0 }, { iteration: 0 }); // => { word0: 0x6b200159, word1: 0x99ba4efe }
 * ```
 */
export function randomWordsAt(stream: RandomStream, position: RandomPosition): RandomWords {
  return contained("randomWordsAt", () => {
    const { word0, word1 } = blockAt(stream, position);
    return { word0: word0 >>> 0, word1: word1 >>> 0 };
  });
}

/**
 * One uniform random number of a stream.
 *
 * It is an odd multiple of 2^−53 between 0 and 1, never 0 or 1, so every quantile of it is finite, and 1 − u is exact
 * and as likely as u.
 *
 * @param stream - the stream, from {@link randomStream}
 * @param position - `iteration` and `draw`, whole, 0 to 2^32 − 1
 * @returns a number above 0 and below 1, with 52 random bits
 * @throws DomainError `wrong-type` when a word or a position is no number
 * @throws DomainError `not-finite` when one is NaN or infinite
 * @throws DomainError `out-of-range` when one is no whole number, or has more than 32 bits
 * @source Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3 (2011), section 3.2
 *
 * @example
 * ```ts
 * import { randomStream, uniformAt } from "golive-kit/random";
 *
 * uniformAt(randomStream({ seed: 42, id: "R-1" }), { iteration: 9_999, draw: 1 }); // => 0.15787829192050562
 * ```
 */
export function uniformAt(stream: RandomStream, position: RandomPosition): number {
  return contained("uniformAt", () => {
    const { word0, word1 } = blockAt(stream, position);
    return uniformOf(word0, word1);
  });
}

/**
 * Uniform random numbers of consecutive iterations: `out[i]` is {@link uniformAt} at `from + i`.
 *
 * Nothing hangs on how a run is cut into blocks, nor on which of them are filled first.
 *
 * @param stream - the stream, from {@link randomStream}
 * @param run - `from`, the first iteration, and `draw`; whole, 0 to 2^32 − 1
 * @param out - takes the numbers; filled whole
 * @returns `out`
 * @throws DomainError `wrong-type` when `out` is no Float64Array, or a word or a position no number
 * @throws DomainError `not-finite` when one is NaN or infinite
 * @throws DomainError `out-of-range` when one is no whole number, has more than 32 bits, or the run ends behind 2^32 − 1
 * @source Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3 (2011), section 3.2
 *
 * @example
 * ```ts
 * import { fillUniforms, randomStream, uniformAt } from "golive-kit/random";
 *
 * const stream = randomStream({ seed: 42, id: "R-1" });
 * const block = fillUniforms(stream, { from: 1024 }, new Float64Array(1024));
 *
 * block[5] === uniformAt(stream, { iteration: 1029 }); // => true
 * ```
 */
export function fillUniforms(stream: RandomStream, run: RandomRun, out: Float64Array): Float64Array {
  return contained("fillUniforms", () => {
    fillFrom(demandRun(stream, run, out), 0, out);
    return out;
  });
}

/**
 * Asks for a run that fits into an array.
 *
 * @param stream - the stream
 * @param run - where to begin
 * @param out - what is to be filled
 * @returns the stream's words and the run's place
 * @throws DomainError as {@link fillUniforms}
 */
export function demandRun(stream: RandomStream, run: RandomRun, out: Float64Array): CheckedRun {
  const { key0, key1 } = demandStream(stream);
  const { from, draw = 0 } = run;
  demandCounter(from, "from");
  demandCounter(draw, "draw");
  demandDoubles(out, "out");
  if (from + out.length - 1 > MAX_WORD) {
    throw broken("out-of-range", "from", "so that the run ends at 2^32 − 1 at the latest", from);
  }
  return { key0, key1, from, draw };
}

function blockAt(stream: RandomStream, position: RandomPosition): SignedWords {
  const { key0, key1 } = demandStream(stream);
  const { iteration, draw = 0 } = position;
  return threefryBlock(key0, key1, demandCounter(iteration, "iteration"), demandCounter(draw, "draw"));
}

function demandCounter(value: unknown, subject: string): number {
  const counter = demandCount(value, subject);
  if (counter > MAX_WORD) throw broken("out-of-range", subject, "at most 2^32 − 1", value);
  return counter;
}
