// A process that appends to a log for two seconds with so many writers, each after its own last append: writer.ts FOLDER WRITERS
import { join } from "node:path";
import { createWriter, isProblem, readKeyFile } from "../../src/ledger/index.ts";
import { signedHold } from "../log-entries.ts";

const [folder = "", writers = "1"] = process.argv.slice(2);
const key = readKeyFile(join(folder, "key.pem"), undefined);
if (isProblem(key)) throw new Error(key.message);
const writer = createWriter(folder, key);
const entries = Array.from(
  { length: 4000 },
  (_, at) => new Uint8Array(Buffer.from(signedHold(`${process.pid}: ${at}`))),
);
let count = 0;

async function append(): Promise<void> {
  const entry = entries.pop();
  const result = entry && (await writer.append(entry));
  if (isProblem(result)) throw new Error(result.message);
  count += 1;
}

for (let at = 0; at < 3; at += 1) await append();
count = 0;
process.send?.(0);
await new Promise((resolve) => process.once("message", resolve));
const end = performance.now() + 2000;
await Promise.all(
  Array.from({ length: Number(writers) }, async () => {
    while (performance.now() < end && entries.length > 0) await append();
  }),
);
process.send?.(count);
process.disconnect();
