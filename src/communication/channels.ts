import type { PhaseId } from "../lifecycle/index.js";

/** Ways to reach people. */
export const CHANNEL_IDS = [
  "email",
  "phone",
  "project-software",
  "video-call",
  "website",
  "social-media",
  "in-app",
] as const;
/** A way to reach people, by its id. */
export type ChannelId = (typeof CHANNEL_IDS)[number];

/** What a channel is good for and what it is not. */
export interface ChannelProfile {
  /** The channel. */
  readonly id: ChannelId;
  /** Its name. */
  readonly title: string;
  /** Whether it serves talk with the client, announcements to many, or both. */
  readonly use: "contact" | "announcement" | "both";
  /** Phases it suits; all of them when it names none. */
  readonly phases: readonly PhaseId[];
  /** Occasions it suits, whatever the phase; any when it names none. */
  readonly occasions: readonly string[];
  /** What speaks for it. */
  readonly advantages: readonly string[];
  /** What speaks against it. */
  readonly disadvantages: readonly string[];
}

/**
 * The channels and what tells them apart, in the order of `CHANNEL_IDS`. The first four are compared in Implementation
 * and Upgrade Services: A Deep Dive, "Communication Channels and Their Suitability"; e-mail and the last three are its
 * channels for announcements ("Developing a Comprehensive Communication Plan").
 */
export const CHANNELS: readonly ChannelProfile[] = [
  {
    id: "email",
    title: "E-mail",
    use: "both",
    phases: [],
    occasions: [],
    advantages: ["Read when it suits the reader", "Leaves a record", "Reaches many at once"],
    disadvantages: ["Easily missed", "No answer at once", "Too slow for what is urgent"],
  },
  {
    id: "phone",
    title: "Phone call",
    use: "contact",
    phases: ["initiation-planning"],
    occasions: ["Critical updates", "Solving problems"],
    advantages: ["An answer at once", "Questions are cleared up quickly", "Personal"],
    disadvantages: ["Leaves no record", "Takes time", "Interrupts"],
  },
  {
    id: "project-software",
    title: "Project management software",
    use: "contact",
    phases: [],
    occasions: [],
    advantages: ["One place for everything", "Tasks and progress in view", "Versions are kept"],
    disadvantages: ["The client must know the software", "Does not suit every client"],
  },
  {
    id: "video-call",
    title: "Video call",
    use: "contact",
    phases: ["training-documentation"],
    occasions: ["Key milestones", "Presentations"],
    advantages: ["Face to face", "People work on something together", "Things can be shown"],
    disadvantages: ["Must be arranged", "Needs some technical skill", "Does not suit every client"],
  },
  {
    id: "website",
    title: "Announcement on a website",
    use: "announcement",
    phases: [],
    occasions: [],
    advantages: ["Open to everyone", "Stays in one place that can be linked"],
    disadvantages: ["Seen only by those who look", "Public"],
  },
  {
    id: "social-media",
    title: "Social media",
    use: "announcement",
    phases: [],
    occasions: [],
    advantages: ["Wide reach", "Quick"],
    disadvantages: ["Public, and so are the answers", "Nobody knows who has read it"],
  },
  {
    id: "in-app",
    title: "Notice inside the application",
    use: "announcement",
    phases: [],
    occasions: [],
    advantages: ["Reaches those who work with the system, when they do"],
    disadvantages: ["Silent while the system is down", "Short"],
  },
];
