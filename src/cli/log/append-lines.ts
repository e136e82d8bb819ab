/** Appends what comes on standard input, line by line: those that come while others are on their way to the disk go together. */

import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { exitCode } from "../../engine/index.ts";
import { isProblem, type LogWriter } from "../../ledger/index.ts";
import { refuse } from "./said.ts";

/** Lines that are on their way at once: more are read when one of them is done. */
const most = 1000;

/** `read` gives a line's entry, or the exit code once it is said what is wrong; that ends it, and what came before stays. */
export async function appendLines(
  writer: LogWriter,
  read: (line: Buffer) => Uint8Array | number,
  tellOf: (entry: Uint8Array, index: number) => void,
): Promise<number> {
  let code: number = exitCode.ok;
  const under = new Set<Promise<void>>();
  const lines = createInterface({ input: createReadStream("", { fd: 0 }).setEncoding("latin1"), crlfDelay: Infinity });
  for await (const line of lines) {
    if (line.trim() === "") continue;
    const entry = code === exitCode.ok ? read(Buffer.from(line, "latin1")) : code;
    if (typeof entry === "number") {
      code = entry;
      break;
    }
    const done: Promise<void> = writer.append(entry).then((result) => {
      under.delete(done);
      if (!isProblem(result)) tellOf(entry, result);
      // What fails, fails for all that are on their way: it is said once.
      else if (code === exitCode.ok) code = refuse(result);
    });
    under.add(done);
    if (under.size >= most) await Promise.race(under);
  }
  await Promise.all(under);
  return code;
}
