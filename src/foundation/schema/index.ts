export { nearWords } from "./near-words.js";
export { oneCurrency } from "./one-currency.js";
export type { PlacedAmount } from "./one-currency.js";
export {
  CivilDate,
  Count,
  EmailAddress,
  FiniteNumber,
  Id,
  list,
  listById,
  NonNegative,
  optional,
  Positive,
  Probability,
  Share,
  Text,
} from "./quantities.js";
export { parse, rule, schema } from "./schema.js";
export { MAX_DEPTH, MAX_LIST, MAX_TEXT, MAX_VALUES } from "./snapshot.js";
