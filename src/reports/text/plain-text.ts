import { contained, demandText } from "../../foundation/guard/index.js";
import { withoutBidi, withoutControls } from "./control-characters.js";

/**
 * Writes any text for a terminal: nothing in it moves the cursor, changes colours or turns the reading order.
 *
 * @param text - any text
 * @returns the text; control characters but tab and line breaks are replaced by U+FFFD
 *
 * @example
 * ```ts
 * import { plainText } from "golive-kit/reports";
 *
 * plainText("\u001b[31mred"); // => "\ufffd[31mred"
 * ```
 */
export function plainText(text: string): string {
  return contained("plainText", () => withoutBidi(withoutControls(demandText(text, "text"))));
}
