import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, it } from "vitest";

import pinned from "./pinned.json" with { type: "json" };

const page = readFileSync(join(import.meta.dirname, "../../docs/guide/engines.md"), "utf8");

it("the page on engines shows the pinned hashes and no engine that differs", () => {
  for (const hash of Object.values(pinned)) expect(page).toContain(hash);
  expect(page.match(/\| equal \|/g)?.length).toBeGreaterThan(10);
  expect(page).not.toContain("DIFFERENT");
});
