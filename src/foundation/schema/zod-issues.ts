import type * as z from "zod";

import { describeValue, type Issue, type Path } from "../errors/index.js";
import type { IssueList } from "./issue-list.js";
import { nearWords } from "./near-words.js";
import { UNREAD, valueAt } from "./snapshot.js";

type ZodIssue = z.core.$ZodRawIssue;

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
  null: "null",
};

/**
 * Takes one issue of the schema library into the list, in the library's own
 * words and codes. An issue about a part that could not even be read is dropped:
 * that part has its fault already.
 *
 * @param issues - the list to add to
 * @param issue - what the schema library found
 * @param data - the snapshot it was found in
 */
export function addZodIssue(issues: IssueList, issue: ZodIssue, data: unknown): void {
  const path = (issue.path ?? []) as Path;
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) {
      const at = [...path, key];
      if (valueAt(data, at) === UNREAD) continue;
      const message = (): string => `unexpected key ${describeValue(key)}${hint(key, issue)}`;
      issues.add(() => ({ code: "unknown-key", path: at, message: message() }));
    }
    return;
  }
  const value = valueAt(data, path);
  if (value === UNREAD) return;
  issues.add(() => ({ ...translate(issue, value), path: [...path] }));
}

interface Wording {
  readonly code: Issue["code"];
  readonly message: string;
}

function translate(issue: ZodIssue, value: unknown): Wording {
  const received = `received ${receivedText(value)}`;
  const message = `expected ${expectation(issue)}, ${received}`;
  if (value === undefined && issue.code !== "custom") return { code: "missing", message };
  switch (issue.code) {
    case "custom":
      return { code: codeOf(issue), message: issue.message ?? message };
    case "invalid_type":
      if (typeof value === "number" && (issue.expected === "number" || issue.expected === "int")) {
        if (!Number.isFinite(value)) return { code: "not-finite", message: `expected a finite number, ${received}` };
        return { code: "out-of-range", message };
      }
      return { code: "wrong-type", message };
    case "too_big":
      if (typeof value === "string") return { code: "too-long", message: `${message} of ${String(value.length)}` };
      if (Array.isArray(value)) return { code: "too-many", message: `${message} of ${String(value.length)}` };
      return { code: "out-of-range", message };
    case "too_small":
      return { code: typeof value === "number" ? "out-of-range" : "empty", message };
    case "invalid_format":
      return {
        code: issue.format === "date" || issue.format === "datetime" ? "invalid-date" : "invalid-format",
        message,
      };
    case "invalid_value":
      return { code: typeof value === "string" || typeof value === "number" ? "out-of-range" : "wrong-type", message };
    case "invalid_union":
      return { code: issue.discriminator === undefined ? "wrong-type" : "out-of-range", message };
    default:
      return { code: "invalid-format", message };
  }
}

/** Which of the object's own keys an unknown one may stand for. */
function hint(key: string, { inst }: ZodIssue): string {
  const def = inst?._zod.def as { readonly shape?: object } | undefined;
  const [near] = nearWords(key, Object.keys(def?.shape ?? {}), 1);
  return near === undefined ? "" : `, did you mean ${describeValue(near)}?`;
}

/** What an issue asks for, to be read after "expected". */
function expectation(issue: ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return TYPE_NAMES[issue.expected] ?? issue.expected;
    case "too_big":
      if (issue.origin === "string") return `at most ${String(issue.maximum)} characters`;
      if (issue.origin === "array") return `at most ${String(issue.maximum)} elements`;
      return `${issue.inclusive === false ? "below" : "at most"} ${String(issue.maximum)}`;
    case "too_small":
      if (issue.origin === "string") {
        return issue.minimum === 1 ? "text that is not empty" : `at least ${String(issue.minimum)} characters`;
      }
      if (issue.origin === "array") {
        return issue.minimum === 1 ? "a list that is not empty" : `at least ${String(issue.minimum)} elements`;
      }
      return `${issue.inclusive === false ? "above" : "at least"} ${String(issue.minimum)}`;
    case "invalid_format":
      if (issue.format === "date") return "a day that exists, as YYYY-MM-DD";
      if (issue.format === "datetime") return "an instant with its offset, such as 2026-03-31T09:00:00+02:00";
      if (issue.format === "email") return "an e-mail address";
      return ownWords(issue) ?? `text in the form ${String(issue.pattern)}`;
    case "invalid_value":
      return oneOf(issue.values);
    case "invalid_union":
      return Array.isArray(issue.options) ? oneOf(issue.options) : alternatives(issue);
    default:
      return "a value that fits";
  }
}

/** What a pattern asks for, as the schema says it: `z.string().regex(form, "three capital letters")`. */
function ownWords(issue: ZodIssue): string | undefined {
  const { error } = (issue.inst?._zod.def ?? {}) as { readonly error?: (issue: ZodIssue) => unknown };
  const words = error?.(issue);
  return typeof words === "string" ? words : undefined;
}

/** What the branches of a plain union ask for. */
function alternatives(issue: ZodIssue): string {
  const branches = issue.code === "invalid_union" ? (issue.errors as readonly (readonly ZodIssue[])[]) : [];
  const wanted = branches.flatMap((errors) => errors.slice(0, 1).map(expectation));
  return wanted.length === 0 ? "a value that fits" : [...new Set(wanted)].join(" or ");
}

function oneOf(words: readonly unknown[]): string {
  const shown = words.map((word) => describeValue(word)).join(", ");
  return words.length === 1 ? shown : `one of ${shown}`;
}

function codeOf(issue: ZodIssue): Issue["code"] {
  const params = "params" in issue ? (issue.params as { readonly code?: Issue["code"] } | undefined) : undefined;
  return params?.code ?? "out-of-range";
}

/** What was received; an object that is not plain data is known by its kind. */
function receivedText(value: unknown): string {
  if (Array.isArray(value) && value.length === 0) return "an empty list";
  return typeof value === "symbol" ? `an object of kind ${value.description ?? "?"}` : describeValue(value);
}
