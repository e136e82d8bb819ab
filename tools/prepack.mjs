// Makes what a package holds: one build, without older ones beside it, and the manual pages.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { alone } from "./lock.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const say = (line) => process.stderr.write(`pack: ${line}\n`);

const failure = await alone(
  async () => install(say) ?? (await build(say)) ?? keepOneBuild() ?? makeManual(),
  () => say("another process is installing or building here: waiting for it"),
);
if (failure !== undefined) {
  say(failure);
  process.exitCode = 1;
}

function keepOneBuild() {
  const newest = readFileSync(`${root}dist/.stamp`, "utf8").trim();
  for (const name of readdirSync(`${root}dist`))
    if (/^[0-9a-f]{16}$/.test(name) && name !== newest) rmSync(`${root}dist/${name}`, { recursive: true, force: true });
  return undefined;
}

function makeManual() {
  const { status } = spawnSync(process.execPath, ["--import", "tsx", `${root}tools/man.ts`], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  return status === 0 ? undefined : "the manual pages could not be made";
}
