/** The seven phases, in order. */
export const PHASE_IDS = [
  "initiation-planning",
  "requirements",
  "design-configuration",
  "testing",
  "training-documentation",
  "deployment",
  "support-maintenance",
] as const;
/** One of the seven phases, by its id. */
export type PhaseId = (typeof PHASE_IDS)[number];

/** What a phase is made of. */
export interface PhaseProfile {
  /** The phase. */
  readonly id: PhaseId;
  /** Its name. */
  readonly title: string;
  /** What is done in it. */
  readonly activities: readonly string[];
  /** What it leaves behind. */
  readonly deliverables: readonly string[];
  /** What must hold before it starts; each phase builds on the one before. */
  readonly entryCriteria: readonly string[];
  /** What must hold before its gate is approved. */
  readonly exitCriteria: readonly string[];
}

/**
 * The seven phases of an implementation. Names, activities and deliverables are from Implementation and Upgrade
 * Services: A Deep Dive, "A Step-by-Step Implementation Guide"; entry and exit criteria make its rule exact that each
 * step builds on the one before.
 */
export const PHASES: readonly PhaseProfile[] = [
  {
    id: "initiation-planning",
    title: "Project initiation and planning",
    activities: ["Define the scope", "Set the objectives", "Set the timeline", "Assign people and money"],
    deliverables: ["Project charter", "Implementation plan"],
    entryCriteria: ["The client has ordered the work or declared the intent"],
    exitCriteria: ["The charter is signed", "The plan names scope, dates, budget and roles"],
  },
  {
    id: "requirements",
    title: "Requirements gathering and analysis",
    activities: ["Interview", "Survey", "Hold workshops", "Sort requirements into functional and non-functional"],
    deliverables: ["List of requirements with priorities", "Acceptance criteria"],
    entryCriteria: ["Charter and plan are approved", "The client has named who speaks for its users"],
    exitCriteria: ["Each requirement has an owner and a way to test it", "The client has signed the list"],
  },
  {
    id: "design-configuration",
    title: "System design and configuration",
    activities: [
      "Design the system",
      "Configure or customise it",
      "Connect it with existing systems",
      "Set up accounts and permissions",
    ],
    deliverables: ["System design", "Configured system", "Interfaces", "Accounts and permissions"],
    entryCriteria: ["The list of requirements is signed"],
    exitCriteria: ["Each requirement has its place in the design", "The configured system runs in a test environment"],
  },
  {
    id: "testing",
    title: "Testing and quality assurance",
    activities: ["Unit tests", "Integration tests", "User acceptance tests", "Correct what is found"],
    deliverables: ["Test plan", "Test results", "List of known defects"],
    entryCriteria: ["The configured system runs in a test environment", "Test data and acceptance criteria are ready"],
    exitCriteria: ["Acceptance tests are passed", "No critical defect is open"],
  },
  {
    id: "training-documentation",
    title: "Training and documentation",
    activities: ["Train the users", "Write user manuals", "Answer frequent questions in writing"],
    deliverables: ["Training records", "User manuals", "Frequent questions and answers"],
    entryCriteria: ["What is taught no longer changes: acceptance tests are passed"],
    exitCriteria: ["Each group of users is trained", "Manuals are at hand where the work is done"],
  },
  {
    id: "deployment",
    title: "Deployment and go-live",
    activities: ["Install the software", "Migrate the data", "Make the system available to its users"],
    deliverables: ["Live system", "Migrated and verified data", "Decision to stay live or go back"],
    entryCriteria: ["The readiness checklist says go", "The way back was rehearsed", "Users know the dates"],
    exitCriteria: ["The system is live and its data verified", "The client has accepted the go-live"],
  },
  {
    id: "support-maintenance",
    title: "Post-implementation support and maintenance",
    activities: ["Technical support", "Corrections", "Regular updates", "Review of the project"],
    deliverables: ["Support hand-over", "Post-implementation review", "Plan of updates"],
    entryCriteria: ["The go-live is accepted", "Support staff know the system and its known defects"],
    exitCriteria: ["Lessons are written down", "Support runs under its agreed service levels"],
  },
];

/**
 * Where a phase stands in the order of the seven.
 *
 * @param phase - the phase
 * @returns 0 to 6
 */
export function phaseIndex(phase: PhaseId): number {
  return PHASE_IDS.indexOf(phase);
}
