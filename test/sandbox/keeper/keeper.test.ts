// Trees of a user without rights: a keeper lays overlays in a user namespace, and what commands do there is committed whole, or leaves no trace.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const rounds = process.env["DSCRIPT_ATOMIC_RUNS"] ?? "8";
const kills = process.env["DSCRIPT_ATOMIC_KILLS"] ?? "6";
const file = fileURLToPath(new URL("./as-user.ts", import.meta.url));
const root = fileURLToPath(new URL("../../../", import.meta.url));
const isRoot = process.getuid?.() === 0;
const nobody = ["setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups"];

/** Whether this machine makes user namespaces for users without rights. */
const isAllowed =
  asUser(["unshare", "--user", "--map-current-user", "--mount", "--keep-caps", "mount", "-t", "tmpfs", "x", "/mnt"])
    .status === 0;

function asUser(words: readonly string[]) {
  const [program = "", ...rest] = [...(isRoot ? nobody : []), ...words];
  return spawnSync(program, rest, { encoding: "utf8", cwd: root });
}

describe.skipIf(!isAllowed)("trees that are kept for a user without rights", () => {
  it("end as plain operations would have left them, or as they were", () => {
    expect(asUser([process.execPath, "--import", "tsx", file, rounds]).stdout).toBe("well\n");
  }, 300_000);

  it("are whole behind engines that were killed", () => {
    expect(asUser([process.execPath, "--import", "tsx", file, "kills", kills]).stdout).toMatch(/^well: /);
  }, 300_000);
});
