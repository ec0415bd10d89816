import { expect, it } from "vitest";
import * as z from "zod";

import { MAX_LIST, MAX_VALUES, parse } from "../../../src/foundation/schema/index.js";
import { caught } from "../../kit/caught.js";

it("reads as many values as an input can hold, and not one more", { timeout: 60_000 }, () => {
  const row = new Array(MAX_LIST).fill(null);
  // The whole, its lists, and what they hold.
  const lists = MAX_VALUES / MAX_LIST;
  const rows = [...new Array(lists - 1).fill(row), new Array(MAX_LIST - lists - 1).fill(null)];
  const Anything = z.unknown();
  expect(parse(Anything, rows, "rows")).toHaveLength(25);
  const { code, details } = caught(() => parse(Anything, [...rows, 1], "rows"));
  expect({ code, ...details }).toEqual({
    code: "invalid-input",
    subject: "rows",
    issues: [{ code: "too-many", path: [25], message: "expected at most 25000000 values in all" }],
    total: 1,
  });
  expect(caught(() => parse(Anything, [...rows, 1, 2], "rows")).details).toMatchObject({ total: 1 });
});
