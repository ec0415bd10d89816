import * as z from "zod";

type Part = z.core.$ZodType;

/** From this many elements on, making code for them costs less than it saves. */
export const LONG_LIST = 4_000;

/** What each schema was built to. */
const BUILT = /* @__PURE__ */ new WeakMap<Part, Part>();
/** Lists whose elements have code of their own, or cannot have it. */
const COMPILED = /* @__PURE__ */ new WeakSet<Part>();

/**
 * Builds every lazy part of a schema and puts it in the place of the word for it. While one is not built, the schema
 * library takes the schema for a recursive one and keeps a record of each object it meets: a million rows then take
 * four times as long.
 *
 * @param shape - the schema; its parts are replaced once, by what they stand for
 * @returns the schema without a lazy part, itself where it is none
 */
export function built(shape: Part): Part {
  const known = BUILT.get(shape);
  if (known !== undefined) return known;
  // By its type, not by its class: naming the class would bring every language of the schema library along.
  if (shape._zod.def.type === "lazy") {
    const inner = built((shape as z.core.$ZodLazy)._zod.innerType);
    const result = shape._zod.def.checks === undefined ? inner : shape;
    BUILT.set(shape, result);
    return result;
  }
  BUILT.set(shape, shape);
  buildWithin(shape._zod.def as unknown as Record<string, unknown>);
  return shape;
}

function buildWithin(holder: Record<string, unknown>): void {
  for (const [key, part] of Object.entries(holder)) {
    if (typeof part !== "object" || part === null) continue;
    if ("_zod" in part) {
      const whole = built(part as Part);
      if (whole !== part) holder[key] = whole;
    } else if (Array.isArray(part) || Object.getPrototypeOf(part) === Object.prototype) {
      buildWithin(part as Record<string, unknown>);
    }
  }
}

/**
 * Has code made for the elements of long lists, which reads them several times as fast. What that code does not take is
 * read again by the schema itself, so the faults and their words are the same. Where a program forbids making code,
 * nothing changes.
 *
 * @param shape - a built schema
 * @param data - what it is about to read
 */
export function quicken(shape: Part, data: unknown): void {
  if (z.config().jitless === true) return;
  const { def } = (shape as z.core.$ZodTypes)._zod;
  if (def.type === "optional") quicken(def.innerType, data);
  else if (def.type === "array") {
    if (!Array.isArray(data) || data.length < LONG_LIST || COMPILED.has(shape)) return;
    COMPILED.add(shape);
    def.element = z.compile(def.element);
  } else if (def.type === "object" && typeof data === "object" && data !== null) {
    for (const [key, part] of Object.entries(def.shape)) quicken(part, (data as Record<string, unknown>)[key]);
  }
}
