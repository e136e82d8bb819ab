// Who is within a mount namespace: found among all, and among those that were started since.
import { spawn } from "node:child_process";
import { readlinkSync } from "node:fs";
import { expect, it } from "vitest";
import { insidersOf, momentOfProcesses } from "../../../src/sandbox/atomic/inside.ts";

it("finds who was started since, and all where nobody knows since when", () => {
  const own = BigInt(/\d+/.exec(readlinkSync("/proc/self/ns/mnt"))?.[0] ?? "0");
  const since = momentOfProcesses();
  expect(since?.last).toBeGreaterThan(0);
  const child = spawn("sleep", ["30"]);
  try {
    const { pid } = child;
    expect(insidersOf(own, since)).toContainEqual(expect.objectContaining({ pid }));
    expect(insidersOf(own, undefined)).toContainEqual(expect.objectContaining({ pid }));
    expect(insidersOf(own, undefined)).toContainEqual(expect.objectContaining({ pid: process.ppid }));
    expect(insidersOf(own, momentOfProcesses())).not.toContainEqual(expect.objectContaining({ pid }));
    // Numbers that began anew tell nothing.
    const wrapped = { started: since?.started ?? 0, last: 2 ** 22 };
    expect(insidersOf(own, wrapped)).toContainEqual(expect.objectContaining({ pid }));
    expect(insidersOf(1n, since)).toEqual([]);
  } finally {
    child.kill("SIGKILL");
  }
});
