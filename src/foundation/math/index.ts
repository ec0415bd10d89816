export { chiSquareCdf, chiSquareQuantile, chiSquareUpper } from "./chi-square-distribution.js";
export {
  binomialCdf,
  binomialMass,
  binomialUpper,
  poissonCdf,
  poissonMass,
  poissonUpper,
} from "./count-distributions.js";
export { erf, erfc } from "./error-function.js";
export { productError } from "./exact-product.js";
export { exp, expm1, expOfSum } from "./exponential.js";
export { fCdf, fQuantile, fUpper } from "./f-distribution.js";
export { incompleteBeta, incompleteBetaUpper } from "./incomplete-beta.js";
export { incompleteGamma, incompleteGammaUpper } from "./incomplete-gamma.js";
export { inverseIncompleteBeta, inverseIncompleteBetaUpper } from "./inverse-incomplete-beta.js";
export { inverseIncompleteGamma, inverseIncompleteGammaUpper } from "./inverse-incomplete-gamma.js";
export { kolmogorovUpper } from "./kolmogorov-distribution.js";
export { log, log1p, LOG_REST, logOfSum } from "./logarithm.js";
export { logBeta, logGamma } from "./log-gamma.js";
export { normalCdf, normalDensity } from "./normal.js";
export { normalQuantile } from "./normal-quantile.js";
export { pow } from "./power.js";
export { studentCdf, studentQuantile } from "./student-distribution.js";
export { powInt } from "./whole-power.js";
