// Faults from their texts: what each does to the world, what it refuses, and that it says itself again.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultTable, readFault } from "../../src/injection/index.ts";
import { createRandom } from "../../src/injection/random.ts";

const read = (text: string) => readFault(text, createRandom(1, text));

const good: readonly (readonly [text: string, shown: string])[] = [
  ["disk-full", "disk-full:/"],
  ["tmpfs-full:/var/backup/", "disk-full:/var/backup"],
  ["disk-tiny:/srv=64KiB", "disk-tiny:/srv=65536B"],
  ["no-inodes:/srv from line 7", "no-inodes:/srv from line 7"],
  ["read-only:/srv", "read-only:/srv"],
  ["missing-command:rsync", "missing-command:rsync"],
  ["missing-command: rsync from line 3", "missing-command:rsync from line 3"],
  ["limit:nofile", "limit:nofile=24"],
  ["limit:fsize=1MiB on line 4", "limit:fsize=1048576 on line 4"],
  ["user", "user:65534"],
  ["clock:-90m", "clock:-90m"],
  ["cpu-load:4", "cpu-load:4"],
  ["memory-load:64MiB", "memory-load:67108864B"],
  ["syscall rsync openat EACCES of /etc/x", "syscall rsync openat EACCES of /etc/x"],
  ["syscall tar write ENOSPC", "syscall tar write ENOSPC at 1st call"],
  ["syscall tar connect delay 2s at 2nd call", "syscall tar connect delay 2s at 2nd call"],
  ["network-none", "network-none"],
  ["dns-down", "dns-down"],
  ["refused:db.example.com", "refused:db.example.com"],
  ["unreachable:db", "unreachable:db"],
  ["peer:api.example.com:80=status=503", "peer:api.example.com:80=status=503"],
  ["proxy:api=latency=300ms,fail-first=2", "proxy:api=latency=300ms,fail-first=2"],
  ["fail System.fopen with ENOSPC at 2nd call", "fail System.fopen with ENOSPC at 2nd call"],
  [
    'fail command rsync with status 23 stderr "no \\"way\\"" at 1st',
    'fail command rsync with status 23 stderr "no \\"way\\"" at 1st call',
  ],
  ["fail Http.get with status 503", "fail Http.get with status 503"],
  ["delay Http.get by 5s", "delay Http.get by 5s"],
  ["truncate output of ls to 3B", "truncate output of command ls to 3B"],
  ["kill tar with SIGKILL after 1s", "kill command tar with SIGKILL after 1s"],
  ["kill System.fopen with SIGTERM at 2nd call", "kill System.fopen with SIGTERM at 2nd call"],
  ["argument:2=huge", "argument:2=huge"],
  ["parameter:to=missing", "parameter:to=missing"],
  ["variable:HOME=empty", "variable:HOME=empty"],
  ["file:hosts.csv=malformed from line 2", "file:hosts.csv=malformed from line 2"],
];

const bad = [
  "",
  "disk-ful",
  "disk-full:relative",
  "disk-tiny:/srv=1B",
  "missing-command:/bin/ls",
  "limit:colour=1",
  "user:root",
  "clock:tomorrow",
  "cpu-load:0",
  "memory-load:1B",
  "syscall ls write ENOTHING",
  "network-none:x",
  "refused:two words",
  "peer:host=refuse",
  "proxy:api=slowly",
  "fail System.nothing with EIO",
  "fail System.fopen with ENOTHING",
  "fail System.fopen with status 3",
  "fail command ls with status 0",
  "fail command ls with status 3 stderr nope",
  "delay ls",
  "kill ls with SIGNOTHING",
  "argument:0=empty",
  "syscall tar write signal SIGFOO",
  "syscall tar openat EIO of in.txt",
  "file:x=odd",
];

describe("a fault's text", () => {
  it.each(good)("%s is read, and shown as %s", (text, shown) => {
    const found = read(text);
    if ("problem" in found) throw new Error(found.problem);
    expect(found.injected.text).toBe(shown);
    const again = read(shown);
    expect("injected" in again && again.injected).toEqual(found.injected);
  });

  it.each(bad)("%s is refused with the next step", (text) => {
    expect(read(text)).toMatchObject({ problem: expect.stringMatching(/\w/), next: expect.stringMatching(/\w/) });
  });

  it("may be anything: nothing is thrown", () => {
    const ids = fc.constantFrom(...faultTable.map(({ id }) => id));
    const joined = fc.tuple(ids, fc.constantFrom(":", " ", ""), fc.string()).map((parts) => parts.join(""));
    fc.assert(fc.property(fc.oneof(fc.string(), joined), (text) => void read(text)));
  });

  it("comes with values from the seed where it leaves them open", () => {
    const drawn = (seed: number) => readFault("disk-tiny:/srv", createRandom(seed, "x"));
    expect(drawn(1)).toEqual(drawn(1));
    expect(new Set([1, 2, 3, 4, 5].map((seed) => JSON.stringify(drawn(seed)))).size).toBeGreaterThan(1);
  });

  it("is in the list once, with an example of its form", () => {
    expect(new Set(faultTable.map(({ id }) => id)).size).toBe(faultTable.length);
    for (const { id, form } of faultTable) expect(form, id).toContain(id);
    const shown = good.map(([text]) => text.split(/[: ]/)[0]);
    for (const { id } of faultTable) if (id !== "network-loopback") expect([...shown, "disk-full"], id).toContain(id);
  });
});
