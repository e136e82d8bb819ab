/** What keeps a dry run's root from the host itself: its disks, its kernel's settings, its network. */

import { existsSync, mkdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Namespaces } from "../../runtime/index.ts";
import { mountFlags, must, type Root } from "../../sandbox/index.ts";

const devices = ["null", "zero", "full", "random", "urandom", "tty", "console", "fuse", "net/tun"];
const folders = ["pts", "shm", "mqueue"];
const links = ["fd", "stdin", "stdout", "stderr", "ptmx"];

/** Devices that keep nothing are there; disks, and whatever else is on this host, are not. */
export function guardDevices(calls: Namespaces, root: Root): void {
  const spare = root.spare();
  must(calls.mount("dscript", spare, "tmpfs", 0, "size=1m,mode=755"), "no memory for /dev");
  const from = join(root.path, "dev");
  for (const name of devices) {
    if (!existsSync(join(from, name))) continue;
    const target = join(spare, name);
    mkdirSync(join(target, ".."), { recursive: true });
    writeFileSync(target, "");
    calls.mount(join(from, name), target, "", mountFlags.bind, "");
  }
  for (const name of folders) {
    if (!existsSync(join(from, name))) continue;
    mkdirSync(join(spare, name));
    calls.mount(join(from, name), join(spare, name), "", mountFlags.bind | mountFlags.recursive, "");
  }
  for (const name of links) {
    try {
      symlinkSync(readlinkSync(join(from, name)), join(spare, name));
    } catch {
      if (name === "ptmx") symlinkSync("pts/ptmx", join(spare, name));
    }
  }
  must(calls.mount(spare, from, "", mountFlags.bind | mountFlags.recursive, ""), "no /dev for a world");
}

/** The kernel's settings can be read alone: those of the host are not apart. */
export function guardKernel(calls: Namespaces, root: Root): void {
  for (const name of ["sys", "sysrq-trigger", "irq", "bus"]) {
    const path = join(root.path, "proc", name);
    if (!existsSync(path) || calls.mount(path, path, "", mountFlags.bind, "") !== null) continue;
    calls.mount("", path, "", mountFlags.bind | mountFlags.remount | mountFlags.readOnly, "");
  }
}

/** A network with nothing but this world's own loopback. */
export function cutNetwork(calls: Namespaces): void {
  must(calls.newNetwork(), "no network of its own");
  must(calls.loopback(), "no loopback device");
}

/** Whether packets had nowhere to go, in the network that this thread is in (RFC 4293, ipSystemStatsOutNoRoutes). */
export function triedNetwork(): boolean {
  const text = textOf("/proc/thread-self/net/snmp");
  const [names = "", values = ""] = text.split("\n").filter((line) => line.startsWith("Ip:"));
  const at = names.split(" ").indexOf("OutNoRoutes");
  const six = /^Ip6OutNoRoutes\s+(\d+)/m.exec(textOf("/proc/thread-self/net/snmp6"))?.[1] ?? "0";
  return Number(values.split(" ")[at] ?? 0) > 0 || Number(six) > 0;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
