/** What `--help` says. */
export const USAGE = `golive-kit: where an implementation or upgrade project stands

  golive-kit validate FILE
      says whether the document is a valid engagement, and every fault with its place
  golive-kit assess   FILE --as-of DATE [--json] [--out FILE]
      works out every figure; --json writes the whole assessment
  golive-kit report   FILE --as-of DATE [--format markdown|html] [--out FILE]
      writes the progress report; the ending of --out, .md or .html, names the format as well
  golive-kit explain  FILE --as-of DATE [--json] [--out FILE]
      lists every figure that the document gives
  golive-kit explain  FILE FIGURE --as-of DATE [--of ID] [--json] [--out FILE]
      shows how a figure came about: roi.net-present-value, or one record's with --of R-1
  golive-kit help, golive-kit --help
      this text
  golive-kit --version
      the version

DATE is a day as YYYY-MM-DD: what happened later is not seen. The clock is never read.

Exit codes
  0  it went well
  1  the document is refused, does not give the figure, or a file cannot be read or written
  2  the command line is not understood
`;
