/** The door to what the state folder holds of earlier runs; its parts are loaded when somebody asks. */

import { configFolder, loadConfig } from "./config.ts";
import type { Retention } from "./retention.ts";
import { historyFolder } from "./state.ts";
import { workingDirectory } from "./working-directory.ts";

/** Lists, reads and removes runs; `root` is the state folder that holds them. */
export async function openHistory() {
  return { ...(await import("./runs/index.ts")), root: historyFolder() };
}

/** The limits that hold in the working directory; null for none, undefined where its configuration is wrong. */
export async function usualRetention(): Promise<Retention | null | undefined> {
  const found = await loadConfig(configFolder(undefined, workingDirectory()));
  return found.ok ? found.config.retention : undefined;
}
