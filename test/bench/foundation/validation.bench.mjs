import { parseRiskRegister } from "golive-kit/risk";
import { parsePlan } from "golive-kit/schedule";
import * as z from "zod";

const EACH = 10_000;

/** Ten thousand objects of six fields through the public doors, beside the schema library alone on the same fields. */
export function jobs() {
  const risks = Array.from({ length: EACH }, (_, i) => ({
    id: `R-${i}`,
    title: `Data feed ${i} delays the deployment`,
    type: i % 9 === 0 ? "opportunity" : "threat",
    owner: "Integration lead",
    status: "open",
    responses: [],
  }));
  const tasks = Array.from({ length: EACH }, (_, i) => ({
    id: `T-${i}`,
    title: `Move site ${i}`,
    durationDays: i % 20,
    phase: "execution",
    owner: "Integration lead",
    baselineFinish: "2026-03-31",
  }));
  const text = z.string().min(1).max(10_000);
  const id = z.string().min(1).max(200);
  const Risks = z.array(
    z.strictObject({
      id,
      title: text,
      type: z.enum(["threat", "opportunity"]),
      owner: text,
      status: z.enum(["draft", "open", "occurred", "closed"]),
      responses: z.array(z.unknown()),
    }),
  );
  const Tasks = z.array(
    z.strictObject({
      id,
      title: text,
      durationDays: z.number().min(0),
      phase: id,
      owner: text,
      baselineFinish: z.iso.date(),
    }),
  );
  return [
    {
      work: "read 10 000 risks",
      within: 10,
      ours: { run: () => parseRiskRegister({ risks }).risks.length },
      peers: [{ name: "zod, these six fields alone", run: () => Risks.parse(risks).length }],
    },
    {
      work: "read 10 000 tasks",
      within: 10,
      ours: { run: () => parsePlan({ start: "2026-01-05", tasks }).tasks.length },
      peers: [{ name: "zod, these six fields alone", run: () => Tasks.parse(tasks).length }],
    },
  ];
}
