/** `timeout 10s`, `within 5s`, `trace`: what stands ahead of a stage (language 3). */

import type { Prefix } from "../../syntax/index.ts";
import type { Context } from "../context.ts";
import { expectTime } from "../values.ts";

export function checkPrefixes(context: Context, prefixes: readonly Prefix[]): void {
  for (const prefix of prefixes) if (prefix.kind !== "trace") expectTime(context, prefix.duration);
}
