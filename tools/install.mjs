// Installs the packages that the lockfile names, when they are missing or others than it says; uses only Node's own modules.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { alone } from "./lock.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const mark = `${root}node_modules/.installed`;

/** Runs `npm ci` if needed; `say` gets progress lines. Returns undefined, or a sentence that says what failed. */
export function install(say) {
  const wanted = createHash("sha256")
    .update(readFileSync(`${root}package-lock.json`))
    .digest("hex");
  if (isInstalled(wanted)) return undefined;
  say("installing the packages that the build needs with npm ci (about 15 seconds)");
  const beside = join(dirname(process.execPath), "npm");
  const npm = existsSync(beside) ? beside : "npm";
  const path = [dirname(process.execPath), process.env.PATH ?? "/usr/local/bin:/usr/bin:/bin"].join(delimiter);
  // What npm prints goes to standard error: standard output belongs to the script that is about to run.
  const { error, status, signal } = spawnSync(
    npm,
    ["ci", "--include=dev", "--engine-strict", "--no-fund", "--no-audit", "--loglevel=error"],
    {
      cwd: root,
      stdio: ["ignore", 2, 2],
      env: { ...process.env, PATH: path },
    },
  );
  if (error !== undefined)
    return `npm could not be started (${error.message}): install npm, which comes with Node.js, then try again`;
  if (signal !== null) return `npm ci was ended by ${signal}: start again to go on`;
  if (status !== 0)
    return `npm ci failed with status ${status}, its messages are above: look at the network and the free space, then run 'npm ci' in ${root}`;
  writeFileSync(mark, wanted);
  return undefined;
}

function isInstalled(wanted) {
  try {
    if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return true;
    // Installed by hand: npm leaves its own copy of the lockfile, and its date tells; `--omit=dev` leaves the builder out.
    if (!existsSync(`${root}node_modules/vite`)) return false;
    const { mtimeMs } = statSync(`${root}node_modules/.package-lock.json`);
    if (mtimeMs < statSync(`${root}package-lock.json`).mtimeMs) return false;
    writeFileSync(mark, wanted);
    return true;
  } catch {
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const say = (line) => process.stderr.write(`install: ${line}\n`);
  const failure = await alone(
    () => install(say),
    () => say("another process is installing or building here: waiting for it"),
  );
  if (failure !== undefined) {
    say(failure);
    process.exitCode = 78;
  }
}
