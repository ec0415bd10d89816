/** Where the command line writes to. */
export interface Terminal {
  /** Takes text for the standard output. */
  readonly out: (text: string) => void;
  /** Takes text for the error output. */
  readonly err: (text: string) => void;
}
