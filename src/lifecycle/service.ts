import * as z from "zod";

import { contained } from "../foundation/guard/index.js";
import { parse, schema } from "../foundation/schema/index.js";

/** What kind of service a piece of work is. */
export const SERVICE_KINDS = ["implementation", "upgrade", "maintenance", "support"] as const;
/** What kind of service a piece of work is. */
export type ServiceKind = (typeof SERVICE_KINDS)[number];

/** What is implemented. */
export const IMPLEMENTATION_TYPES = ["on-premise", "cloud", "hardware", "custom"] as const;
/** What is implemented. */
export type ImplementationType = (typeof IMPLEMENTATION_TYPES)[number];

/** What is upgraded. */
export const UPGRADE_TYPES = ["software-version", "hardware", "database", "security"] as const;
/** What is upgraded. */
export type UpgradeType = (typeof UPGRADE_TYPES)[number];

/** A service. Implementations and upgrades are of a type; maintenance and support are not. */
export type Service =
  | { readonly kind: "implementation"; readonly type: ImplementationType }
  | { readonly kind: "upgrade"; readonly type: UpgradeType }
  | { readonly kind: "maintenance" }
  | { readonly kind: "support" };

/** Reads a {@link Service}. */
export const Service: z.ZodType<Service> = /* @__PURE__ */ schema(() =>
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("implementation"), type: z.enum(IMPLEMENTATION_TYPES) }),
    z.strictObject({ kind: z.literal("upgrade"), type: z.enum(UPGRADE_TYPES) }),
    z.strictObject({ kind: z.literal("maintenance") }),
    z.strictObject({ kind: z.literal("support") }),
  ]),
);

/** What tells one kind of service from the others. */
export interface ServiceKindProfile {
  /** The kind. */
  readonly kind: ServiceKind;
  /** What it is for. */
  readonly purpose: string;
  /** Whether the system is new to the client or in use already. */
  readonly system: "new" | "existing";
  /** Whether it ends, or goes on as long as the system is in use. */
  readonly course: "project" | "ongoing";
  /** How much of the system it touches. */
  readonly scope: string;
  /** How long it takes, against the other kinds. */
  readonly length: string;
  /** What it costs, against the other kinds. */
  readonly budget: string;
  /** How much it disturbs those who work with the system. */
  readonly disruption: "high" | "medium" | "low";
  /** Work that is typical of it. */
  readonly examples: readonly string[];
}

/**
 * The kinds of service and what tells them apart, in the order of `SERVICE_KINDS`. The examples and the comparison are
 * from Implementation and Upgrade Services: A Deep Dive, "Defining Implementation and Upgrade Services".
 */
export const SERVICE_KIND_PROFILES: readonly ServiceKindProfile[] = [
  {
    kind: "implementation",
    purpose: "Sets up a system the client does not have yet, and brings people to use it",
    system: "new",
    course: "project",
    scope: "Everything from planning and design to deployment and user training",
    length: "The longest of the four: weeks when small, months when large",
    budget: "The largest of the four, because its scope is the widest",
    disruption: "high",
    examples: ["Introduce an ERP system, with data migration, staff training and full testing"],
  },
  {
    kind: "upgrade",
    purpose: "Adds features, speed or security to a system that works",
    system: "existing",
    course: "project",
    scope: "Named improvements; the rest of the system stays as it is",
    length: "Shorter than an implementation of the same system",
    budget: "Smaller than that of an implementation of the same system",
    disruption: "medium",
    examples: ["Install a new module of an ERP system", "Move a system to its next version"],
  },
  {
    kind: "maintenance",
    purpose: "Keeps a system working as it does",
    system: "existing",
    course: "ongoing",
    scope: "Recurring upkeep, no new features",
    length: "As long as the system is in use",
    budget: "A regular amount for each period",
    disruption: "low",
    examples: ["Backups", "Security patches", "Watching performance"],
  },
  {
    kind: "support",
    purpose: "Helps people who have a problem with a system",
    system: "existing",
    course: "ongoing",
    scope: "One request at a time",
    length: "As long as the system is in use",
    budget: "A regular amount for each period, or one for each request",
    disruption: "low",
    examples: ["Help desk", "Online documentation", "Technical assistance"],
  },
];

/** What a type of service asks of both sides. */
export interface ServiceTypeProfile {
  /** The service. */
  readonly service: Extract<Service, { readonly type: string }>;
  /** What is done. */
  readonly work: string;
  /** What the client has to bring. */
  readonly clientNeeds: readonly string[];
  /** What the provider has to bring. */
  readonly providerNeeds: readonly string[];
}

/**
 * The types of implementation and upgrade, implementations first. What is done is from Implementation and Upgrade
 * Services: A Deep Dive, "Types of Implementation and Upgrade Services"; what both sides need follows from it.
 */
export const SERVICE_TYPE_PROFILES: readonly ServiceTypeProfile[] = [
  {
    service: { kind: "implementation", type: "on-premise" },
    work: "Software is installed and configured on the client's own servers",
    clientNeeds: [
      "Servers, network and licences",
      "Much time of the internal IT team",
      "Backup and restore of its own",
    ],
    providerNeeds: ["Installation and configuration on foreign servers", "Access to the client's network"],
  },
  {
    service: { kind: "implementation", type: "cloud" },
    work: "Software is deployed at a cloud provider, with little equipment on site",
    clientNeeds: ["A reliable line", "A decision on where data may lie", "Sign-on for its users"],
    providerNeeds: ["An account and a landing zone at the cloud provider", "Watch over running costs"],
  },
  {
    service: { kind: "implementation", type: "hardware" },
    work: "Servers, network devices or points of sale are installed and configured",
    clientNeeds: ["Room, power and cooling", "Access to the sites"],
    providerNeeds: ["Delivery dates of the makers", "People on site", "Spare parts for the first weeks"],
  },
  {
    service: { kind: "implementation", type: "custom" },
    work: "Software is developed for the needs of one client and deployed",
    clientNeeds: ["People who decide on requirements", "People who test and accept", "Ownership of the source agreed"],
    providerNeeds: ["A development team and its pipeline", "Maintenance after acceptance"],
  },
  {
    service: { kind: "upgrade", type: "software-version" },
    work: "A newer version brings corrections, speed and features",
    clientNeeds: ["A test environment like the live one", "Users who test what they use daily"],
    providerNeeds: ["Notes on what changes between the versions", "A tried way back to the old version"],
  },
  {
    service: { kind: "upgrade", type: "hardware" },
    work: "Parts are replaced or added for more speed or room",
    clientNeeds: ["A maintenance window", "A verified backup before the work begins"],
    providerNeeds: ["Parts that fit the present equipment", "Old parts at hand until the new ones have proved good"],
  },
  {
    service: { kind: "upgrade", type: "database" },
    work: "The database management system moves to a newer version, for security and speed",
    clientNeeds: ["A maintenance window", "A restore that was rehearsed", "Applications certified for the new version"],
    providerNeeds: ["A trial migration on a full copy of the data", "Comparison of query times before and after"],
  },
  {
    service: { kind: "upgrade", type: "security" },
    work: "New measures against attacks are put in place",
    clientNeeds: ["Policies on access and passwords", "Word to users about what changes for them"],
    providerNeeds: ["A list of weaknesses that the measures close", "Proof after the work that they are closed"],
  },
];

/**
 * Reads a service from outside data.
 *
 * @param data - `{ kind, type }`; `type` for implementations and upgrades, and only for these
 * @returns the service, checked and typed
 * @throws DomainError `invalid-input`: `out-of-range` for a kind that is none, or a type that does not fit the kind
 *
 * @example
 * ```ts
 * import { parseService } from "golive-kit/lifecycle";
 *
 * parseService({ kind: "upgrade", type: "database" }).kind; // => "upgrade"
 * ```
 */
export function parseService(data: unknown): Service {
  return contained("service", () => parse(Service, data, "service"));
}
