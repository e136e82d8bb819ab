// What this machine allows, for tests that need it: asked of the built program, once a file of tests.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const dscript = fileURLToPath(new URL("../../dscript", import.meta.url));

interface Listed {
  readonly id: string;
  readonly possible: boolean;
  readonly why?: string;
}

/** Why a fault cannot be made here; undefined where it can. */
export function whyNot(): (id: string) => string | undefined {
  const { stdout } = spawnSync(dscript, ["inject", "list", "--json"], { encoding: "utf8", timeout: 60_000 });
  const rows = stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Listed);
  return (id) => {
    const row = rows.find((each) => each.id === id);
    return row === undefined ? "dscript inject list does not know it" : row.why;
  };
}
