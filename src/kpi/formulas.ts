import { adoptionRate } from "./adoption-rate.js";
import { defectDensity } from "./defect-density.js";
import { defectRate } from "./defect-rate.js";
import { defectEscapeRate, defectRemovalEfficiency } from "./defect-removal.js";
import { uptime } from "./uptime.js";

/** All figures of this module, so that one can be found by its id. */
export const KPI_FORMULAS = [
  uptime,
  defectRate,
  defectDensity,
  defectRemovalEfficiency,
  defectEscapeRate,
  adoptionRate,
] as const;
