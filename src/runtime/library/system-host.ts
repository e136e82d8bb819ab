/** System: the process, its user and limits, and the machine. */

import { locate } from "../files/bytes.ts";
import { restoreDescriptorLimit } from "../files/descriptor-limit.ts";
import { Refusal, systemError } from "../files/refusal.ts";
import { flowOf, type ScriptFlow } from "../flow.ts";
import type { Disk } from "../host/disk.ts";
import { type Address, addresses, bootId, type Memory, memory, systemName, uptime } from "../host/facts.ts";
import { allProcesses, oneProcess, type ProcessStatus } from "../host/process-list.ts";
import { isRunning, sendSignal } from "../host/signals.ts";
import { processesOf } from "../processes/processes.ts";
import { waitIn } from "../processes/wait-in.ts";
import type { Run } from "../run.ts";
import type { Functions } from "./function.ts";
import { type GuardedCall, guarded, quote } from "./guard.ts";

export const hostFunctions: Functions = {
  "System.cpus": () => process.getBuiltinModule("node:os").availableParallelism(),
  "System.memory": () => memory(),
  "System.load": () => process.getBuiltinModule("node:os").loadavg(),
  "System.uptime": () => uptime(),
  "System.kernel": () => process.getBuiltinModule("node:os").release(),
  "System.arch": () => process.getBuiltinModule("node:os").machine(),
  "System.os": () => systemName(),
  "System.bootId": () => bootId(),
  "System.addresses": () => addresses(),
  "System.processes": () => allProcesses(),
  ...propertyFunctions<Memory>("Memory", ["total", "available", "swap", "swapFree"]),
  ...propertyFunctions<Address>("Address", ["interface", "address", "family", "prefix", "mac", "isLoopback"]),
  ...propertyFunctions<Disk>("Disk", [
    ...(["total", "used", "free", "available", "percent", "inodes", "inodesFree"] as const),
    ...(["type", "mount", "device", "isReadOnly"] as const),
  ]),
  ...propertyFunctions<ProcessStatus>("Process", [
    ...(["pid", "parent", "name", "command", "user", "memory", "started", "cpu", "state", "threads"] as const),
  ]),
  "System.getumask": (flow) => flowOf(flow).umask,
  "System.getcwd": (flow) => flowOf(flow).directory,
  "System.getpid": () => process.pid,
  "System.hostname": () => process.getBuiltinModule("node:os").hostname(),
  // Without these calls a platform has no such numbers; every platform with fork has them.
  "System.getuid": () => process.getuid?.() ?? 0,
  "System.geteuid": () => process.geteuid?.() ?? 0,
  "System.getuser": () => userName(),
};

// The numbers of <sys/resource.h> on Linux, by the names of limits.conf(5).
const resources: Readonly<Record<string, number>> = {
  cpu: 0,
  fsize: 1,
  data: 2,
  stack: 3,
  core: 4,
  rss: 5,
  nproc: 6,
  nofile: 7,
  memlock: 8,
  as: 9,
  locks: 10,
  sigpending: 11,
  msgqueue: 12,
  nice: 13,
  rtprio: 14,
};

const unlimited = 2n ** 64n - 1n;

export function machineCalls(run: Run): Readonly<Record<string, GuardedCall>> {
  return {
    "System.disk": guarded({
      perform: async (flow: ScriptFlow, _site: number, path: string) => {
        const { diskOf } = await import("../host/disk.ts");
        return waitIn(processesOf(run), flow, diskOf(locate(flow, path)));
      },
      attempts: (path) => `look at the file system of ${quote(path)}`,
    }),
    "System.copy": guarded({
      perform: async (flow: ScriptFlow, _site: number, from: string, to: string) => {
        const { copyFile } = await import("../files/copy.ts");
        return copyFile(run, flow, from, to);
      },
      attempts: (from, to) => `copy ${quote(from)} to ${quote(to)}`,
    }),
    "System.walk": guarded({
      perform: async (flow: ScriptFlow, _site: number, path: string) => {
        const { walk } = await import("../files/walk.ts");
        return walk(run, flow, path);
      },
      attempts: (path) => `look through ${quote(path)}`,
    }),
  };
}

/** The properties of a value that are its JavaScript object's own. */
function propertyFunctions<T extends object>(owner: string, names: readonly (keyof T & string)[]): Functions {
  return Object.fromEntries(names.map((name) => [`${owner}.${name}`, (_flow, _site, value: T) => value[name]]));
}

export const hostCalls: Readonly<Record<string, GuardedCall>> = {
  "System.process": guarded({
    perform: (_flow: ScriptFlow, _site: number, pid: number) => (pid < 1 ? null : oneProcess(pid)),
    attempts: (pid) => `look at the process ${pid}`,
  }),
  "System.isRunning": guarded({
    perform: (_flow: ScriptFlow, _site: number, pid: number) => isRunning(pid),
    attempts: (pid) => `look at the process ${pid}`,
  }),
  "System.kill": guarded({
    perform: (_flow: ScriptFlow, _site: number, pid: number, signal: string = "TERM") => sendSignal(pid, signal),
    attempts: (pid, signal = "TERM") => `send ${signal} to the process ${pid}`,
  }),
  "System.umask": guarded({
    perform: (flow: ScriptFlow, _site: number, mask: number) => {
      if (mask < 0 || mask > 0o777)
        throw new Refusal("ArgumentFault", `${mask} is no mask: 0 to 0o777`, "EINVAL", "mask");
      const before = flow.umask;
      flow.umask = mask;
      return before;
    },
    attempts: () => "set the umask",
  }),
  "System.limit": guarded({
    perform: async (_flow: ScriptFlow, _site: number, resource: string) => {
      const { soft } = await limitOf(resource);
      return soft >= BigInt(Number.MAX_SAFE_INTEGER) ? -1 : Number(soft);
    },
    attempts: (resource) => `tell the limit ${quote(resource)}`,
  }),
  "System.setLimit": guarded({
    perform: async (_flow: ScriptFlow, _site: number, resource: string, limit: number) => {
      const { writeLimit } = await import("../files/native.ts");
      const { number, hard } = await limitOf(resource);
      if (limit < -1)
        throw new Refusal("ArgumentFault", `${limit} is no limit: 0 or more, or -1 for none`, "EINVAL", "limit");
      const wanted = limit === -1 ? unlimited : BigInt(limit);
      // The hard limit only ever rises here: lowering it could not be taken back.
      const errno = writeLimit(number, wanted, wanted > hard ? wanted : hard);
      if (errno !== null) throw systemError(errno);
    },
    attempts: (resource, limit) => `set the limit ${quote(resource)} to ${limit}`,
  }),
};

async function limitOf(
  resource: string,
): Promise<{ readonly number: number; readonly soft: bigint; readonly hard: bigint }> {
  const number = Object.hasOwn(resources, resource) ? resources[resource] : undefined;
  if (number === undefined || process.platform !== "linux")
    throw new Refusal(
      "ArgumentFault",
      `there is no such limit; known are ${Object.keys(resources).join(", ")}`,
      "EINVAL",
      "resource",
    );
  const { readLimit, writeLimit } = await import("../files/native.ts");
  restoreDescriptorLimit((most) => {
    const own = readLimit(resources["nofile"] ?? number);
    if (typeof own !== "string" && own[0] > BigInt(most))
      writeLimit(resources["nofile"] ?? number, BigInt(most), own[1]);
  });
  const limits = readLimit(number);
  if (typeof limits === "string") throw systemError(limits);
  return { number, soft: limits[0], hard: limits[1] };
}

function userName(): string {
  try {
    return process.getBuiltinModule("node:os").userInfo().username;
  } catch {
    // A user number without an entry in the user database, as in containers.
    return String(process.getuid?.() ?? 0);
  }
}
