// What Node.js loads ahead of a program is the commands' alone: the engine is started without it.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runDscript } from "../run-dscript.ts";

it("gives the caller's NODE_OPTIONS to commands, and nothing of it to the engine", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dscript-node-options-"));
  writeFileSync(
    join(folder, "loaded.cjs"),
    `require("node:fs").writeSync(2, "loaded by " + process.argv.length + "\\n");`,
  );
  writeFileSync(
    join(folder, "a.dscript"),
    `println(env.NODE_OPTIONS);\nprintenv NODE_OPTIONS NODE_PATH;\nnode -p "1";\n`,
  );
  const options = `--require=${join(folder, "loaded.cjs")}`;
  const { out, error } = await runDscript(folder, ["run", "a.dscript"], { NODE_OPTIONS: options, NODE_PATH: "/x" });
  expect(out).toBe(`${options}\n${options}\n/x\n1\n`);
  expect(error).toBe("loaded by 1\n");
  rmSync(folder, { recursive: true, force: true });
}, 30_000);
