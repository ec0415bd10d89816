import * as z from "zod";

import { ClientRecord } from "../client/index.js";
import { CommunicationPlan } from "../communication/index.js";
import type { DomainError } from "../foundation/errors/index.js";
import { isDomainError } from "../foundation/errors/index.js";
import { contained, broken } from "../foundation/guard/index.js";
import { CurrencyCode } from "../foundation/money/index.js";
import { CivilDate, Id, optional, parse, rule, schema, Text } from "../foundation/schema/index.js";
import { TimeZone, WorkingCalendar } from "../foundation/time/index.js";
import { IncidentLog } from "../incidents/index.js";
import { KpiRecord } from "../kpi/index.js";
import { LifecycleRecord, Service } from "../lifecycle/index.js";
import { RiskRegister } from "../risk/index.js";
import { BusinessCase } from "../roi/index.js";
import { Plan } from "../schedule/index.js";
import { StrategyInput } from "../strategy/index.js";
import { foreignAmounts } from "./foreign-amounts.js";

/** The version of the document that this library reads and writes. */
export const ENGAGEMENT_VERSION = 1;

/**
 * One project for one client, as one document. Every part but the header is optional; `assess` says of a part that is
 * missing what it would need.
 */
export interface Engagement {
  /** Version of the document: 1. */
  readonly version: typeof ENGAGEMENT_VERSION;
  /** Names the engagement: any text of 1 to 200 characters. */
  readonly id: string;
  /** What is being done, as a heading. */
  readonly title: string;
  /** For whom. */
  readonly clientName: string;
  /** What kind of service it is. */
  readonly service: Service;
  /** Currency of every amount in the document: ISO 4217. */
  readonly currency: string;
  /** IANA zone in which instants become days. */
  readonly timeZone: string;
  /** Day of the go-live as it is planned now. */
  readonly goLive?: CivilDate;
  /** Working time; Monday to Friday, nine to five, without holidays when left out. */
  readonly calendar?: WorkingCalendar;
  /** Phases, gates, readiness, milestones and budgets. */
  readonly lifecycle?: LifecycleRecord;
  /** Tasks and their dependencies. */
  readonly plan?: Plan;
  /** What the choice of an upgrade strategy rests on. */
  readonly strategy?: StrategyInput;
  /** The risk register. */
  readonly risks?: RiskRegister;
  /** Observations and targets of the key performance indicators. */
  readonly kpis?: KpiRecord;
  /** Costs and benefits. */
  readonly businessCase?: BusinessCase;
  /** Audiences and messages. */
  readonly communication?: CommunicationPlan;
  /** Expectations, feedback and actions. */
  readonly client?: ClientRecord;
  /** Incidents since the work began. */
  readonly incidents?: IncidentLog;
}

/** Reads an {@link Engagement}. */
export const Engagement: z.ZodType<Engagement> = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      version: z.int().check(
        rule((version: number, report) => {
          if (version !== ENGAGEMENT_VERSION) {
            report(
              "unsupported-version",
              [],
              `expected version ${String(ENGAGEMENT_VERSION)}, received ${String(version)}`,
            );
          }
        }),
      ) as unknown as z.ZodType<typeof ENGAGEMENT_VERSION>,
      id: Id,
      title: Text,
      clientName: Text,
      service: Service,
      currency: CurrencyCode,
      timeZone: TimeZone,
      goLive: optional(CivilDate),
      calendar: optional(WorkingCalendar),
      lifecycle: optional(LifecycleRecord),
      plan: optional(Plan),
      strategy: optional(StrategyInput),
      risks: optional(RiskRegister),
      kpis: optional(KpiRecord),
      businessCase: optional(BusinessCase),
      communication: optional(CommunicationPlan),
      client: optional(ClientRecord),
      incidents: optional(IncidentLog),
    })
    .check(
      rule((engagement: Engagement, report) => {
        const { currency, risks, incidents } = engagement;
        for (const { path, currency: other } of foreignAmounts(engagement, currency)) {
          report("currency-mismatch", path, `expected ${currency}, the engagement's currency, received ${other}`);
        }
        const known = new Set(risks?.risks.map(({ id }) => id));
        incidents?.incidents.forEach(({ riskId }, i) => {
          if (riskId === undefined || known.has(riskId)) return;
          report(
            "unknown-reference",
            ["incidents", "incidents", i, "riskId"],
            "expected the id of a risk in the register",
          );
        });
      }),
    ),
);

/**
 * Reads an engagement from outside data: the one door for whole documents.
 *
 * @param data - the document, as `JSON.parse` gives it
 * @returns the engagement, checked and typed; it shares nothing with the data
 * @throws DomainError `unsupported-version` when it was written for another version, and then nothing else is looked at
 * @throws DomainError `invalid-input` with code and path of each fault
 *
 * @example
 * ```ts
 * import { parseEngagement } from "golive-kit/engagement";
 *
 * const engagement = parseEngagement({
 *   version: 1,
 *   id: "minimal",
 *   title: "Upgrade of the web shop",
 *   clientName: "A client",
 *   service: { kind: "upgrade", type: "software-version" },
 *   currency: "EUR",
 *   timeZone: "Europe/Madrid",
 * });
 *
 * engagement.service.kind; // => "upgrade"
 * ```
 */
export function parseEngagement(data: unknown): Engagement {
  return contained("engagement", () => {
    try {
      return parse(Engagement, data, "engagement");
    } catch (error) {
      throw aboutVersion(error) ?? error;
    }
  });
}

/** A document of another version is refused for that alone: its other faults may be none there. */
function aboutVersion(error: unknown): DomainError | undefined {
  if (!isDomainError(error, "invalid-input")) return undefined;
  const fault = error.details.issues.find(({ code }) => code === "unsupported-version");
  if (fault === undefined) return undefined;
  const received = fault.message.replace(/^.*received /, "");
  return broken(
    "unsupported-version",
    "version",
    `${String(ENGAGEMENT_VERSION)}, the only one this release reads`,
    Number(received),
  );
}
