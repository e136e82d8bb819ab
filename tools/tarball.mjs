// Packs D-Script as one archive that runs where it is unpacked: launcher, build, pages. Usage: node tools/tarball.mjs [FOLDER]
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const target = resolve(process.argv[2] ?? join(root, "build"));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const name = `dscript-${version}-${process.platform}-${process.arch}`;

mkdirSync(target, { recursive: true });
const work = mkdtempSync(join(target, ".tarball-"));
try {
  // The one list of what belongs to a package is package.json's.
  run("npm", ["pack", "--silent", "--pack-destination", work]);
  run("tar", ["-xzf", `dscript-${version}.tgz`], work);
  renameSync(join(work, "package"), join(work, name));
  run("tar", ["--owner=0", "--group=0", "--numeric-owner", "--sort=name", "-czf", `${name}.tar.gz`, name], work);
  renameSync(join(work, `${name}.tar.gz`), join(target, `${name}.tar.gz`));
  process.stdout.write(`${join(target, `${name}.tar.gz`)}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function run(program, words, cwd = root) {
  const { error, status } = spawnSync(program, words, { cwd, stdio: ["ignore", 2, 2] });
  if (error !== undefined || status !== 0) {
    process.stderr.write(`tarball: ${program} failed: ${error?.message ?? `status ${status}`}\n`);
    rmSync(work, { recursive: true, force: true });
    process.exit(1);
  }
}
