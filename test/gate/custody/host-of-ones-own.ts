// Whether a host can be set up here whose folders are a namespace's own.
import { spawnSync } from "node:child_process";

/** Why it cannot; undefined where it can. */
export function whyNoHost(folder: string, programs: readonly string[]): string | undefined {
  if (process.geteuid?.() !== 0) return "only root can own what root owns";
  for (const program of programs)
    if (spawnSync("sh", ["-c", `command -v ${program}`]).status !== 0) return `${program} is not installed`;
  const made = spawnSync("unshare", ["-m", "sh", "-c", `mount -t tmpfs none ${folder}`]);
  return made.status === 0 ? undefined : "mounts cannot be made here";
}
