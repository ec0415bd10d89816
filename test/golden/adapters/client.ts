import type { Adapters } from "../harness.js";

/** No area of the cases speaks of the client records. */
export const clientGolden: { readonly kpi: Adapters } = { kpi: {} };
