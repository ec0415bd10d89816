/** Slips that are still taken for the same word: one in three letters, and never more than this. */
const MAX_SLIPS = 3;
/** How far a word is from one that holds it: further than any slip. */
const HELD = MAX_SLIPS + 1;
/** A shorter word is part of too many others. */
const MIN_PART = 3;

/**
 * The words that someone may have meant who wrote another: those that are a slip or two away first, then those that
 * hold it. Upper and lower case are one.
 *
 * @param word - what was written
 * @param words - what could have been written
 * @param most - how many to answer
 * @returns the words, nearest first, and as they were given where they are equally near
 */
export function nearWords(word: string, words: readonly string[], most: number): readonly string[] {
  const written = word.toLowerCase();
  return words
    .map((candidate) => ({ candidate, slips: slipsOf(written, candidate.toLowerCase()) }))
    .filter(({ slips }) => slips <= HELD)
    .sort((a, b) => a.slips - b.slips)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** Slips between two words; `HELD` for one that holds the other; infinite when they are strangers. */
function slipsOf(written: string, meant: string): number {
  const allowed = Math.min(MAX_SLIPS, Math.floor(Math.max(written.length, meant.length) / 3));
  // The check of lengths comes first: what was written can be of any length, what was meant is short.
  const slips = Math.abs(written.length - meant.length) <= allowed ? distance(written, meant) : allowed + 1;
  if (slips <= allowed) return slips;
  return written.length >= MIN_PART && meant.includes(written) ? HELD : Number.POSITIVE_INFINITY;
}

/** Letters to add, leave out, replace or swap with their neighbour to make one word of the other. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : change;
      row.push(Math.min(change, swap, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
