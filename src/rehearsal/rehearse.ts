/** A dry run from outside: a world is started, the script runs in it, and what it changed is sealed with how the host is. */

import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { CommandTable } from "../commands/index.ts";
import { openInjecting } from "../engine/index.ts";
import { realPathOf, removeTree } from "../runtime/index.ts";
import { worldWays } from "../sandbox/index.ts";
import type { KeptDifference } from "./difference/format.ts";
import { seal } from "./difference/seal.ts";
import { uncoveredIn } from "./uncovered.ts";
import { type EnterRequest, type EnterResult, enterVariable, parts } from "./world/request.ts";

export interface RehearseRequest extends Omit<EnterRequest, "folder" | "caller"> {
  readonly script: string;
  readonly arguments: readonly string[];
  readonly commands: CommandTable;
}

export interface Rehearsed {
  /** The script's exit code. */
  readonly status: number;
  /** Absent where there is none: `trouble` says why. */
  readonly difference?: KeptDifference;
  readonly trouble?: string;
}

/** Why no world can be made here. */
export interface NoWorld {
  readonly noWorld: string;
}

/** Runs it; the terminal, input and output are the script's until it ends. */
export async function rehearse(request: RehearseRequest): Promise<Rehearsed | NoWorld> {
  const { script, arguments: given, commands, ...world } = request;
  const { inFront } = await openInjecting();
  const base = mkdtempSync(join(resolve(process.env["TMPDIR"] || "/tmp"), "dscript-rehearsal-"));
  const [uid, gid] = [process.geteuid?.() ?? -1, process.getegid?.() ?? -1];
  let result: EnterResult | undefined;
  let why = "";
  let folder = base;
  try {
    const signal = await inFront(async (start) => {
      for (const [index, way] of worldWays(uid).entries()) {
        folder = join(base, `try${index}`);
        mkdirSync(folder);
        const wanted: EnterRequest = {
          ...{ ...world, folder, leftOut: [...world.leftOut, base].map(realPlaceOf) },
          caller: way.isUser ? { uid, gid } : null,
        };
        writeFileSync(join(folder, parts.request), JSON.stringify(wanted), { mode: 0o600 });
        const status = await start({
          argv: [...way.words, ...world.engine, "run", "--dry-run"],
          environment: [[enterVariable, join(folder, parts.request)]],
        });
        result = readResult(folder);
        if (result?.isStarted === true) return;
        why = whyNot(status, result);
      }
    });
    if (result === undefined || !result.isStarted)
      return signal === undefined ? { noWorld: why } : { status: 143, trouble: `it was ended by ${signal}` };
    const { status, trouble } = result;
    if (trouble !== undefined) return { status, trouble };
    const difference = seal(world.keep, {
      ...{ script, arguments: given, status },
      uncovered: uncoveredIn(join(folder, parts.records), commands),
      notes: notesOf(result),
    });
    return { status, difference };
  } finally {
    removeTree(base);
  }
}

/** Changes are told by real paths; of what is not there yet, the folder around it has one. */
function realPlaceOf(path: string): string {
  try {
    return realPathOf(path);
  } catch {
    return join(realPlaceOf(dirname(path)), basename(path));
  }
}

function whyNot(status: number, result: EnterResult | undefined): string {
  if (result?.trouble !== undefined) return result.trouble;
  return status === 127
    ? "unshare (util-linux) is not installed"
    : `the kernel makes no namespaces for this user (unshare ended with ${status})`;
}

function notesOf({ triedNetwork, notes }: EnterResult): readonly string[] {
  const network = "something tried to reach another host: a dry run has no network, unless --network gives it one";
  return [...notes, ...(triedNetwork ? [network] : [])];
}

function readResult(folder: string): EnterResult | undefined {
  try {
    // A process of this very version wrote it.
    return JSON.parse(readFileSync(join(folder, parts.result), "utf8")) as EnterResult;
  } catch {
    return undefined;
  }
}
