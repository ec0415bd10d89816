/** Stands for a number within a relative distance of another, inside `toEqual`; 0 stands for 0 alone. */
export function near(want: number, relative = 1e-12): number {
  return {
    asymmetricMatch: (got: unknown) => typeof got === "number" && Math.abs(got - want) <= relative * Math.abs(want),
    toString: () => "near",
    getExpectedType: () => "number",
    toAsymmetricMatcher: () => `${String(want)} ± ${String(relative)} of it`,
  } as unknown as number;
}
