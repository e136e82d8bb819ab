// Where the programs are that the benchmarks compare.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

export const dscript = `${root}dscript`;
export const node = process.execPath;
export const zx = `${root}node_modules/.bin/zx`;
export const bash = "bash";
export const dash = "dash";

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
  ];
}

/** The environment of every measured program: ours without what slows each Node.js down. */
export function environment(state = "/tmp"): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...env } = process.env;
  return { ...env, XDG_STATE_HOME: state };
}
