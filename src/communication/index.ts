export { assessCommunication, MESSAGE_STANDINGS } from "./assess-communication.js";
export type {
  AssessCommunicationOptions,
  CommunicationAssessment,
  MessageStanding,
  StandingMessage,
} from "./assess-communication.js";
export { CHANNEL_IDS, CHANNELS } from "./channels.js";
export type { ChannelId, ChannelProfile } from "./channels.js";
export { AUDIENCE_KINDS, CommunicationPlan, MESSAGE_STAGES, parseCommunicationPlan } from "./communication-plan.js";
export type { Audience, AudienceKind, Message, MessageStage } from "./communication-plan.js";
export { COMMUNICATION_FORMULAS } from "./formulas.js";
export { messagesOnTime, MessagesOnTimeInput, parseMessagesOnTimeInput } from "./messages-on-time.js";
export { COMMUNICATION_GAPS, communicationGaps, planMessages } from "./plan-messages.js";
export type { CommunicationGap, CommunicationGapCode, DatedMessage, PlanMessagesOptions } from "./plan-messages.js";
export { STANDARD_MESSAGES, standardCommunicationPlan } from "./standard-messages.js";
export type { StandardMessage } from "./standard-messages.js";
