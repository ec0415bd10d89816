import { broken } from "../guard/index.js";

/**
 * Asks for an array of doubles, of this program or of another realm of it.
 *
 * @param value - what came
 * @param subject - its name
 * @throws DomainError `wrong-type`
 */
export function demandDoubles(value: unknown, subject: string): asserts value is Float64Array {
  const kind: string = ArrayBuffer.isView(value) ? (value as Float64Array)[Symbol.toStringTag] : "none";
  if (kind !== "Float64Array") throw broken("wrong-type", subject, "a Float64Array", value);
}
