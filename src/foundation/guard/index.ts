export { broken } from "./broken.js";
export {
  civilDateOf,
  civilParts,
  dayNumber,
  daysInMonth,
  demandDay,
  FIRST_DAY,
  LAST_DAY,
  readDayNumber,
} from "./civil-date.js";
export type { CivilDate } from "./civil-date.js";
export { asDomainError, contained } from "./contained.js";
export {
  demandAbove,
  demandAtLeast,
  demandBetween,
  demandCount,
  demandFinite,
  demandList,
  demandOneOf,
  demandText,
} from "./demand.js";
export { demandNewId } from "./new-id.js";
export { demandNumberList, demandNumbers, demandOwnNumbers } from "./numbers.js";
