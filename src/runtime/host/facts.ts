/** What this host is, and how it does: read from /proc and /etc where Linux has it. */

import { readFileSync } from "node:fs";

const os = (): typeof import("node:os") => process.getBuiltinModule("node:os");

/** A file's text; an empty one where it cannot be read. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Bytes. */
export interface Memory {
  readonly total: number;
  readonly available: number;
  readonly swap: number;
  readonly swapFree: number;
}

export function memory(): Memory {
  const text = textOf("/proc/meminfo");
  const read = (name: string): number | undefined => {
    const found = new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(text)?.[1];
    return found === undefined ? undefined : Number(found) * 1024;
  };
  return {
    total: read("MemTotal") ?? os().totalmem(),
    available: read("MemAvailable") ?? os().freemem(),
    swap: read("SwapTotal") ?? 0,
    swapFree: read("SwapFree") ?? 0,
  };
}

/** Milliseconds. */
export function uptime(): number {
  const seconds = Number(textOf("/proc/uptime").split(" ")[0]);
  return Math.floor((seconds > 0 ? seconds : os().uptime()) * 1000);
}

/** The system's name as os-release(5) has it. */
export function systemName(): string {
  const text = textOf("/etc/os-release") || textOf("/usr/lib/os-release");
  const value = /^PRETTY_NAME=(.*)$/m.exec(text)?.[1]?.trim() ?? "";
  return value.replace(/^(["'])(.*)\1$/, "$2").replace(/\\(["$`\\])/g, "$1") || `${os().type()} ${os().release()}`;
}

/** Anew at each boot; an empty text where the system has none. */
export function bootId(): string {
  return textOf("/proc/sys/kernel/random/boot_id").trim();
}

/** An address of this host. */
export interface Address {
  readonly interface: string;
  readonly address: string;
  /** 4 or 6. */
  readonly family: number;
  /** Bits of the network's part. */
  readonly prefix: number;
  readonly mac: string;
  readonly isLoopback: boolean;
}

export function addresses(): Address[] {
  return Object.entries(os().networkInterfaces()).flatMap(([name, list]) =>
    (list ?? []).map(({ address, family, cidr, mac, internal }) => ({
      interface: name,
      address,
      family: family === "IPv6" ? 6 : 4,
      prefix: Number(cidr?.split("/")[1] ?? 0),
      mac,
      isLoopback: internal,
    })),
  );
}
