/** A file's whole text. */

import type { ScriptFlow } from "../flow.ts";
import type { Run } from "../run.ts";
import { locate } from "./bytes.ts";
import { openFile } from "./open.ts";

/** Opens, reads and closes a file, named as the script names it. */
export async function readAll(run: Run, flow: ScriptFlow, filename: string): Promise<string> {
  const file = await openFile(run, locate(flow, filename), filename, "r", flow);
  try {
    return await file.readAll();
  } finally {
    await file.close();
  }
}
