/** `timeout 10s`, `within 5s`, `trace`: what stands ahead of a stage (language 3). */

import { types } from "../../records/index.ts";
import type { Prefix } from "../../syntax/index.ts";
import type { Context } from "../context.ts";
import { expect } from "../values.ts";

export function checkPrefixes(context: Context, prefixes: readonly Prefix[]): void {
  for (const prefix of prefixes)
    if (prefix.kind !== "trace")
      expect(context, prefix.duration, types.Duration, "a time is written as `10s`, `5m`, `500ms`");
}
