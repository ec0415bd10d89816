import { contained, demandText } from "../../foundation/guard/index.js";
import { withoutBidi, withoutControls } from "./control-characters.js";

/** Characters that mean something in a Mermaid diagram, and look-alikes that do not. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { ":": "\u2236", ";": "\uff1b", "#": "\uff03", "%": "\uff05" };

/** Words that begin a statement of a Gantt diagram, and dates, which begin one too. */
const STATEMENT =
  /^\s*(?:gantt|title|section|dateformat|axisformat|tickinterval|todaymarker|weekday|weekend|includes|excludes|inclusiveenddates|topaxis|click|acctitle|accdescr|\d{4}-\d\d-\d\d)/i;
/** Seen by nobody, and a word that holds it is another word. */
const JOINER = "\u2060";

/**
 * Writes any text as the name of a task or section of a Mermaid Gantt diagram.
 *
 * @param text - any text
 * @returns one line; colon, semicolon, number sign and per cent are replaced by look-alikes, and a first word that is a
 *   statement of the diagram is told apart by a word joiner
 *
 * @example
 * ```ts
 * import { mermaidText } from "golive-kit/reports";
 *
 * mermaidText("Go-live\nsection X"); // => "Go-live section X"
 * ```
 */
export function mermaidText(text: string): string {
  return contained("mermaidText", () =>
    withoutBidi(withoutControls(demandText(text, "text")))
      .replace(/[\r\n\t]+/g, " ")
      .replace(/[:;#%]/g, (character) => LOOK_ALIKES[character] ?? character)
      .replace(STATEMENT, `$&${JOINER}`),
  );
}
