/** Characters that change the order in which text is shown (Unicode Annex 9): embeddings, overrides, isolates. */
export const BIDI = /[\u202a-\u202e\u2066-\u2069]/;

const BIDI_ALL = /[\u202a-\u202e\u2066-\u2069]/g;
// Every C0 and C1 control but tab, line feed and carriage return.
const CONTROLS = /[^\P{Cc}\t\n\r]/gu;

/** Replaces control characters, such as those that move a terminal's cursor, by the replacement character. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, "\ufffd");
}

/** Replaces characters that turn the reading order by the replacement character. */
export function withoutBidi(text: string): string {
  return text.replace(BIDI_ALL, "\ufffd");
}
