// Where the programs are that the benchmarks compare.
import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

export const dscript = `${root}dscript`;
export const node = process.execPath;
export const zx = `${root}node_modules/.bin/zx`;
export const bash = "bash";
export const dash = "dash";
export const awk = "awk";

/** Those of the field that may be absent: undefined where they are. */
export const fish = onPath("fish");
export const elvish = onPath("elvish");
export const jq = onPath("jq");
export const nu = onPath("nu") ?? inField("@nushell/linux-x64/bin/nu") ?? inField("@nushell/linux-arm64/bin/nu");
export const bun =
  onPath("bun") ?? inField("@oven/bun-linux-x64/bin/bun") ?? inField("@oven/bun-linux-aarch64/bin/bun");

/** The interpreter itself: what is called python3 may be a script that looks for it. */
export const python = execFileSync("python3", ["-c", "import sys; print(sys.executable)"], { encoding: "utf8" }).trim();

/** The version of each program, for the report. */
export function versions(): string[] {
  const first = (program: string, ...args: string[]): string =>
    execFileSync(program, args, { encoding: "utf8", env: environment() }).split("\n", 1).join();
  return [
    first(dscript, "--version"),
    `Node.js ${first(node, "--version")}`,
    first(bash, "--version"),
    first("dpkg-query", "-W", "-f", "dash $" + "{Version}", "dash"),
    first(python, "--version"),
    `zx ${first(zx, "--version")}`,
    ...(fish === undefined ? [] : [first(fish, "--version")]),
    ...(elvish === undefined ? [] : [`elvish ${first(elvish, "-version")}`]),
    ...(nu === undefined ? [] : [`nushell ${first(nu, "--version")}`]),
    ...(bun === undefined ? [] : [`Bun ${first(bun, "--version")}`]),
  ];
}

/** The names of the field's programs that are not there. */
export function absent(): string[] {
  return Object.entries({ fish, elvish, nushell: nu, bun }).flatMap(([name, path]) =>
    path === undefined ? [name] : [],
  );
}

function onPath(name: string): string | undefined {
  return (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isProgram);
}

function inField(path: string): string | undefined {
  const full = `${root}bench/field/node_modules/${path}`;
  return isProgram(full) ? full : undefined;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The environment of every measured program: ours without what slows each Node.js down. */
export function environment(state = "/tmp"): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...env } = process.env;
  return { ...env, XDG_STATE_HOME: state };
}
