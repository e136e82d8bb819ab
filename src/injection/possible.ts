/** What this machine allows: asked once, by trying, so that what is not possible is said with its reason. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { StartChild } from "../engine/index.ts";
import { type WorldWay, worldWays } from "../sandbox/index.ts";
import { defaults } from "./campaign/campaign.ts";
import type { Need } from "./faults/fault.ts";
import { type EnterRequest, type EnterResult, enterVariable, parts } from "./world/request.ts";
import { calm } from "./world/world.ts";

export interface Possible {
  /** The words ahead of `dscript` that make namespaces; null where none can be made. */
  readonly enter: readonly string[] | null;
  /** Whether they make the caller root of a world of its own. */
  readonly isUserWay: boolean;
  /** Why a need cannot be met here; undefined where it can. */
  readonly lacks: (need: Need) => string | undefined;
  /** Why a command of a fault's own does not end well here; the first line that it says. */
  readonly tried: (trial: readonly string[] | undefined, start: StartChild) => Promise<string | undefined>;
}

/** Why there is no network of its own, or none with other hosts. */
interface Networks {
  readonly network: string | undefined;
  readonly peers: string | undefined;
}

const limit = 30_000;

/** Tries it; `folder` is one that may be filled, `engine` how `dscript` is started. */
export async function findPossible(
  start: StartChild,
  folder: string,
  engine: readonly string[],
  mayIsolate: boolean,
): Promise<Possible> {
  const uid = process.geteuid?.() ?? -1;
  const ways = worldWays(uid);
  let found: (Networks & { readonly way: WorldWay }) | undefined;
  let why = "the campaign asks for copies";
  for (const [index, way] of mayIsolate ? ways.entries() : []) {
    const tried = await tryWay(start, way, join(folder, `probe${index}`), engine);
    if (typeof tried === "string") why = tried;
    else {
      found = { way, ...tried };
      break;
    }
  }
  const whyNot = async (argv: readonly string[], what: string): Promise<string | undefined> => {
    const said = await saidBy(argv, start, join(folder, "probe-error"));
    if (said === undefined) return undefined;
    return said.status === 127 ? `${what} is not installed` : `${what}: ${said.text}`;
  };
  const trials = new Map<string, Promise<Said | undefined>>();
  const lacking: Readonly<Record<Need, string | undefined>> = {
    world: found === undefined ? `no world of its own: ${why}` : undefined,
    network: found === undefined ? `no network of its own: ${why}` : found.network,
    peers: found === undefined ? `no network of its own: ${why}` : (found.network ?? found.peers),
    root: uid === 0 && found?.way.isUser !== true ? undefined : "only root can run it as somebody else",
    "ordinary user": uid === 0 ? "root has no such limit" : undefined,
    strace: await whyNot(["strace", "-f", "-qq", "-o", "/dev/null", "true"], "strace"),
    faketime: await whyNot(["faketime", "--exclude-monotonic", "-f", "+1d", "true"], "faketime"),
    prlimit: await whyNot(["prlimit", "--nofile=64", "true"], "prlimit"),
  };
  return {
    enter: found?.way.words ?? null,
    isUserWay: found?.way.isUser === true,
    lacks: (need) => lacking[need],
    tried: async (trial, startTrial) => {
      if (trial === undefined) return undefined;
      const key = trial.join("\0");
      // Beside each other they need a file each.
      const file = join(folder, `trial${trials.size}`);
      if (!trials.has(key)) trials.set(key, saidBy(trial, startTrial, file));
      return (await trials.get(key))?.text;
    },
  };
}

interface Said {
  readonly status: number;
  readonly text: string;
}

/** What a command says that does not end well. */
async function saidBy(argv: readonly string[], start: StartChild, error: string): Promise<Said | undefined> {
  const status = await start({ argv, error, limit });
  return status === 0 ? undefined : { status, text: firstLine(error) ?? `it ended with ${status}` };
}

async function tryWay(
  start: StartChild,
  { words, isUser }: WorldWay,
  folder: string,
  engine: readonly string[],
): Promise<Networks | string> {
  mkdirSync(folder);
  const request: EnterRequest = {
    ...{
      folder,
      programs: folder,
      isIsolated: true,
      isProbe: true,
      world: calm,
      engine,
      script: "",
      directory: "/",
      arguments: [],
    },
    ...{ environment: [], timeout: limit, limits: defaults.limits, before: [], after: [], unchanged: [] },
    caller: isUser ? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 } : null,
  };
  writeFileSync(join(folder, parts.request), JSON.stringify(request));
  const error = join(folder, "error");
  const environment = [[enterVariable, join(folder, parts.request)] as const];
  const status = await start({ argv: [...words, ...engine, "inject"], environment, error, limit });
  if (status === 127) return "unshare (util-linux) is not installed";
  const result = readResult(folder);
  if (result === undefined) return firstLine(error) ?? `unshare ended with ${status}`;
  if (result.trouble !== undefined) return result.trouble;
  const [network, peers] = result.notes;
  return { network: network || undefined, peers: peers || undefined };
}

/** What the process of a world has told; undefined where it has not come to it. */
export function readResult(folder: string): EnterResult | undefined {
  try {
    // A process of this very version wrote it.
    return JSON.parse(readFileSync(join(folder, parts.result), "utf8")) as EnterResult;
  } catch {
    return undefined;
  }
}

function firstLine(file: string): string | undefined {
  try {
    const line = readFileSync(file, "utf8").split("\n", 1)[0]?.slice(0, 200);
    return line === "" ? undefined : line;
  } catch {
    return undefined;
  }
}
