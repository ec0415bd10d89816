export { assessIncidents } from "./assess-incidents.js";
export type {
  AssessIncidentsOptions,
  IncidentAssessment,
  IncidentLesson,
  OpenIncident,
  PriorityCount,
  ResponseTime,
} from "./assess-incidents.js";
export { Incident, IncidentLog, parseIncident, parseIncidentLog } from "./incident.js";
export { INCIDENT_FORMULAS } from "./incident-formulas.js";
export { meanTimeToAcknowledge, MeanTimeInput, meanTimeToResolve, parseMeanTimeInput } from "./mean-time.js";
export {
  INCIDENT_LEVELS,
  incidentPriority,
  parsePriorityTable,
  PriorityTable,
  STANDARD_PRIORITIES,
} from "./priority-table.js";
export type { ByLevel, ImpactAndUrgency, IncidentLevel, Priority } from "./priority-table.js";
export type { IncidentState, InvalidIncident } from "./response-times.js";
