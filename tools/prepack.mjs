// Makes what a package holds: one build, without older ones beside it, the types for packages, and the manual pages.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { alone } from "./lock.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const say = (line) => process.stderr.write(`pack: ${line}\n`);

const failure = await alone(
  async () => install(say) ?? (await build(say)) ?? keepOneBuild() ?? makeTypes() ?? makeManual(),
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

/** What whoever writes packages in TypeScript needs: the declarations of "dscript/package", and its JavaScript. */
function makeTypes() {
  const types = `${root}types`;
  const failed = node(
    [`${root}node_modules/typescript/bin/tsc`, "-b", `${root}src/packages`],
    "the types could not be made",
  );
  if (failed !== undefined) return failed;
  rmSync(types, { recursive: true, force: true });
  mkdirSync(types);
  for (const layer of ["text", "diagnostics", "records", "commands", "syntax", "packages"])
    cpSync(`${root}build/types/${layer}`, `${types}/${layer}`, { recursive: true });
  return node(
    ["--import", "tsx", `${root}tools/package-api.ts`, `${types}/package.js`],
    "what packages import could not be made",
  );
}

function makeManual() {
  return node(["--import", "tsx", `${root}tools/man.ts`], "the manual pages could not be made");
}

function node(words, problem) {
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: ["ignore", 2, 2] });
  return status === 0 ? undefined : problem;
}
