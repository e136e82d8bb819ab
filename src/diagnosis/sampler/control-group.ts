/** The limits of the control groups (version 2) that the engine runs in: the tightest of its own and those above it. */

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseNumber } from "./parse.ts";
import { ProcFile } from "./proc-file.ts";
import type { Fill, Sample } from "./sample.ts";

interface Limit {
  readonly current: ProcFile;
  readonly most: number;
}

export class ControlGroup {
  readonly #memory: Limit | undefined;
  readonly #processes: Limit | undefined;

  /** `proc` is where /proc is; `isKept`: files stay open. */
  constructor(proc: string, isKept: boolean) {
    const folders = foldersOf(proc);
    this.#memory = tightest(folders, "memory", isKept);
    this.#processes = tightest(folders, "pids", isKept);
  }

  read(): Sample["group"] {
    const memory = fillOf(this.#memory);
    const processes = fillOf(this.#processes);
    return { ...(memory === undefined ? {} : { memory }), ...(processes === undefined ? {} : { processes }) };
  }

  close(): void {
    this.#memory?.current.close();
    this.#processes?.current.close();
  }
}

function fillOf(limit: Limit | undefined): Fill | undefined {
  const used = parseNumber(limit?.current.read());
  return used === undefined || limit === undefined ? undefined : { used, most: limit.most };
}

/** The group's own folder, then those above it up to the mount. */
function foldersOf(proc: string): readonly string[] {
  const own = /^0::(\/.*)$/m.exec(textOf(join(proc, "self/cgroup")))?.[1];
  // "… / /sys/fs/cgroup rw,… - cgroup2 …": the fifth field is the mount's path.
  const line = textOf(join(proc, "self/mountinfo"))
    .split("\n")
    .find((each) => / - cgroup2 /.test(each));
  const mount = line?.split(" ")[4];
  if (own === undefined || mount === undefined) return [];
  const folders: string[] = [];
  for (let at = own; folders.length < deepest; at = dirname(at)) {
    folders.push(join(mount, at));
    if (at === "/") break;
  }
  return folders;
}

const deepest = 16;

function tightest(folders: readonly string[], controller: string, isKept: boolean): Limit | undefined {
  let found: { readonly folder: string; readonly most: number } | undefined;
  for (const folder of folders) {
    const most = parseNumber(textOf(join(folder, `${controller}.max`)));
    if (most !== undefined && (found === undefined || most < found.most)) found = { folder, most };
  }
  if (found === undefined) return undefined;
  return { current: new ProcFile(join(found.folder, `${controller}.current`), isKept), most: found.most };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
