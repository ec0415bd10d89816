import { adaptersOf, golden } from "./harness.js";

golden("kpi", await adaptersOf("kpi"));
