import { adaptersOf, golden } from "./harness.js";

golden("risk", await adaptersOf("risk"));
