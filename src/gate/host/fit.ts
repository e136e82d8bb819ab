/** Whether folders that a policy names may be made somebody's: a wrong word there would give a host's own folders away. */

import { readdirSync } from "node:fs";
import { type HostLayout, placeIn } from "./layout.ts";

/** What is wrong with them, and what to do; undefined where nothing is. */
export function unfitFolder(layout: HostLayout): { readonly problem: string; readonly next: string } | undefined {
  const { log, memory } = layout;
  if (log === memory || log.startsWith(`${memory}/`) || memory.startsWith(`${log}/`))
    return {
      problem: `the log, ${log}, and the gate's memory, ${memory}, lie within each other`,
      next: "log: { folder: /var/lib/dscript-gate/agreement } and memory: /var/lib/dscript-gate/memory, say",
    };
  const isOther = (folder: string, marks: readonly string[]): boolean => {
    const names = namesIn(placeIn(layout, folder));
    return (
      folder.split("/").length < 3 ||
      `${folder}/`.startsWith("/var/lib/dscript/") ||
      (names.length > 0 && !marks.some((mark) => names.includes(mark)))
    );
  };
  const wrong = isOther(log, ["log.json"])
    ? log
    : isOther(memory, ["seen.json", "core.json", "decisions", "policies"])
      ? memory
      : undefined;
  return wrong === undefined
    ? undefined
    : {
        problem: `${wrong} holds something else: it would become the engine's user's`,
        next: "name a folder of its own in the policy, below /var/lib/dscript-gate",
      };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
