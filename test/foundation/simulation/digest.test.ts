import { expect, it } from "vitest";

import pinned from "../../engines/pinned.json" with { type: "json" };
import { simulationDigest } from "../../engines/simulation-digest.js";

it("ten full simulations have the pinned hash", () => {
  expect(simulationDigest()).toBe(pinned.simulation);
});
