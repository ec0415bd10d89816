import { describe, expect, it } from "vitest";

import { type Milestone, parseMilestone } from "../../src/lifecycle/index.js";
import { faults } from "../kit/caught.js";

const open = { id: "M-1", title: "Acceptance test passed", due: "2026-05-08", status: "open" } as const;
const done = { ...open, status: "done", completed: "2026-05-07" } as const;

describe("parseMilestone", () => {
  it.each<Milestone>([
    open,
    { ...open, forecast: "2026-05-12" },
    done,
    { ...done, completed: "2026-05-07T16:00:00+02:00" },
    { ...open, status: "cancelled", cancelledOn: "2026-04-01" },
    { ...open, status: "cancelled", completed: "2026-04-01" },
  ])("reads what it writes: %j", (milestone) => {
    expect(parseMilestone(JSON.parse(JSON.stringify(milestone)))).toEqual(milestone);
  });

  it.each([
    { fault: "missing completed", data: { ...open, status: "done" } },
    { fault: "inconsistent completed", data: { ...done, status: "open" } },
    { fault: "inconsistent cancelledOn", data: { ...done, cancelledOn: "2026-05-01" } },
    { fault: "invalid-date completed", data: { ...done, completed: "2026-02-30" } },
    { fault: "invalid-date completed", data: { ...done, completed: "2026-05-07T16:00:00" } },
    { fault: "invalid-date due", data: { ...open, due: "2026-5-8" } },
    { fault: "out-of-range status", data: { ...open, status: "late" } },
    { fault: "empty title", data: { ...open, title: "" } },
    { fault: "unknown-key owner", data: { ...open, owner: "x" } },
  ])("refuses $fault", ({ fault, data }) => {
    expect(faults(() => parseMilestone(data))).toEqual([fault]);
  });
});
