/** Pseudo-random numbers of both signs, the same for the same seed. */
export function noise(count: number, seed = 1): Float64Array {
  let state = seed;
  return Float64Array.from({ length: count }, () => (state = (Math.imul(state, 1664525) + 1013904223) | 0) / 7);
}

/** Numbers in every arrangement that is known to be hard on selection and sorting. */
export function arrangements(count: number): readonly (readonly [name: string, numbers: Float64Array])[] {
  const made = (of: (i: number) => number): Float64Array => Float64Array.from({ length: count }, (_, i) => of(i));
  return [
    ["rising", made((i) => i)],
    ["falling", made((i) => 0 - i)],
    ["an organ pipe", made((i) => Math.min(i, count - i))],
    ["a valley", made((i) => Math.max(i, count - i))],
    ["all equal", made(() => 3)],
    ["two values", made((i) => (i * 7919) % 2)],
    ["a saw", made((i) => i % 50)],
    ["rising, but for the last", made((i) => (i === count - 1 ? -1 : i))],
    ["two runs", made((i) => (2 * i) % (count + 1))],
    ["hard on the median of three", made((i) => (i % 2 === 0 ? i / 2 : count - i))],
    ["noise", noise(count)],
  ];
}

/** The first place where two lists differ, by Object.is; nothing where they are the same. Faster than the matchers. */
export function differingPlace(a: Float64Array, b: Float64Array): number | undefined {
  if (a.length !== b.length) return Math.min(a.length, b.length);
  const place = a.findIndex((x, i) => !Object.is(x, b[i]));
  return place === -1 ? undefined : place;
}
