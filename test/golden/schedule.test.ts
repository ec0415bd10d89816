import { adaptersOf, golden } from "./harness.js";

golden("schedule", await adaptersOf("schedule"));
