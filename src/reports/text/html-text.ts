import { contained, demandText } from "../../foundation/guard/index.js";
import { BIDI, withoutBidi, withoutControls } from "./control-characters.js";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
/** Addresses that a report may link to. Anything else is shown as text. */
const LINKABLE = /^(?:https?:\/\/|mailto:)[^\s]+$/i;

/**
 * Writes any text as the text of an HTML element. Text that turns the reading
 * order is isolated, so that it cannot reach its surroundings.
 *
 * @param text - any text
 * @returns HTML without markup of its own, but for an isolating `<bdi>` where it is needed
 *
 * @example
 * ```ts
 * import { htmlText } from "golive-kit/reports";
 *
 * htmlText("R&D <phase 2>"); // => "R&amp;D &lt;phase 2&gt;"
 * ```
 */
export function htmlText(text: string): string {
  return contained("htmlText", () => {
    const escaped = escapeMarkup(demandText(text, "text"));
    return BIDI.test(escaped) ? `<bdi>${escaped}</bdi>` : escaped;
  });
}

/**
 * Writes any text as the value of an HTML attribute, to stand between double quotes.
 *
 * @param text - any text
 * @returns the value, escaped; characters that turn the reading order are replaced, as an attribute cannot isolate them
 *
 * @example
 * ```ts
 * import { htmlAttribute } from "golive-kit/reports";
 *
 * htmlAttribute('say "yes"'); // => "say &quot;yes&quot;"
 * ```
 */
export function htmlAttribute(text: string): string {
  return contained("htmlAttribute", () => escapeMarkup(withoutBidi(demandText(text, "text"))));
}

/**
 * Writes an address as a link; an address that is not `http`, `https` or `mailto` is written as text.
 *
 * @param address - where the link leads
 * @param label - what it is called; the address itself when left out
 * @returns an anchor, or plain text for an address that is refused
 *
 * @example
 * ```ts
 * import { htmlLink } from "golive-kit/reports";
 *
 * htmlLink("https://example.com/?a=1&b=2", "Plan"); // => '<a href="https://example.com/?a=1&amp;b=2">Plan</a>'
 * htmlLink("javascript:alert(1)"); // => "javascript:alert(1)"
 * ```
 */
export function htmlLink(address: string, label: string = address): string {
  return contained("htmlLink", () => {
    const text = htmlText(label);
    return LINKABLE.test(demandText(address, "address")) ? `<a href="${htmlAttribute(address)}">${text}</a>` : text;
  });
}

/**
 * Writes data as JSON that can stand inside a `<script type="application/json">` of a page.
 *
 * @param data - plain data
 * @returns JSON in which nothing can end the element or open a comment
 *
 * @example
 * ```ts
 * import { jsonForHtml } from "golive-kit/reports";
 *
 * jsonForHtml({ title: "</script>" }); // => '{"title":"\\u003c/script\\u003e"}'
 * ```
 */
export function jsonForHtml(data: unknown): string {
  return contained("jsonForHtml", () =>
    ((JSON.stringify(data) as string | undefined) ?? "null").replace(/[<>&\u2028\u2029]/g, (character) => {
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
    }),
  );
}

function escapeMarkup(text: string): string {
  return withoutControls(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
