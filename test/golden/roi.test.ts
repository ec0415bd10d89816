import { adaptersOf, golden } from "./harness.js";

golden("roi", await adaptersOf("roi"));
