export { parseReturnOnInvestmentInput, ReturnOnInvestmentInput, returnOnInvestment } from "./return-on-investment.js";
