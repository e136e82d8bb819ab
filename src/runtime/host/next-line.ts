/** Lines between two processes of the engine, each of which the other one waits for. */

import { read } from "node:fs";

const newline = 10;

/** The next line: nothing follows it until it is answered. Undefined at the end. */
export async function nextLine(fd: number): Promise<string | undefined> {
  const parts: Buffer[] = [];
  const part = Buffer.alloc(1 << 16);
  for (;;) {
    const count = await new Promise<number>((resolve, reject) => {
      read(fd, part, 0, part.length, null, (error, got) => (error === null ? resolve(got) : reject(error)));
    });
    if (count === 0) return undefined;
    parts.push(Buffer.from(part.subarray(0, count)));
    if (part[count - 1] === newline) return Buffer.concat(parts).toString("utf8");
  }
}
