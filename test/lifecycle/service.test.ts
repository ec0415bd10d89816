import { describe, expect, it } from "vitest";

import {
  IMPLEMENTATION_TYPES,
  parseService,
  SERVICE_KIND_PROFILES,
  SERVICE_KINDS,
  SERVICE_TYPE_PROFILES,
  UPGRADE_TYPES,
} from "../../src/lifecycle/index.js";
import { faults } from "../kit/caught.js";

describe("parseService", () => {
  it.each([
    { kind: "implementation", type: "cloud" },
    { kind: "upgrade", type: "hardware" },
    { kind: "maintenance" },
    { kind: "support" },
  ])("reads %j", (service) => {
    expect(parseService(service)).toEqual(service);
  });

  it.each([
    { fault: "out-of-range type", data: { kind: "implementation", type: "database" } },
    { fault: "out-of-range type", data: { kind: "upgrade", type: "cloud" } },
    { fault: "missing type", data: { kind: "upgrade" } },
    { fault: "unknown-key type", data: { kind: "support", type: "cloud" } },
    { fault: "out-of-range kind", data: { kind: "migration" } },
  ])("refuses $fault of $data", ({ fault, data }) => {
    expect(faults(() => parseService(data))).toEqual([fault]);
  });
});

describe("profiles", () => {
  it("describe every kind once, in order, and tell them apart", () => {
    expect(SERVICE_KIND_PROFILES.map(({ kind }) => kind)).toEqual(SERVICE_KINDS);
    const traits = SERVICE_KIND_PROFILES.map(({ system, course }) => `${system} ${course}`);
    expect(traits).toEqual(["new project", "existing project", "existing ongoing", "existing ongoing"]);
    expect(new Set(SERVICE_KIND_PROFILES.map(({ purpose }) => purpose)).size).toBe(4);
  });

  it("describe every type once, as a service that parses", () => {
    const types = SERVICE_TYPE_PROFILES.map(({ service }) => `${service.kind} ${service.type}`);
    expect(types).toEqual([
      ...IMPLEMENTATION_TYPES.map((type) => `implementation ${type}`),
      ...UPGRADE_TYPES.map((type) => `upgrade ${type}`),
    ]);
    for (const { service, clientNeeds, providerNeeds } of SERVICE_TYPE_PROFILES) {
      expect(parseService(service)).toEqual(service);
      expect(clientNeeds.length * providerNeeds.length).toBeGreaterThan(0);
    }
  });
});
