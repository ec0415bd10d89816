export { assess } from "./assess.js";
export type { Assessment, AssessOptions } from "./assess.js";
export { explainFigure, figureCatalogue } from "./catalogue.js";
export type { CatalogueEntry } from "./catalogue.js";
export { Engagement, ENGAGEMENT_VERSION, parseEngagement } from "./engagement.js";
export { ENGAGEMENT_PARTS } from "./missing-parts.js";
export type { EngagementPart, MissingPart } from "./missing-parts.js";
