// The languages that the fail-loud table compares, each in the mode that its users are told to choose.
import { bash, bun, dash, dscript, elvish, fish, node, nu, python, zx } from "../programs.ts";

/** One column of the table. */
export interface Language {
  readonly name: string;
  /** Undefined where the program is not there. */
  readonly argv: readonly string[] | undefined;
  /** Whose scripts it runs: `shell` texts are shared by the POSIX shells. */
  readonly dialect: string;
  readonly file: string;
  readonly head?: string;
}

const run = (program: string | undefined, ...rest: string[]) =>
  program === undefined ? undefined : [program, ...rest];

const pythonHead = `import subprocess, os, sys, glob
def run(*argv, **more): return subprocess.run(argv, check=True, **more)
`;
const nodeHead = `import { execFileSync, spawn } from "node:child_process";
import { matchesGlob } from "node:path";
import { readdirSync } from "node:fs";
const matches = (pattern) => readdirSync(".").filter((name) => matchesGlob(name, pattern));
const run = (...argv) => execFileSync(argv[0], argv.slice(1), { stdio: "inherit" });
`;

export const languages: readonly Language[] = [
  { name: "D-Script", argv: run(dscript, "run"), dialect: "dscript", file: "a.dscript" },
  { name: "bash", argv: run(bash), dialect: "shell", file: "a.sh" },
  { name: "bash, strict", argv: run(bash), dialect: "shell", file: "a.sh", head: "set -euo pipefail\n" },
  { name: "dash -eu", argv: run(dash), dialect: "shell", file: "a.sh", head: "set -eu\n" },
  { name: "fish", argv: run(fish), dialect: "fish", file: "a.fish" },
  { name: "elvish", argv: run(elvish), dialect: "elvish", file: "a.elv" },
  { name: "nushell", argv: run(nu), dialect: "nu", file: "a.nu" },
  { name: "zx", argv: run(zx, "--quiet"), dialect: "zx", file: "a.mjs" },
  { name: "Bun's shell", argv: run(bun, "run"), dialect: "bun", file: "a.mjs", head: 'import { $ } from "bun";\n' },
  { name: "Python", argv: run(python), dialect: "python", file: "a.py", head: pythonHead },
  { name: "Node", argv: run(node), dialect: "node", file: "a.mjs", head: nodeHead },
];
