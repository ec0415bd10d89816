import { broken, demandList } from "../foundation/guard/index.js";
import { demandInstant, type Instant } from "../foundation/time/index.js";
import type { Stretch } from "./stretches.js";

/** Milliseconds in a second. */
export const MILLISECONDS = 1000;

/** A period between two instants: start included, end excluded. */
export interface UptimePeriod {
  /** First instant of it. */
  readonly start: Instant;
  /** First instant after it. */
  readonly end: Instant;
}

/** A stretch of time, such as an outage or a maintenance window: start included, end excluded. */
export interface UptimeSpan {
  /** When it began. */
  readonly start: Instant;
  /** When it was over; absent while it goes on. */
  readonly end?: Instant;
}

/** Reads a period, and cuts it at `asOf`: what is measured, and where the whole period would end. */
export function readPeriod(
  period: UptimePeriod,
  asOf: number | undefined,
): { readonly window: Stretch; readonly end: number } {
  const from = demandInstant(period.start, "period.start", ["period", "start"]);
  const end = demandInstant(period.end, "period.end", ["period", "end"]);
  if (end <= from) throw broken("inconsistent", "period", "a period that ends after it starts", period);
  return { window: { from, to: Math.max(from, Math.min(end, asOf ?? end)) }, end };
}

/** Reads spans; one that is open ends at `asOf`. */
export function readSpans(spans: readonly UptimeSpan[], name: string, asOf: number | undefined): Stretch[] {
  return demandList(spans, name).map((span, i) => {
    const from = demandInstant(span.start, `${name}.start`, [name, i, "start"]);
    if (span.end === undefined) {
      if (asOf === undefined)
        throw broken("missing", `${name}.end`, "an instant, or asOf given", span.end, [name, i, "end"]);
      return { from, to: Math.max(from, asOf) };
    }
    const to = demandInstant(span.end, `${name}.end`, [name, i, "end"]);
    if (to < from) throw broken("inconsistent", name, "a time that ends after it starts", span, [name, i]);
    return { from, to };
  });
}

/** What of the stretches lies in the window. */
export function within(window: Stretch, stretches: readonly Stretch[]): Stretch[] {
  const inside: Stretch[] = [];
  for (const stretch of stretches) {
    const from = Math.max(stretch.from, window.from);
    const to = Math.min(stretch.to, window.to);
    if (from < to) inside.push({ from, to });
  }
  return inside;
}
