// Takes the lines of an access log apart, and counts by status and path.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

const statuses = new Map(),
  bytes = new Map();
for await (const line of createInterface({ input: createReadStream("access.log") })) {
  const parts = /^(\S+) \S+ \S+ \[[^\]]+\] "(\w+) ([^ ?"]+)[^"]*" (\d{3}) (\d+)$/.exec(line);
  if (parts === null) continue;
  statuses.set(parts[4], (statuses.get(parts[4]) ?? 0) + 1);
  bytes.set(parts[3], (bytes.get(parts[3]) ?? 0) + Number(parts[5]));
}
for (const name of [...statuses.keys()].sort()) console.log(name, statuses.get(name));
console.log(bytes.size);
