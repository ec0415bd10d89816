import { isNoAnswer } from "../../../src/foundation/errors/index.js";
import { assessIncidents, parseIncidentLog, type ResponseTime } from "../../../src/incidents/index.js";
import type { Adapters } from "../harness.js";

/** After everything that the cases tell of. */
const LATE = "2100-01-01T00:00:00Z";

interface Logged {
  readonly id: string;
  readonly openedAt: string;
  readonly acknowledgedAt: string | null;
  readonly resolvedAt: string | null;
}

const orNull = <T>(value: T): T | null => (isNoAnswer(value) ? null : value);

const times = ({ count, mean, median, text }: ResponseTime): unknown => ({
  minutes: orNull(mean),
  count,
  median: orNull(median),
  text: orNull(text),
});

/** Kinds of the area `risk` that the incident log answers. */
export const incidentsGolden: { readonly risk: Adapters } = {
  risk: {
    "response-times": ({ sets }: { readonly sets: readonly (readonly Logged[])[] }) => ({
      results: sets.map((incidents) => {
        const log = parseIncidentLog({
          incidents: incidents.map(({ id, openedAt, acknowledgedAt, resolvedAt }) => ({
            id,
            title: "incident",
            impact: "medium",
            urgency: "medium",
            openedAt,
            ...(acknowledgedAt === null ? {} : { acknowledgedAt }),
            ...(resolvedAt === null ? {} : { resolvedAt }),
          })),
        });
        const found = assessIncidents(log, { asOf: LATE });
        return {
          mtta: times(found.acknowledgement),
          mttr: times(found.resolution),
          unacknowledged: found.unacknowledged,
          unresolved: found.unresolved,
          invalid: found.invalid,
        };
      }),
    }),
  },
};
