/** Copying a file. */

import type { ScriptFlow } from "../flow.ts";
import { inNamespace } from "../host/in-namespace.ts";
import type { Run } from "../run.ts";
import { locate } from "./bytes.ts";
import { Refusal } from "./refusal.ts";
import { readParts, statusToReplace, withRegularFile } from "./regular.ts";
import { openDraft } from "./replace.ts";

/** Puts a copy of a regular file in another's place at once; a new file gets the mode of the old. */
export async function copyFile(run: Run, flow: ScriptFlow, from: string, to: string): Promise<void> {
  await withRegularFile(flow, from, "from", async (fd, source) => {
    const target = locate(flow, to);
    const before = inNamespace(flow, () => statusToReplace(target, to, "to"));
    if (before?.ino === source.ino && before.dev === source.dev)
      throw new Refusal("IOFault", "both names are one file", "EINVAL", "to");
    const draft = openDraft(target, before, flow);
    try {
      if (before === undefined) draft.setMode(source.mode & 0o777 & ~flow.umask);
      await readParts(run, flow, fd, (part) => draft.write(part));
      draft.commit();
    } finally {
      draft.discard();
    }
  });
}
