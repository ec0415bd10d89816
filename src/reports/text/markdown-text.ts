import { contained, demandText } from "../../foundation/guard/index.js";
import { withoutControls } from "./control-characters.js";

/**
 * Writes any text as running Markdown text: nothing in it becomes a heading, a list, a link, an image or HTML.
 *
 * @param text - any text
 * @returns Markdown that shows the text as it is; line breaks stay, blanks at the start of a line go
 *
 * @example
 * ```ts
 * import { markdownText } from "golive-kit/reports";
 *
 * markdownText("# 1 *new* <b>"); // => "\\# 1 \\*new\\* &lt;b&gt;"
 * ```
 */
export function markdownText(text: string): string {
  return contained("markdownText", () => {
    return inlineMarkdown(demandText(text, "text"))
      .split(/\r\n|[\n\r]/)
      .map((line) =>
        line
          .replace(/^[ \t]+/, "")
          .replace(/^[-+=#]/, "\\$&")
          .replace(/^(\d{1,9})\./, "$1\\."),
      )
      .join("\n");
  });
}

/**
 * Writes any text as the content of one cell of a Markdown table.
 *
 * @param text - any text
 * @returns Markdown on one line, with every bar escaped
 *
 * @example
 * ```ts
 * import { markdownCell } from "golive-kit/reports";
 *
 * markdownCell("a|b\nc"); // => "a\\|b c"
 * ```
 */
export function markdownCell(text: string): string {
  return contained("markdownCell", () => inlineMarkdown(demandText(text, "text").replace(/[\r\n\t]+/g, " ")));
}

/**
 * What means something within a line, addresses included, which many readers make links of. Parentheses, dots and the
 * like only mean something beside what is escaped here.
 */
function inlineMarkdown(text: string): string {
  return withoutControls(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[\\`*_[\]|~]/g, "\\$&")
    .replaceAll("://", ":&#47;&#47;")
    .replaceAll("@", "&#64;")
    .replace(/\bwww\./gi, (start) => start.replace(".", "&#46;"));
}
