// The real `dscript`, with a state folder of the team's own, and the team's policy.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Team } from "./team.ts";

const engine = join(import.meta.dirname, "../../../dist/dscript.cjs");

export interface Ran {
  readonly code: number;
  readonly text: string;
}

export function run(
  { folder, policy }: Pick<Team, "folder" | "policy">,
  words: readonly string[],
  more: {
    readonly environment?: NodeJS.ProcessEnv;
    readonly input?: string;
    readonly node?: readonly string[];
    readonly ahead?: readonly string[];
  } = {},
): Ran {
  const [program = "", ...rest] = [...(more.ahead ?? []), process.execPath, ...(more.node ?? []), engine, ...words];
  const { status, stdout, stderr, signal } = spawnSync(program, rest, {
    cwd: folder,
    input: more.input ?? "",
    encoding: "utf8",
    timeout: 50_000,
    env: {
      ...{ PATH: process.env["PATH"], HOME: folder, LANG: "C.UTF-8", XDG_STATE_HOME: join(folder, "state") },
      ...{ DSCRIPT_POLICY: policy, ...more.environment },
    },
  });
  return { code: status ?? (signal === null ? -1 : 128), text: `${stdout}${stderr}` };
}
