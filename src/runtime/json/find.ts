/** A path into a JSON value: `servers[0].name`, `["odd key"]`. */

import { Refusal } from "../files/refusal.ts";
import type { JsonValue } from "./value.ts";

const step = /\.?([A-Za-z_][\w-]*)|\[([0-9]{1,9})\]|\["((?:[^"\\]|\\.)*)"\]/y;

/** The value at a path; null where something of it is missing. Refuses a path that is none. */
export function findIn(json: JsonValue, path: string): JsonValue | null {
  let found: JsonValue | undefined = json;
  let at = path.startsWith("$") ? 1 : 0;
  while (at < path.length) {
    step.lastIndex = at;
    const match = step.exec(path);
    if (match === null || (at === 0 && path.startsWith(".")))
      throw new Refusal(
        "ArgumentFault",
        `the path goes wrong at ${JSON.stringify(path.slice(at, at + 20))}: write it as \`servers[0].name\``,
        undefined,
        "path",
      );
    const [, name, index, quoted] = match;
    if (index !== undefined) found = found?.element(Number(index));
    else found = found?.entry(name ?? (JSON.parse(`"${quoted ?? ""}"`) as string));
    at = step.lastIndex;
  }
  return found ?? null;
}
