import { DomainError } from "../errors/index.js";
import { broken, contained, demandCount, demandFinite, demandText } from "../guard/index.js";
import { hashOf } from "./text-hash.js";
import { threefryBlock } from "./threefry-block.js";

/** UTF-16 code units that an id can have. */
const MAX_ID = 200;
const TWO_32 = 4_294_967_296;

/**
 * Which numbers a seed gives. It is kept with every stored result; as long as it stands, the same seed, id, iteration
 * and draw give the same number, in every release and on every engine.
 */
export const STREAM_VERSION = "threefry2x32-20/v1";

/** A stream of random numbers: the key of a function that is asked for its n-th number. It has no position and no state. */
export interface RandomStream {
  /** First word of the key: a whole number from −2^31 to 2^31 − 1. */
  readonly key0: number;
  /** Second word of the key: a whole number from −2^31 to 2^31 − 1. */
  readonly key1: number;
}

/** What a stream is made from. */
export interface RandomStreamInput {
  /** Seed of the run: a whole number from 0 to 2^53 − 1. */
  readonly seed: number;
  /** Id of the variable that draws: any text of 1 to 200 UTF-16 code units. */
  readonly id: string;
}

/**
 * The stream of random numbers of one variable in one run.
 *
 * The stream depends on the seed and the id alone: adding, removing or reordering other variables changes none of its
 * numbers, so two runs of one seed can be compared variable by variable.
 *
 * The key is threefry(seed; hash of the id), the seed as its low and high word and the hash that of {@link textHash}.
 * Two ids of one seed share a stream only when their hashes agree: among a million ids, with a probability of 3e-8.
 *
 * @param input - `seed`, whole, 0 to 2^53 − 1; `id`, the variable's id
 * @returns the stream: two signed words of 32 bits, plain data
 * @throws DomainError `wrong-type` when the seed is no number or the id no text
 * @throws DomainError `not-finite` when the seed is NaN or infinite
 * @throws DomainError `out-of-range` when the seed is no whole number from 0 to 2^53 − 1
 * @throws DomainError `empty` when the id has no character
 * @throws DomainError `too-long` when the id has more than 200 characters
 * @source Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3 (2011)
 *
 * @example
 * ```ts
 * import { randomStream, uniformAt } from "golive-kit/random";
 *
 * const stream = randomStream({ seed: 42, id: "R-1" });
 *
 * stream; // => { key0: 1887196288, key1: -1549774391 }
 * uniformAt(stream, { iteration: 0 }); // => 0.18400039787284383
 * ```
 */
export function randomStream(input: RandomStreamInput): RandomStream {
  return contained("randomStream", () => {
    const seed = demandCount(input.seed, "seed");
    const hash = hashOf(demandId(input.id));
    const { word0, word1 } = threefryBlock(seed | 0, Math.floor(seed / TWO_32) | 0, hash.word0, hash.word1);
    return { key0: word0, key1: word1 };
  });
}

/**
 * Asks for a stream.
 *
 * @param stream - what came
 * @returns the two words of its key
 * @throws DomainError `wrong-type`, `not-finite` or `out-of-range`
 */
export function demandStream(stream: RandomStream): RandomStream {
  return { key0: demandWord(stream.key0, "key0"), key1: demandWord(stream.key1, "key1") };
}

function demandWord(value: unknown, subject: string): number {
  const path = ["stream", subject];
  const word = demandFinite(value, subject, path);
  if (word !== (word | 0)) throw broken("out-of-range", subject, "a signed whole number of 32 bits", value, path);
  return word;
}

function demandId(value: unknown): string {
  const id = demandText(value, "id");
  if (id.length === 0) throw broken("empty", "id", "text of at least one character", id);
  if (id.length > MAX_ID) {
    throw new DomainError("too-long", { subject: "id", path: ["id"], limit: MAX_ID, received: id.length });
  }
  return id;
}
