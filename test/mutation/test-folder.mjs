import { existsSync } from "node:fs";
import { dirname } from "node:path";

/** Where the tests of a file below src stand: the folder of the same name, or the nearest above it that has tests. */
export function testFolderOf(file) {
  let folder = dirname(file.replaceAll("\\", "/")).replace(/^src/, "test");
  while (!existsSync(folder)) folder = dirname(folder);
  return folder;
}
