import type { RiskMatrix } from "./risk-matrix.js";

/**
 * The matrix in use in most registers: five by five, the level by the product
 * of the places. Low 1 to 3, moderate 4 to 6, high 8 to 12, extreme 15 to 25.
 * Source: National Patient Safety Agency (UK), A risk matrix for risk managers (2008), table 3.
 */
export const FIVE_BY_FIVE: RiskMatrix = {
  title: "Five by five",
  likelihoods: [
    { id: "rare", label: "Rare" },
    { id: "unlikely", label: "Unlikely" },
    { id: "possible", label: "Possible" },
    { id: "likely", label: "Likely" },
    { id: "almost-certain", label: "Almost certain" },
  ],
  impacts: [
    { id: "negligible", label: "Negligible" },
    { id: "minor", label: "Minor" },
    { id: "moderate", label: "Moderate" },
    { id: "major", label: "Major" },
    { id: "catastrophic", label: "Catastrophic" },
  ],
  levels: [
    { id: "low", label: "Low" },
    { id: "moderate", label: "Moderate" },
    { id: "high", label: "High" },
    { id: "extreme", label: "Extreme" },
  ],
  grid: [
    ["low", "low", "low", "moderate", "moderate"],
    ["low", "moderate", "moderate", "high", "high"],
    ["low", "moderate", "high", "high", "extreme"],
    ["moderate", "high", "high", "extreme", "extreme"],
    ["moderate", "high", "extreme", "extreme", "extreme"],
  ],
};
