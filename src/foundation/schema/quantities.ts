import * as z from "zod";

import type { CivilDate as CivilDateText } from "../guard/index.js";
import { rule, schema } from "./schema.js";
import { MAX_LIST, MAX_TEXT } from "./snapshot.js";

/** Characters that an id can have. */
const MAX_ID = 200;
/** Characters that an e-mail address can have (RFC 5321: 254 with the angle brackets left out). */
const MAX_ADDRESS = 254;

/** A finite number. */
export const FiniteNumber: z.ZodType<number> = /* @__PURE__ */ schema(() => z.number());

/** A finite number of zero or above. */
export const NonNegative: z.ZodType<number> = /* @__PURE__ */ schema(() => z.number().min(0));

/** A finite number above zero. */
export const Positive: z.ZodType<number> = /* @__PURE__ */ schema(() => z.number().positive());

/** A whole number from 0 to 2^53 − 1. */
export const Count: z.ZodType<number> = /* @__PURE__ */ schema(() => z.int().min(0));

/** A probability: a number from 0 to 1, both included; never per cent. */
export const Probability: z.ZodType<number> = /* @__PURE__ */ schema(() => z.number().min(0).max(1));

/** A share of a whole: a number from 0 to 1, both included; never per cent. */
export const Share: z.ZodType<number> = /* @__PURE__ */ schema(() => z.number().min(0).max(1));

/** Text a person wrote: kept as it is, not empty, at most 10 000 UTF-16 code units. */
export const Text: z.ZodType<string> = /* @__PURE__ */ schema(() => z.string().min(1).max(MAX_TEXT));

/** An id: any text of 1 to 200 UTF-16 code units, never trimmed, compared code unit by code unit. */
export const Id: z.ZodType<string> = /* @__PURE__ */ schema(() => z.string().min(1).max(MAX_ID));

/** A civil date, `YYYY-MM-DD`, that exists. */
export const CivilDate: z.ZodType<CivilDateText> = /* @__PURE__ */ schema(
  () => z.iso.date() as unknown as z.ZodType<CivilDateText>,
);
/** A civil date as text: `2026-03-31`. The compiler checks the form of literals; parsing checks the day. */
export type CivilDate = CivilDateText;

/** A contact's e-mail address: the form that mail programs accept, checked in linear time. */
export const EmailAddress: z.ZodType<string> = /* @__PURE__ */ schema(() =>
  z.string().max(MAX_ADDRESS).pipe(z.email()),
);

/**
 * A field that may be left out, and is never `undefined`. Data is read without its undefined properties, so that the
 * plain optional schema, which hands an absent field on at once, does what the exact one would: ten times as fast.
 */
export function optional<S extends z.ZodType>(field: S): z.ZodExactOptional<S> {
  return z.optional(field) as unknown as z.ZodExactOptional<S>;
}

/** A list of at most 1 000 000 elements. */
export function list<T>(element: z.ZodType<T>): z.ZodType<T[]> {
  return z.array(element).max(MAX_LIST);
}

/** A list of things with ids, each id once. */
export function listById<T extends { readonly id: string }>(element: z.ZodType<T>): z.ZodType<T[]> {
  return z
    .array(element)
    .max(MAX_LIST)
    .check(
      rule((items: readonly T[], report) => {
        if (items.length < 2) return;
        const seen = new Set<string>();
        items.forEach(({ id }, i) => {
          if (seen.has(id)) report("duplicate-id", [i, "id"], `expected each id once, received it twice`);
          seen.add(id);
        });
      }),
    );
}
