import { adaptersOf, golden } from "./harness.js";

golden("strategy", await adaptersOf("strategy"));
