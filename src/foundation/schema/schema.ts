import * as z from "zod";

import { DomainError, type Issue, type Path } from "../errors/index.js";
import { built, LONG_LIST, quicken } from "./built-schema.js";
import { IssueList } from "./issue-list.js";
import { snapshot } from "./snapshot.js";
import { addZodIssue } from "./zod-issues.js";

/**
 * Declares a schema that is built on first use and that a bundler can leave out
 * when nothing uses it. Every call site carries the pure annotation.
 *
 * @param build - makes the schema; called once, on first use
 * @returns the schema
 */
export function schema<S extends z.ZodType>(build: () => S): z.ZodLazy<S> {
  return z.lazy(build);
}

/**
 * A rule that a schema's own words cannot say, as a check: it looks at a value
 * of the right shape and reports what is wrong with it.
 *
 * @param find - reports each fault with its code, its path below the value, and what was expected
 * @returns a check for `.check(…)`
 */
export function rule<T>(
  find: (value: T, report: (code: Issue["code"], path: Path, message: string) => void) => void,
): z.core.CheckFn<T> {
  return (payload) => {
    // A fault of shape was reported already; the rule would look at the wrong thing.
    if (payload.issues.length > 0) return;
    find(payload.value, (code, path, message) => {
      payload.issues.push({
        code: "custom",
        input: payload.value,
        path: [...path],
        message,
        params: { code },
      });
    });
  };
}

/**
 * Checks data from outside against a schema. The data is read once, never
 * changed, and the result shares nothing with it.
 *
 * @param shape - the schema
 * @param data - anything
 * @param subject - what the data is meant to be, for the message
 * @returns the checked value, typed by the schema
 * @throws DomainError `invalid-input` with one issue per fault, at most 100 listed and all counted
 */
export function parse<T>(shape: z.ZodType<T>, data: unknown, subject: string): T {
  const ready = built(shape);
  const copy = snapshot(data);
  if (copy.values > LONG_LIST) quicken(ready, copy.data);
  // The raw run, not safeParse: a million faults are counted without being worded first. It is never put off.
  const result = ready._zod.run({ value: copy.data, issues: [] }, { async: false }) as z.core.ParsePayload<T>;
  if (result.issues.length === 0 && copy.issues.total === 0) return result.value;

  const issues = new IssueList();
  const reading = copy.issues;
  for (const issue of reading.listed) issues.add(() => issue);
  issues.total = reading.total;
  for (const issue of result.issues) addZodIssue(issues, issue, copy.data);
  throw new DomainError("invalid-input", { subject, issues: issues.listed, total: issues.total });
}
