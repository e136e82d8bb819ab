/** A script as messages to people elsewhere name it. */

import { dirname } from "node:path";

/** Its path; of one from standard input, the directory tells it from others. */
export function scriptNameOf(path: string): string {
  return path.endsWith("/-") ? `standard input (in ${dirname(path)})` : path;
}
