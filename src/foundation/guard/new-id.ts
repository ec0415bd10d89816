import { DomainError, type Path } from "../errors/index.js";
import { demandText } from "./demand.js";

/**
 * Asks for an id that has not come yet, and remembers it.
 *
 * @param seen - the ids that came; the new one is added
 * @param value - what came
 * @param path - where it stands
 * @param subject - its name
 * @returns the id
 * @throws DomainError `wrong-type` when it is no text, `duplicate-id` when it came before
 */
export function demandNewId(seen: Set<string>, value: unknown, path: Path, subject = "id"): string {
  const id = demandText(value, subject, path);
  if (seen.has(id)) throw new DomainError("duplicate-id", { subject, path, id });
  seen.add(id);
  return id;
}
