import * as z from "zod";

import { CivilDate, Id, optional, schema, Text } from "../foundation/schema/index.js";

/** What can be done about a risk, by its type: to escalate or accept fits both. */
export const RISK_STRATEGIES = {
  threat: ["avoid", "mitigate", "transfer", "accept", "escalate"],
  opportunity: ["exploit", "enhance", "share", "accept", "escalate"],
} as const;
/** What is done about a threat or an opportunity. */
export type RiskStrategy = (typeof RISK_STRATEGIES)["threat" | "opportunity"][number];

/** How far a response is: only an implemented one has any effect yet. */
export const RISK_RESPONSE_STATUSES = ["planned", "implemented"] as const;
/** How far a response is. */
export type RiskResponseStatus = (typeof RISK_RESPONSE_STATUSES)[number];

/** Something done about a risk. */
export interface RiskResponse {
  /** Names the response within its risk. */
  readonly id: string;
  /** Which way it goes; it must fit the risk's type. */
  readonly strategy: RiskStrategy;
  /** What is done. */
  readonly actions: string;
  /** Who does it; the risk's owner when left out. */
  readonly owner?: string;
  /** Day by which it is to be done. */
  readonly dueOn?: CivilDate;
  /** How far it is. */
  readonly status: RiskResponseStatus;
}

/** Reads a {@link RiskResponse}. */
export const RiskResponse: z.ZodType<RiskResponse> = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    strategy: z.enum(["avoid", "mitigate", "transfer", "exploit", "enhance", "share", "accept", "escalate"]),
    actions: Text,
    owner: optional(Text),
    dueOn: optional(CivilDate),
    status: z.enum(RISK_RESPONSE_STATUSES),
  }),
);
