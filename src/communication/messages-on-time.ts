import * as z from "zod";

import type { NoAnswer } from "../foundation/errors/index.js";
import { formula, type Formula } from "../foundation/explain/index.js";
import { contained, demandCount } from "../foundation/guard/index.js";
import { Count, parse, schema } from "../foundation/schema/index.js";

/** Input of {@link messagesOnTime}. */
export interface MessagesOnTimeInput {
  /** Messages sent on their day or before. */
  readonly onTime: number;
  /** Messages sent later, or not yet although their day has passed. */
  readonly late: number;
}

/** Reads a {@link MessagesOnTimeInput}. */
export const MessagesOnTimeInput: z.ZodType<MessagesOnTimeInput> = /* @__PURE__ */ schema(() =>
  z.strictObject({ onTime: Count, late: Count }),
);

/**
 * Messages on time: the share of the messages sent or overdue that were sent by their day.
 *
 * Messages that are not sent and whose day has not passed count on neither side; `assessCommunication` sorts them out.
 *
 * @param input - `onTime` and `late`, whole numbers of messages
 * @returns a ratio from 0 to 1, unrounded; NoAnswer `nothing-due` when none was sent and none is overdue
 * @throws DomainError `wrong-type`, `not-finite` or `out-of-range` when a count is no whole number of at least 0
 * @source Implementation and Upgrade Services: A Deep Dive, "Developing a Comprehensive Communication Plan"
 *
 * @example
 * ```ts
 * import { messagesOnTime } from "golive-kit/communication";
 *
 * messagesOnTime({ onTime: 3, late: 1 }); // => 0.75
 * messagesOnTime({ onTime: 0, late: 0 }); // => { kind: "none", reason: "nothing-due" }
 * ```
 *
 * @function
 */
export const messagesOnTime: Formula<MessagesOnTimeInput, number | NoAnswer<"nothing-due">> = /* @__PURE__ */ formula({
  id: "communication.messages-on-time",
  title: "Messages on time",
  unit: "ratio",
  units: { onTime: "count", late: "count" },
  outcomes: { "nothing-due": "onTime + late = 0" },
  source: [
    {
      work: "Implementation and Upgrade Services: A Deep Dive",
      place: "Developing a Comprehensive Communication Plan",
    },
  ],
  compute(input: MessagesOnTimeInput, note): number | NoAnswer<"nothing-due"> {
    const onTime = demandCount(input.onTime, "onTime");
    const late = demandCount(input.late, "late");
    if (onTime + late === 0) return note.none("nothing-due");
    return note("share", "onTime ÷ (onTime + late)", onTime / (onTime + late));
  },
});

/**
 * Reads the input of {@link messagesOnTime} from outside data.
 *
 * @param data - `{ onTime, late }`, whole numbers
 * @returns the input, checked and typed
 * @throws DomainError `invalid-input` with the path of each fault
 *
 * @example
 * ```ts
 * import { messagesOnTime, parseMessagesOnTimeInput } from "golive-kit/communication";
 *
 * messagesOnTime(parseMessagesOnTimeInput({ onTime: 1, late: 1 })); // => 0.5
 * ```
 */
export function parseMessagesOnTimeInput(data: unknown): MessagesOnTimeInput {
  return contained("messages on time", () => parse(MessagesOnTimeInput, data, "messages on time"));
}
