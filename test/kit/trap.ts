const refuse = (): never => {
  throw new Error("trap");
};

/** An object that throws whatever is asked of it. */
export const TRAP: object = new Proxy(
  {},
  { get: refuse, has: refuse, ownKeys: refuse, getPrototypeOf: refuse, getOwnPropertyDescriptor: refuse },
);

/** A list that throws whatever is read of it. */
export const LIST_TRAP: readonly never[] = new Proxy<readonly never[]>([], { get: refuse });
