// A host whose own policy enforces loads no JavaScript of packages that nobody has agreed on, whichever command asks.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { whyNoHost } from "./host-of-ones-own.ts";

const dscript = fileURLToPath(new URL("../../../dscript", import.meta.url));
const script = fileURLToPath(new URL("packages.sh", import.meta.url));

it("loads no package's JavaScript that nobody has agreed on, whichever command asks", (context) => {
  const folder = mkdtempSync(join(tmpdir(), "dscript-packages-"));
  try {
    const reason = whyNoHost(folder, ["unshare"]);
    if (reason !== undefined) return context.skip(reason);
    const words = ["-m", "--propagation", "private", "sh", script, dscript, folder];
    const { stdout, stderr } = spawnSync("unshare", words, { encoding: "utf8", timeout: 100_000 });
    expect(`${stdout}${stderr}`.replaceAll(folder, "PLACE")).toMatchSnapshot();
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
