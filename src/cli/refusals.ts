/** A command line that is not understood. */
export class UsageError extends Error {}

/** A file that cannot be read or written, or a document that does not give what was asked for. */
export class Refusal extends Error {}
